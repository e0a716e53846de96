/**
 * An expected end of a command: its message is one sentence for the person at the terminal, who
 * gets no stack trace. Everything else that is thrown is a fault of ours and keeps its trace.
 */
export class Stop extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'Stop';
    this.exitCode = exitCode;
  }
}

/**
 * Runs a command's main function and turns a {@link Stop} into its sentence and exit code. It ends
 * the process itself: electron-builder brings a hook (async-exit-hook) that ends every process left
 * to end by itself with 0, whatever its exit code was to be.
 */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  try {
    process.exit(await main());
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(error.exitCode);
  }
}
