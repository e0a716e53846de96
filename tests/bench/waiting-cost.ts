import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { officeSetup } from '../../electron/server/office.ts';
import { deskView } from '../../electron/server/views/desk-view.ts';
import { MORNING_MS, repositoryContent } from '../support/in-process-server.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { openLocalServer } from './local-server.ts';
import { rounded, Samples } from './statistics.ts';

export type WaitingCost = {
  /** How many people wait, spread over 11 queues. */
  readonly waiting: number;
  readonly issue: ReturnType<Samples['summary']>;
  readonly callNext: ReturnType<Samples['summary']>;
  /** To make what the desks see, which is made at most twenty times a second. */
  readonly deskViewP50Ms: number;
};

export type WaitingCosts = {
  readonly rounds: number;
  readonly at: readonly WaitingCost[];
  /** At p50, the most people against the fewest. */
  readonly issueRatio: number;
  readonly callNextRatio: number;
};

/** What a number and a call cost with few and with many people waiting, taken in turn. */
export async function measureWaiting(
  levels: readonly number[],
  rounds: number,
): Promise<WaitingCosts> {
  const folder = temporaryFolder();
  const startedAt = performance.now();
  const nowMs = () => MORNING_MS + Math.round(performance.now() - startedAt);
  const places = await Promise.all(
    levels.map(async (waiting) => {
      const own = join(folder, String(waiting));
      mkdirSync(own);
      const server = await openLocalServer({
        ...{ folder: own, offices: 1, waiting, hasPriorities: true },
        nowMs,
      });
      return {
        ...{ waiting, server, office: server.offices[0] },
        ...{ issue: new Samples(), callNext: new Samples(), view: new Samples() },
      };
    }),
  );
  try {
    const { counters } = officeSetup(repositoryContent().office);
    for (let round = 0; round < rounds; round += 1) {
      for (let index = 0; index < places.length; index += 1) {
        const place = places[(round + index) % places.length];
        if (place === undefined) continue;
        await place.issue.time(() => place.office.issue());
        const { ticketId } = await place.callNext.time(() => place.office.callNext());
        await place.office.close(ticketId);
        const { serviceDay, state } = place.office.day();
        const ranges = { byTicket: new Map(), byQueue: new Map() };
        await place.view.time(() =>
          deskView({
            serviceDay,
            state,
            counters,
            nowMs: nowMs(),
            ranges,
            helpCalls: [],
            troubles: [],
          }),
        );
      }
    }
    const [fewest, most] = [places[0], places.at(-1)];
    return {
      rounds,
      at: places.map(({ waiting, issue, callNext, view }) => ({
        waiting,
        issue: issue.summary(),
        callNext: callNext.summary(),
        deskViewP50Ms: rounded(view.p50Ms),
      })),
      issueRatio: rounded((most?.issue.p50Ms ?? 0) / (fewest?.issue.p50Ms ?? 1)),
      callNextRatio: rounded((most?.callNext.p50Ms ?? 0) / (fewest?.callNext.p50Ms ?? 1)),
    };
  } finally {
    for (const { server } of places) await server.close();
    removeFolder(folder);
  }
}
