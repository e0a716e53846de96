import loadEspeak from '@echogarden/espeak-ng-emscripten';
import { createMp3Encoder } from 'wasm-media-encoders';
import { toClip } from './samples.ts';

/** Kilobits a second: what a voice of eSpeak needs. A whole language takes some 3.5 MB. */
const BITRATE = 24;

/** One voice that turns texts into clips. */
export interface Engine {
  /** The clip as an MP3 file; null where the voice says nothing. */
  speak(text: string): Uint8Array | null;
}

/**
 * Loads a voice and the encoder; both run anywhere, without a program of the system.
 *
 * @throws where eSpeak NG has no such voice.
 */
export async function loadEngine(voice: string): Promise<Engine> {
  const { eSpeakNGWorker: Speaker } = await loadEspeak();
  const speaker = new Speaker();
  if (speaker.set_voice(voice) !== 0) throw new Error(`eSpeak NG has no voice "${voice}"`);
  const encoder = await createMp3Encoder();
  const sampleRate = speaker.get_samplerate();

  const say = (text: string): Float32Array => {
    const pieces: Int16Array[] = [];
    speaker.synthesize(text, (samples) => {
      if (samples !== null) pieces.push(samples);
      return false;
    });
    const all = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      for (const sample of piece) {
        all[at] = sample / 32_768;
        at += 1;
      }
    }
    return all;
  };

  return {
    speak(text) {
      const clip = toClip(say(text), sampleRate);
      if (clip === null) return null;
      encoder.configure({ sampleRate, channels: 1, bitrate: BITRATE });
      // The encoder hands out views of its own memory, which it writes over.
      const body = Buffer.from(encoder.encode([clip]));
      return Buffer.concat([body, encoder.finalize()]);
    },
  };
}
