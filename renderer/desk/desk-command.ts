import type { ApiError } from '../../electron/contract/errors.ts';
import type { OperationInput, OperationOutput } from '../../electron/contract/operations.ts';
import type { Result } from '../../electron/contract/result.ts';
import type { SportelloClient } from '../client/sportello-client.ts';
import type { Phrase } from '../text/phrase.ts';
import type { Translator } from '../text/translator.ts';

/** The operations that change something, as the desk asks for them. */
export type CommandName =
  | 'issueTicket'
  | 'checkIn'
  | 'importAppointments'
  | 'takeCounter'
  | 'changeQueues'
  | 'pauseCounter'
  | 'resumeCounter'
  | 'callNext'
  | 'callTicket'
  | 'recall'
  | 'startService'
  | 'closeTicket'
  | 'markNoShow'
  | 'returnTicket'
  | 'parkTicket'
  | 'resumeTicket'
  | 'cancelTicket'
  | 'transferTicket'
  | 'continueVisit'
  | 'undo'
  | 'startPaperRoll'
  | 'endPaperRoll'
  | 'callPaperNumber';

/** One intention of the person at the desk: an operation, and what it is about. */
export interface DeskCommand<N extends CommandName = CommandName> {
  readonly name: N;
  /** All but the command id, which belongs to the sending. */
  readonly input: Omit<OperationInput<N>, 'commandId'>;
  /** What to say when it is done; null where the screen shows it anyway. */
  done(texts: Translator, answer: OperationOutput<N>): Phrase | null;
}

/** The same intention pressed again is the same text: a lost answer is then asked for again. */
export function intentionOf<N extends CommandName>({ name, input }: DeskCommand<N>): string {
  return `${name} ${JSON.stringify(input)}`;
}

/** Sends a command under an id. */
export function sendCommand<N extends CommandName>(
  client: SportelloClient,
  { name, input }: DeskCommand<N>,
  commandId: string,
): Promise<Result<OperationOutput<N>, ApiError>> {
  // TypeScript does not see that what was left out of the input is put back.
  return client.call(name, { ...input, commandId } as unknown as OperationInput<N>);
}
