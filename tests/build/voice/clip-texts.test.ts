import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clipTexts, NEVER_SAID } from '../../../build/voice/clip-texts.ts';
import { readContent } from '../../../electron/content/load-content.ts';
import { PUBLIC_LANGUAGE_FILES } from '../../../electron/contract/content-rules.ts';
import { cover } from '../../../renderer/kiosk/voice/cover.ts';
import { paragraphsOf } from '../../../renderer/text/notice-paragraphs.ts';
import { createTranslator } from '../../../renderer/text/translator.ts';

const read = readContent({ baseDir: join(import.meta.dirname, '../../../content') });
if (read.content === null) throw new Error(JSON.stringify(read.problems));
const { content, texts } = read;

const DAY_MS = 86_400_000;
const counts = [0, 1, 2, 3, 5, 11, 21, 60, 101, 120];

for (const { code, voice } of content.languages) {
  if ('none' in voice) continue;

  describe(`in "${code}" every text that a screen can show`, () => {
    const translator = createTranslator(content, code);
    const clips = clipTexts(content, code);
    const expectSaid = (text: string) => {
      expect(
        cover(text, (name) => clips.has(name)),
        text,
      ).not.toBeNull();
    };

    it('is said, whatever its values are', () => {
      const label = translator.phraseAt('offerings.information.label');
      const values = new Map<string, readonly unknown[]>([
        ['offering', [label]],
        ['name', [translator.phraseAt('offerings.information.officialName')]],
        ['time', [translator.time(Date.UTC(2026, 5, 1, 7, 5)), translator.time(0)]],
        ['day', [0, 3, 40, 300].map((day) => translator.weekday(day * DAY_MS))],
        ['date', content.notices.map(({ date }) => translator.date(date))],
        ['version', content.notices.map(({ version }) => version)],
        ['range', [translator.waitingRange({ fromMinutes: 10, toMinutes: 95 })]],
        ['people', [translator.phrase('kiosk.final.waiting', { count: 3 })]],
        ['phone', [translator.phone(content.offices.booking.phone)]],
        ['code', [{ text: 'AB12', spoken: 'A B 1 2' }]],
        ['letter', ['A', 'N']],
        ['words', ['0 42']],
        ['digits', ['042']],
        ['street', content.offices.offices.map(({ street }) => street)],
        ['streetNumber', content.offices.offices.map(({ streetNumber }) => streetNumber)],
        ['cap', ['20121']],
        [
          'source',
          [...content.quarters.sources, ...content.streets.sources].map(({ title }) => title),
        ],
      ]);
      for (const located of texts.get(code)?.values() ?? []) {
        const isSaid = PUBLIC_LANGUAGE_FILES.some((file) => located.key.startsWith(`${file}.`));
        if (!isSaid || NEVER_SAID.test(located.key)) continue;
        const names = [...located.placeholders.keys()];
        // The values of each place in turn; a place without values of its own takes counts.
        const rounds = Math.max(1, ...names.map((name) => (values.get(name) ?? counts).length));
        for (let round = 0; round < rounds; round += 1) {
          const taken = Object.fromEntries(
            names.map((name) => {
              const some = values.get(name) ?? counts;
              return [name, some[round % some.length]];
            }),
          );
          expectSaid(translator.phraseAt(located.key, taken as never).spoken);
        }
      }
    });

    it('is said of every number of a ticket', () => {
      for (let number = 1; number <= 999; number += 1) {
        expectSaid(translator.ticketCode(`A${String(number).padStart(3, '0')}`).spoken);
      }
    });

    it('is said of every day and every minute', () => {
      for (let day = 0; day < 366; day += 1) {
        expectSaid(translator.weekday(Date.UTC(2028, 0, 1, 12) + day * DAY_MS));
      }
      for (let minute = 0; minute < 1440; minute += 7) {
        expectSaid(translator.time(minute * 60_000).spoken);
      }
    });

    it('is said of every office, street, quarter and language', () => {
      for (const { name } of [...content.quarters.places, ...content.streets.places]) {
        expectSaid(name);
      }
      expectSaid(translator.localized(content.office.name));
      for (const { street, streetNumber } of content.offices.offices) {
        expectSaid(`${street} ${streetNumber}`);
      }
      const called = new Intl.DisplayNames([translator.language.localeTag], { type: 'language' });
      for (const language of content.languages) expectSaid(called.of(language.code) ?? '');
    });
  });
}

describe('the clips', () => {
  it('say each paragraph of an official notice, in the languages that it is there in', () => {
    const official = {
      format: 'markdown',
      text: '# Titolo\n\nUn testo\ndi prova.',
      issue: null,
    } as const;
    const notices = content.notices.map((notice) => ({
      ...notice,
      officialTexts: { it: official },
    }));
    const own = { ...content, notices };
    const clips = clipTexts(own, 'it');
    for (const { text } of paragraphsOf(official)) {
      expect(cover(text, (name) => clips.has(name))).toHaveLength(1);
    }
    expect(clips.get('Un testo di prova')).toBe('Un testo di prova.');
    expect(clipTexts(own, 'en').has('Un testo di prova')).toBe(false);
  });

  it('begin with a word, for a voice stumbles over signs', () => {
    for (const text of clipTexts(content, 'it').values()) expect(text).toMatch(/^[\p{L}\p{N}]/u);
  });

  it('leave out what is only printed', () => {
    expect([...clipTexts(content, 'it').values()].join('\n')).not.toContain(
      content.texts['it']?.['ticket.paper.title'] ?? 'no such text',
    );
  });
});
