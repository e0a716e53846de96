import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A secret of 256 bits for a device or a session, safe in a header, a cookie and a URL. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. It has full entropy, so a plain hash is enough. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** No two of these look or sound alike: no 0 o, 1 i l, 2 z, 5 s, 8 b, 9 g q, u v. */
const READABLE = '3467acdefhjkmnprtwxy';

/** 16 characters of 20: 69 bits, in four groups that can be copied from paper. */
export function newPassword(): string {
  const group = () =>
    Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
