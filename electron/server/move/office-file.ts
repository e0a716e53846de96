import { createHash } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '../../contract/result.ts';
import { deviceRoleSchema, staffRoleSchema } from '../../contract/vocabulary.ts';
import type { RecordedEvent } from '../../queue/event.ts';
import type { OfficeCopy } from '../store/store.ts';

const FORMAT = 'sportello-office';

/** Grows with each change of what is in the file; only this one is read. */
const VERSION = 1;

/** Why a text is not an office that can be taken in. */
export type OfficeFileProblem =
  | { readonly code: 'notAnOfficeFile' | 'damaged' }
  | { readonly code: 'otherVersion'; readonly version: number };

const aDay = z.strictObject({ serviceDay: z.iso.date() });
const number = z.int().nonnegative();

const copySchema = z.strictObject({
  officeId: z.string().min(1),
  events: z.array(
    aDay.extend({
      event: z.strictObject({
        sequence: z.int().positive(),
        atMs: number,
        // The sum says that it is as it was written, from an event and by nothing else.
        event: z.looseObject({ type: z.string() }) as unknown as z.ZodType<RecordedEvent['event']>,
      }),
    }),
  ),
  commands: z.array(
    aDay.extend({ commandId: z.string(), fingerprint: z.string(), reply: z.string() }),
  ),
  aggregates: z.array(
    aDay.extend({
      hour: z.int().min(0).max(23).nullable(),
      queue: z.string().nullable(),
      figures: z.string(),
    }),
  ),
  accounts: z.array(
    z.strictObject({
      officeId: z.string(),
      account: z.string(),
      displayName: z.string(),
      role: staffRoleSchema,
      passwordHash: z.string(),
    }),
  ),
  devices: z.array(
    z.strictObject({
      officeId: z.string(),
      role: deviceRoleSchema,
      tokenSha256: z.string(),
      createdAtMs: number,
    }),
  ),
}) satisfies z.ZodType<OfficeCopy>;

const fileSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int(),
  /** Of the office's JSON without spaces. */
  sha256: z.string(),
  office: z.unknown(),
});

function sumOf(office: unknown): string {
  return createHash('sha256').update(JSON.stringify(office)).digest('hex');
}

/** An office as the text of a file: JSON, with a sum that shows damage. */
export function writeOfficeFile(office: OfficeCopy): string {
  const file = { format: FORMAT, version: VERSION, sha256: sumOf(office), office };
  return `${JSON.stringify(file)}\n`;
}

/** The office in the text of a file. */
export function readOfficeFile(text: string): Result<OfficeCopy, OfficeFileProblem> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // What begins as one of ours was cut short on its way.
    const isOurs = text.startsWith(`{"format":"${FORMAT}"`);
    return err({ code: isOurs ? 'damaged' : 'notAnOfficeFile' });
  }
  const file = fileSchema.safeParse(json);
  if (!file.success) return err({ code: 'notAnOfficeFile' });
  const { version, sha256, office } = file.data;
  if (version !== VERSION) return err({ code: 'otherVersion', version });
  if (sumOf(office) !== sha256) return err({ code: 'damaged' });
  const copy = copySchema.safeParse(office);
  return copy.success ? ok(copy.data) : err({ code: 'damaged' });
}
