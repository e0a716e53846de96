// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { placeInSight } from '../../../../renderer/kiosk/journey/journey.ts';
import { textsIn } from '../../../support/texts.ts';
import { issued, printed, rules, seconds, take, toFinal } from '../walk.ts';
import { heardKiosk } from './heard-kiosk.tsx';

const italian = textsIn('it');
const english = textsIn('en');

const {
  store,
  act: go,
  press,
  hear,
} = heardKiosk({
  words: (texts) => [
    texts.spoken('kiosk.voice.welcome'),
    texts.spoken('kiosk.voice.unspoken'),
    texts.spoken('kiosk.attract.title'),
    texts.spoken('kiosk.needs.title'),
    texts.spoken('kiosk.ticket.title'),
    texts.spoken('kiosk.voice.darkNow'),
    texts.spoken('kiosk.voice.lightNow'),
  ],
  main: (journey, texts) => {
    const { name } = placeInSight(journey);
    if (name === 'number') return <h1>{texts.t('kiosk.ticket.title')}</h1>;
    return <h1>{texts.t(name === 'attract' ? 'kiosk.attract.title' : 'kiosk.needs.title')}</h1>;
  },
});

it('hears a language that somebody has chosen before, and the first one again', async () => {
  const inEnglish = english.spoken('kiosk.needs.title');
  for (const _person of ['first', 'second']) {
    await press('F2');
    await hear(italian.spoken('kiosk.attract.title'));
    await go({ type: 'languageChosen', language: 'en' });
    expect(await hear(inEnglish)).toEqual([inEnglish]);
    await go({ type: 'languageChosen', language: 'it' });
    expect(await hear(italian.spoken('kiosk.needs.title'))).toHaveLength(1);
    await go({ type: 'finished' });
  }
});

it('hears whether others can see the screen', async () => {
  await press('F2');
  await hear(italian.spoken('kiosk.attract.title'));
  await press('F9');
  expect(await hear(italian.spoken('kiosk.voice.darkNow'))).toHaveLength(1);
  await press('F9');
  expect(await hear(italian.spoken('kiosk.voice.lightNow'))).toHaveLength(1);
});

it('hears the number again before it goes', async () => {
  await press('F2');
  await hear(italian.spoken('kiosk.attract.title'));
  await go(...toFinal, take, issued, printed);
  const number = italian.spoken('kiosk.ticket.title');
  await hear(number);
  await go(...seconds(rules.returnAfterTicketSeconds - 10));
  expect(await hear(number)).toEqual([number]);
  expect(placeInSight(store().getJourney()).name).toBe('number');
});
