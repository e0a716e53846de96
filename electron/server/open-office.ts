import type { Content } from '../contract/content.ts';
import type { ContentTrouble } from '../contract/device-report.ts';
import type { View } from '../contract/views.ts';
import type { Access } from './auth/access.ts';
import { Counters } from './counters.ts';
import { DeviceTroubles } from './device-troubles.ts';
import { FeedHub, type ViewKind } from './feed/feed-hub.ts';
import { HelpCalls } from './help-calls.ts';
import { Later } from './later.ts';
import type { Log } from './log.ts';
import type { OfficeSetup } from './office.ts';
import { PhoneTokens } from './phone/phone-tokens.ts';
import { type Day, QueueService } from './queue-service.ts';
import type { Store } from './store/store.ts';
import { boardView } from './views/board-view.ts';
import { deskView } from './views/desk-view.ts';
import { kioskView } from './views/kiosk-view.ts';
import { WaitingRanges } from './waiting-ranges.ts';

export type OpenOfficeOptions = {
  readonly setup: OfficeSetup;
  readonly content: Content;
  /** Why the office's own files are not in use; null where they are. */
  readonly contentTrouble: ContentTrouble | null;
  readonly store: Store;
  readonly access: Access;
  readonly nowMs: () => number;
  readonly uptimeMs: () => number;
  readonly log: Log;
};

/** One office at work: its queue, who sits where, and who listens. */
export type OpenOffice = {
  readonly setup: OfficeSetup;
  readonly service: QueueService;
  readonly counters: Counters;
  readonly hub: FeedHub;
  readonly helpCalls: HelpCalls;
  readonly troubles: DeviceTroubles;
  readonly ranges: WaitingRanges;
  readonly content: Content;
  /** What leads a phone to its ticket. */
  readonly phoneTokens: PhoneTokens;
  /** The content of the office as JSON, for pages in a browser; anybody may ask for it. */
  readonly contentJson: string;
  /** What is to be done again and again; see `server.ts`. */
  readonly jobs: {
    readonly heartbeat: () => Promise<void>;
    readonly rollOver: () => Promise<void>;
    readonly vanishedDesks: () => Promise<void>;
    readonly learning: () => Promise<void>;
    readonly helpCalls: () => Promise<void>;
    readonly troubles: () => Promise<void>;
  };
  readonly close: () => void;
};

/**
 * Estimates follow a change, so that nobody waits for them to hear of a call or to get a number;
 * and waits do not change within a few seconds in a way that people notice.
 */
const ESTIMATE = { afterMs: 100, everyMs: 5_000 };

/**
 * Opens an office on what the store has of it.
 *
 * @throws LedgerDamage when the events of its day contradict each other.
 */
export async function openOffice(options: OpenOfficeOptions): Promise<OpenOffice> {
  const { setup, content, store, access, nowMs, uptimeMs, log } = options;
  const ranges = new WaitingRanges(store, setup);
  const { officeId } = setup;
  const helpCalls = new HelpCalls({ store, officeId, nowMs, onChange: () => hub.refresh() });
  const troubles = new DeviceTroubles({
    store,
    officeId,
    ownContent: options.contentTrouble,
    nowMs,
    onChange: () => hub.refresh(),
  });
  const hub: FeedHub = new FeedHub((day, kind) =>
    makeView({ setup, day, kind, ranges, helpCalls, troubles, nowMs: nowMs() }),
  );
  const estimateNow = ({ state }: Day): void => {
    try {
      ranges.estimate(state, nowMs());
    } catch (error) {
      // Without a range the queue works as well.
      log({ event: 'jobFailed', job: 'estimate', error: String(error) });
    }
  };
  const estimate = new Later<Day>({
    ...ESTIMATE,
    action: (day) => {
      estimateNow(day);
      hub.refresh();
    },
  });
  const service = await QueueService.start({
    store,
    office: setup,
    nowMs,
    uptimeMs,
    onChange: (day) => {
      hub.publish(day);
      estimate.ask(day);
    },
    onNewDay: (serviceDay) => log({ event: 'dayBegan', serviceDay }),
  });
  await ranges.learnBefore(service.day.serviceDay);
  estimateNow(service.day);
  // Whoever waited for help when the server stopped is still there.
  await helpCalls.refresh();
  await troubles.refresh();
  hub.publish(service.day);
  const counters = new Counters({ store, access, service, office: setup, nowMs });
  return {
    setup,
    service,
    counters,
    hub,
    helpCalls,
    troubles,
    ranges,
    content,
    phoneTokens: new PhoneTokens({ store, officeId, nowMs }),
    contentJson: JSON.stringify({ ...content, office: { ...content.office, accounts: [] } }),
    jobs: {
      heartbeat: () => {
        // Time changes them too.
        estimate.ask(service.day);
        return hub.beat();
      },
      rollOver: () => service.rollOver(),
      vanishedDesks: () => counters.releaseVanished(),
      learning: () => ranges.learnBefore(service.day.serviceDay),
      helpCalls: () => helpCalls.refresh(),
      troubles: () => troubles.refresh(),
    },
    close: () => {
      estimate.cancel();
      service.stop();
      helpCalls.stop();
      troubles.stop();
      hub.endAll();
    },
  };
}

type ViewQuestion = {
  readonly setup: OfficeSetup;
  readonly day: Day;
  readonly kind: ViewKind;
  readonly ranges: WaitingRanges;
  readonly helpCalls: HelpCalls;
  readonly troubles: DeviceTroubles;
  readonly nowMs: number;
};

function makeView({ setup, day, kind, ranges, helpCalls, troubles, nowMs }: ViewQuestion): View {
  const { serviceDay, state, calls } = day;
  switch (kind) {
    case 'kiosk':
      return kioskView({
        serviceDay,
        state,
        nowMs,
        ranges: ranges.latest,
        opensNextAtMs: setup.nextOpeningAfter(nowMs),
      });
    case 'board':
      return boardView(serviceDay, calls);
    case 'desk':
      return deskView({
        serviceDay,
        state,
        counters: setup.counters,
        nowMs,
        ranges: ranges.latest,
        helpCalls: helpCalls.open,
        troubles: troubles.open,
      });
  }
}
