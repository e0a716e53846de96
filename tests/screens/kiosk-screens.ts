import { randomUUID } from 'node:crypto';
import { LONGEST_CODE } from '../../renderer/kiosk/journey/code.ts';
import type { PrinterScript } from '../fakes/printer.ts';
import type { Citizen } from '../office/citizen.ts';
import { APPOINTMENT } from '../office/import-appointment.ts';
import type { Look } from '../office/look.ts';
import type { Stage } from '../office/stage.ts';
import { touch } from '../office/touch.ts';
import {
  atCounter,
  client,
  must,
  openFeed,
  serveEverybody,
  takeTicket,
} from '../support/client.ts';
import { holdSeconds } from './hold-seconds.ts';

/** A screen by name, and how a person comes to stand before it. */
export interface KioskScreen {
  readonly name: string;
  /** Sets the stage, once for all looks. */
  readonly prepare?: (stage: Stage) => Promise<void>;
  /** A new person at the first screen; answers once the screen is there and at rest. */
  readonly reach: (citizen: Citizen, stage: Stage, look: Look) => Promise<void>;
  /** Puts the stage in order once the screen has been seen in all looks. */
  readonly leave?: (stage: Stage) => Promise<void>;
  /**
   * True where the screen cannot be set anew once it is there: something lies over the frame, or
   * what comes of it was made in one language.
   */
  readonly isReachedAnew?: boolean;
}

async function toNeeds(citizen: Citizen, pages = 1): Promise<void> {
  await citizen.touch('kiosk.attract.touch');
  await citizen.heading('kiosk.needs.title').waitFor();
  for (let page = 1; page < pages; page += 1) await citizen.touch('kiosk.needs.moreLabel');
}

async function toOffering(citizen: Citizen): Promise<void> {
  await toNeeds(citizen);
  await citizen.touch('offerings.economic-support.label');
  await citizen.choice('kiosk.offering.continueLabel').waitFor();
}

async function toResidence(citizen: Citizen): Promise<void> {
  await toOffering(citizen);
  await citizen.touch('kiosk.offering.continueLabel');
  await citizen.touch('kiosk.appointment.noLabel');
  await citizen.heading('residence.residence.title').waitFor();
}

const outcome = (answer: string, title: string): KioskScreen => ({
  name: `outcome-${title}`,
  async reach(citizen) {
    await toResidence(citizen);
    await citizen.touch(`residence.${answer}.label`);
    await citizen.heading(`residence.${title}.title`).waitFor();
  },
});

async function toFollowUp(citizen: Citizen): Promise<void> {
  await toResidence(citizen);
  await citizen.touch('residence.residence-no.label');
  await citizen.heading('residence.not-registered.title').waitFor();
}

const laterOutcome = (answer: string, title: string): KioskScreen => ({
  name: `outcome-${title}`,
  async reach(citizen) {
    await toFollowUp(citizen);
    await citizen.touch(`residence.not-registered-${answer}.label`);
    await citizen.heading(`residence.${title}.title`).waitFor();
  },
});

async function toFinder(citizen: Citizen): Promise<void> {
  await toNeeds(citizen);
  await citizen.touch('kiosk.needs.finderLabel');
  await citizen.heading('kiosk.finder.title').waitFor();
}

/** The offices of a Municipio, chosen by its number. */
const offices = (municipio: number): KioskScreen => ({
  name: `offices-${municipio}`,
  async reach(citizen) {
    await toFinder(citizen);
    const { text } = citizen.texts.phrase('offices.list.municipio', { number: municipio });
    await citizen.page.getByRole('button', { name: text }).click();
    await citizen.page.locator('.offices').waitFor();
  },
});

async function searchPlace(citizen: Citizen, text: string): Promise<void> {
  await toFinder(citizen);
  await citizen.touch('kiosk.finder.placeLabel');
  await citizen.heading('kiosk.finder.placeTitle').waitFor();
  // Keys, for a postal code cannot be written by touch.
  await citizen.page.keyboard.type(text);
}

/** The search for a street or quarter, with something written. */
const placeSearch = (name: string, text: string): KioskScreen => ({
  name: `place-search-${name}`,
  reach: (citizen) => searchPlace(citizen, text),
});

