import { once } from 'node:events';
import { createServer } from 'node:http';
import { ok, type Result } from '../../contract/result.ts';
import { type ListenProblem, tryToListen } from '../listening.ts';
import { readPageFiles } from './page-files.ts';
import { createPhoneListener, type PhoneListenerOptions } from './phone-listener.ts';

export type PhoneOptions = {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** What comes before `/t/` in the address that phones use, without a "/" at its end. */
  readonly publicUrl: string;
  /** The built page. */
  readonly pageFolder: string;
};

export type RunningPhoneListener = {
  readonly port: number;
  readonly close: () => Promise<void>;
};

/** Starts the server for phones, which is apart from the one of desks and devices. */
export async function startPhoneListener(
  options: PhoneOptions & Omit<PhoneListenerOptions, 'files'>,
): Promise<Result<RunningPhoneListener, ListenProblem>> {
  const { host, port, publicUrl, pageFolder, log } = options;
  const publicPath = new URL(publicUrl).pathname.replace(/\/$/, '');
  const server = createServer({
    requestTimeout: 15_000,
    headersTimeout: 10_000,
    keepAliveTimeout: 65_000,
  });
  server.maxConnections = 512;
  const listening = await tryToListen(server, port, () => {
    server.listen({ host, port });
    return once(server, 'listening');
  });
  if (!listening.ok) return listening;
  // Only now, so that a port in use is said first; nothing has been asked yet.
  const files = readPageFiles(pageFolder, publicPath);
  server.on('request', createPhoneListener({ ...options, files }));
  log({ event: 'phonePagesStarted', port: listening.value });
  return ok({
    port: listening.value,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  });
}
