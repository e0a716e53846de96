import './reading-pane.css';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon } from './icon.tsx';
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
      <div className="reading__pane" ref={pane} tabIndex={isLong ? 0 : undefined}>
        <div className="reading__content">{children}</div>
      </div>
      {isLong ? (
        <div className="reading__buttons" data-for-eyes>
          <AriaButton
            className="reading__button"
            isDisabled={!hidden.above}
            onPress={() => move(-1)}
          >
            <Icon name="up" />
            <Say words={up} />
          </AriaButton>
          <AriaButton
            className="reading__button"
            isDisabled={!hidden.below}
            onPress={() => move(1)}
          >
            <Icon name="down" />
            <Say words={down} />
          </AriaButton>
        </div>
      ) : null}
      {below}
    </div>
  );
}
