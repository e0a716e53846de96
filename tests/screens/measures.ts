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

    /** What of an element is in sight: the rest is scrolled away and cannot be touched. */
    const seenPart = (element: Element) => {
      let { left, top, right, bottom } = element.getBoundingClientRect();
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).overflowY === 'visible') continue;
        const frame = around.getBoundingClientRect();
        left = Math.max(left, frame.left);
        top = Math.max(top, frame.top);
        right = Math.min(right, frame.right);
        bottom = Math.min(bottom, frame.bottom);
      }
      return { left, top, right, bottom };
    };
    const targets = [...scope.querySelectorAll('button')]
      .filter((element) => element.getBoundingClientRect().width > 0)
      .map((element) => ({ element, seen: seenPart(element) }));
    targets.forEach(({ element, seen }, index) => {
      const { width, height } = element.getBoundingClientRect();
      note('target', Math.min(width, height), nameOf(element));
      if (seen.bottom <= seen.top) return;
      for (const other of targets.slice(index + 1)) {
        if (other.seen.bottom <= other.seen.top) continue;
        const aside = Math.max(other.seen.left - seen.right, seen.left - other.seen.right);
        const below = Math.max(other.seen.top - seen.bottom, seen.top - other.seen.bottom);
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
