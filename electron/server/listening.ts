import type { Server } from 'node:http';
import { err, ok, type Result } from '../contract/result.ts';

/** Why a server cannot listen where it is to. */
export type ListenProblem = {
  readonly code: 'portInUse' | 'portNotAllowed' | 'addressNotHere';
  readonly port: number;
};

/** Has a server listen, and answers with its port: where 0 was asked for, any free one. */
export async function tryToListen(
  server: Server,
  port: number,
  listen: () => Promise<unknown>,
): Promise<Result<number, ListenProblem>> {
  try {
    await listen();
  } catch (error) {
    const problem = listenProblem(error, port);
    if (problem === null) throw error;
    return err(problem);
  }
  return ok(portOf(server));
}

/** The port of a TCP server that listens. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not a TCP server');
  return address.port;
}

function listenProblem(error: unknown, port: number): ListenProblem | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'EADDRINUSE':
      return { code: 'portInUse', port };
    case 'EACCES':
      return { code: 'portNotAllowed', port };
    case 'EADDRNOTAVAIL':
      return { code: 'addressNotHere', port };
    default:
      return null;
  }
}
