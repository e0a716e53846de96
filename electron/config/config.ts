import { z } from 'zod';
import { kioskPanelSchema, panelSchema } from '../contract/panel.ts';
import { printerConfigSchema } from '../contract/printer-config.ts';
import { soundSchema } from '../contract/sound.ts';
import { kioskPlaceSchema } from '../contract/vocabulary.ts';

/**
 * How fast one kiosk may take tickets. The burst lets a queue of people through after an outage;
 * the rate keeps a stuck or hostile kiosk from using up a day's 999 numbers within minutes.
 */
const ticketRateSchema = z.strictObject({
  burst: z.int().min(1).max(999).default(250),
  perMinute: z.int().min(1).max(999).default(60),
});

/**
 * The pages that follow the queue on a phone. They are answered in clear HTTP, so on this machine
 * only, to a reverse proxy that has the certificate.
 */
const phoneSchema = z.strictObject({
  /** 0 takes any free port. */
  port: z.int().min(0).max(65_535).default(8401),
  host: z.string().min(1).max(253).default('127.0.0.1'),
  /** What comes before `/t/` in the address that phones use: the name of the reverse proxy. */
  publicUrl: z
    .string()
    // With the token and the language, a code that is still read from paper.
    .max(100)
    .refine(isPublicAddress, {
      error: 'an address such as https://coda.example.it is expected, with nothing after its path',
    })
    .transform((url) => url.replace(/\/+$/, '')),
});

/** In clear, whoever shares the network would read the way to a ticket; here one may try it out. */
function isPublicAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, search, hash, username } = new URL(address);
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isHere);
  return isSafe && search + hash + username === '';
}

const serverSchema = z.strictObject({
  /** 0 takes any free port. */
  port: z.int().min(0).max(65_535).default(8400),
  host: z.string().min(1).max(253).default('127.0.0.1'),
  ticketRate: ticketRateSchema.prefault({}),
  /** Without it, there are no pages for phones. */
  phone: phoneSchema.optional(),
  /**
   * The PostgreSQL that several servers share. Without it, an SQLite file in the data folder. The
   * environment variable SPORTELLO_DATABASE_URL goes first, which keeps a password out of the file.
   */
  databaseUrl: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'an address such as postgres://host/name is expected',
    })
    .optional(),
});

const kioskSchema = z.strictObject({
  /** Without it, 21.5 inches at arm's length, upright or lying as the window is. */
  panel: kioskPanelSchema.optional(),
  /** Which way the panel stands; without it, as the display reports. */
  orientation: z.enum(['portrait', 'landscape']).optional(),
  /** Without it, a loudspeaker in an ordinary room. */
  sound: soundSchema.prefault({}),
  /** Where it stands; without it, the desk hears of a kiosk and not of which. */
  place: kioskPlaceSchema.optional(),
});

const boardSchema = z.strictObject({
  /** Without it, 43 inches to be read at ten metres (DESIGN §9). */
  panel: panelSchema.optional(),
});

/** What an office may set, in `config.json` or by policy. Unknown keys are refused. */
export const configSchema = z.strictObject({
  /** A folder whose files replace those of the content shipped, one by one. */
  contentFolder: z.string().min(1).optional(),
  /**
   * For how many days after their own tickets are kept. 0 deletes them as soon as their day is
   * over (DESIGN §7.6); more needs privacy notices that say so (`content/README.md`).
   */
  retentionDays: z.int().min(0).max(7).default(0),
  server: serverSchema.prefault({}),
  kiosk: kioskSchema.prefault({}),
  board: boardSchema.prefault({}),
  /** Without it, tickets are shown on the screen only. */
  printer: printerConfigSchema.optional(),
});

/** A complete configuration, defaults filled in. */
export type Config = z.output<typeof configSchema>;
