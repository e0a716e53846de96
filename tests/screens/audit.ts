import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

/** WCAG 2.2 A and AA, and axe's best practices beside them. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Violation {
  readonly rule: string;
  readonly help: string;
  /** CSS paths of what violates it. */
  readonly targets: readonly string[];
}

/**
 * What axe finds wrong with the page as it stands.
 *
 * @param isFaint true for the low theme, whose text keeps to 4.5:1 (AA); all others keep to 7:1
 *   (AAA), which axe then measures on the page.
 */
export async function audit(page: Page, isFaint = false): Promise<Violation[]> {
  // Electron's one context cannot open the second page that axe uses outside legacy mode; the
  // pages have no frames, so nothing is missed.
  const results = await new AxeBuilder({ page })
    .options({
      runOnly: { type: 'tag', values: RULES },
      rules: { 'color-contrast-enhanced': { enabled: !isFaint } },
    })
    .setLegacyMode(true)
    .analyze();
  return results.violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    targets: nodes.map((node) => node.target.join(' ')),
  }));
}
