/** How the operating system and Electron's events name the server's process. */
export const SERVER_PROCESS_NAME = 'sportello server';
