const STORAGE_KEY = 'sportello.deviceToken';

/** The parts of a window that {@link takeDeviceToken} reads and changes. */
export interface TokenWindow {
  readonly location: { readonly hash: string; readonly pathname: string; readonly search: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>;
}

/**
 * The token of a kiosk or board page in a browser. It arrives in the fragment `#token=…`, which a
 * browser never sends to a server, so it is in no log; it is then kept for this tab only and taken
 * out of the address bar, where people standing by could read it.
 *
 * @returns the token, or null when the page was opened without one.
 */
export function takeDeviceToken(window: TokenWindow): string | null {
  const given = new URLSearchParams(window.location.hash.slice(1)).get('token');
  if (given === null || given === '') return window.sessionStorage.getItem(STORAGE_KEY);
  window.sessionStorage.setItem(STORAGE_KEY, given);
  window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return given;
}
