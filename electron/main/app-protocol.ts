import { protocol, type Session } from 'electron';
import { type ClipFolders, clipFilesOf } from './clips.ts';
import { APP_SCHEME, serveFirst, servePageFile } from './page-files.ts';

/** Makes `app:` a secure origin of its own. Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, stream: true } },
  ]);
}

export interface AppPages {
  /** The built pages. */
  readonly folder: string;
  /** What is said aloud. */
  readonly clips: ClipFolders;
  /** Hears that a page, or a part of one, is on its way. */
  readonly onServed: () => void;
}

/** Lets a session load the program's own pages, and what is said aloud. */
export function serveAppPages(session: Session, { folder, clips, onServed }: AppPages): void {
  session.protocol.handle(APP_SCHEME, (request) => {
    setImmediate(onServed);
    const files = clipFilesOf(request.url, clips);
    return files === null ? servePageFile(request, folder) : serveFirst(request.method, files);
  });
}
