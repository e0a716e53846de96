import type { ApiError } from '../../electron/contract/errors.ts';
import type { Result } from '../../electron/contract/result.ts';

/**
 * The command ids of a screen. An intention that got no answer keeps its id, so that whoever presses
 * again does not do it twice; until the person turns to something else, for then the same words
 * mean another thing: a number for the next one, not the number of the one before.
 */
export class CommandIds {
  readonly #newCommandId: () => string;
  /** Since the last command was sent. */
  #hasTurnedAway = false;
  #unanswered: { readonly intention: string; readonly commandId: string } | null = null;

  constructor(newCommandId: () => string) {
    this.#newCommandId = newCommandId;
  }

  idOf(intention: string): string {
    this.#hasTurnedAway = false;
    const known = this.#unanswered;
    return known?.intention === intention ? known.commandId : this.#newCommandId();
  }

  answered(intention: string, commandId: string, answer: Result<unknown, ApiError>): void {
    const isUnanswered = !answer.ok && answer.error.code === 'unavailable';
    this.#unanswered = isUnanswered && !this.#hasTurnedAway ? { intention, commandId } : null;
  }

  /** The person has turned to something else, perhaps without waiting for the answer. */
  forget(): void {
    this.#hasTurnedAway = true;
    this.#unanswered = null;
  }
}
