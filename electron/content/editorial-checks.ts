import type { Content, ContentProblem } from '../contract/content.ts';
import { PUBLIC_LANGUAGE_FILES, STAFF_LANGUAGE_FILES } from '../contract/content-rules.ts';
import { problemAt } from './json-source.ts';
import type { LocatedText } from './language-source.ts';
import type { ReadContent } from './load-content.ts';
import { variantsOf } from './message.ts';

/**
 * The money of an amount, as the languages of the screens write it. In most of them Europe begins
 * alike; Chinese writes less behind a number.
 */
const MONEY = new RegExp(
  [
    '€|(?<!\\p{L})eur(?!\\p{L})',
    // Italian, English, French, Spanish, Romanian, Albanian and Filipino, with their endings.
    '(?<!\\p{L})(?:[ey]uro|evro)(?!p)\\p{L}{0,4}(?!\\p{L})',
    // Ukrainian, and Russian beside it.
    '(?<!\\p{L})[єе]вро(?!\\p{L})',
    '(?:يورو|[أا]ورو)(?![بغ])',
    '[欧歐]元|[\\p{Nd}十百千万]\\s*(?:元|[欧歐](?![盟洲]))',
    '(?:යුරෝ|යූරෝ)(?!ප)',
  ].join('|'),
  'iu',
);

/** Words that DESIGN §9 keeps off the screens, by language; "*" is every language. */
const forbiddenWords: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  '*': [
    [/[!¡！]/, 'Take the exclamation mark away: the screens keep calm.'],
    [/'/, 'Write the apostrophe as ’: the straight one has a meaning of its own in ICU messages.'],
    [/\b114\b/, 'Take 114 away until someone has verified it.'],
    [MONEY, 'Take the amount away: amounts change with every call.'],
    [/\S {2,}\S/, 'Leave one space.'],
  ],
  it: [
    [/\butent[ei]\b|\butenza\b/i, 'Say "persona", or speak to the person with "Lei".'],
    [/\brequisit[oi]\b/i, 'Say what the person can do next.'],
    [
      /\b(codesto|suddett[oaie]|predett[oaie]|qualora|nonché|altresì|ovvero)\b/i,
      'Use a plain word.',
    ],
    [/\b(effettuare|usufruire|recarsi|presso i nostri uffici)\b/i, 'Use a plain verb.'],
    [/\b(tuo|tua|tuoi|tue|clicca|tocca qui)\b/i, 'Speak to the person with "Lei".'],
  ],
  en: [
    [/\busers?\b/i, 'Say "person" or "you".'],
    [/\bclick\b/i, 'Say "touch".'],
  ],
};

interface Limit {
  readonly keys: RegExp;
  readonly maxCharacters?: number;
  readonly words?: readonly [least: number, most: number];
  readonly sentences?: number;
}

/** What fits its place on the screens at kiosk size, and what DESIGN §9 asks of tiles. */
const limits: readonly Limit[] = [
  { keys: /^offerings\.[^.]+\.label$/, words: [2, 5], maxCharacters: 34 },
  { keys: /^residence\.[^.]+\.label$/, words: [1, 5], maxCharacters: 34 },
  { keys: /^kiosk\..*Label$/, words: [1, 5], maxCharacters: 34 },
  { keys: /^help\.[^.]+\.label$/, words: [2, 5], maxCharacters: 34 },
  { keys: /^offerings\.[^.]+\.line$/, sentences: 1, maxCharacters: 64 },
  { keys: /^residence\.[^.]+\.(line|leads)$/, sentences: 1, maxCharacters: 48 },
  { keys: /^offerings\.[^.]+\.(what|whom|more)$/, sentences: 1, maxCharacters: 150 },
  { keys: /^kiosk\.frame\.(back|startAgain|help|notices|clear|language)$/, maxCharacters: 20 },
  { keys: /^kiosk\..*[tT]itle$/, maxCharacters: 48 },
  { keys: /^residence\.[^.]+\.title$/, maxCharacters: 48 },
  { keys: /^ticket\.paper\./, maxCharacters: 84 },
  { keys: /^board\.(call|latest)\.(title|counter|number)$/, maxCharacters: 24 },
  { keys: /^errors\./, maxCharacters: 140 },
];

/** How many sentences a text has; dots inside addresses and numbers do not end one. */
function countSentences(text: string): number {
  return text.split(/[.?…؟](?=\s|$)|[。？]/).filter((part) => part.trim() !== '').length;
}

/** Languages written without spaces between words. */
const SPACELESS = new Set(['zh']);

/** Characters as a person sees them: a letter and its marks are one. */
const graphemes = new Intl.Segmenter();

function limitProblem(code: string, text: LocatedText, limit: Limit): string | null {
  for (const variant of variantsOf(text.text)) {
    const words = variant.trim().split(/\s+/).length;
    const length = [...graphemes.segment(variant)].length;
    if (limit.maxCharacters !== undefined && length > limit.maxCharacters) {
      return `has ${length} characters, its place holds ${limit.maxCharacters}`;
    }
    if (limit.words && !SPACELESS.has(code) && (words < limit.words[0] || words > limit.words[1])) {
      return `has ${words} words, it should have from ${limit.words[0]} to ${limit.words[1]}`;
    }
    if (limit.sentences !== undefined && countSentences(variant) !== limit.sentences) {
      return `has ${countSentences(variant)} sentences, it should have ${limit.sentences}`;
    }
  }
  return null;
}

