import type { Page } from 'playwright/test';

/** Sizes of what is on the page, in millimetres of the panel. */
export interface Measures {
  /** The smallest font size of any words. */
  readonly smallestFontMm: number;
  /** The shorter side of the smallest thing to touch. */
  readonly smallestTargetMm: number;
  /** Between the two nearest things to touch. */
  readonly smallestGapMm: number;
  /** What is smallest, in words, for who must mend it. */
  readonly where: { readonly font: string; readonly target: string; readonly gap: string };
}

/** Measures the page as it stands, by the page's own millimetres (`--mm`, from the panel's width). */
export function measure(page: Page): Promise<Measures> {
  return page.evaluate(() => {
    const root = getComputedStyle(document.documentElement);
    const pxPerMm = Number.parseFloat(root.getPropertyValue('--mm'));
    const dialogs = document.querySelectorAll('[role="dialog"], [role="alertdialog"]');
    const scope = dialogs.item(dialogs.length - 1) ?? document.body;
    const nameOf = (element: Element) =>
      `${element.getAttribute('class') ?? element.tagName} “${(element.textContent ?? '').trim().slice(0, 30)}”`;
    const smallest = {
      font: { size: Number.POSITIVE_INFINITY, name: '' },
      target: { size: Number.POSITIVE_INFINITY, name: '' },
      gap: { size: Number.POSITIVE_INFINITY, name: '' },
    };
    const note = (kind: keyof typeof smallest, size: number, name: string) => {
      if (size < smallest[kind].size) smallest[kind] = { size, name };
    };

    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || (node.textContent ?? '').trim() === '') continue;
      if (element.closest('.visually-hidden') !== null) continue;
      note('font', Number.parseFloat(getComputedStyle(element).fontSize), nameOf(element));
    }

    const targets = [...scope.querySelectorAll('button')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    targets.forEach(({ element, box }, index) => {
      note('target', Math.min(box.width, box.height), nameOf(element));
      for (const other of targets.slice(index + 1)) {
        const aside = Math.max(other.box.left - box.right, box.left - other.box.right);
        const below = Math.max(other.box.top - box.bottom, box.top - other.box.bottom);
        note('gap', Math.max(aside, below), `${nameOf(element)} – ${nameOf(other.element)}`);
      }
    });
    return {
      smallestFontMm: smallest.font.size / pxPerMm,
      smallestTargetMm: smallest.target.size / pxPerMm,
      smallestGapMm: smallest.gap.size / pxPerMm,
      where: {
        font: smallest.font.name,
        target: smallest.target.name,
        gap: smallest.gap.name,
      },
    };
  });
}
