import { z } from 'zod';

/** The one line that the server prints on stdout, whatever runs it. */
const readyLineSchema = z.object({ event: z.literal('ready'), url: z.string() });

/** The address in the server's line; null for any other line. */
export function readyUrl(line: string): string | null {
  try {
    const parsed = readyLineSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data.url : null;
  } catch {
    return null;
  }
}
