/** Beside the files of sound of a language: the list of what they say. */
export const CLIP_LIST_FILE = 'clips.json';

/** A file of sound; what stands before the dot follows from the name of the clip alone. */
export const CLIP_FILE = /^[0-9a-f]{16}\.(mp3|ogg|wav)$/;

/** What is no part of a word: spaces, punctuation, symbols. A question mark changes the melody. */
const OUTER_START = /^[^\p{L}\p{M}\p{N}]+/u;
const OUTER_END = /[^\p{L}\p{M}\p{N}?？؟]+$/u;

/** The words of a text as a clip is named for them: alike however it is spaced or ended. */
export function clipName(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .replace(OUTER_START, '')
    .replace(OUTER_END, '');
}
