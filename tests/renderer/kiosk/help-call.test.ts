import { describe, expect, it } from 'vitest';
import { SHOWN_FOR_SECONDS } from '../../../renderer/kiosk/journey/help-call.ts';
import { type Action, newJourney } from '../../../renderer/kiosk/journey/journey.ts';
import { rules, seconds, walk } from './walk.ts';

const toHelp: Action[] = [{ type: 'begin' }, { type: 'helpOpened' }];
const called = (commandId = 'one'): Action => ({ type: 'helpCalled', commandId });
const seen = (commandId = 'one'): Action => ({
  type: 'helpCallEnded',
  commandId,
  outcome: 'seen',
});

describe('a call for a person', () => {
  it('goes out once, however fast it is touched', () => {
    const { effects } = walk([...toHelp, called(), called('two')]);
    expect(effects).toEqual([{ type: 'callHelp', commandId: 'one' }]);
  });

  it('can be made from help and by a child alone, nowhere else', () => {
    const young: Action[] = [{ type: 'begin' }, { type: 'youngOpened' }];
    expect(walk([...young, called()]).effects).toHaveLength(1);
    expect(walk([{ type: 'begin' }, called()]).effects).toEqual([]);
  });

  it('says what became of it for some seconds, and then nothing any more', () => {
    const ended = walk([...toHelp, called(), seen()]).journey;
    expect(ended.helpCall).toMatchObject({ status: 'ended', outcome: 'seen' });
    expect(walk(seconds(SHOWN_FOR_SECONDS), ended).journey.helpCall.status).toBe('none');
  });

  it.each(['unseen', 'failed'] as const)(
    'that is %s does not promise afterwards that somebody comes',
    (outcome) => {
      const ended: Action = { type: 'helpCallEnded', commandId: 'one', outcome };
      const { journey } = walk([...toHelp, called(), ended, ...seconds(SHOWN_FOR_SECONDS)]);
      expect(journey.helpCall.status).toBe('unanswered');
      expect(walk([called('two')], journey).effects).toHaveLength(1);
    },
  );

  it('can be made again once that is over', () => {
    const { effects } = walk([...toHelp, called(), seen(), called('two')]);
    expect(effects).toHaveLength(2);
  });

  it('leaves no trace when the screen is emptied, nor its answer on the next person’s screen', () => {
    const { journey } = walk([...toHelp, called(), { type: 'clear' }, seen()]);
    expect(journey.helpCall.status).toBe('none');
  });

  it('leaves no trace for whoever comes after someone who went back to the first screen', () => {
    const back: Action[] = [{ type: 'back' }, { type: 'back' }];
    const { journey } = walk([...toHelp, called(), seen(), ...back]);
    const { journey: later } = walk(seconds(rules.idleWarningAfterSeconds), journey);
    expect(later).toEqual(newJourney(rules, later.session));
  });
});
