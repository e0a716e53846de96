/**
 * Which office a page in a browser belongs to, where its server serves several: the address names
 * it, as in `/desk/?office=north`. Null where it does not, and for the pages of an Electron window.
 */
export function officeOfPage(window: {
  readonly location: { readonly search: string };
}): string | null {
  return new URLSearchParams(window.location.search).get('office');
}
