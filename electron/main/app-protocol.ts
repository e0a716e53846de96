import { protocol, type Session } from 'electron';
import { type ClipFolders, clipFiles, clipOf } from './clips.ts';
import { APP_SCHEME, serveFirst, servePageFile } from './page-files.ts';

/** Makes `app:` a secure origin of its own. Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, stream: true } },
  ]);
}

/**
 * Node reads what answers are made of when one is first made, which took 40 ms of the first page's:
 * better while its request is on its way.
 */
export function prepareAnswers(): void {
  void globalThis.Response;
}

export interface AppPages {
  /** The built pages. */
  readonly folder: string;
  /** What is said aloud. */
  readonly clipFolders: () => Promise<ClipFolders>;
}

/** Lets a session load the program's own pages, and what is said aloud. */
export function serveAppPages(session: Session, { folder, clipFolders }: AppPages): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const clip = clipOf(request.url);
    if (clip === null) return servePageFile(request, folder);
    return serveFirst(request.method, clipFiles(clip, await clipFolders()));
  });
}
