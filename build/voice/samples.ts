/** Samples below this are silence; full scale is 1. eSpeak's pauses are exactly 0. */
const SILENCE = 0.004;

/** What is left of silence at both ends, so that no sound begins or ends with a click. */
const MARGIN_SECONDS = 0.02;

/**
 * The level of every clip, so that one measurement at the kiosk holds for all of them: root mean
 * square of its samples, full scale 1. Speech peaks some 17 dB above it.
 */
const LEVEL = 0.1;

/** No sample goes beyond, whatever the level asks for. */
const HIGHEST_PEAK = 0.95;

/** Less than this before it is made louder is no speech. */
const FAINTEST_LEVEL = 0.005;

/** Root mean square; 0 for no samples at all. */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

/**
 * A clip of what a voice has said: without the silence around it, at the level of all others; null
 * where the voice has said nothing.
 *
 * @param sampleRate samples a second.
 */
export function toClip(spoken: Float32Array, sampleRate: number): Float32Array | null {
  const isHeard = (sample: number) => Math.abs(sample) > SILENCE;
  const first = spoken.findIndex(isHeard);
  if (first === -1) return null;
  const margin = Math.round(MARGIN_SECONDS * sampleRate);
  const kept = spoken.slice(
    Math.max(0, first - margin),
    spoken.findLastIndex(isHeard) + margin + 1,
  );
  const level = levelOf(kept);
  if (level < FAINTEST_LEVEL) return null;
  let peak = 0;
  for (const sample of kept) peak = Math.max(peak, Math.abs(sample));
  const gain = Math.min(LEVEL / level, HIGHEST_PEAK / peak);
  for (let index = 0; index < kept.length; index += 1) kept[index] = (kept[index] ?? 0) * gain;
  return kept;
}
