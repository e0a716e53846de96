import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type TcpProxy = {
  readonly port: number;
  /** Lets the next request pass, and cuts the connection before its answer arrives. */
  readonly loseNextAnswer: () => void;
  /** How many answers were lost. */
  readonly lost: () => number;
  readonly close: () => Promise<void>;
};

/** Stands between a program and a server on this machine, where answers can be lost. */
export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  let isArmed = false;
  let lost = 0;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(targetPort, '127.0.0.1');
    let isLosing = false;
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
    near.on('data', (request) => {
      if (isArmed) [isArmed, isLosing] = [false, true];
      far.write(request);
    });
    far.on('data', (answer) => {
      if (!isLosing) {
        near.write(answer);
        return;
      }
      lost += 1;
      near.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not a TCP server');
  return {
    port: address.port,
    loseNextAnswer: () => {
      isArmed = true;
    },
    lost: () => lost,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
