/** Marks what the voice says only where nobody else hears it (EN 301 549, 5.1.3.9). */
export function personalAttribute(isPersonal: boolean): { 'data-personal'?: true } {
  return isPersonal ? { 'data-personal': true } : {};
}

/** Marks something personal whose being there says it all: others are not even told of it. */
export const UNMENTIONED = { 'data-personal': 'unmentioned' } as const;

/** Marks what is the same for every person, also inside of what is personal. */
export const COMMON = { 'data-personal': false } as const;

/** Of whatever is marked around an element, the innermost says what others may hear of it. */
function markOf(element: Element): string | null {
  return element.closest('[data-personal]')?.getAttribute('data-personal') ?? null;
}

/** What others may hear of an element: all, that there is something personal, or nothing. */
export function audibleOf(element: Element): 'all' | 'mention' | 'nothing' {
  const mark = markOf(element);
  if (mark === 'unmentioned') return 'nothing';
  return mark === 'true' ? 'mention' : 'all';
}

export function isCommon(element: Element): boolean {
  return markOf(element) === 'false';
}
