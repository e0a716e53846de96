import type { Page } from 'playwright/test';

/** All that a page shows, holds or keeps; but for what counts by itself. */
export interface Traces {
  /** Every element and attribute, the text with them. */
  readonly html: readonly string[];
  readonly title: string;
  readonly address: string;
  readonly focus: string;
  /** What is scrolled away from its beginning. */
  readonly scrolled: readonly string[];
  readonly selection: string;
  readonly animations: number;
  /** The journey in memory, without the number of the session. */
  readonly journey: unknown;
  readonly cookies: string;
  readonly localStorage: number;
  readonly sessionStorage: number;
  readonly databases: number;
  readonly caches: number;
  readonly windowName: string;
  readonly historyLength: number;
}

/** Reads the kiosk's page as somebody would who looks for what the last person did. */
export function readTraces(page: Page): Promise<Traces> {
  return page.evaluate(async () => {
    const root = document.querySelector('#root');
    if (root === null) throw new Error('the page has no #root');

    /** The part of React's own tree that leads to the journey. */
    interface Fiber {
      readonly memoizedProps: { store?: { getJourney?(): object } } | null;
      readonly child: Fiber | null;
    }
    const key = Object.keys(root).find((name) => name.startsWith('__reactContainer$'));
    let fiber = (root as unknown as Record<string, Fiber | null>)[key ?? ''] ?? null;
    while (fiber !== null && fiber.memoizedProps?.store?.getJourney === undefined) {
      fiber = fiber.child;
    }
    const journey = fiber?.memoizedProps?.store?.getJourney?.();
    if (journey === undefined) throw new Error('the journey was not found');

    const nameOf = (element: Element | null) =>
      element === null ? 'nothing' : `${element.tagName} ${element.className}`;
    return {
      // React Aria numbers what it names as long as the page lives.
      html: document.documentElement.outerHTML.replace(/react-aria[\w-]+/g, 'an-id').split('><'),
      title: document.title,
      address: location.href,
      focus: nameOf(document.activeElement),
      scrolled: [...document.querySelectorAll('*')]
        .filter(({ scrollTop, scrollLeft }) => scrollTop !== 0 || scrollLeft !== 0)
        .map(nameOf),
      selection: getSelection()?.toString() ?? '',
      animations: document.getAnimations().length,
      journey: { ...journey, session: 0 },
      cookies: document.cookie,
      localStorage: localStorage.length,
      sessionStorage: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      windowName: window.name,
      historyLength: history.length,
    };
  });
}
