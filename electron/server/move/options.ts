import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../contract/result.ts';

/** Where an office is, or is to be; null for what the configuration of the server says. */
export type Place = { readonly dataFolder: string } | { readonly databaseUrl: string } | null;

export type MoveOptions =
  | { readonly action: 'help' }
  | {
      readonly action: 'export';
      readonly file: string;
      readonly officeId: string;
      readonly place: Place;
    }
  | { readonly action: 'import'; readonly file: string; readonly place: Place };

export const HELP = `Moves an office from one database to another.

  export FILE --office ID    writes everything that is kept of the office to a new file
  import FILE                takes an office in that has nothing in the database yet

  --data DIR        the database is SQLite's, in this data folder
  --database URL    the database is PostgreSQL's: postgres://USER:PASSWORD@HOST:PORT/DATABASE
                    (without either, as for the server: SPORTELLO_DATABASE_URL, the
                    configuration, or SQLite in the user's data folder)
  --help            this text

Stop the servers of the office first, and never start them on the old database again. The file
holds the tickets of the day and the hashes of passwords: delete it after the move.
`;

/** Reads the command line. The error is one sentence for the person who typed it. */
export function parseMoveOptions(args: readonly string[]): Result<MoveOptions, string> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('. ')[0] ?? '') : '';
    return err(`${reason}: see --help.`);
  }
  const { values, positionals } = parsed;
  if (values.help) return ok({ action: 'help' });
  const [action, file, ...rest] = positionals;
  if (action !== 'export' && action !== 'import') {
    return err('Say whether to export or to import an office: see --help.');
  }
  if (file === undefined || file === '' || rest.length > 0) {
    return err(`Name the one file to ${action}: see --help.`);
  }
  const place = placeOf(values);
  if (!place.ok) return place;
  const common = { file: resolve(file), place: place.value };
  if (action === 'import') {
    if (values.office !== undefined) return err('The file says which office it is: omit --office.');
    return ok({ action, ...common });
  }
  if (values.office === undefined || values.office === '') {
    return err('Name the office to export with --office ID: see --help.');
  }
  return ok({ action, ...common, officeId: values.office });
}

function placeOf(values: {
  data?: string | undefined;
  database?: string | undefined;
}): Result<Place, string> {
  const { data, database } = values;
  if (data !== undefined && database !== undefined) {
    return err('Give either --data or --database: see --help.');
  }
  if (data === '') return err('The option --data names no folder: see --help.');
  if (data !== undefined) return ok({ dataFolder: resolve(data) });
  return ok(database === undefined ? null : { databaseUrl: database });
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      office: { type: 'string' },
      data: { type: 'string' },
      database: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
}
