import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { rowOfKey } from './row-keys.ts';

export interface RowKeys {
  /** The element around the rows. */
  readonly place: RefObject<HTMLTableSectionElement | null>;
  /** The row at which the Tab key stops. */
  readonly tabStop: string | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

/**
 * Lets the arrow keys walk over the buttons of a long list, of which the Tab key knows only one.
 * Where the row that has the focus goes away, the one in its place takes it.
 */
export function useRowKeys(keys: readonly string[]): RowKeys {
  const place = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState<{ key: string; index: number } | null>(null);
  const kept = current !== null && keys.includes(current.key) ? current.key : null;
  const tabStop = kept ?? keys[Math.min(current?.index ?? 0, keys.length - 1)] ?? null;

  useEffect(() => {
    const isLost = current !== null && kept === null && document.activeElement === document.body;
    if (isLost && tabStop !== null) focusRow(place.current, tabStop);
  }, [current, kept, tabStop]);

  return {
    place,
    tabStop,
    onKeyDown: (event) => {
      const from = keyOfRow(event.target);
      if (from === null) return;
      const to = keys[rowOfKey(event.key, keys.indexOf(from), keys.length) ?? -1];
      if (to === undefined) return;
      event.preventDefault();
      focusRow(place.current, to);
    },
    onFocus: (event) => {
      const key = keyOfRow(event.target);
      if (key !== null) setCurrent({ key, index: keys.indexOf(key) });
    },
  };
}

function keyOfRow(element: Element | EventTarget): string | null {
  return element instanceof HTMLElement ? (element.dataset['key'] ?? null) : null;
}

function focusRow(place: HTMLElement | null, key: string): void {
  place?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}
