import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { CLIP_FILE, CLIP_LIST_FILE } from '../contract/clip-name.ts';
import { clipIndexSchema } from '../contract/clips.ts';
import {
  audienceFileSchema,
  type Content,
  type ContentProblem,
  type ContentText,
  helpFileSchema,
  type Language,
  languagesFileSchema,
  mandatedServicesFileSchema,
  type Notice,
  noticeFileSchema,
  type OfficialNoticeText,
  offeringsFileSchema,
  officeFileSchema,
  officesFileSchema,
  placesFileSchema,
  residenceFileSchema,
  reviewsFileSchema,
} from '../contract/content.ts';
import { err, ok, type Result } from '../contract/result.ts';
import { MAX_FILE_BYTES } from './content-files.ts';
import { crossProblems, SOURCE_LANGUAGE } from './cross-checks.ts';
import { type JsonSource, parseJsonSource, problemAt, schemaProblems } from './json-source.ts';
import { type LocatedText, languageFilesOf, readLanguageSource } from './language-source.ts';
import { readOfficialText } from './official-text.ts';

export interface ContentFolders {
  /** The content that ships with the program. */
  readonly baseDir: string;
  /** The office's own: a file here takes the place of the shipped one of the same path. */
  readonly overrideDir?: string | undefined;
  /** Which of several offices, as `office/<name>.json`; without it there must be only one. */
  readonly officeFile?: string | undefined;
}

/** All that was read, with the places of the texts, for checks that go on from here. */
export interface ReadContent {
  /** Null when an error keeps it from being used. */
  readonly content: Content | null;
  readonly problems: ContentProblem[];
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, LocatedText>>;
  readonly sources: ReadonlyMap<string, JsonSource>;
}

const dataFiles = [
  'languages.json',
  'offerings.json',
  'mandated-services.json',
  'audience.json',
  'residence.json',
  'offices.json',
  'quarters.json',
  'streets.json',
  'help.json',
];

const officialTextPattern = /^([a-z0-9-]+)\.official\.([a-z]{2,3})\.(md|txt)$/;

