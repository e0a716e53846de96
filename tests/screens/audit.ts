import axe from 'axe-core';
import type { Page } from 'playwright/test';

/** WCAG 2.2 A and AA, and axe's best practices beside them. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Violation {
  readonly rule: string;
  readonly help: string;
  /** CSS paths of what violates it. */
  readonly targets: readonly string[];
}

interface WithAxe {
  readonly axe: typeof axe;
}

/**
 * What axe finds wrong with the page as it stands. Our pages have no frames.
 *
 * @param isFaint true for the low theme, whose text keeps to 4.5:1 (AA); all others keep to 7:1
 *   (AAA), which axe then measures on the page.
 */
export async function audit(page: Page, isFaint = false): Promise<Violation[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options = {
    runOnly: { type: 'tag', values: RULES },
    rules: { 'color-contrast-enhanced': { enabled: !isFaint } },
    // What is right is not told node by node: that would take as long again.
    resultTypes: ['violations'],
  } satisfies axe.RunOptions;
  const violations = await page.evaluate(async (asked) => {
    const { violations } = await (window as unknown as WithAxe).axe.run(document, asked);
    return violations;
  }, options);
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    targets: nodes.map((node) => node.target.join(' ')),
  }));
}
