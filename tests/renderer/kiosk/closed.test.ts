import { describe, expect, it } from 'vitest';
import { type Action, newJourney } from '../../../renderer/kiosk/journey/journey.ts';
import { lastOffering, rules, rulesClosed, seconds, take, toFinal, walk } from './walk.ts';

const go = (actions: readonly Action[]) => walk(actions, newJourney(rulesClosed), rulesClosed);

const toOffering: Action[] = [{ type: 'begin' }, { type: 'needChosen', offeringId: lastOffering }];

describe('a closed office', () => {
  it('lets everything be read', () => {
    expect(go(toOffering).place.name).toBe('offering');
    expect(go([...toOffering, { type: 'helpOpened' }]).place.name).toBe('help');
    expect(go([...toOffering, { type: 'noticesOpened' }]).place.name).toBe('notices');
  });

  it('says when it opens to whoever wants a number', () => {
    expect(go(toFinal).place.name).toBe('closed');
    expect(go([...toOffering, { type: 'offeringConfirmed' }]).place.name).toBe('closed');
    expect(
      go([{ type: 'begin' }, { type: 'mandatedOpened' }, { type: 'mandatedConfirmed' }]).place.name,
    ).toBe('closed');
  });

  it('asks for no code', () => {
    expect(go([{ type: 'codeAsked' }]).place.name).toBe('attract');
  });

  it('gives way by itself once the office opens', () => {
    const { journey } = go([...toOffering, { type: 'offeringConfirmed' }]);
    const opened = walk(seconds(1), journey, rules);
    expect(opened.place).toEqual({ name: 'offering', offeringId: lastOffering });
    expect(walk([{ type: 'offeringConfirmed' }], opened.journey).place.name).toBe('appointment');
  });
});

describe('an office that gives no more numbers before it closes', () => {
  const codesOnly = { ...rulesClosed, takesCodes: true };
  const goOn = (actions: readonly Action[]) => walk(actions, newJourney(codesOnly), codesOnly);
  const scanned: Action = { type: 'codeScanned', text: 'MI-4821' };

  it('checks in who has an appointment, from the first screen', () => {
    const { effects } = goOn([{ type: 'codeAsked' }, scanned, take]);
    expect(effects).toMatchObject([{ request: { wish: { type: 'checkIn', code: 'MI-4821' } } }]);
  });

  it('checks them in from where it says that there are no numbers', () => {
    const { effects } = goOn([...toFinal, { type: 'codeAsked' }, scanned, take]);
    expect(effects).toMatchObject([{ request: { wish: { type: 'checkIn', code: 'MI-4821' } } }]);
  });

  it('leads back there who has no code at hand', () => {
    const { place } = goOn([...toFinal, { type: 'codeAsked' }, { type: 'codeMissing' }]);
    expect(place.name).toBe('closed');
  });
});

describe('someone on the way when the office closes', () => {
  const closed: Action = { type: 'notIssued', commandId: 'first', problem: 'officeClosed' };
  const atFinal = walk(toFinal).journey;

  it('asks the server all the same, and is told so at the end', () => {
    const { journey, effects } = walk([take, closed], atFinal, rulesClosed);
    expect(effects).toHaveLength(1);
    expect(journey.number).toEqual({ status: 'refused', reason: 'officeClosed' });
  });

  it('takes the number when the office has opened again meanwhile', () => {
    const told = walk([take, closed], atFinal, rulesClosed).journey;
    const { effects } = walk([{ type: 'takeNumber', commandId: 'second' }], told, rules);
    expect(effects).toMatchObject([{ request: { commandId: 'second' } }]);
  });
});
