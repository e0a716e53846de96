// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type Action, placeInSight } from '../../../renderer/kiosk/journey/journey.ts';
import { JourneyScreen } from '../../../renderer/kiosk/journey-screen.tsx';
import { KioskContext } from '../../../renderer/kiosk/kiosk-context.ts';
import { textsIn } from '../../support/texts.ts';
import { pageRoot } from '../page-root.ts';
import { kioskValue } from './kiosk-value.ts';
import { content, lastOffering, toFinal, walk } from './walk.ts';

const begin: Action = { type: 'begin' };
const toResidence: Action[] = [
  begin,
  { type: 'nextPage' },
  { type: 'needChosen', offeringId: lastOffering },
  { type: 'offeringConfirmed' },
  { type: 'appointmentAnswered', entry: 'walkIn' },
];
const notice = (layer: 'short' | 'points'): Action[] => [
  { type: 'noticesOpened' },
  { type: 'noticeOpened', noticeId: 'first-level', layer },
];

/** Screens on people's rights, and words on each whose Italian must stand beside them. */
const screens: readonly [string, readonly Action[], readonly string[]][] = [
  [
    'a question on residence',
    toResidence,
    ['residence.residence.title', 'residence.residence-yes.label', 'residence.residence-no.line'],
  ],
  ['the last screen, by the short way', toFinal, ['kiosk.final.notice']],
  [
    'the last screen, after an answer',
    [...toResidence, { type: 'residenceAnswered', answerId: 'yes' }],
    ['kiosk.final.notice'],
  ],
  ['who the service is for', [begin, { type: 'audienceOpened' }], ['kiosk.audience.milanBody']],
  [
    'the offices of another Municipio',
    [begin, { type: 'finderOpened' }, { type: 'municipioChosen', municipio: 7 }],
    ['kiosk.finder.elsewhere'],
  ],
  ['a child alone', [begin, { type: 'youngOpened' }], ['kiosk.young.papers']],
  ['the list of notices', [{ type: 'noticesOpened' }], ['notices.first-level.title']],
  ['a notice in short', notice('short'), ['notices.first-level.title']],
  ['a notice, point by point', notice('points'), ['notices.first-level.title']],
];

/** What some of the words name. */
const values = { number: content.office.municipio ?? 0 };

const page = pageRoot();

async function show(language: string, actions: readonly Action[]): Promise<Element> {
  const { journey } = walk(actions);
  await page.render(
    <KioskContext value={kioskValue({ journey, texts: textsIn(language) })}>
      <JourneyScreen place={placeInSight(journey)} />
    </KioskContext>,
  );
  const shown = document.querySelector('.page');
  if (shown === null) throw new Error('No screen is drawn');
  return shown;
}

describe.each(screens)('%s', (_, actions, keys) => {
  it('has the Italian beside a translation that awaits review, and says why', async () => {
    const { textContent: text } = await show('fr', actions);
    const word = textsIn('fr').t('common.translationAwaitsReview');
    expect(text.split(word)).toHaveLength(2);
    for (const key of keys) expect(text).toContain(textsIn('it').phraseAt(key, values).text);
  });

  it('is in Italian alone where Italian is read', async () => {
    const shown = await show('it', actions);
    expect(shown.textContent).not.toContain(textsIn('it').t('common.translationAwaitsReview'));
    expect(shown.querySelector('[data-beside]')).toBeNull();
  });
});
