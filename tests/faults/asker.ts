import type { ApiError } from '../../electron/contract/errors.ts';
import type {
  OperationInput,
  OperationName,
  OperationOutput,
} from '../../electron/contract/operations.ts';
import type { Result } from '../../electron/contract/result.ts';
import { runIntention } from '../../renderer/client/command-runner.ts';
import type { Client } from '../support/client.ts';
import type { History } from './history.ts';
import type { Random } from './random.ts';

/** How often someone asks again what was answered already: a second tap, a reloaded page. */
const ASKED_AGAIN = 0.05;

type CommandName = {
  [N in OperationName]: OperationInput<N> extends { commandId: string } ? N : never;
}[OperationName];

export type AskerOptions = {
  readonly client: Client;
  readonly officeId: string;
  readonly history: History;
  readonly random: Random;
  /** Waits until it is worth while to ask again. */
  readonly untilUp: () => Promise<void>;
  /** Done after each answer, before the next is asked. */
  readonly onAnswer?: () => Promise<void>;
};

/** Someone who asks as the screens do, and writes down what was asked and answered. */
export class Asker {
  readonly #options: AskerOptions;

  constructor(options: AskerOptions) {
    this.#options = options;
  }

  /** Gives a command, with one id over every retry, until it is done or refused. */
  async ask<N extends CommandName>(
    name: N,
    input: Omit<OperationInput<N>, 'commandId'>,
    counter: string | null = null,
  ): Promise<Result<OperationOutput<N>, ApiError>> {
    const { history, officeId, random, onAnswer } = this.#options;
    const commandId = random.uuid();
    history.ask({ officeId, commandId, name, input, counter });
    const whole = { ...input, commandId } as unknown as OperationInput<N>;
    const answer = await this.#untilAnswered(name, whole, commandId);
    history.answer(commandId, answer);
    await onAnswer?.();
    if (answer.ok && random.chance(ASKED_AGAIN)) {
      history.answer(commandId, await this.#untilAnswered(name, whole, commandId));
    }
    return answer;
  }

  /** The same for what has no command id, since repeating it changes nothing. */
  request<N extends OperationName>(
    name: N,
    input: OperationInput<N>,
  ): Promise<Result<OperationOutput<N>, ApiError>> {
    return this.#untilAnswered(name, input, '');
  }

  /** The screens give up after some seconds and the person taps again; here the tap follows. */
  async #untilAnswered<N extends OperationName>(
    name: N,
    input: OperationInput<N>,
    commandId: string,
  ): Promise<Result<OperationOutput<N>, ApiError>> {
    const { client, untilUp, random } = this.#options;
    const tools = { newCommandId: () => random.uuid(), wait: untilUp };
    for (;;) {
      await untilUp();
      const answer = await runIntention(tools, () => client.call(name, input), commandId);
      if (answer.ok || answer.error.code !== 'unavailable') return answer;
    }
  }
}
