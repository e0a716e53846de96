import { describe, expect, it } from 'vitest';
import { USUAL_DISPLAY } from '../../../renderer/kiosk/journey/display.ts';
import { type Action, newJourney } from '../../../renderer/kiosk/journey/journey.ts';
import { issued, lastOffering, printed, rules, seconds, take, toFinal, walk } from './walk.ts';

const changes: Action[] = [
  { type: 'settingsAsked' },
  { type: 'displayChanged', change: { textSize: 'largest' } },
  { type: 'displayChanged', change: { theme: 'contrast-dark' } },
  { type: 'displayChanged', change: { isLow: true } },
];
const changed = { textSize: 'largest', theme: 'contrast-dark', isLow: true };

describe('how a person sees the screen', () => {
  it('is as usual for whoever comes', () => {
    expect(newJourney(rules).display).toEqual(USUAL_DISPLAY);
  });

  it('changes at one touch each, while the dialog and the screen behind it stay', () => {
    const { journey, place } = walk([{ type: 'begin' }, ...changes]);
    expect(journey.display).toEqual(changed);
    expect(journey.choosing).toBe('settings');
    expect(place).toEqual({ name: 'needs', page: 0 });
  });

  it('can be chosen on the first screen, which stays', () => {
    expect(walk([...changes, { type: 'choiceClosed' }]).place.name).toBe('attract');
  });

  it('stays theirs to the number, and when they start again', () => {
    expect(walk([...changes, ...toFinal, take, issued]).journey.display).toEqual(changed);
    const again: Action[] = [
      { type: 'begin' },
      { type: 'needChosen', offeringId: lastOffering },
      { type: 'startAgain' },
    ];
    expect(walk([...changes, ...again]).journey.display).toEqual(changed);
  });

  it('is as usual again for the next person, however the last one left', () => {
    const given: Action[] = [...toFinal, take, issued, printed];
    const patience = rules.idleWarningAfterSeconds + rules.idleCountdownSeconds;
    const waysToLeave: Action[][] = [
      [{ type: 'begin' }, { type: 'clear' }],
      [...given, { type: 'finished' }],
      [...given, { type: 'startAgain' }],
      [...given, { type: 'choiceClosed' }, ...seconds(rules.returnAfterTicketSeconds)],
      [...given, ...seconds(patience)],
      [{ type: 'begin' }, ...seconds(patience)],
      // Only looked, on the first screen; with the dialog open, and with the dialog closed.
      seconds(patience),
      [{ type: 'choiceClosed' }, ...seconds(patience)],
    ];
    for (const way of waysToLeave) {
      const { journey } = walk([...changes, ...way]);
      expect(journey.display).toEqual(USUAL_DISPLAY);
      expect(journey.choosing).toBeNull();
    }
  });
});
