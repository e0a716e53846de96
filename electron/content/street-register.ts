import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** What is read of a row of the Comune’s register of streets and house numbers. */
const rowSchema = z.object({
  /** The kind of street: "VIA", "PZA". */
  AREA: z.string().min(1),
  DESCRIZIONE_VIA: z.string().min(1),
  MUNICIPIO: z.coerce.number().int().min(1).max(9),
});

/** How the register shortens kinds of street; what is not here is written out already. */
const KINDS: Readonly<Record<string, string>> = {
  PZA: 'Piazza',
  PLE: 'Piazzale',
  VLE: 'Viale',
  CSO: 'Corso',
  LGO: 'Largo',
};

const SMALL_WORDS = new Set(
  'a ad ai al alla alle agli d da dal dalla de dei del della delle degli di e in'.split(' '),
);

/** A street and the Municipi that its house numbers lie in, lowest first. */
export interface Street {
  readonly name: string;
  readonly municipi: readonly number[];
}

/**
 * The streets of the register, by name. It has a row for each house number, so a street that crosses
 * several Municipi has rows of each.
 *
 * @param csv with the columns AREA, DESCRIZIONE_VIA and MUNICIPIO; commas or semicolons.
 * @throws Error when a column is missing or a row cannot be read, with its line.
 */
export function streetsOfRegister(csv: string): Street[] {
  const delimiter = (csv.split('\n')[0] ?? '').includes(';') ? ';' : ',';
  const rows: unknown[] = parse(csv, { delimiter, columns: true, bom: true, trim: true });
  const municipiOf = new Map<string, Set<number>>();
  rows.forEach((row, index) => {
    const read = rowSchema.safeParse(row);
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new Error(`row ${index + 1}: ${issue?.path.join('.')}: ${issue?.message}`);
    }
    const { AREA, DESCRIZIONE_VIA, MUNICIPIO } = read.data;
    const name = `${KINDS[AREA] ?? written(AREA)} ${written(DESCRIZIONE_VIA)}`;
    municipiOf.set(name, (municipiOf.get(name) ?? new Set()).add(MUNICIPIO));
  });
  const byName = new Intl.Collator('it');
  return [...municipiOf]
    .map(([name, municipi]) => ({ name, municipi: [...municipi].toSorted((a, b) => a - b) }))
    .toSorted((a, b) => byName.compare(a.name, b.name));
}

/** "XXII MARZO" as "XXII Marzo", "AI LAGHI" as "ai Laghi". */
function written(capitals: string): string {
  return capitals
    .toLowerCase()
    .replaceAll("'", '’')
    .replace(/[\p{L}\d]+/gu, (word) => {
      if (SMALL_WORDS.has(word)) return word;
      if (/^[ivx]{2,}$/.test(word)) return word.toUpperCase();
      return word.slice(0, 1).toUpperCase() + word.slice(1);
    });
}
