import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's first choice for scrypt: N = 2^17, r = 8, p = 1, which takes 128 MiB. */
const LOG2_COST = 17;
const BLOCK_SIZE = 8;
const PARALLELISM = 1;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const MAX_MEMORY_BYTES = 160 * 1024 * 1024;

/** Each hash takes 128 MiB and a core: more at once would starve the queue. */
const MOST_AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, log2Cost: number): Promise<Buffer> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await new Promise((resolve, reject) => {
      // The same password typed on two keyboards may differ in how accents are encoded.
      scrypt(
        password.normalize('NFC'),
        salt,
        KEY_BYTES,
        { N: 2 ** log2Cost, r: BLOCK_SIZE, p: PARALLELISM, maxmem: MAX_MEMORY_BYTES },
        (error, key) => (error === null ? resolve(key) : reject(error)),
      );
    });
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

const toBase64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** The PHC string of a password with a fresh salt. */
export async function hashPassword(password: string, log2Cost = LOG2_COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, log2Cost);
  return `$scrypt$ln=${log2Cost},r=${BLOCK_SIZE},p=${PARALLELISM}$${toBase64(salt)}$${toBase64(key)}`;
}

/** A hash that no password has, so that an unknown account costs as much as a known one. */
const NOBODY = `$scrypt$ln=${LOG2_COST},r=${BLOCK_SIZE},p=${PARALLELISM}$${toBase64(Buffer.alloc(SALT_BYTES))}$${toBase64(Buffer.alloc(KEY_BYTES))}`;

/**
 * Whether a password is the one of a PHC string; null stands for an unknown account, which takes
 * the same time and is never right.
 */
export async function verifyPassword(password: string, phc: string | null): Promise<boolean> {
  const [, , parameters, salt, key] = (phc ?? NOBODY).split('$');
  const log2Cost = Number(/^ln=(\d+),/.exec(parameters ?? '')?.[1]);
  const expected = Buffer.from(key ?? '', 'base64');
  const actual = await derive(password, Buffer.from(salt ?? '', 'base64'), log2Cost);
  return expected.length === actual.length && timingSafeEqual(expected, actual) && phc !== null;
}
