import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '../../../renderer');
const sheets = globSync('**/*.css', { cwd: renderer });

/** Properties and values that do not turn over with the direction of reading. */
const PHYSICAL =
  /(?<![\w-])(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b|(?:^|[;{]\s*)(?:left|right|top|bottom|width|height|min-width|max-width|min-height|max-height)\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius/gm;

function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '');
}

const REDUCED_MOTION = /@media[^{]*prefers-reduced-motion[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g;

/** Every selector of a sheet, with what is declared for it. */
function rulesOf(css: string): { selector: string; declared: string }[] {
  return [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', declared = '']) =>
    selectors.split(',').map((selector) => ({ selector: selector.trim(), declared })),
  );
}

/** A transition or an animation that lasts some time of its own. */
const OWN_TIME = /(?:transition|animation)(?:-duration)?:[^;]*\b\d*\.?\d*[1-9]\d*m?s\b/;

describe.each(sheets)('%s', (sheet) => {
  const css = withoutComments(readFileSync(join(renderer, sheet), 'utf8'));

  it('names start and end, never left and right, so that right-to-left scripts mirror it', () => {
    expect(css.match(PHYSICAL) ?? []).toEqual([]);
  });

  it('asks no network for anything', () => {
    expect(css).not.toMatch(/url\(["']?(?:https?:)?\/\//);
  });

  it('has no gradient behind text, and nothing in capitals', () => {
    expect(css).not.toMatch(/background[^;]*gradient/);
    expect(css).not.toMatch(/text-transform:\s*uppercase/);
  });

  it('moves for as long as every page does, or not at all where reduced motion is asked', () => {
    const stopped = rulesOf(
      (css.match(REDUCED_MOTION) ?? []).join('').replace(/@media[^{]*\{/g, ''),
    )
      .filter(({ declared }) => /(?:transition|animation):\s*none/.test(declared))
      .map(({ selector }) => selector);
    const moving = rulesOf(css.replace(REDUCED_MOTION, ''))
      .filter(({ declared }) => OWN_TIME.test(declared))
      .map(({ selector }) => selector);
    expect(moving.filter((selector) => !stopped.includes(selector))).toEqual([]);
  });

  it('shows within one frame that something is pressed, however slowly it lets go', () => {
    const rules = rulesOf(css);
    const slow = rules.filter(({ declared }) => /transition:[^;]*var\(--motion\)/.test(declared));
    const isAtOnce = ({ selector }: { selector: string }) =>
      rules.some(
        (pressed) =>
          [`${selector}[data-pressed]`, `${selector}:active`].some((state) =>
            pressed.selector.startsWith(state),
          ) && /transition-duration:\s*0s/.test(pressed.declared),
      );
    expect(slow.filter((rule) => !isAtOnce(rule)).map(({ selector }) => selector)).toEqual([]);
  });
});

/** Black and white in every theme: a QR code, and the screen that is blanked for privacy. */
const WITHOUT_THEME = ['ui/qr-code.css', 'kiosk/voice/voice.css'];

const kioskSheets = sheets.filter(
  (sheet) =>
    /^(?:kiosk|ui)\//.test(sheet) &&
    !sheet.startsWith('ui/themes/') &&
    !WITHOUT_THEME.includes(sheet),
);

describe.each(kioskSheets)('%s', (sheet) => {
  const css = withoutComments(readFileSync(join(renderer, sheet), 'utf8'));

  it('takes every colour from the theme', () => {
    expect(css).not.toMatch(/#[\da-f]{3,8}\b|(?:rgb|hsl|oklch)a?\(/i);
  });

  it('follows the size of the frame, never that of the window', () => {
    const asked = css.match(/@media[^{]*/g) ?? [];
    expect(asked.filter((query) => !query.includes('prefers-reduced-motion'))).toEqual([]);
  });
});
