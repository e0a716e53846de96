import { join } from 'node:path';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../electron/content/load-content.ts';
import {
  noticePhrases,
  offeringPhrases,
  territorialOfficePhrases,
} from '../../../renderer/text/content-phrases.ts';
import { TextProvider, useText } from '../../../renderer/text/text-context.tsx';
import { createTranslator, wholeMinutes } from '../../../renderer/text/translator.ts';

const loaded = loadContent({ baseDir: join(import.meta.dirname, '..', '..', '..', 'content') });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error, null, 2));
const content = loaded.value;
const italian = createTranslator(content, 'it');
const english = createTranslator(content, 'en');
const arabic = createTranslator(content, 'ar');

function Greeting() {
  return <p>{useText().t('kiosk.needs.title')}</p>;
}

describe('texts', () => {
  it('count people as the language does', () => {
    expect(italian.t('kiosk.ticket.ahead', { count: 0 })).toBe('Prima di lei non c’è nessuno.');
    expect(italian.t('kiosk.ticket.ahead', { count: 1 })).toBe('Prima di lei c’è 1 persona.');
    expect(english.t('kiosk.ticket.ahead', { count: 12 })).toBe('There are 12 people before you.');
  });

  it('write the digits that the paper and the board show', () => {
    expect(arabic.t('kiosk.ticket.ahead', { count: 12 })).toBe('قبلكم 12 شخصًا.');
    expect(arabic.date('2026-11-23')).toBe('23 نوفمبر 2026');
  });

  it('say what they show, unless a spoken form is written', () => {
    expect(italian.spoken('kiosk.frame.back')).toBe('Indietro');
    expect(italian.phrase('kiosk.frame.notices')).toEqual({
      text: 'Privacy',
      spoken: 'Privacy: come usiamo i suoi dati',
    });
  });

  it('carry the spoken form of what stands inside them', () => {
    const call = { code: italian.ticketCode('A042'), counter: '3' };
    expect(italian.phrase('board.call.announcement', call)).toEqual({
      text: 'A042, sportello 3',
      spoken: 'Numero A, zero quarantadue. Sportello 3.',
    });
  });

  it('fall back to Italian, text by text, when a translation is missing', () => {
    const { 'kiosk.needs.title': _, ...rest } = content.texts['en'] ?? {};
    const partial = createTranslator({ ...content, texts: { ...content.texts, en: rest } }, 'en');
    expect(partial.t('kiosk.needs.title')).toBe('Di che cosa ha bisogno?');
    expect(partial.t('kiosk.frame.back')).toBe('Back');
  });

  it('are Italian for a language that is not there', () => {
    expect(createTranslator(content, 'xx').language.code).toBe('it');
  });

  it('surprise the developer who names one that does not exist', () => {
    expect(() => italian.phraseAt('kiosk.none')).toThrow('kiosk.none');
  });
});

describe('a ticket is said so that a person recognises it', () => {
  it.each([
    ['A001', 'A, zero zero uno', 'A, zero zero one'],
    ['A042', 'A, zero quarantadue', 'A, zero forty-two'],
    ['B100', 'B, cento', 'B, one hundred'],
    ['C999', 'C, novecento novantanove', 'C, nine hundred ninety-nine'],
  ])('%s', (code, inItalian, inEnglish) => {
    expect(italian.ticketCode(code)).toEqual({ text: code, spoken: inItalian });
    expect(english.ticketCode(code).spoken).toBe(inEnglish);
  });
});

