import type { Page } from 'playwright/test';

/**
 * What is wrong with the layout of the page as it stands: words cut off, words that leave their
 * button, words or buttons that lie over each other, a page that is wider than its window, a text
 * that has too little room to be read. Empty where all is well. Looks at the topmost dialog alone
 * where there is one.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Box {
      left: number;
      top: number;
      right: number;
      bottom: number;
    }
    /** Sub-pixel rounding. */
    const SLACK_PX = 1.5;
    /** A line of text is higher than its letters: of its height, this part at each end is air. */
    const AIR = 0.22;
    /** What is read page by page shows at least its title and one thing to touch, in rem. */
    const LEAST_READ_REM = 6;

    const faults = new Set<string>();
    const dialogs = document.querySelectorAll('[role="dialog"], [role="alertdialog"]');
    // The latest call covers the whole board.
    const call = document.querySelector('.call');
    const scope = dialogs.item(dialogs.length - 1) ?? call ?? document.body;
    const nameOf = (element: Element) => {
      const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
      return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> “${words}”`;
    };
    const isClippedAway = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).clipPath === 'inset(50%)' || isClippedAway(element.parentElement));
    const isHidden = (element: Element) =>
      isClippedAway(element) ||
      getComputedStyle(element).visibility === 'hidden' ||
      Number(getComputedStyle(element).opacity) === 0;
    const meet = (a: Box, b: Box): Box => ({
      left: Math.max(a.left, b.left),
      top: Math.max(a.top, b.top),
      right: Math.min(a.right, b.right),
      bottom: Math.min(a.bottom, b.bottom),
    });
    const isEmpty = (box: Box) => box.right - box.left <= 0 || box.bottom - box.top <= 0;
    const lettersOf = (box: Box): Box => {
      const air = (box.bottom - box.top) * AIR;
      return { left: box.left, right: box.right, top: box.top + air, bottom: box.bottom - air };
    };
    const isOutside = (inner: Box, outer: Box) =>
      inner.left < outer.left - SLACK_PX ||
      inner.right > outer.right + SLACK_PX ||
      inner.top < outer.top - SLACK_PX ||
      inner.bottom > outer.bottom + SLACK_PX;

    /** What can be scrolled into sight is not lost; what is clipped for good is. */
    const seenPart = (element: Element, box: Box, what: string): Box | null => {
      let seen = box;
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const frame = around.getBoundingClientRect();
        const scrolls = /auto|scroll/.test(overflowY);
        if (seen.left < frame.left - SLACK_PX || seen.right > frame.right + SLACK_PX) {
          faults.add(`${what} is cut off at the side`);
        }
        if (
          !scrolls &&
          (seen.top < frame.top - SLACK_PX || seen.bottom > frame.bottom + SLACK_PX)
        ) {
          faults.add(`${what} is cut off above or below`);
        }
        seen = meet(seen, frame);
        if (isEmpty(seen)) return null;
      }
      const window = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
      if (isOutside(seen, window)) faults.add(`${what} leaves the window`);
      return seen;
    };

    /** It lies over the foot of the page for some seconds, and lets every touch through. */
    const isPassing = (element: Element) => element.closest('.soon') !== null;

    const lines: { box: Box; element: Element }[] = [];
    const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || (node.textContent ?? '').trim() === '' || isHidden(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width < 1) continue;
        const letters = lettersOf(rect);
        const button = element.closest('button');
        if (button !== null && isOutside(letters, button.getBoundingClientRect())) {
          faults.add(`${nameOf(element)} leaves its button`);
        }
        const seen = seenPart(element, letters, nameOf(element));
        if (seen !== null) lines.push({ box: seen, element });
      }
      const { textOverflow } = getComputedStyle(element);
      if (textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth) {
        faults.add(`${nameOf(element)} is cut short with an ellipsis`);
      }
    }

    // A telephone reads it only whole, and it hides what lies under it.
    for (const element of scope.querySelectorAll('.qr-code')) {
      const seen = seenPart(element, element.getBoundingClientRect(), nameOf(element));
      if (seen !== null) lines.push({ box: seen, element });
    }

    const buttons = [...scope.querySelectorAll('button')]
      .filter((button) => !isHidden(button))
      .flatMap((element) => {
        const box = seenPart(element, element.getBoundingClientRect(), nameOf(element));
        return box === null ? [] : [{ box, element: element as Element }];
      });

    const overlaps = (a: Box, b: Box) => {
      const both = meet(a, b);
      return both.right - both.left > SLACK_PX && both.bottom - both.top > SLACK_PX;
    };
    for (const things of [lines, buttons]) {
      things.forEach((one, index) => {
        for (const other of things.slice(index + 1)) {
          const isSame = one.element === other.element || one.element.contains(other.element);
          const isMeant = isPassing(one.element) || isPassing(other.element);
          if (!isSame && !isMeant && overlaps(one.box, other.box)) {
            faults.add(`${nameOf(one.element)} lies over ${nameOf(other.element)}`);
          }
        }
      });
    }
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    for (const pane of scope.querySelectorAll('[data-reading]')) {
      const isLong = pane.scrollHeight > pane.clientHeight + SLACK_PX;
      if (isLong && pane.clientHeight < LEAST_READ_REM * rem) {
        faults.add(`${nameOf(pane)} shows too little at once`);
      }
    }
    if (document.documentElement.scrollWidth > innerWidth + SLACK_PX) {
      faults.add('the page is wider than its window');
    }
    return [...faults];
  });
}
