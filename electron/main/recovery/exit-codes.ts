/** The machine or the data keep the program from starting; a sentence on stderr says how. */
export const EXIT_START_REFUSED = 1;

/** Options, configuration or content are wrong; likewise. */
export const EXIT_WRONG_SETTINGS = 2;

/** A window's page kept dying: the supervisor of this computer should start the program anew. */
export const EXIT_PAGE_KEEPS_DYING = 20;

/** A surprise in the main process; likewise. */
export const EXIT_UNCAUGHT_ERROR = 21;
