/**
 * Licences of what is inside the product: they ask for a notice and no more, or, like the fonts'
 * OFL, allow bundling. All are compatible with the EUPL-1.2.
 */
export const mayShip: readonly string[] = [
  ...['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'],
  ...['BlueOak-1.0.0', 'CC0-1.0', 'Unlicense', 'OFL-1.1'],
];

/**
 * Licences of tools that stay outside the product, in addition to those. What a program under the
 * GPL makes, such as the sound of a voice, is not itself under the GPL.
 */
export const mayBuild: readonly string[] = [
  'GPL-3.0',
  ...['MPL-2.0', 'Python-2.0', 'PSF-2.0', 'CC-BY-3.0', 'CC-BY-4.0', 'WTFPL'],
];

/**
 * Whether an SPDX expression is satisfied by the allowed licences: one side of an OR is enough,
 * both sides of an AND are needed (AND binds closer). A `*` marks a guess from a licence file.
 */
export function isAllowed(expression: string, allowed: readonly string[]): boolean {
  return expression
    .replaceAll(/[()*]/g, '')
    .split(/\s+OR\s+/)
    .some((side) => side.split(/\s+AND\s+/).every((licence) => allowed.includes(licence.trim())));
}

/** The package of an import, e.g. `@fontsource/roboto-mono` of its style sheet. */
export function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
