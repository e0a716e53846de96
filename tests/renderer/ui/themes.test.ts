import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  contrastRatio,
  FOCUS_GROUNDS,
  ROLE_PAIRS,
  ROLES,
  type Role,
  THEME_LIMITS,
} from '../../../renderer/ui/themes/contrast.ts';

const repository = join(import.meta.dirname, '../../..');
const tokens = readFileSync(
  join(repository, 'node_modules/design-tokens-italia/dist/css/variables.css'),
  'utf8',
);

interface Colour {
  readonly value: string;
  readonly source: string;
}

function readTheme(name: string): Map<string, Colour> {
  const css = readFileSync(join(repository, `renderer/ui/themes/${name}.css`), 'utf8');
  const found = css.matchAll(/--([a-z-]+): (#[0-9a-f]{6}); \/\* ([a-z]+(?:-\d+)?)/g);
  return new Map(
    [...found].map(([, role = '', value = '', source = '']) => [role, { value, source }]),
  );
}

describe.each(Object.entries(THEME_LIMITS))('the %s theme', (name, limits) => {
  const theme = readTheme(name);
  const ratioOf = (front: Role, back: Role) =>
    contrastRatio(theme.get(front)?.value ?? '', theme.get(back)?.value ?? '');

  it('gives every role a colour and has no other', () => {
    expect([...theme.keys()]).toEqual([...ROLES]);
  });

  it.each(ROLE_PAIRS.filter(({ kind }) => kind === 'text'))(
    `keeps $front readable on $back, from ${limits.text.least} to ${limits.text.most} to 1`,
    ({ front, back }) => {
      expect(ratioOf(front, back)).toBeGreaterThanOrEqual(limits.text.least);
      expect(ratioOf(front, back)).toBeLessThanOrEqual(limits.text.most);
    },
  );

  it.each(ROLE_PAIRS.filter(({ kind }) => kind === 'graphic'))(
    `lets $front be seen on $back, at least ${limits.graphic} to 1`,
    ({ front, back }) => {
      expect(ratioOf(front, back)).toBeGreaterThanOrEqual(limits.graphic);
    },
  );

  it.each(FOCUS_GROUNDS)('shows where the focus is on %s', (ground) => {
    const rings = [ratioOf('focus', ground), ratioOf('focus-halo', ground)];
    expect(Math.max(...rings)).toBeGreaterThanOrEqual(limits.graphic);
  });

  it('takes the colours it names from the design tokens of the public administration', () => {
    for (const { value, source } of theme.values()) {
      if (source === 'own' || source === 'white') continue;
      expect(tokens).toContain(`--it-color-${source}: ${value};`);
    }
  });
});

describe('the contrast of two colours', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#004d99', '#004d99')).toBe(1);
  });

  it('gives 8.33 for the deep blue of the public administration on white', () => {
    expect(contrastRatio('#004d99', '#ffffff')).toBeCloseTo(8.33, 2);
  });

  it('refuses a colour that is not written in six digits', () => {
    expect(() => contrastRatio('blue', '#ffffff')).toThrow(RangeError);
  });
});
