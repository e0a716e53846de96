import {
  directionOfArrow,
  enterRow,
  leaveRow,
  moveByLine,
  moveByOne,
  moveByStep,
  scrollReading,
  topScope,
} from './focus.ts';
import { commandOfKey, type KeyCommand } from './keys.ts';

/** What keys do beside moving the focus. */
export interface KeyActions {
  /** Only while no dialog is open. */
  readonly onBack: () => void;
  readonly onHelp: () => void;
}

/**
 * Lets the whole page be used without touching it: arrow keys move the focus, Enter selects, Esc
 * goes back. Two switches, "next" (Tab) and "select" (Enter), are enough for everything.
 *
 * @returns a function that stops listening.
 */
export function followKeys(page: Document, { onBack, onHelp }: KeyActions): () => void {
  /** The row of keys that someone with two switches has entered. */
  let entered: HTMLElement | null = null;
  /** A key of that row was pressed, and the press is not over. */
  let isRowDone = false;

  /** Answers whether the key has done what it is for, so that nobody else takes it. */
  function follow(command: KeyCommand, event: KeyboardEvent): boolean {
    switch (command) {
      case 'up':
      case 'down':
        entered = null;
        moveByLine(page, command === 'down' ? 1 : -1);
        return true;
      case 'left':
      case 'right':
        entered = null;
        moveByOne(page, directionOfArrow(page, command));
        return true;
      case 'next':
        // Whoever cannot let go of a switch quickly must not run past what they want.
        if (!event.repeat) moveByStep(page, event.shiftKey ? -1 : 1, entered);
        return true;
      case 'select': {
        // A key that is stuck, or held down, chooses nothing: the next person must find the greeting.
        if (event.repeat) return true;
        const row = enterRow(page);
        if (row !== null) entered = row;
        else isRowDone = entered?.contains(page.activeElement) === true;
        return row !== null;
      }
      case 'readBack':
      case 'readOn':
        scrollReading(page, command === 'readOn' ? 1 : -1);
        return true;
      case 'back':
        // A dialog closes by itself.
        if (topScope(page) !== page) return false;
        // One press is one step, and a key that is stuck is nobody's.
        if (!event.repeat) onBack();
        return true;
      case 'help':
        if (!event.repeat) onHelp();
        return true;
      default:
        return false;
    }
  }

  // Before anything in the page: React Aria would move the focus on Tab as well.
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOfKey(event);
    if (event.defaultPrevented || command === null || !follow(command, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  // A button is pressed when its key is let go.
  const onKeyUp = () => {
    if (!isRowDone) return;
    isRowDone = false;
    entered = null;
    leaveRow(page);
  };
  page.addEventListener('keydown', onKeyDown, true);
  page.defaultView?.addEventListener('keyup', onKeyUp);
  return () => {
    page.removeEventListener('keydown', onKeyDown, true);
    page.defaultView?.removeEventListener('keyup', onKeyUp);
  };
}
