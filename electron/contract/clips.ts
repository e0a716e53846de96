import { z } from 'zod';
import { CLIP_FILE } from './clip-name.ts';

/*
 * What the kiosk says aloud is put together from clips: files of sound, one for each sentence,
 * piece of a sentence, number and name. Text and clip find each other by the name of the clip.
 */

/** The clips of one language: the file of each, by name. Empty where the language has no voice. */
export const clipsSchema = z.record(z.string(), z.string().regex(CLIP_FILE));
export type Clips = z.infer<typeof clipsSchema>;

/** `clips.json` of a language: the file of every clip there may be, without its format, by name. */
export const clipIndexSchema = z.record(
  z.string(),
  z.string().regex(/^[0-9a-f]{16}$/, 'a file of sound has sixteen of the signs 0–9 and a–f'),
);
export type ClipIndex = z.infer<typeof clipIndexSchema>;
