import { z } from 'zod';
import { FEED_START_CHANNEL, HOST_CHANNEL, OPERATION_CHANNEL } from '../contract/bridge.ts';
import type { ApiError } from '../contract/errors.ts';
import { type HostOperationName, hostOperations, type WindowRole } from '../contract/host.ts';
import { type OperationName, operations, operationsOf } from '../contract/operations.ts';
import { err, ok, type Result } from '../contract/result.ts';
import type { HostAnswers } from './host-operations.ts';
import type { Log } from './log.ts';
import type { CallOperation } from './operation-relay.ts';

/** The part of Electron's IpcMainInvokeEvent that the gate looks at. */
export interface IpcEvent {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly url: string; readonly parent: object | null } | null;
}

/** The part of Electron's ipcMain that the gate needs. */
export interface IpcReceiver {
  handle(channel: string, listener: (event: IpcEvent, message: unknown) => unknown): void;
}

/** Which window a web-contents is, and the only page from which it may speak. */
export interface Pass {
  readonly role: WindowRole;
  /** For example `app://sportello/kiosk/`. */
  readonly pageUrl: string;
  readonly host: HostAnswers;
  /** Where the window's operations go; the ticket window has none. */
  readonly callOperation?: CallOperation;
  /** Begins, or begins again, the window's feed. */
  readonly startFeed?: () => void;
}

export interface IpcGate {
  /** From now on, this web-contents may ask what its role allows. */
  admit(contentsId: number, pass: Pass): void;
  dismiss(contentsId: number): void;
}

type Answer = Promise<Result<unknown, ApiError>>;

const requestSchema = z.strictObject({ name: z.string(), input: z.unknown() });

/**
 * The one way into this process. Each message is checked in this order: who sent it (a known
 * window, from its main frame, on exactly its page), what it says (Zod), whether the role may ask
 * for it. What fails gets a typed error; nothing is thrown across.
 */
export function openIpc(receiver: IpcReceiver, log: Log): IpcGate {
  const passes = new Map<number, Pass>();

  function refuse(channel: string, why: 'sender' | 'role'): Result<never, ApiError> {
    log({ event: 'requestRefused', channel, why });
    return err({ code: 'forbidden' });
  }

  function badRequest(channel: string, error: z.ZodError): Result<never, ApiError> {
    log({ event: 'requestRefused', channel, why: 'input' });
    const problems = error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      message: issue.message,
    }));
    return err({ code: 'badRequest', problems });
  }

  function serve(channel: string, answer: (pass: Pass, message: unknown) => Answer): void {
    receiver.handle(channel, async (event, message) => {
      // Synchronously: once the page has gone elsewhere, its frame can no longer be read.
      const pass = passOf(event, passes);
      if (pass === null) return JSON.stringify(refuse(channel, 'sender'));
      const result = await answer(pass, message).catch((error: unknown) => {
        log({ event: 'hostOperationFailed', name: channel, message: String(error) });
        return err({ code: 'internal' });
      });
      return JSON.stringify(result);
    });
  }

  serve(OPERATION_CHANNEL, async (pass, message) => {
    const request = requestSchema.safeParse(message);
    if (!request.success) return badRequest(OPERATION_CHANNEL, request.error);
    const { name } = request.data;
    const { callOperation, role } = pass;
    if (callOperation === undefined || role === 'ticket' || !mayAsk(role, name)) {
      return refuse(OPERATION_CHANNEL, 'role');
    }
    const input = operations[name].input.safeParse(request.data.input);
    if (!input.success) return badRequest(OPERATION_CHANNEL, input.error);
    return callOperation(name, input.data);
  });

  serve(HOST_CHANNEL, async (pass, message) => {
    const request = requestSchema.safeParse(message);
    if (!request.success) return badRequest(HOST_CHANNEL, request.error);
    const { name } = request.data;
    if (!isHostOperation(name)) return refuse(HOST_CHANNEL, 'role');
    const access: readonly WindowRole[] = hostOperations[name].access;
    if (!access.includes(pass.role)) return refuse(HOST_CHANNEL, 'role');
    const input = hostOperations[name].input.safeParse(request.data.input);
    if (!input.success) return badRequest(HOST_CHANNEL, input.error);
    // The table gives each name its own input and answer; here they are any of them.
    const answer = pass.host[name] as (input: unknown) => Promise<Result<unknown, ApiError>>;
    return answer(input.data);
  });

  serve(FEED_START_CHANNEL, async (pass, message) => {
    if (message !== undefined) return refuse(FEED_START_CHANNEL, 'role');
    if (pass.startFeed === undefined) return refuse(FEED_START_CHANNEL, 'role');
    pass.startFeed();
    return ok({});
  });

  return {
    admit: (contentsId, pass) => void passes.set(contentsId, pass),
    dismiss: (contentsId) => void passes.delete(contentsId),
  };
}

/** Whose pass an event carries; null for a stranger, a frame within a page, or another page. */
function passOf(event: IpcEvent, passes: ReadonlyMap<number, Pass>): Pass | null {
  const pass = passes.get(event.sender.id);
  const frame = event.senderFrame;
  if (pass === undefined || frame === null || frame.parent !== null) return null;
  return withoutFragment(frame.url) === pass.pageUrl ? pass : null;
}

function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at === -1 ? url : url.slice(0, at);
}

function mayAsk(role: Exclude<WindowRole, 'ticket'>, name: string): name is OperationName {
  return (operationsOf(role) as readonly string[]).includes(name);
}

function isHostOperation(name: string): name is HostOperationName {
  return Object.hasOwn(hostOperations, name);
}
