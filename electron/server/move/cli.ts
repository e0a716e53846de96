import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { defaultDataFolder } from '../../config/data-folder.ts';
import { configProblemSentence, loadConfig } from '../../config/load-config.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import {
  DATABASE_URL_VARIABLE,
  databaseProblemSentence,
  openDatabase,
} from '../store/open-database.ts';
import { databaseFile } from '../store/sqlite/open-store.ts';
import type { Store } from '../store/store.ts';
import { describeCopy, isEmpty } from './office-copy.ts';
import { type OfficeFileProblem, readOfficeFile, writeOfficeFile } from './office-file.ts';
import { HELP, type MoveOptions, type Place, parseMoveOptions } from './options.ts';

/** Why nothing was moved, for the person who asked. */
type Refusal = {
  /** 2 for options and configuration, 1 for the machine and the data. */
  readonly exitCode: 1 | 2;
  readonly sentence: string;
};

type Where = { readonly dataFolder: string; readonly databaseUrl: string | undefined };

const refuse = (exitCode: 1 | 2, sentence: string) => err<Refusal>({ exitCode, sentence });

/** Answers what was done, in one sentence. */
async function exportOffice(
  { file, officeId }: Extract<MoveOptions, { action: 'export' }>,
  where: Where,
): Promise<Result<string, Refusal>> {
  if (existsSync(file)) return refuse(1, `The file ${file} exists already: name another.`);
  // To open it would create an empty one.
  if (where.databaseUrl === undefined && !existsSync(databaseFile(where.dataFolder))) {
    return refuse(1, `There is no database in the folder ${where.dataFolder}: correct --data.`);
  }
  return withStore(where, async (store) => {
    const copy = await store.exportOffice(officeId);
    if (isEmpty(copy)) {
      return refuse(
        1,
        `The database has nothing of an office "${officeId}": correct --office, which is the "id" in the office's file.`,
      );
    }
    writeWhole(file, writeOfficeFile(copy));
    return ok(
      `Exported the office "${officeId}" (${describeCopy(copy)}) to ${file}. It holds tickets and hashes of passwords: delete it after the move.`,
    );
  });
}

/** Answers what was done, in one sentence. */
async function importOffice(
  { file }: Extract<MoveOptions, { action: 'import' }>,
  where: Where,
): Promise<Result<string, Refusal>> {
  const read = readOfficeFile(readFileSync(file, 'utf8'));
  if (!read.ok) return refuse(1, fileProblemSentence(read.error, file));
  const copy = read.value;
  return withStore(where, async (store) => {
    if ((await store.importOffice(copy)) === 'notEmpty') {
      return refuse(
        1,
        `The database already has something of the office "${copy.officeId}": import into one in which no server has served it yet. Nothing was changed.`,
      );
    }
    return ok(
      `Imported the office "${copy.officeId}" (${describeCopy(copy)}). Delete ${file}, and start no server on the old database again.`,
    );
  });
}

function locate(place: Place): Result<Where, Refusal> {
  const usualFolder = defaultDataFolder(process.platform, process.env);
  if (place !== null && 'databaseUrl' in place) {
    return ok({ dataFolder: usualFolder, databaseUrl: place.databaseUrl });
  }
  if (place !== null) return ok({ dataFolder: place.dataFolder, databaseUrl: undefined });
  const config = loadConfig({ dataFolder: usualFolder, environment: process.env });
  if (!config.ok) return refuse(2, configProblemSentence(config.error));
  const databaseUrl = process.env[DATABASE_URL_VARIABLE] ?? config.value.server.databaseUrl;
  return ok({ dataFolder: usualFolder, databaseUrl });
}

function move(
  options: Exclude<MoveOptions, { action: 'help' }>,
  where: Where,
): Promise<Result<string, Refusal>> {
  return options.action === 'export' ? exportOffice(options, where) : importOffice(options, where);
}

async function withStore<T>(
  where: Where,
  action: (store: Store) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const opened = await openDatabase({ ...where, nowMs: Date.now() });
  if (!opened.ok) return refuse(1, databaseProblemSentence(opened.error));
  try {
    return await action(opened.value);
  } finally {
    await opened.value.close();
  }
}

/** The file has its name only once it is whole and on the disk, and is its owner's alone. */
function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    const descriptor = openSync(unfinished, 'wx', 0o600);
    try {
      // writeSync would be content where the disk took only a part.
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function fileProblemSentence(problem: OfficeFileProblem, file: string): string {
  switch (problem.code) {
    case 'notAnOfficeFile':
      return `The file ${file} is no exported office: name one that "export" wrote. Nothing was changed.`;
    case 'damaged':
      return `The file ${file} is damaged: export the office again, or copy the file again. Nothing was changed.`;
    case 'otherVersion':
      return `The file ${file} was written by another version of Sportello (its format is ${problem.version}): export and import with the same version. Nothing was changed.`;
  }
}

async function main(): Promise<number> {
  // The database that an import creates is for its account alone, as the server's is.
  process.umask(0o077);
  const options = parseMoveOptions(process.argv.slice(2));
  if (!options.ok) {
    process.stderr.write(`${options.error}\n`);
    return 2;
  }
  if (options.value.action === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  const where = locate(options.value.place);
  const moved = where.ok ? await move(options.value, where.value) : where;
  if (!moved.ok) {
    process.stderr.write(`${moved.error.sentence}\n`);
    return moved.error.exitCode;
  }
  process.stdout.write(`${moved.value}\n`);
  return 0;
}

main().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`The office was not moved: ${reason}.\n`);
    process.exitCode = 1;
  },
);
