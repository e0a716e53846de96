import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../electron/content/load-content.ts';
import { formsOf, queueForOffering } from '../../electron/contract/content-rules.ts';
import { errorStatus } from '../../electron/contract/errors.ts';
import { queueLetterSchema } from '../../electron/contract/vocabulary.ts';

const loaded = loadContent({ baseDir: join(import.meta.dirname, '..', '..', 'content') });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error, null, 2));
const content = loaded.value;
const italian = content.texts['it'] ?? {};

describe('the service, as the Comune describes it', () => {
  it('offers nine things, each answered by one queue of the office', () => {
    expect(content.offerings).toHaveLength(9);
    for (const { id } of content.offerings) {
      expect(queueLetterSchema.safeParse(queueForOffering(content.office, id)).success).toBe(true);
    }
  });

  it('tells of the five services on a mandate, and gives no number for them by name', () => {
    expect(content.mandatedServices).toHaveLength(5);
    for (const { id } of content.mandatedServices) {
      expect(queueForOffering(content.office, id)).toBeNull();
      expect(italian[`mandated-services.${id}.access`]).toMatch(/non si chiede da qui/);
    }
  });

  it('has nineteen offices, without the coordinates that are wrong and the hours that are not theirs', () => {
    expect(content.offices.offices).toHaveLength(19);
    const keys = new Set(content.offices.offices.flatMap((office) => Object.keys(office)));
    expect([...keys].filter((key) => /lat|lon|hour|orari|mail/i.test(key))).toEqual([]);
  });

  it('reaches all of them but Piazzale Segesta 11 by appointment', () => {
    const others = content.offices.offices.filter(({ access }) => access !== 'by-appointment');
    expect(others.map(({ street, streetNumber }) => `${street} ${streetNumber}`)).toEqual([
      'Piazzale Segesta 11',
    ]);
  });

  it('has a main office in each of the nine Municipi', () => {
    const main = content.offices.offices.filter(({ rank }) => rank === 'main');
    expect(main.map(({ municipio }) => municipio)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('refuses nobody: each answer, or the question that follows it, ends with a number or a person', () => {
    const { questions, outcomes } = content.residence;
    const endsOf = (questionId: string): (string | undefined)[] =>
      questions
        .find(({ id }) => id === questionId)
        ?.answers.flatMap(({ next }) =>
          'question' in next
            ? endsOf(next.question)
            : [outcomes.find(({ id }) => id === next.outcome)?.endsWith],
        ) ?? [];
    expect(questions[0]?.answers.map(({ id }) => id)).toEqual(['yes', 'urgent', 'no', 'unknown']);
    const [yes, ...others] = endsOf(content.residence.start);
    expect(yes).toBe('ticket');
    expect(new Set(others)).toEqual(new Set(['person']));
  });

  it('has a way for pregnancy, minors, people without a home, asylum and who comes from elsewhere', () => {
    const asked = content.residence.questions[1]?.answers.map(({ id }) => id);
    expect(asked).toEqual(['family', 'minor', 'no-home', 'protection', 'citizen', 'other']);
  });

  it('gives the official addresses of both notices', () => {
    expect(
      content.notices.map(({ officialUrl }) => officialUrl?.split('/').at(-1) ?? null),
    ).toEqual([
      'informativa-privacy-servizio-sociale-primo-livello',
      'informativa-privacy-servizio-sociale-secondo-livello',
      null,
      null,
    ]);
  });

  it('has one notice for each of the kiosk’s paths, and one for staff', () => {
    const paths = content.notices.flatMap(({ onPath }) => onPath ?? []);
    expect(paths).toEqual(['own-initiative', 'mandate']);
    expect(content.notices.filter(({ readers }) => readers === 'staff')).toHaveLength(1);
  });

  it('shows 112 and 1522 as help', () => {
    expect(content.help.contacts.map(({ phone }) => phone)).toEqual(['112', '1522']);
  });
});

describe('the demo office', () => {
  it('says that it is invented, and has the people that a first day needs', () => {
    expect(content.office.invented).toBe(true);
    expect(content.office.accounts.map(({ role }) => role)).toEqual([
      'operator',
      'operator',
      'supervisor',
      'administrator',
    ]);
    expect(content.office.counters.map(({ id }) => id)).toEqual(['1', '2', '3', '4']);
  });

  it('holds no password', () => {
    expect(JSON.stringify(content.office)).not.toMatch(/passw/i);
  });
});

describe('the texts', () => {
  it('explain every error the server can answer with', () => {
    for (const code of Object.keys(errorStatus)) {
      expect(italian[`errors.${code}`], code).toBeDefined();
    }
  });

  it('never read an e-mail address or a web address aloud as it is written', () => {
    for (const texts of Object.values(content.texts)) {
      for (const [key, text] of Object.entries(texts)) {
        expect(formsOf(text).spoken, key).not.toMatch(/@|https?:|www\.|→|</);
      }
    }
  });
});
