import type { Page } from 'playwright/test';

/** What a page is, measured as it stands, in millimetres of its panel. */
export interface Measures {
  /** The least side of each thing that can be touched. */
  readonly targets: readonly Measure[];
  /** The least distance between two of them. */
  readonly gaps: readonly Measure[];
  /** The size of each text that can be seen. */
  readonly texts: readonly Measure[];
  /** From the top of the page to the highest and the lowest thing that can be touched. */
  readonly reach: { readonly fromMm: number; readonly toMm: number };
  /** What is cut off at a side of the page, or wider than what it is in. */
  readonly cutOff: readonly string[];
}

export interface Measure {
  readonly what: string;
  readonly mm: number;
}

/** Measures the dialog in sight, or else the page. What is scrolled out of sight does not count. */
export async function measure(page: Page): Promise<Measures> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const pxPerMm = Number.parseFloat(getComputedStyle(root).getPropertyValue('--mm'));
    const scope = document.querySelector('[role="dialog"], [role="alertdialog"]') ?? document;
    const nameOf = (element: Element) => (element.textContent ?? '').slice(0, 40);

    /** The part of an element that its reading pane lets be seen. */
    const seen = (element: Element) => {
      const box = element.getBoundingClientRect();
      const pane = element.closest('.reading__pane')?.getBoundingClientRect();
      const top = Math.max(box.top, pane?.top ?? box.top);
      const bottom = Math.min(box.bottom, pane?.bottom ?? box.bottom);
      return { box, top, bottom, left: box.left, right: box.right };
    };
    const targets = Array.from(scope.querySelectorAll('button'), (element) => ({
      element,
      ...seen(element),
    })).filter(({ top, bottom }) => bottom > top);

    const gaps = targets.flatMap((one, index) =>
      targets.slice(index + 1).map((other) => {
        const beside = Math.max(one.left, other.left) - Math.min(one.right, other.right);
        const below = Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
        return {
          what: `${nameOf(one.element)} | ${nameOf(other.element)}`,
          mm: Math.max(beside, below) / pxPerMm,
        };
      }),
    );

    const isHidden = (element: Element) =>
      element.closest('[aria-hidden="true"], .visually-hidden') !== null ||
      !element.checkVisibility() ||
      getComputedStyle(element).clipPath !== 'none';
    const texts = Array.from(scope.querySelectorAll('*')).filter(
      (element) =>
        Array.from(element.childNodes).some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
        ) && !isHidden(element),
    );

    return {
      targets: targets.map(({ element, box }) => ({
        what: nameOf(element),
        mm: Math.min(box.width, box.height) / pxPerMm,
      })),
      gaps,
      texts: texts.map((element) => ({
        what: nameOf(element),
        mm: Number.parseFloat(getComputedStyle(element).fontSize) / pxPerMm,
      })),
      reach: {
        fromMm: Math.min(...targets.map(({ top }) => top)) / pxPerMm,
        toMm: Math.max(...targets.map(({ bottom }) => bottom)) / pxPerMm,
      },
      cutOff: [
        ...texts.filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          return left < -1 || right > window.innerWidth + 1;
        }),
        ...targets
          .map(({ element }) => element)
          .filter((element) => element.scrollWidth > element.clientWidth + 1),
      ].map(nameOf),
    };
  });
}
