import { connect, type Socket } from 'node:net';
import { err, ok, type Result } from '../contract/result.ts';
import type { UnreachableReason } from './ticket-printer.ts';

export type ConnectError = { readonly code: 'unreachable'; readonly reason: UnreachableReason };
export type SendError = { readonly code: 'connectionLost' } | { readonly code: 'peerNotReading' };

/** How a conversation came to its end. */
export type ConnectionEnd =
  /** Both sides said goodbye, so the other side has read everything. */
  | 'closed'
  /** The other side or the network broke it off. */
  | 'lost'
  /** We gave up waiting and closed the socket. */
  | 'abandoned';

export type ConnectOptions = {
  readonly host: string;
  readonly port: number;
  readonly connectMs: number;
  /** Called for all that arrives, from the first byte to the last. */
  readonly onBytes: (bytes: Uint8Array) => void;
};

/** One TCP conversation with a device that may talk at any moment. */
export interface TcpConnection {
  /** Settles when nothing more can arrive: the other side ended, or the socket closed. */
  readonly silenced: Promise<void>;
  /** Hands bytes to the network, no faster than the other side takes them. */
  send(bytes: Uint8Array, stallMs: number): Promise<Result<void, SendError>>;
  /**
   * Ends our side and goes on reading until the other side ends too, or for `patienceMs`.
   * A socket that is closed with unread bytes in it answers with a reset, and a reset makes the
   * other side throw away what it has received but not yet read: the end of the ticket.
   */
  finish(patienceMs: number): Promise<ConnectionEnd>;
  /** Closes at once, whatever is under way. Harmless when closed already. */
  abandon(): void;
}

// Small enough for the stall clock to see progress, large enough to fill a packet.
const chunkBytes = 8_192;

/** Opens a connection, or says why there is none. */
export function openTcpConnection(
  options: ConnectOptions,
): Promise<Result<TcpConnection, ConnectError>> {
  const { host, port, connectMs, onBytes } = options;
  return new Promise((resolve) => {
    // Half-open on purpose: a printer that ends its side first must not end ours mid-ticket.
    const socket = connect({ host, port, allowHalfOpen: true, noDelay: true });
    const timer = setTimeout(() => fail('timedOut'), connectMs);
    const onError = (error: Error) => fail(unreachableReason(error));
    const fail = (reason: UnreachableReason) => {
      clearTimeout(timer);
      // An error may still follow the decision; without a listener it would end the process.
      socket.on('error', () => {});
      socket.destroy();
      resolve(err({ code: 'unreachable', reason }));
    };
    socket.once('error', onError);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', onError);
      resolve(ok(overSocket(socket, onBytes)));
    });
  });
}

function overSocket(socket: Socket, onBytes: (bytes: Uint8Array) => void): TcpConnection {
  let hasFailed = false;
  let isAbandoned = false;
  socket.on('data', onBytes);
  socket.on('error', () => {
    hasFailed = true;
  });
  const closed = new Promise<ConnectionEnd>((resolve) => {
    socket.once('close', () => resolve(hasFailed ? 'lost' : isAbandoned ? 'abandoned' : 'closed'));
  });
  const silenced = new Promise<void>((resolve) => {
    socket.once('end', resolve);
    socket.once('close', () => resolve());
  });

  const abandon = () => {
    isAbandoned = true;
    socket.destroy();
  };

  const sendChunk = (chunk: Uint8Array, stallMs: number): Promise<Result<void, SendError>> =>
    new Promise((resolve) => {
      if (socket.destroyed) {
        resolve(err({ code: 'connectionLost' }));
        return;
      }
      const timer = setTimeout(() => resolve(err({ code: 'peerNotReading' })), stallMs);
      // The callback comes once the kernel has taken the bytes, or with the socket's error.
      socket.write(chunk, (error) => {
        clearTimeout(timer);
        resolve(error ? err({ code: 'connectionLost' }) : ok(undefined));
      });
    });

  return {
    silenced,
    async send(bytes, stallMs) {
      for (let start = 0; start < bytes.length; start += chunkBytes) {
        const sent = await sendChunk(bytes.subarray(start, start + chunkBytes), stallMs);
        if (!sent.ok) return sent;
      }
      return ok(undefined);
    },
    async finish(patienceMs) {
      const timer = setTimeout(abandon, patienceMs);
      socket.end();
      const end = await closed;
      clearTimeout(timer);
      return end;
    },
    abandon,
  };
}

const reasons: Readonly<Record<string, UnreachableReason>> = {
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timedOut',
  ENOTFOUND: 'hostNotFound',
  EAI_AGAIN: 'hostNotFound',
  EHOSTUNREACH: 'noRoute',
  ENETUNREACH: 'noRoute',
  EHOSTDOWN: 'noRoute',
  ECONNRESET: 'connectionLost',
};

function unreachableReason(error: Error): UnreachableReason {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return reasons[code] ?? 'other';
}