async function toPlace(citizen: Citizen, text: string, name: string): Promise<void> {
  await searchPlace(citizen, text);
  await citizen.page.getByRole('button', { name }).first().click();
}

async function toHelp(citizen: Citizen): Promise<void> {
  await toNeeds(citizen);
  await citizen.touchFrame('kiosk.frame.help');
  await citizen.heading('kiosk.help.title').waitFor();
}

async function toTicket(citizen: Citizen): Promise<void> {
  await citizen.walkToTheLastScreen('information');
  await citizen.takeNumber();
  await citizen.numberOnScreen();
}

/** Estimates follow a change at the desk by some seconds: the kiosk's feed tells when they are there. */
async function untilWaitsAreEstimated({ server }: Stage): Promise<void> {
  const feed = await openFeed(server.url, client(server.url, server.kioskToken).headers());
  for (;;) {
    const { view } = await feed.next();
    if (view.kind === 'kiosk' && view.queues.every(({ range }) => range !== null)) break;
  }
  feed.close();
}

/** The ticket, with what the screen says about the paper once that is known. */
export const ticket = (name: string, script: PrinterScript, says: string): KioskScreen => ({
  name,
  // The paper is in the person's language.
  isReachedAnew: says === 'kiosk.ticket.printed',
  async reach(citizen, stage) {
    stage.printer.follow(script);
    stage.printer.passOver();
    await toTicket(citizen);
    await citizen.page.getByText(citizen.texts.phraseAt(says).text).waitFor();
    stage.printer.follow({});
  },
});

const printedTicket = ticket('ticket-printed', {}, 'kiosk.ticket.printed');

async function toNotice(citizen: Citizen, id: string): Promise<void> {
  await toNeeds(citizen);
  await citizen.touchFrame('kiosk.frame.notices');
  await citizen.touch(`notices.${id}.title`);
}

const notice = (id: string, layer: 'short' | 'points' | 'full'): KioskScreen => ({
  name: `notice-${id}-${layer}`,
  async reach(citizen) {
    await toNotice(citizen, id);
    if (layer === 'points') await citizen.touch('kiosk.notices.readPoints');
    if (layer === 'full') await citizen.touch('kiosk.notices.readFull');
  },
});

/** A notice, with what has become of it on paper. */
const noticeOnPaper = (name: string, script: PrinterScript, says: string): KioskScreen => ({
  name: `notice-${name}`,
  // The paper is in the person's language, and comes once for each person.
  isReachedAnew: says === 'kiosk.notices.printed',
  async reach(citizen, { printer }) {
    printer.follow(script);
    printer.passOver();
    await toNotice(citizen, 'first-level');
    await citizen.touch('kiosk.notices.print');
    const said = citizen.page.getByText(citizen.texts.phraseAt(says).text);
    await said.scrollIntoViewIfNeeded();
  },
  leave: async ({ printer }) => printer.follow({}),
});

/** Asks for a person, and stays for what the screen says of it. */
async function callHelp(citizen: Citizen, says: string): Promise<void> {
  await toHelp(citizen);
  await holdSeconds(citizen.page);
  await citizen.touch('kiosk.help.callLabel');
  await citizen.page.getByText(citizen.texts.phraseAt(says).text).first().waitFor();
}

async function toSettings(citizen: Citizen): Promise<void> {
  await toNeeds(citizen);
  await citizen.touchFrame('kiosk.display.button');
  await citizen.page.getByRole('dialog').waitFor();
}

/** The settings while the voice speaks; in a language without one, which says so, as they are. */
async function toVoiceSettings(citizen: Citizen): Promise<boolean> {
  await toNeeds(citizen);
  const voice = citizen.page.locator('.frame__voice');
  const hasVoice = await voice.isEnabled();
  if (hasVoice) await touch(voice);
  await citizen.touchFrame('kiosk.display.button');
  await citizen.page.locator('.voice').scrollIntoViewIfNeeded();
  return hasVoice;
}

/** Lets some time pass without a touch, on a page whose clock is put into it for good. */
async function afterRest(
  { page }: Citizen,
  { stage, look, time }: { stage: Stage; look: Look; time: string },
): Promise<void> {
  // The page's timers follow a clock that is there before them.
  await page.clock.install();
  await toNeeds(await stage.citizen(look));
  await page.clock.runFor(time);
}

