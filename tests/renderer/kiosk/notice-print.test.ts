import { describe, expect, it } from 'vitest';
import { type Action, newJourney } from '../../../renderer/kiosk/journey/journey.ts';
import { printOf } from '../../../renderer/kiosk/journey/notice-print.ts';
import { rules, seconds, walk } from './walk.ts';

const toNotice: Action[] = [
  { type: 'begin' },
  { type: 'noticesOpened' },
  { type: 'noticeOpened', noticeId: 'first-level', layer: 'short' },
];
const ask: Action = { type: 'noticePrintAsked' };
const ended = (session: number): Action => ({
  type: 'noticePrintEnded',
  session,
  noticeId: 'first-level',
  outcome: 'printed',
  printer: 'ready',
});

describe('a notice on paper', () => {
  it('comes when it is asked for, in the language of the screen', () => {
    const { effects, journey } = walk([...toNotice, ask]);
    expect(effects).toEqual([
      { type: 'printNotice', session: 0, noticeId: 'first-level', language: 'it' },
    ]);
    expect(printOf(journey, 'first-level')?.paper).toEqual({ status: 'printing' });
  });

  it('comes once for each person, so that paper does not run out', () => {
    const { effects, journey } = walk([...toNotice, ask, ask, ended(0), ask]);
    expect(effects).toHaveLength(1);
    expect(printOf(journey, 'first-level')?.paper).toMatchObject({ outcome: 'printed' });
  });

  it('is not asked for where no notice is in sight', () => {
    expect(walk([{ type: 'begin' }, ask]).effects).toEqual([]);
  });

  it('leaves no trace for whoever finds the first screen that its reader came back to', () => {
    const left = walk([...toNotice, ask, ended(0), { type: 'back' }, { type: 'back' }]).journey;
    const alone = walk([{ type: 'back' }], left).journey;
    expect(walk([{ type: 'begin' }], alone).journey.noticePrints).toEqual([]);
    const atOnce: Action[] = [
      ...toNotice.slice(1),
      ask,
      ended(0),
      { type: 'back' },
      { type: 'back' },
    ];
    const patience = rules.idleWarningAfterSeconds + rules.idleCountdownSeconds;
    expect(walk([...atOnce, ...seconds(patience)]).journey).toEqual(newJourney(rules, 1));
  });

  it('leaves no trace for the next person, even where it ends late', () => {
    const { journey } = walk([...toNotice, ask, { type: 'clear' }, ended(0)]);
    expect(journey.noticePrints).toEqual([]);
  });
});
