import './official-text.css';
import type { ReactNode } from 'react';
import type { Paragraph } from '../text/paragraph.ts';

/** An official text as the office has dropped it in, on the screen or on paper. */
export function OfficialText(props: {
  readonly paragraphs: readonly Paragraph[];
  readonly heading: 'h2' | 'h3';
  readonly headingClass: string;
}): ReactNode {
  const { paragraphs, heading: Heading, headingClass } = props;
  return paragraphs.map(({ kind, text }, index) =>
    kind === 'heading' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one text never move
      <Heading className={headingClass} key={index}>
        {text}
      </Heading>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one text never move
      <p className={kind === 'item' ? 'official-text__item' : undefined} key={index}>
        {text}
      </p>
    ),
  );
}