/** Screens of an office that gives no numbers, behind a first one; it is open again for the next. */
const withoutNumbers =
  (first: string, close: (stage: Stage) => Promise<void>) =>
  (name: string, title: string, reach: (citizen: Citizen) => Promise<void>): KioskScreen => ({
    name,
    isReachedAnew: title === first,
    prepare: close,
    async reach(citizen) {
      await citizen.heading(first).waitFor();
      await reach(citizen);
      await citizen.heading(title).waitFor();
    },
    leave: (stage) => stage.openOffice(),
  });

const closed = withoutNumbers('kiosk.attract.closedTitle', (stage) => stage.closeOffice());

const codesOnly = withoutNumbers('kiosk.attract.codesOnlyTitle', async (stage) => {
  await stage.importAppointment();
  await stage.takeCodesOnly();
});

/** To the screen that says that there are no numbers now. */
async function toClosed(citizen: Citizen): Promise<void> {
  await citizen.touch('kiosk.attract.closedTouch');
  await citizen.touch('offerings.economic-support.label');
  await citizen.touch('kiosk.needs.unsureLabel');
}

async function toClosedMeanwhile(citizen: Citizen, stage: Stage): Promise<void> {
  await citizen.walkToTheLastScreen('information');
  await stage.closeOffice();
  await citizen.takeNumber();
  await citizen.heading('kiosk.closed.title').waitFor();
}

/** The first screen of a day with appointments: it has one way more. */
async function toAttract(citizen: Citizen, stage: Stage): Promise<void> {
  await stage.importAppointment();
  // A kiosk that the server has just refused, for a screen before, asks again after 15 s.
  await citizen.choice('kiosk.attract.appointment').waitFor({ timeout: 30_000 });
}

async function toCode(citizen: Citizen, stage: Stage): Promise<void> {
  await toAttract(citizen, stage);
  await citizen.touch('kiosk.attract.appointment');
  await citizen.heading('kiosk.code.title').waitFor();
}

async function toFinalWithCode(citizen: Citizen, stage: Stage, code: string): Promise<void> {
  await toCode(citizen, stage);
  await citizen.writeCode(code);
  await citizen.touch('kiosk.code.confirmLabel');
  await citizen.heading('kiosk.final.title').waitFor();
}