function fileProblem(file: string, path: string, reason: string, advice: string): ContentProblem {
  return { severity: 'error', file, path, line: 1, reason, advice };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A file that is as its schema wants it. */
interface Read<T> {
  readonly data: T;
  readonly source: JsonSource;
}

/** An office's own files, whatever their names, take the place of the one that ships. */
function officeFilesIn(folders: readonly string[]): { folder: string; files: string[] } {
  for (const folder of folders) {
    const path = join(folder, 'office');
    const names = existsSync(path) ? readdirSync(path).filter((one) => one.endsWith('.json')) : [];
    if (names.length === 0) continue;
    return { folder, files: names.sort().map((name) => `office/${name}`) };
  }
  return { folder: folders.at(-1) ?? '', files: ['office/demo.json'] };
}

function foldersOf({ baseDir, overrideDir }: ContentFolders): string[] {
  return overrideDir && isFolder(overrideDir) ? [overrideDir, baseDir] : [baseDir];
}

class ContentReader {
  readonly problems: ContentProblem[] = [];
  readonly sources = new Map<string, JsonSource>();
  private readonly folders: string[];

  constructor(folders: ContentFolders) {
    this.folders = foldersOf(folders);
  }

  /** The file of that relative path that counts: the office's own before the shipped one. */
  locate(file: string): string | null {
    const folder = this.folders.find((one) => existsSync(join(one, file)));
    return folder === undefined ? null : join(folder, file);
  }

  /** Names in a folder, of the office's own copy first, each once. */
  namesIn(folder: string): string[] {
    return [
      ...new Set(
        this.folders.flatMap((one) => {
          const path = join(one, folder);
          return existsSync(path) && statSync(path).isDirectory() ? readdirSync(path).sort() : [];
        }),
      ),
    ];
  }

  text(file: string): { path: string; text: string } | null {
    const path = this.locate(file);
    if (path === null) {
      const expected = join(this.folders.at(-1) ?? '', file);
      this.problems.push(
        fileProblem(
          file,
          expected,
          'the file is missing',
          'Put it back from the program’s own copy.',
        ),
      );
      return null;
    }
    try {
      if (statSync(path).size > MAX_FILE_BYTES) {
        this.problems.push(
          fileProblem(
            file,
            path,
            'the file is larger than 2 MB',
            'Check that it is the right file.',
          ),
        );
        return null;
      }
      const bytes = readFileSync(path);
      return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    } catch (error) {
      const isEncoding = error instanceof TypeError;
      this.problems.push(
        fileProblem(
          file,
          path,
          isEncoding ? 'the file is not UTF-8 text' : `the file cannot be read (${String(error)})`,
          isEncoding ? 'Save it again as UTF-8.' : 'Check that the program may read it.',
        ),
      );
      return null;
    }
  }

  json(file: string): JsonSource | null {
    const read = this.text(file);
    if (!read) return null;
    const { source, problems } = parseJsonSource(file, read.path, read.text);
    this.problems.push(...problems);
    this.sources.set(file, source);
    return problems.length === 0 ? source : null;
  }

  data<S extends z.ZodType>(file: string, schema: S, whatToDo?: string): Read<z.output<S>> | null {
    const source = this.json(file);
    if (!source) return null;
    const parsed = schema.safeParse(source.value);
    if (parsed.success) return { data: parsed.data, source };
    this.problems.push(...schemaProblems(source, parsed.error, whatToDo));
    return null;
  }

  language(language: Language): Map<string, LocatedText> {
    const texts = new Map<string, LocatedText>();
    const reviewsFile = `languages/${language.code}/reviews.json`;
    const reviews =
      this.locate(reviewsFile) === null ? null : this.data(reviewsFile, reviewsFileSchema);
    for (const name of languageFilesOf(language)) {
      const source = this.json(`languages/${language.code}/${name}.json`);
      if (!source) continue;
      const read = readLanguageSource(name, source, reviews?.data.reviews ?? {});
      this.problems.push(...read.problems);
      // Texts that are missing are looked for beside others of their file: here there are none.
      if (read.texts.length === 0 && read.problems.length === 0) {
        this.problems.push(
          problemAt(
            source,
            [],
            'the file has no texts',
            'Translate the Italian file of this name.',
          ),
        );
      }
      for (const text of read.texts) texts.set(text.key, text);
    }
    return texts;
  }

  officialTexts(noticeId: string): Record<string, OfficialNoticeText> {
    const found: Record<string, OfficialNoticeText> = {};
    for (const name of this.namesIn('notices')) {
      const [, id, code, extension] = officialTextPattern.exec(name) ?? [];
      if (id !== noticeId || code === undefined || found[code]) continue;
      const read = this.text(`notices/${name}`);
      if (!read) continue;
      const official = readOfficialText(extension === 'md' ? 'markdown' : 'plain', read.text);
      if (official.ok) found[code] = official.value;
      else {
        const { reason, advice, line } = official.error;
        this.problems.push({
          ...fileProblem(`notices/${name}`, read.path, reason, advice),
          line,
        });
      }
    }
    return found;
  }

  notices(): Read<Notice>[] {
    const notices: Read<Notice>[] = [];
    for (const name of this.namesIn('notices').filter((one) => one.endsWith('.json'))) {
      const read = this.data(`notices/${name}`, noticeFileSchema);
      if (!read) continue;
      const { $schema: _, ...notice } = read.data;
      if (`${notice.id}.json` !== name) {
        this.problems.push(
          problemAt(
            read.source,
            ['id'],
            `the id "${notice.id}" differs from the name of the file`,
            'Make them equal.',
          ),
        );
      }
      notices.push({
        data: { ...notice, officialTexts: this.officialTexts(notice.id) },
        source: read.source,
      });
    }
    return notices.sort((a, b) => a.data.order - b.data.order);
  }

  /** The file of the only office there is. */
  officeFile(): string | null {
    const { folder, files } = officeFilesIn(this.folders);
    if (files.length === 1) return files[0] ?? null;
    this.problems.push(
      fileProblem(
        'office',
        join(folder, 'office'),
        `there are ${files.length} offices (${files.join(', ')})`,
        'Keep the file of the one that the program runs in.',
      ),
    );
    return null;
  }

  /** The lists of what an office has had spoken: a kiosk looks into them and says nothing. */
  clipLists(languages: readonly Language[]): void {
    for (const { code } of languages) {
      const file = `audio/${code}/${CLIP_LIST_FILE}`;
      if (this.locate(file) === null) continue;
      this.data(
        file,
        clipIndexSchema,
        'Take the file away, and make it anew: npm run audio:generate -- --override DIR.',
      );
    }
  }

  /** Files of the override folder that nothing would read: a slip in a name must not go unseen. */
  unusedOverrides(overrideDir: string, languages: readonly Language[]): void {
    const isKnown = (file: string): boolean => {
      const [folder = '', name = '', leaf = ''] = file.split('/');
      if (name === '') return dataFiles.includes(folder) || /^readme(\.md|\.txt)?$/i.test(folder);
      if (folder === 'office') return name.endsWith('.json');
      if (folder === 'audio') {
        const isUsed = leaf === CLIP_LIST_FILE || CLIP_FILE.test(leaf);
        return isUsed && languages.some(({ code }) => code === name);
      }
      if (folder === 'notices') return name.endsWith('.json') || officialTextPattern.test(name);
      const language = languages.find(({ code }) => code === name);
      return (
        folder === 'languages' &&
        language !== undefined &&
        ['reviews', ...languageFilesOf(language)].some((known) => leaf === `${known}.json`)
      );
    };
    for (const entry of readdirSync(overrideDir, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) continue;
      const path = join(entry.parentPath, entry.name);
      const file = path.slice(join(overrideDir, '/').length).replaceAll('\\', '/');
      if (!isKnown(file)) {
        this.problems.push(
          fileProblem(
            file,
            path,
            'the program does not use a file of this name',
            'Correct the name, or take the file away.',
          ),
        );
      }
    }
  }
}

/** Sorts by `order`, and drops nothing. */
function inOrder<T extends { order: number }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => a.order - b.order);
}

