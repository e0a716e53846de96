import { err, ok } from '../../../contract/result.ts';
import type { HandlerParts, Handlers } from './context.ts';
import { counterHandlers } from './counter-handlers.ts';
import { dayHandlers } from './day-handlers.ts';
import { deviceHandlers } from './device-handlers.ts';
import { helpHandlers } from './help-handlers.ts';
import { sessionHandlers } from './session-handlers.ts';
import { ticketHandlers } from './ticket-handlers.ts';

/** How old the word on whether the database can be written may be. */
const HEALTH_CACHE_MS = 1_000;

export function createHandlers(parts: HandlerParts): Handlers {
  return {
    health: healthHandler(parts),
    ...sessionHandlers(parts),
    ...dayHandlers(parts),
    ...ticketHandlers(parts),
    ...counterHandlers(parts),
    ...helpHandlers(parts),
    ...deviceHandlers(parts),
  };
}

/** Asked by anybody, so the database is written at most once a second for it. */
function healthHandler({ store, nowMs, version }: HandlerParts): Handlers['health'] {
  let lastProbe: { readonly atMs: number; readonly answer: Promise<boolean> } | null = null;
  return async () => {
    const atMs = nowMs();
    if (lastProbe === null || Math.abs(atMs - lastProbe.atMs) >= HEALTH_CACHE_MS) {
      lastProbe = { atMs, answer: store.canWrite() };
    }
    return (await lastProbe.answer) ? ok({ status: 'ok', version }) : err({ code: 'unavailable' });
  };
}
