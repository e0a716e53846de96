import type { ReactNode } from 'react';
import type { TextSize } from '../../ui/sizing.ts';
import { useKiosk } from '../kiosk-context.ts';
import { Choice, Choices } from './choice.tsx';

const SIZES = [
  { textSize: 'standard', key: 'kiosk.display.sizeStandard' },
  { textSize: 'large', key: 'kiosk.display.sizeLarge' },
  { textSize: 'larger', key: 'kiosk.display.sizeLarger' },
  { textSize: 'largest', key: 'kiosk.display.sizeLargest' },
] as const satisfies readonly { textSize: TextSize; key: string }[];

/** Four sizes of text, each shown by a letter of that size. */
export function TextSizeSection(): ReactNode {
  const { texts, journey, act } = useKiosk();
  return (
    <Choices title={texts.phrase('kiosk.display.size')}>
      {SIZES.map(({ textSize, key }) => (
        <Choice
          key={textSize}
          words={texts.phrase(key)}
          isChosen={journey.display.textSize === textSize}
          onChoose={() => act({ type: 'displayChanged', change: { textSize } })}
          sample={<span className={`letter letter--${textSize}`}>A</span>}
        />
      ))}
    </Choices>
  );
}