function textProblems(code: string, text: LocatedText): ContentProblem[] {
  const words = [...(forbiddenWords['*'] ?? []), ...(forbiddenWords[code] ?? [])];
  const found: ContentProblem[] = [];
  for (const [pattern, advice] of words) {
    const hit = pattern.exec(text.text) ?? pattern.exec(text.spoken);
    if (hit) {
      found.push(
        problemAt(text.source, text.path, `"${text.key}" says "${hit[0].trim()}"`, advice),
      );
    }
  }
  for (const limit of limits.filter(({ keys }) => keys.test(text.key))) {
    const reason = limitProblem(code, text, limit);
    if (reason !== null) {
      found.push(problemAt(text.source, text.path, `"${text.key}" ${reason}`, 'Say it shorter.'));
    }
  }
  return found;
}

/** How many of each the service has, by the page the project starts from and by ds1303. */
function countProblems(read: ReadContent, content: Content): ContentProblem[] {
  const expected: [file: string, list: string, rows: readonly unknown[], count: number][] = [
    ['offerings.json', 'offerings', content.offerings, 9],
    ['mandated-services.json', 'mandatedServices', content.mandatedServices, 5],
    ['offices.json', 'offices', content.offices.offices, 19],
  ];
  return expected.flatMap(([file, list, rows, count]) => {
    const source = read.sources.get(file);
    return source && rows.length !== count
      ? [
          problemAt(
            source,
            [list],
            `there are ${rows.length} ${list}, the service has ${count}`,
            'Complete the list, or correct the number in the check if the service has changed.',
          ),
        ]
      : [];
  });
}

function warnings(read: ReadContent, content: Content): ContentProblem[] {
  const found: ContentProblem[] = [];
  const warn = (file: string, path: (string | number)[], reason: string, advice: string): void => {
    const source = read.sources.get(file);
    if (source) {
      found.push({ ...problemAt(source, path, reason, advice), severity: 'warning' });
    }
  };
  content.languages.forEach(({ autonym, voice }, index) => {
    if (!('none' in voice)) return;
    warn(
      'languages.json',
      ['languages', index],
      `${autonym} has no voice: ${voice.none}`,
      'Record it (content/README.md), or name a voice that people understand.',
    );
  });
  for (const notice of content.notices) {
    const file = `notices/${notice.id}.json`;
    if (notice.status !== 'checked') {
      warn(
        file,
        ['status'],
        'the Comune has not checked this notice',
        'When it has, write "checked".',
      );
    }
    if (notice.officialUrl !== null && !notice.officialTexts['it']) {
      warn(
        file,
        ['officialUrl'],
        'the official text is missing',
        `Put it in notices/${notice.id}.official.it.md (or .txt) of the office’s content folder.`,
      );
    }
    for (const [code, { issue }] of Object.entries(notice.officialTexts)) {
      if (issue !== null) continue;
      warn(
        file,
        ['id'],
        `the official text in "${code}" does not say of when it is`,
        'Begin its file with the lines "---", "date: 2026-03-01" and "---".',
      );
    }
  }
  // The offices are not sorted on reading, so their positions are those of the file.
  content.offices.offices.forEach((office, index) => {
    if (office.caveats.includes('cap-unverified')) {
      warn(
        'offices.json',
        ['offices', index, 'cap'],
        `the CAP ${office.cap} of ${office.street} is doubtful`,
        'Verify it with the Comune.',
      );
    }
  });
  for (const [file, { isComplete, places }] of [
    ['quarters.json', content.quarters],
    ['streets.json', content.streets],
  ] as const) {
    if (isComplete) continue;
    warn(
      file,
      ['isComplete'],
      `the list has ${places.length} names and is not complete`,
      file === 'streets.json'
        ? 'Make it from the register of the Comune: npm run content:streets -- --help.'
        : 'Complete it from a source of the Comune, then write true.',
    );
  }
  return found;
}

/** For each file of a language: the texts that nobody has reviewed. */
function unreviewedTexts(read: ReadContent): ContentProblem[] {
  const found: ContentProblem[] = [];
  for (const [code, texts] of read.texts) {
    for (const name of [...PUBLIC_LANGUAGE_FILES, ...STAFF_LANGUAGE_FILES]) {
      const file = `languages/${code}/${name}.json`;
      const source = read.sources.get(file);
      const own = [...texts.values()].filter((text) => text.source === source);
      const missing = own.filter(({ review }) => review === null);
      if (source === undefined || missing.length === 0) continue;
      const keys = missing.map(({ key }) => key.slice(name.length + 1)).join(', ');
      found.push({
        ...problemAt(
          source,
          [],
          missing.length === own.length
            ? `all its ${own.length} texts await review`
            : `${missing.length} of ${own.length} texts await review: ${keys}`,
          'When a named person has read them: npm run content:review -- --help.',
        ),
        severity: 'warning',
      });
    }
  }
  return found;
}

/**
 * What does not stop the screens but should not be published: words, lengths, lists that are not
 * complete, and, as warnings, what is still to be done by people.
 */
export function editorialProblems(read: ReadContent): ContentProblem[] {
  const { content } = read;
  const words = [...read.texts].flatMap(([code, texts]) =>
    [...texts.values()].flatMap((text) => textProblems(code, text)),
  );
  if (!content) return words;
  return [
    ...words,
    ...countProblems(read, content),
    ...warnings(read, content),
    ...unreviewedTexts(read),
  ];
}