/** A page waits for all texts before its first screen. */
function withoutRepetition({ text, spoken }: LocatedText): ContentText {
  return text === spoken ? text : { text, spoken };
}

function withoutSchema<T extends { $schema?: string | undefined }>(file: T): Omit<T, '$schema'> {
  const { $schema: _, ...rest } = file;
  return rest;
}

/** Reads every content file and says all that is wrong; content is null when an error remains. */
export function readContent(folders: ContentFolders): ReadContent {
  const reader = new ContentReader(folders);
  const { problems, sources } = reader;
  const texts = new Map<string, Map<string, LocatedText>>();
  if (folders.overrideDir !== undefined && !isFolder(folders.overrideDir)) {
    problems.push(
      fileProblem(
        '.',
        folders.overrideDir,
        'the folder does not exist',
        'Make it, or name another.',
      ),
    );
  }

  const languages = reader.data('languages.json', languagesFileSchema);
  for (const language of languages?.data.languages ?? []) {
    texts.set(language.code, reader.language(language));
  }
  if (languages && !texts.has(SOURCE_LANGUAGE)) {
    problems.push(
      problemAt(
        languages.source,
        ['languages'],
        'Italian is missing',
        'Add "it": other languages are translated from it.',
      ),
    );
  }
  languages?.data.languages.forEach(({ code, isForStaff }, index) => {
    if (isForStaff || (index > 0 && code !== SOURCE_LANGUAGE)) return;
    problems.push(
      problemAt(
        languages.source,
        ['languages', index, 'isForStaff'],
        `"${code}" is not for staff`,
        'Italian and the first language must be: desk and board speak them.',
      ),
    );
  });

  const offerings = reader.data('offerings.json', offeringsFileSchema);
  const mandatedServices = reader.data('mandated-services.json', mandatedServicesFileSchema);
  const audience = reader.data('audience.json', audienceFileSchema);
  const residence = reader.data('residence.json', residenceFileSchema);
  const offices = reader.data('offices.json', officesFileSchema);
  const quarters = reader.data('quarters.json', placesFileSchema);
  const streets = reader.data('streets.json', placesFileSchema);
  const help = reader.data('help.json', helpFileSchema);
  const officeFile = folders.officeFile ?? reader.officeFile();
  const office = officeFile === null ? null : reader.data(officeFile, officeFileSchema);
  const notices = reader.notices();
  if (folders.overrideDir !== undefined && isFolder(folders.overrideDir) && languages) {
    reader.clipLists(languages.data.languages);
    reader.unusedOverrides(folders.overrideDir, languages.data.languages);
  }

  const read = { problems, texts, sources };
  if (
    !languages ||
    !offerings ||
    !mandatedServices ||
    !audience ||
    !residence ||
    !offices ||
    !quarters ||
    !streets ||
    !help ||
    !office
  ) {
    return { ...read, content: null };
  }

  // In the order of the files, where the checks look for lines; sorted for the screens at the end.
  const asWritten: Content = {
    languages: languages.data.languages,
    texts: Object.fromEntries(
      [...texts].map(([code, own]) => [
        code,
        Object.fromEntries([...own].map(([key, text]) => [key, withoutRepetition(text)])),
      ]),
    ),
    reviewedKeys: Object.fromEntries(
      [...texts].map(([code, own]) => [
        code,
        [...own.values()].filter(({ review }) => review !== null).map(({ key }) => key),
      ]),
    ),
    offerings: offerings.data.offerings,
    mandatedServices: mandatedServices.data.mandatedServices,
    audience: audience.data.audience,
    residence: withoutSchema(residence.data),
    notices: notices.map(({ data }) => data),
    offices: withoutSchema(offices.data),
    quarters: withoutSchema(quarters.data),
    streets: withoutSchema(streets.data),
    office: withoutSchema(office.data),
    help: { contacts: help.data.contacts },
  };

  // Checks between files would only repeat what is already known to be damaged.
  if (problems.length === 0) {
    problems.push(
      ...crossProblems(
        {
          offerings: offerings.source,
          mandatedServices: mandatedServices.source,
          audience: audience.source,
          residence: residence.source,
          offices: offices.source,
          quarters: quarters.source,
          streets: streets.source,
          office: office.source,
          help: help.source,
          notices: new Map(notices.map(({ data, source }) => [data.id, source])),
        },
        asWritten,
        texts,
      ),
    );
  }
  const isBroken = problems.some(({ severity }) => severity === 'error');
  const content: Content = {
    ...asWritten,
    offerings: inOrder(asWritten.offerings),
    mandatedServices: inOrder(asWritten.mandatedServices),
    audience: inOrder(asWritten.audience),
    help: { contacts: inOrder(asWritten.help.contacts) },
  };
  return { ...read, content: isBroken ? null : content };
}

/** The content of this office, or every place where its files are wrong. */
export function loadContent(folders: ContentFolders): Result<Content, ContentProblem[]> {
  const { content, problems } = readContent(folders);
  return content ? ok(content) : err(problems);
}

/**
 * The content of every office whose file is there, for a server that serves several, or every
 * place where a file is wrong.
 */
export function loadContents(folders: ContentFolders): Result<Content[], ContentProblem[]> {
  const contents: Content[] = [];
  for (const officeFile of officeFilesIn(foldersOf(folders)).files) {
    const content = loadContent({ ...folders, officeFile });
    if (!content.ok) return content;
    contents.push(content.value);
  }
  return ok(contents);
}

/** One line for people: where, what, and what to do. */
export function describeProblem({ path, line, reason, advice }: ContentProblem): string {
  return `${path}:${line}: ${reason} — ${advice}`;
}
