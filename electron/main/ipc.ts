import { FEED_START_CHANNEL, HOST_CHANNEL, OPERATION_CHANNEL } from '../contract/bridge.ts';
import type { ApiError } from '../contract/errors.ts';
import type { WindowRole } from '../contract/host.ts';
import { err, ok, type Result } from '../contract/result.ts';
import type { HostAnswers } from './host-operations.ts';
import { JsonText } from './json-text.ts';
import type { Log } from './log.ts';
import type { CallOperation } from './operation-relay.ts';
import type { Refusal } from './requests.ts';

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
  readonly host: () => Promise<HostAnswers>;
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

/** How requests are read: with it come all their schemas, which no window waits for to be opened. */
const requests = () => import('./requests.ts');

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

  function refuseRequest(channel: string, refusal: Refusal): Result<never, ApiError> {
    if (refusal.why === 'role') return refuse(channel, 'role');
    log({ event: 'requestRefused', channel, why: 'input' });
    return err(refusal.error);
  }

  function serve(channel: string, answer: (pass: Pass, message: unknown) => Answer): void {
    receiver.handle(channel, async (event, message) => {
      // Synchronously: once the page has gone elsewhere, its frame can no longer be read.
      const pass = passOf(event, passes);
      if (pass === null) return JSON.stringify(refuse(channel, 'sender'));
      const result = await answer(pass, message).catch(
        (error: unknown): Result<never, ApiError> => {
          log({ event: 'hostOperationFailed', name: channel, message: String(error) });
          return err({ code: 'internal' });
        },
      );
      return asJson(result);
    });
  }

  serve(OPERATION_CHANNEL, async ({ callOperation, role }, message) => {
    const { readOperation } = await requests();
    const request = readOperation(message, role);
    if (!request.ok) return refuseRequest(OPERATION_CHANNEL, request.error);
    if (callOperation === undefined) return refuse(OPERATION_CHANNEL, 'role');
    return callOperation(request.value.name, request.value.input);
  });

  serve(HOST_CHANNEL, async ({ host, role }, message) => {
    const { readHostOperation } = await requests();
    const request = readHostOperation(message, role);
    if (!request.ok) return refuseRequest(HOST_CHANNEL, request.error);
    // The table gives each name its own input and answer; here they are any of them.
    const answer = (await host())[request.value.name] as (
      input: unknown,
    ) => Promise<Result<unknown, ApiError>>;
    return answer(request.value.input);
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

function asJson(result: Result<unknown, ApiError>): string {
  if (!result.ok || !(result.value instanceof JsonText)) return JSON.stringify(result);
  return `{"ok":true,"value":${result.value.json}}`;
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
