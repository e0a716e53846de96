import './wordless.css';
import { type ReactNode, useState } from 'react';
import type { Content } from '../../electron/contract/content.ts';
import { useClient } from '../client/client-context.ts';
import { useAnswer } from '../client/use-answer.ts';
import { Kiosk } from './kiosk.tsx';
import { PorticoPicture } from './screens/portico-picture.tsx';

/** Asks at once, before anything is drawn and its effects run; whoever asks again asks anew. */
function askedAhead<T>(ask: () => Promise<T>): () => Promise<T> {
  let first: Promise<T> | null = ask();
  return () => {
    const answer = first ?? ask();
    first = null;
    return answer;
  };
}

/** The page: its content and its panel, then the kiosk. It paints before the server is there. */
export function KioskWindow(): ReactNode {
  const client = useClient();
  const [questions] = useState(() => ({
    content: askedAhead(() => client.host('content', {})),
    settings: askedAhead(() => client.host('hostSettings', {})),
  }));
  const content: Content | null = useAnswer(questions.content);
  const settings = useAnswer(questions.settings);

  // Without content there are no words in any language: the picture alone, until it comes.
  if (content === null || settings === null) {
    return (
      <main className="wordless" aria-busy="true">
        <PorticoPicture />
      </main>
    );
  }
  const { panel, printer, sound } = settings;
  return <Kiosk {...{ content, panel, sound }} hasPrinter={printer !== 'none'} />;
}
