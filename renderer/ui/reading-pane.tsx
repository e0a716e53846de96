import './reading-pane.css';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type DrawingName, Icon } from './icon.tsx';
import { Say, type Words } from './words.tsx';

/** Where not all fits, what stays in sight may take this part of the height; the rest is to read. */
const MOST_TAKEN = 0.5;

/** And it leaves at least this, in rem: a title and the beginning of what follows it. */
const LEAST_LEFT_REM = 6;

function remPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/**
 * How firmly what is below holds its place where not all fits. It makes room for the `text`, and
 * moves along with it; as the `aim` of the person, only where the text would have too little without
 * the buttons that move it; `always` and `never` where it has the keys to write with, and where it is
 * elsewhere on the screen too.
 */
export type Hold = 'text' | 'aim' | 'always' | 'never';

/** Heights are told in whole pixels: what is longer by no more than this may fit. */
const ROUNDING_PX = 1;

/** The room is that without the buttons: else they would stay for what fits without them. */
function isLongFor(room: Element, pane: Element): boolean {
  return pane.scrollHeight > room.clientHeight + ROUNDING_PX;
}

/** One piece, or two beside each other, of which neither gives much height without the other. */
function isOneLine(pieces: Element | null): boolean {
  const first = pieces?.firstElementChild?.getBoundingClientRect();
  const last = pieces?.lastElementChild?.getBoundingClientRect();
  return first === undefined || last === undefined || last.top < first.bottom;
}

/**
 * Holds what may be longer than its place. Two large buttons move it by most of a page: no swipe
 * or drag is ever needed (WCAG 2.2, 2.5.7). They are there only when there is more to read.
 */
export function ReadingPane({
  up,
  down,
  className,
  below = [],
  belowClassName = '',
  hold = 'text',
  children,
}: {
  up: Words;
  down: Words;
  className?: string;
  /** What stays in sight under the pane, piece by piece: the first moves along first. */
  below?: readonly ReactNode[];
  belowClassName?: string;
  hold?: Hold;
  children: ReactNode;
}): ReactNode {
  const whole = useRef<HTMLDivElement>(null);
  const view = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const pieceCount = below.length;
  const [hidden, setHidden] = useState({ above: false, below: false });
  const [{ moving }, setPlace] = useState({ moving: 0 });

  useEffect(() => {
    const room = view.current;
    const box = pane.current;
    if (room === null || box === null) return;
    const measure = () => {
      const below = box.scrollHeight - box.clientHeight - box.scrollTop;
      const isLong = isLongFor(room, box);
      const next = { above: isLong && box.scrollTop > 1, below: isLong && below > 1 };
      setHidden((old) => (old.above === next.above && old.below === next.below ? old : next));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    box.addEventListener('scroll', measure);
    measure();
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', measure);
    };
  }, []);

  // Another size or language begins anew; in between, pieces only leave. Whoever is about to touch one
  // keeps it, and none can go in and out for ever.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words of the button tell the language
  useLayoutEffect(() => {
    const outer = whole.current;
    if (outer === null) return;
    // A new object each time: what follows must measure again also where all stay already.
    const observer = new ResizeObserver(() => setPlace({ moving: 0 }));
    observer.observe(outer);
    return () => observer.disconnect();
  }, [up.text]);

  useLayoutEffect(() => {
    const outer = whole.current;
    const room = view.current;
    const box = pane.current;
    if (outer === null || room === null || box === null) return;
    if (hold === 'always' || moving >= pieceCount || !isLongFor(room, box)) return;
    const isAim = hold === 'aim' && isOneLine(foot.current);
    const left = isAim ? room.clientHeight : box.clientHeight;
    const isEnough =
      left >= outer.clientHeight * (1 - MOST_TAKEN) && box.clientHeight >= LEAST_LEFT_REM * remPx();
    if (hold === 'never' || !isEnough) setPlace({ moving: moving + 1 });
  });

  const move = (direction: 1 | -1) => {
    const box = pane.current;
    box?.scrollBy({ top: direction * box.clientHeight * 0.8 });
  };
  const isLong = hidden.above || hidden.below;
  const pieces = below.map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place
    <div className="reading__piece" key={at}>
      {piece}
    </div>
  ));
  const belowClass = `reading__below ${belowClassName}`;

  return (
    <div className={`reading ${className ?? ''}`} data-below={hidden.below} ref={whole}>
      <div className="reading__window" ref={view}>
        {/* A region that scrolls must take the keyboard (axe: scrollable-region-focusable). */}
        <div className="reading__pane" ref={pane} tabIndex={isLong ? 0 : undefined} data-reading>
          <div className="reading__content">
            {children}
            {moving === 0 ? null : <div className={belowClass}>{pieces.slice(0, moving)}</div>}
          </div>
        </div>
        {isLong ? (
          <div className="reading__buttons" data-for-eyes>
            <MoveButton icon="up" words={up} isSpent={!hidden.above} onPress={() => move(-1)} />
            <MoveButton icon="down" words={down} isSpent={!hidden.below} onPress={() => move(1)} />
          </div>
        ) : null}
      </div>
      {moving >= pieceCount ? null : (
        <div className={belowClass} ref={foot}>
          {pieces.slice(moving)}
        </div>
      )}
    </div>
  );
}

/**
 * A button that stays where it is at the end of the text: one that is truly disabled would take the
 * focus with it, and leave whoever uses keys nowhere.
 */
function MoveButton(props: {
  icon: DrawingName;
  words: Words;
  isSpent: boolean;
  onPress: () => void;
}): ReactNode {
  return (
    <button
      type="button"
      className="reading__button"
      aria-disabled={props.isSpent}
      onClick={props.isSpent ? undefined : props.onPress}
    >
      <Icon name={props.icon} />
      <Say words={props.words} />
    </button>
  );
}
