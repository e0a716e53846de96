import { Component, type ReactNode, useEffect } from 'react';
import { Tile, Tiles } from '../ui/tile.tsx';
import type { FailureLine } from './failure-lines.ts';
import { useKiosk } from './kiosk-context.ts';
import { Page } from './screens/page.tsx';
import { PorticoPicture } from './screens/portico-picture.tsx';

/** After this long the first screen returns by itself. */
const RETURN_AFTER_MS = 15_000;

/** After this long a page whose very frame failed loads itself anew. */
const RELOAD_AFTER_MS = 4_000;

/** Shows `fallback` in place of children that fail to render. */
class Boundary extends Component<
  { readonly fallback: ReactNode; readonly children: ReactNode },
  { readonly hasFailed: boolean }
> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}

/** A screen that fails gives way to calm words and a way on: never an empty screen. */
export function ScreenBoundary({ children }: { children: ReactNode }): ReactNode {
  return <Boundary fallback={<FailedScreen />}>{children}</Boundary>;
}

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

/** Where even this fails, it is for {@link PageBoundary}. */
function FailedScreen(): ReactNode {
  const { texts, act } = useKiosk();
  useEffect(() => {
    const timer = setTimeout(() => act({ type: 'finished' }), RETURN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [act]);
  return (
    <Page
      title={texts.phrase('kiosk.problems.unexpectedTitle')}
      help={texts.phrase('kiosk.problems.unexpectedLine')}
      drawing="person"
      layout="wide"
      actions={
        <Tiles>
          <Tile
            variant="primary"
            icon="start-again"
            sign={null}
            label={texts.phrase('kiosk.problems.toStart')}
            onPress={() => act({ type: 'finished' })}
          />
        </Tiles>
      }
    />
  );
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
          {lines.map(({ text, language }) => (
            <p key={language.code} lang={language.localeTag} dir={language.direction}>
              {text}
            </p>
          ))}
        </div>
      )}
      <PorticoPicture />
    </main>
  );
}
