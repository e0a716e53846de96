/** A problem that the person who started the program can see to; a sentence on stderr says which. */
export const EXIT_START_REFUSED = 1;

/** A window's page kept dying: the supervisor of this computer should start the program anew. */
export const EXIT_PAGE_KEEPS_DYING = 20;

/** A surprise in the main process; likewise. */
export const EXIT_UNCAUGHT_ERROR = 21;