/** Every screen of the kiosk. */
export const kioskScreens: readonly KioskScreen[] = [
  // A language chosen there begins.
  { name: 'attract', isReachedAnew: true, reach: toAttract },
  {
    name: 'languages',
    isReachedAnew: true,
    async reach(citizen) {
      await toNeeds(citizen);
      // Its name is also in the name of a voice that is missing in this language.
      await touch(citizen.page.locator('.frame__setting').last());
      await citizen.page.getByRole('dialog').waitFor();
    },
  },
  { name: 'needs-1', reach: (citizen) => toNeeds(citizen, 1) },
  { name: 'needs-2', reach: (citizen) => toNeeds(citizen, 2) },
  { name: 'needs-3', reach: (citizen) => toNeeds(citizen, 3) },
  { name: 'offering', reach: toOffering },
  {
    name: 'mandated',
    async reach(citizen) {
      await toNeeds(citizen, 3);
      await citizen.touch('kiosk.needs.mandatedLabel');
      await citizen.heading('kiosk.mandated.title').waitFor();
    },
  },
  {
    name: 'audience',
    async reach(citizen) {
      await toNeeds(citizen, 3);
      await citizen.touch('kiosk.needs.audienceLabel');
      await citizen.heading('kiosk.audience.title').waitFor();
    },
  },
  {
    name: 'young',
    async reach(citizen) {
      await toNeeds(citizen);
      await citizen.touch('kiosk.needs.youngLabel');
      await citizen.heading('kiosk.young.title').waitFor();
    },
  },
  { name: 'finder', reach: toFinder },
  offices(1),
  // The Municipio of this very office.
  offices(4),
  offices(6),
  offices(7),
  offices(9),
  placeSearch('empty', ''),
  placeSearch('found', 'AD'),
  placeSearch('nothing', 'XYZ'),
  placeSearch('postal-code', '20125'),
  {
    name: 'municipi',
    async reach(citizen) {
      await toPlace(citizen, 'ADDA', 'Via Adda');
      await citizen.heading('kiosk.finder.severalTitle').waitFor();
    },
  },
  {
    name: 'offices-of-a-quarter',
    async reach(citizen) {
      await toPlace(citizen, 'DERG', 'Dergano');
      await citizen.page.locator('.offices').waitFor();
    },
  },
  {
    name: 'appointment',
    async reach(citizen) {
      await toOffering(citizen);
      await citizen.touch('kiosk.offering.continueLabel');
      await citizen.heading('kiosk.appointment.title').waitFor();
    },
  },
  { name: 'residence', reach: toResidence },
  outcome('residence-yes', 'resident'),
  { name: 'residence-follow-up', reach: toFollowUp },
  laterOutcome('family', 'family'),
  laterOutcome('minor', 'minor'),
  laterOutcome('no-home', 'no-home'),
  laterOutcome('protection', 'protection'),
  laterOutcome('citizen', 'citizen'),
  laterOutcome('other', 'not-resident'),
  outcome('residence-unknown', 'to-find-out'),
  outcome('residence-urgent', 'urgent'),
  { name: 'final', reach: (citizen) => citizen.walkToTheLastScreen('economic-support') },
  {
    name: 'final-number-only',
    async reach(citizen) {
      await toNeeds(citizen);
      await citizen.touch('kiosk.needs.unsureLabel');
      await citizen.heading('kiosk.final.title').waitFor();
    },
  },
  printedTicket,
  ticket('ticket-no-paper', { condition: 'paperOut' }, 'kiosk.ticket.noPaper'),
  ticket('ticket-not-printed', { condition: 'coverOpen' }, 'kiosk.ticket.notPrinted'),
  // A printer that takes everything and says nothing.
  ticket(
    'ticket-unsure',
    { answersRealTime: [], answersWhenDone: false },
    'kiosk.ticket.printedUnsure',
  ),
  {
    name: 'ticket-priority',
    async reach(citizen) {
      await citizen.walkToTheLastScreen('information');
      await citizen.touch('kiosk.final.priorityLabel');
      await citizen.takeNumber();
      for (const says of ['kiosk.ticket.printed', 'kiosk.ticket.priority']) {
        await citizen.page.getByText(citizen.texts.phraseAt(says).text).waitFor();
      }
    },
  },
  {
    ...printedTicket,
    name: 'ticket-estimate',
    async reach(citizen, stage, look) {
      const { url, accounts } = stage.server;
      const staff = await atCounter(url, accounts.ada, '1');
      // Two before this one, not the many of other screens: a wait longer than the day has no estimate.
      await serveEverybody(staff);
      for (const _ of [1, 2]) must(await takeTicket(client(url, stage.server.kioskToken)));
      await untilWaitsAreEstimated(stage);
      await printedTicket.reach(citizen, stage, look);
      await citizen.page.locator('.ticket__range').waitFor();
      must(await staff.call('releaseCounter', {}));
    },
  },
  {
    name: 'server-gone',
    async reach(citizen, stage) {
      await citizen.walkToTheLastScreen('economic-support');
      await stage.server.stop();
      await citizen.takeNumber();
      await citizen.heading('kiosk.problems.serverGoneTitle').waitFor();
    },
    // The same command goes out again by itself, within seconds of this.
    leave: ({ server }) => server.restart(),
  },
  { name: 'help', reach: toHelp },
  {
    name: 'help-keys',
    // Whoever touches a setting uses no keys any more.
    isReachedAnew: true,
    async reach(citizen) {
      await toHelp(citizen);
      await citizen.page.keyboard.press('ArrowDown');
      const keysLine = citizen.page.getByText(citizen.texts.t('kiosk.help.keysLine'));
      await keysLine.scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'help-called',
    async reach(citizen, { server }) {
      const staff = await atCounter(server.url, server.accounts.ada, '1');
      await callHelp(citizen, 'kiosk.help.callDone');
      must(await staff.call('releaseCounter', {}));
    },
  },
  { name: 'help-unseen', reach: (citizen) => callHelp(citizen, 'kiosk.help.callUnseen') },
  {
    name: 'help-failed',
    async reach(citizen, { server }) {
      await server.stop();
      await callHelp(citizen, 'kiosk.help.callFailed');
    },
    leave: ({ server }) => server.restart(),
  },
  {
    name: 'notices',
    async reach(citizen) {
      await toNeeds(citizen);
      await citizen.touchFrame('kiosk.frame.notices');
      await citizen.heading('kiosk.notices.title').waitFor();
    },
  },
  notice('first-level', 'short'),
  notice('first-level', 'points'),
  notice('second-level', 'short'),
  notice('second-level', 'points'),
  notice('second-level', 'full'),
  notice('queue-system', 'short'),
  notice('queue-system', 'points'),
  noticeOnPaper('printed', {}, 'kiosk.notices.printed'),
  noticeOnPaper('not-printed', { condition: 'coverOpen' }, 'kiosk.notices.notPrinted'),
  noticeOnPaper('printing', { isDeaf: true }, 'kiosk.notices.printing'),
  {
    name: 'ticket-preparing',
    async reach(citizen, stage) {
      await citizen.walkToTheLastScreen('information');
      stage.server.process().freeze();
      await citizen.takeNumber();
      await citizen.heading('kiosk.printing.title').waitFor();
    },
    async leave(stage) {
      stage.server.process().goOn();
    },
  },
  {
    name: 'ticket-printing',
    async reach(citizen, stage) {
      stage.printer.follow({ isDeaf: true });
      await toTicket(citizen);
      await citizen.page.getByText(citizen.texts.t('kiosk.ticket.printing')).waitFor();
    },
    async leave(stage) {
      stage.printer.follow({});
    },
  },
  {
    name: 'queue-full',
    async reach(citizen, stage) {
      await stage.withOneNumberADay(async () => {
        const { url, kioskToken } = stage.server;
        await takeTicket(client(url, kioskToken), 'A');
        await citizen.walkToTheLastScreen('information');
        await citizen.takeNumber();
        await citizen.heading('kiosk.problems.queueFullTitle').waitFor();
      });
    },
  },
  {
    name: 'problem',
    async reach(citizen, stage) {
      await stage.withUnknownKiosk(async () => {
        await citizen.walkToTheLastScreen('information');
        await citizen.takeNumber();
        await citizen.heading('kiosk.problems.unexpectedTitle').waitFor();
      });
    },
  },
  closed('closed-attract', 'kiosk.attract.closedTitle', async () => {}),
  closed('closed-needs', 'kiosk.needs.title', (citizen) =>
    citizen.touch('kiosk.attract.closedTouch'),
  ),
  closed('closed', 'kiosk.closed.title', toClosed),
  {
    name: 'closed-meanwhile',
    reach: toClosedMeanwhile,
    leave: (stage) => stage.openOffice(),
  },
  {
    name: 'open-again',
    async reach(citizen, stage) {
      await toClosedMeanwhile(citizen, stage);
      await stage.openOffice();
      await citizen.heading('kiosk.closed.openTitle').waitFor();
    },
  },
  // From here on the day has a list of appointments.
  {
    name: 'appointments-attract',
    isReachedAnew: true,
    async reach(citizen, stage) {
      await stage.importAppointment();
      await citizen.choice('kiosk.attract.appointment').waitFor();
    },
  },
  {
    name: 'appointments-question',
    async reach(citizen, stage) {
      await stage.importAppointment();
      await toOffering(citizen);
      await citizen.touch('kiosk.offering.continueLabel');
      await citizen.heading('kiosk.appointment.title').waitFor();
    },
  },
  {
    name: 'appointments-final-number-only',
    async reach(citizen, stage) {
      await stage.importAppointment();
      await toNeeds(citizen);
      await citizen.touch('kiosk.needs.unsureLabel');
      await citizen.heading('kiosk.final.title').waitFor();
    },
  },
  codesOnly('codes-only-attract', 'kiosk.attract.codesOnlyTitle', async () => {}),
  codesOnly('codes-only', 'kiosk.closed.codesOnlyTitle', toClosed),
  { name: 'code', reach: toCode },
  {
    name: 'code-written',
    async reach(citizen, stage) {
      await toCode(citizen, stage);
      await citizen.writeCode(APPOINTMENT);
    },
  },
  {
    name: 'code-longest',
    async reach(citizen, stage) {
      await toCode(citizen, stage);
      await citizen.writeCode('W'.repeat(LONGEST_CODE));
    },
  },
  {
    name: 'code-unreadable',
    async reach(citizen, stage) {
      await toCode(citizen, stage);
      await citizen.scanCode('https://www.example.org/?a=1');
      await citizen.page.getByText(citizen.texts.t('kiosk.code.unreadable')).waitFor();
    },
  },
  {
    name: 'code-final',
    reach: (citizen, stage) => toFinalWithCode(citizen, stage, APPOINTMENT),
  },
  {
    name: 'code-unknown',
    async reach(citizen, stage) {
      await toFinalWithCode(citizen, stage, 'ZZ99');
      await citizen.takeNumber();
      await citizen.heading('kiosk.problems.unknownAppointmentTitle').waitFor();
    },
  },
  {
    name: 'code-used',
    async reach(citizen, stage) {
      await toCode(citizen, stage);
      const kiosk = client(stage.server.url, stage.server.kioskToken);
      // Where an earlier visit has used it already, it is used.
      await kiosk.call('checkIn', {
        commandId: randomUUID(),
        code: APPOINTMENT,
        hasPriority: false,
      });
      await citizen.scanCode(APPOINTMENT);
      await citizen.takeNumber();
      await citizen.heading('kiosk.problems.alreadyCheckedInTitle').waitFor();
    },
  },
  {
    name: 'cleared',
    isReachedAnew: true,
    async reach(citizen) {
      await toNeeds(citizen);
      await holdSeconds(citizen.page);
      await citizen.touchFrame('kiosk.frame.clear');
      await citizen.page.locator('.cleared').waitFor();
    },
  },
  {
    name: 'failed',
    async reach(citizen) {
      await toNeeds(citizen);
      // What the next screen puts its entries in order with; until the page is loaded anew.
      await citizen.page.evaluate(() => {
        Array.prototype.toSorted = () => {
          throw new Error('A screen that fails');
        };
      });
      await citizen.touchFrame('kiosk.frame.notices');
      await citizen.heading('kiosk.problems.unexpectedTitle').waitFor();
    },
  },
  {
    name: 'page-failed',
    // Nothing is left that could be set.
    isReachedAnew: true,
    async reach(citizen) {
      const { page } = citizen;
      await toNeeds(citizen);
      const fromEntries = await page.evaluateHandle(() => Object.fromEntries);
      // What every text is put together with: the next second fails to draw even the frame.
      await page.evaluate(() => {
        Object.fromEntries = () => {
          throw new Error('A page that fails');
        };
      });
      await page.locator('.wordless__lines').waitFor();
      // It would load itself anew.
      await holdSeconds(page);
      // What looks at the page next may use it too.
      await page.evaluate((working) => {
        Object.fromEntries = working;
      }, fromEntries);
    },
  },
  { name: 'settings', isReachedAnew: true, reach: toSettings },
  {
    name: 'settings-voice',
    isReachedAnew: true,
    async reach(citizen) {
      await toVoiceSettings(citizen);
    },
  },
  {
    name: 'settings-dark',
    isReachedAnew: true,
    async reach(citizen) {
      if (!(await toVoiceSettings(citizen))) return;
      await citizen.touch('kiosk.voice.darkLabel');
      await citizen.page.locator('.dark-screen').waitFor();
    },
  },
  // From here on the page has a clock of its own.
  {
    name: 'soon',
    isReachedAnew: true,
    async reach(citizen, stage, look) {
      await afterRest(citizen, { stage, look, time: '00:46' });
      await citizen.page.locator('.soon').waitFor();
    },
  },
  {
    name: 'idle',
    isReachedAnew: true,
    async reach(citizen, stage, look) {
      await afterRest(citizen, { stage, look, time: '01:05' });
      await citizen.page.getByRole('alertdialog').waitFor();
    },
  },
];
