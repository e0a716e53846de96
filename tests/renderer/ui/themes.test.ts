import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contrastRatio, ROLE_PAIRS, ROLES } from '../../../renderer/ui/themes/contrast.ts';

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

describe.each(['light', 'dark'])('the %s theme', (name) => {
  const theme = readTheme(name);

  it('gives every role a colour and has no other', () => {
    expect([...theme.keys()]).toEqual([...ROLES]);
  });

  it.each(ROLE_PAIRS)('keeps $front readable on $back, at least $least to 1', (pair) => {
    const ratio = contrastRatio(
      theme.get(pair.front)?.value ?? '',
      theme.get(pair.back)?.value ?? '',
    );
    expect(ratio).toBeGreaterThanOrEqual(pair.least);
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
