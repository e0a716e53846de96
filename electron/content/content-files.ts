/** Far above any real file; keeps a wrong file (a video, a backup) from being read in. */
export const MAX_FILE_BYTES = 2_000_000;

/** Files that are read, by their path in the content folder: of `audio/` only the lists of clips. */
export const TEXT_FILE = /^(audio\/[^/]+\/clips\.json|(?!audio\/).*\.(json|md|txt))$/;

/** In the data folder: the office's own files, as they were when they last made good content. */
export const LAST_GOOD_FILE = 'content-last-good.json';

/** In the data folder: the content as it was last checked, and what it was made of. */
export const CHECKED_FILE = 'content-checked.json';
