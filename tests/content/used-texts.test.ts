import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../electron/content/load-content.ts';

const repository = join(import.meta.dirname, '..', '..');
const loaded = loadContent({ baseDir: join(repository, 'content') });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error, null, 2));
const keys = Object.keys(loaded.value.texts['it'] ?? {});

/** Keys that a page puts together from data, and from which data. */
const COMPUTED: Readonly<Record<string, RegExp>> = {
  'an offering, by its id': /^offerings\.[\w-]+\.(label|line|officialName|what|whom|more|bring)$/,
  'a service on a mandate, by its id': /^mandated-services\.[\w-]+\.(name|what|access)$/,
  'a group of people, by its id': /^audience\.[\w-]+$/,
  'a contact for help, by its id': /^help\.[\w-]+\.(label|line|body|number)$/,
  'a notice, by its id and those of its sentences and points':
    /^notices(-for-staff)?\.[\w-]+\.[\w-]+$/,
  'a question on residence, its answers and outcomes': /^residence\.[\w-]+\.\w+$/,
  'the rank of an office': /^offices\.list\.(main|secondary)$/,
  'a note on an office': /^offices\.notes\.[\w-]+$/,
  'an error, by its code': /^errors\.\w+$/,
  'why there is no number':
    /^kiosk\.problems\.(queueFull|unknownAppointment|alreadyCheckedIn|unexpected)(Title|Line)$/,
  'whether a ticket is called or served': /^desk\.current\.(called|serving)$/,
  'what there is to see to at a printer or in the texts':
    /^desk\.trouble\.(paperNearEnd|paperOut|coverOpen|fault|unreachable|(server|kiosk|board)Content)$/,
  'how a person came': /^desk\.waiting\.(appointment|walkIn)$/,
};

/** Every quoted string of the code that could be a key. */
const quoted = new Set(
  globSync('{renderer,electron}/**/*.{ts,tsx}', { cwd: repository })
    // Generated from the content: names every key there is.
    .filter((file) => !file.endsWith('text-keys.ts'))
    .flatMap((file) => [
      ...readFileSync(join(repository, file), 'utf8').matchAll(/'([a-z][\w-]*(?:\.[\w-]+)+)'/g),
    ])
    .map(([, text = '']) => text),
);

describe('the texts of the screens', () => {
  it('are all used: none is translated for nobody', () => {
    const isUsed = (key: string) =>
      quoted.has(key) || Object.values(COMPUTED).some((pattern) => pattern.test(key));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  it.each(Object.entries(COMPUTED))('are found for %s', (_, pattern) => {
    expect(keys.some((key) => pattern.test(key))).toBe(true);
  });
});
