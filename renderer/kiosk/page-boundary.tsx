import './wordless.css';
import { type ReactNode, useEffect } from 'react';
import { Boundary } from '../ui/boundary.tsx';
import type { FailureLine } from './failure-lines.ts';
import { PorticoPicture } from './screens/portico-picture.tsx';

/** After this long a page whose very frame failed loads itself anew. */
const RELOAD_AFTER_MS = 4_000;

/**
 * Where even the frame fails, the picture stays, with these lines over it, and the page loads itself
 * anew.
 */
export function PageBoundary(props: {
  readonly lines?: readonly FailureLine[];
  readonly children: ReactNode;
}): ReactNode {
  const { lines = [], children } = props;
  return <Boundary fallback={<FailedPage lines={lines} />}>{children}</Boundary>;
}

function FailedPage({ lines }: { lines: readonly FailureLine[] }): ReactNode {
  useEffect(() => {
    const timer = setTimeout(() => window.location.reload(), RELOAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="wordless">
      {lines.length === 0 ? null : (
        <div className="wordless__lines" role="alert">
          {/* All that the page says is its heading, in each language. */}
          {lines.map(({ text, language }) => (
            <h1 key={language.code} lang={language.localeTag} dir={language.direction}>
              {text}
            </h1>
          ))}
        </div>
      )}
      <PorticoPicture />
    </main>
  );
}