describe('times and days', () => {
  it('are of the office, in 24 hours, on both sides of the change of clock', () => {
    expect(italian.time(Date.UTC(2026, 9, 24, 12, 5)).text).toBe('14:05');
    expect(italian.time(Date.UTC(2026, 9, 26, 12, 5)).text).toBe('13:05');
    expect(italian.time(Date.UTC(2026, 0, 1, 23, 0)).text).toBe('00:00');
  });

  it('are said as people say them', () => {
    expect(italian.time(Date.UTC(2026, 0, 5, 13, 5)).spoken).toBe('le 14 e 5');
    expect(italian.time(Date.UTC(2026, 0, 5, 12, 0)).spoken).toBe('le 13');
    expect(italian.time(Date.UTC(2026, 0, 5, 0, 0)).spoken).toBe('l’una');
  });

  it('a day is written in full, and a date does not slip to the day before', () => {
    expect(italian.date('2026-11-23')).toBe('23 novembre 2026');
    expect(english.date('2026-11-23')).toBe('23 November 2026');
    expect(italian.date(Date.UTC(2026, 10, 22, 23, 30))).toBe('23 novembre 2026');
  });

  it('days and lists are never English in a language of which the system knows nothing', () => {
    // The code is reserved for languages without one.
    const languages = content.languages.map((language) =>
      language.code === 'ar' ? { ...language, localeTag: 'qaa' } : language,
    );
    const unknown = createTranslator({ ...content, languages }, 'ar');
    expect(unknown.date('2026-11-23')).toBe('23/11/2026');
    expect(unknown.weekday(Date.UTC(2026, 10, 22, 23, 30))).toBe('23/11/2026');
    expect(unknown.list([1, 2, 3])).toBe('1, 2, 3');
    expect(italian.list([1, 2, 3])).toBe('1, 2 e 3');
  });

  it('waiting is told in whole minutes', () => {
    expect(italian.minutes(59_000).text).toBe('meno di un minuto');
    expect(italian.minutes(60_000).text).toBe('1 minuto');
    expect(english.minutes(12 * 60_000 + 1).text).toBe('12 minutes');
    expect(wholeMinutes(-5)).toBe(0);
  });

  it('how long it may take is told as a range, never as a promise', () => {
    expect(italian.waitingRange({ fromMinutes: 10, toMinutes: 25 })).toEqual({
      text: 'circa 10–\u206025 minuti',
      spoken: 'circa da 10 a 25 minuti',
    });
    expect(english.waitingRange({ fromMinutes: 5, toMinutes: 5 }).text).toBe('about 5 minutes');
    expect(italian.waitingRange({ fromMinutes: 0, toMinutes: 0 }).text).toBe('meno di un minuto');
  });

  it('a telephone number is said digit by digit', () => {
    expect(italian.phone('020202')).toEqual({ text: '020202', spoken: '0 2 0 2 0 2' });
  });
});

describe('texts on rights', () => {
  const [notice] = content.notices;
  if (!notice) throw new Error('There is no notice.');

  it('stand beside the Italian until a named person has reviewed the translation', () => {
    const { title } = noticePhrases(english, notice);
    expect(title.text).toBe('When you ask the Social Service for help');
    expect(title.italian?.text).toBe('Quando chiede aiuto al Servizio Sociale');
  });

  it('stand alone once reviewed, and in Italian', () => {
    const reviewed = createTranslator(
      {
        ...content,
        reviewedKeys: { en: [`notices.${notice.id}.title`] },
      },
      'en',
    );
    expect(noticePhrases(reviewed, notice).title.italian).toBeNull();
    expect(noticePhrases(reviewed, notice).line.italian).not.toBeNull();
    expect(noticePhrases(italian, notice).title.italian).toBeNull();
  });
});

describe('texts of the data', () => {
  it('every offering has its words in every language, and no word on what to bring unless known', () => {
    for (const translator of [italian, english]) {
      for (const { id } of content.offerings) {
        const { bring, more, ...phrases } = offeringPhrases(translator, id);
        expect(bring).toBeNull();
        expect(more?.text).not.toBe('');
        for (const { text } of Object.values(phrases)) expect(text).not.toBe('');
      }
    }
  });
});

describe('the list of offices', () => {
  const address = (id: string) => {
    const office = content.offices.offices.find((one) => one.id === id);
    if (!office) throw new Error(`There is no office ${id}.`);
    return territorialOfficePhrases(italian, office);
  };

  it('writes the address, and leaves out a postal code in doubt', () => {
    expect(address('tibaldi').address.text).toBe('Viale Tibaldi 41, 20136 Milano');
    expect(address('rugabella').address.text).toBe('Via Rugabella 4, Milano');
    expect(address('rugabella').note?.spoken).toBe('Scala A, quarto piano');
  });

  it('says which one is reached by telephone only', () => {
    expect(address('segesta').access.text).toBe('Solo per telefono');
  });
});

describe('in React', () => {
  it('components get the texts of the language in use', () => {
    const page = (languageCode: string) =>
      renderToString(
        <TextProvider content={content} languageCode={languageCode}>
          <Greeting />
        </TextProvider>,
      );
    expect(page('it')).toBe('<p>Di che cosa ha bisogno?</p>');
    expect(page('en')).toBe('<p>What do you need?</p>');
  });

  it('a component outside the provider is a mistake that is named', () => {
    expect(() => renderToString(<Greeting />)).toThrow('TextProvider');
  });
});
