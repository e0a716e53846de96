import type { ApiError } from '../../electron/contract/errors.ts';
import type { OperationName } from '../../electron/contract/operations.ts';
import type { Result } from '../../electron/contract/result.ts';

export type Answer = Result<unknown, ApiError>;

/** One intention of a person, and all that was answered to it. Times are of one steady clock. */
export type Command = {
  readonly officeId: string;
  readonly commandId: string;
  readonly name: OperationName;
  readonly input: Readonly<Record<string, unknown>>;
  /** The counter of who asked; null at a kiosk. */
  readonly counter: string | null;
  readonly sentAtMs: number;
  /** Without those that only say "not now". */
  readonly answers: readonly { readonly atMs: number; readonly answer: Answer }[];
  /** A copy was still on its way after the answer: what was refused then may be done later. */
  readonly mayComeLate: boolean;
};

type OpenCommand = Command & { answers: Command['answers'][number][]; mayComeLate: boolean };

/** The value of the first good answer; null where there is none. */
export function acknowledgement({ answers }: Command): { atMs: number; value: unknown } | null {
  for (const { atMs, answer } of answers) if (answer.ok) return { atMs, value: answer.value };
  return null;
}

/** What every client asked and was told, as it happened. */
export class History {
  readonly #commands = new Map<string, OpenCommand>();
  readonly #waiting = new Set<{ readonly tickets: number; readonly resolve: () => void }>();
  #tickets = 0;

  get commands(): readonly Command[] {
    return [...this.#commands.values()];
  }

  /** Tickets that were acknowledged. */
  get tickets(): number {
    return this.#tickets;
  }

  ask(asked: Pick<Command, 'officeId' | 'commandId' | 'name' | 'input' | 'counter'>): void {
    const sentAtMs = performance.now();
    this.#commands.set(asked.commandId, { ...asked, sentAtMs, answers: [], mayComeLate: false });
  }

  answer(commandId: string, answer: Answer): void {
    const command = this.#commands.get(commandId);
    if (command === undefined) throw new Error('An answer to nothing');
    const isNews = acknowledgement(command) === null;
    command.answers.push({ atMs: performance.now(), answer });
    if (!answer.ok || !isNews || command.name !== 'issueTicket') return;
    this.#tickets += 1;
    for (const waiting of this.#waiting) {
      if (waiting.tickets > this.#tickets) continue;
      this.#waiting.delete(waiting);
      waiting.resolve();
    }
  }

  /** The network keeps a copy of the command, to send it when nobody expects it any more. */
  noteCopy(commandId: string): void {
    const command = this.#commands.get(commandId);
    if (command !== undefined) command.mayComeLate = true;
  }

  /** Waits until so many tickets were acknowledged. */
  async reached(tickets: number): Promise<void> {
    if (this.#tickets >= tickets) return;
    await new Promise<void>((resolve) => this.#waiting.add({ tickets, resolve }));
  }

  /** As it is at this moment; later answers do not show in it. */
  snapshot(): Command[] {
    return this.commands.map((command) => ({ ...command, answers: [...command.answers] }));
  }
}
