import type { ApiError } from '../../electron/contract/errors.ts';
import type { Result } from '../../electron/contract/result.ts';

/** Waits before the same command is sent again, in milliseconds; about four seconds in all. */
export const RETRY_DELAYS_MS: readonly number[] = [250, 500, 1_000, 2_000];

export interface CommandTools {
  newCommandId(): string;
  wait(delayMs: number): Promise<void>;
}

/**
 * Carries out one intention of a person. The command id is made once and stays the same over every
 * retry, so that a server which did the work but could not say so does not do it twice.
 *
 * @returns the server's answer; `unavailable` once every retry has failed.
 */
export async function runIntention<T>(
  tools: CommandTools,
  send: (commandId: string) => Promise<Result<T, ApiError>>,
  commandId: string = tools.newCommandId(),
): Promise<Result<T, ApiError>> {
  let answer = await send(commandId);
  for (const delayMs of RETRY_DELAYS_MS) {
    if (answer.ok || answer.error.code !== 'unavailable') return answer;
    await tools.wait(delayMs);
    answer = await send(commandId);
  }
  return answer;
}

/** The tools of a page. */
export const browserCommandTools: CommandTools = {
  // Also where the page is plain HTTP on another host, where crypto.randomUUID does not exist.
  newCommandId: () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      hex.slice(12, 16),
      hex.slice(16, 20),
      hex.slice(20),
    ].join('-');
  },
  wait: (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
};
