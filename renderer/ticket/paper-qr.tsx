import type { ReactNode } from 'react';
import { QrCode, qrPath } from '../ui/qr-code.tsx';
import type { Words } from '../ui/words.tsx';

/** 25 mm at 8 dots a millimetre: under that, telephones must come too close to focus. */
const LEAST_DOTS = 200;

/** A QR code on paper: a whole number of dots to each module, or its edges would be blurred. */
export function PaperQr({ data, words }: { data: string; words: Words }): ReactNode {
  const { side, codeSide } = qrPath(data);
  const dots = side * Math.ceil(LEAST_DOTS / codeSide);
  return (
    <div className="paper-qr" style={{ inlineSize: `${dots}px`, blockSize: `${dots}px` }}>
      <QrCode data={data} words={words} />
    </div>
  );
}
