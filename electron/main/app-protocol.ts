import { protocol, type Session } from 'electron';
import { APP_SCHEME, servePageFile } from './page-files.ts';

/** Makes `app:` a secure origin of its own. Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, stream: true } },
  ]);
}

/** Lets a session load the program's own pages from a folder. */
export function serveAppPages(session: Session, folder: string): void {
  session.protocol.handle(APP_SCHEME, (request) => servePageFile(request, folder));
}
