import './reading-pane.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type DrawingName, Icon } from './icon.tsx';
import { Say, type Words } from './words.tsx';

/**
 * Holds what may be longer than its place. Two large buttons move it by most of a page: no swipe
 * or drag is ever needed (WCAG 2.2, 2.5.7). They are there only when there is more to read.
 */
export function ReadingPane({
  up,
  down,
  className,
  below,
  children,
}: {
  up: Words;
  down: Words;
  className?: string;
  /** What stays in sight under the pane. */
  below?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const pane = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState({ above: false, below: false });

  useEffect(() => {
    const box = pane.current;
    if (box === null) return;
    const measure = () => {
      const below = box.scrollHeight - box.clientHeight - box.scrollTop;
      const next = { above: box.scrollTop > 1, below: below > 1 };
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

  const move = (direction: 1 | -1) => {
    const box = pane.current;
    box?.scrollBy({ top: direction * box.clientHeight * 0.8 });
  };
  const isLong = hidden.above || hidden.below;

  return (
    <div className={`reading ${className ?? ''}`} data-below={hidden.below}>
      {/* A region that scrolls must take the keyboard (axe: scrollable-region-focusable). */}
      <div className="reading__pane" ref={pane} tabIndex={isLong ? 0 : undefined} data-reading>
        <div className="reading__content">{children}</div>
      </div>
      {isLong ? (
        <div className="reading__buttons">
          <MoveButton icon="up" words={up} isSpent={!hidden.above} onPress={() => move(-1)} />
          <MoveButton icon="down" words={down} isSpent={!hidden.below} onPress={() => move(1)} />
        </div>
      ) : null}
      {below}
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
