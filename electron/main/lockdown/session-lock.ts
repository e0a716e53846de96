import type { Session } from 'electron';
import type { Log } from '../log.ts';

const locked = new WeakSet<Session>();

/**
 * Denies everything a page can ask of a session: permissions, devices, screens, files, downloads,
 * spelling. Without handlers Electron grants most of it.
 */
export function lockSession(session: Session, log: Log): void {
  if (locked.has(session)) return;
  locked.add(session);
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log({ event: 'permissionDenied', permission });
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  // No handler means that no screen can be captured.
  session.setDisplayMediaRequestHandler(null);
  session.setSpellCheckerEnabled(false);

  session.on('will-download', (event) => {
    event.preventDefault();
    log({ event: 'downloadDenied' });
  });
  session.on('file-system-access-restricted', (_event, _details, answer) => answer('deny'));

  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose(null);
  });
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
}

/** Lets a session's pages load only from where they belong. */
export function lockRequests(session: Session, mayLoad: (url: string) => boolean): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayLoad(details.url) });
  });
}
