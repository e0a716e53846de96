import { type ReactNode, useEffect, useState } from 'react';
import type { Content } from '../../electron/contract/content.ts';
import type { Office } from '../../electron/contract/operations.ts';
import type { Result } from '../../electron/contract/result.ts';
import { useClient } from '../client/client-context.ts';
import { Kiosk } from './kiosk.tsx';
import { PorticoPicture } from './screens/portico-picture.tsx';

/** Between two tries to read what the kiosk cannot do without. */
const RETRY_MS = 1_500;

/** Asks until there is an answer; null until then. */
function useAnswer<T, E>(ask: () => Promise<Result<T, E>>): T | null {
  const [answer, setAnswer] = useState<T | null>(null);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tryOnce = async () => {
      const result = await ask().catch(() => null);
      if (isOver) return;
      if (result?.ok === true) setAnswer(result.value);
      else timer = setTimeout(tryOnce, RETRY_MS);
    };
    void tryOnce();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [ask]);
  return answer;
}

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
    office: () => client.call('describeOffice', {}),
  }));
  const content: Content | null = useAnswer(questions.content);
  const settings = useAnswer(questions.settings);
  const office: Office | null = useAnswer(questions.office);

  // Without content there are no words in any language: the picture alone, until it comes.
  if (content === null || settings === null) {
    return (
      <main className="wordless" aria-busy="true">
        <PorticoPicture />
      </main>
    );
  }
  const { panel, printer, sound } = settings;
  return <Kiosk {...{ content, panel, sound, office }} hasPrinter={printer !== 'none'} />;
}
