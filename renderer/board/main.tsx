import '../ui/base.css';
import '../ui/latin-ext-fonts.css';
import './board.css';
import { type ReactNode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Content } from '../../electron/contract/content.ts';
import type { Office } from '../../electron/contract/operations.ts';
import type { Panel } from '../../electron/contract/panel.ts';
import { ClientProvider, useClient } from '../client/client-context.ts';
import { connect } from '../client/connect.ts';
import type { SportelloClient } from '../client/sportello-client.ts';
import { TextProvider } from '../text/text-context.tsx';
import { BoardApp } from './board-app.tsx';
import { createChime } from './chime.ts';

/** A server that is not there yet is asked again this often; a wall has nobody to press a key. */
const ASK_AGAIN_MS = 1_000;

interface Surroundings {
  readonly content: Content;
  readonly panel: Panel | null;
}

async function surroundings(client: SportelloClient): Promise<Surroundings | null> {
  const [content, settings] = await Promise.all([
    client.host('content', {}),
    client.host('hostSettings', {}),
  ]);
  if (!content.ok || !settings.ok) return null;
  return { content: content.value, panel: settings.value.panel };
}

async function office(client: SportelloClient): Promise<Office | null> {
  const answer = await client.call('describeOffice', {});
  return answer.ok ? answer.value : null;
}

/** Asks until there is an answer. */
function useAnswer<T>(ask: (client: SportelloClient) => Promise<T | null>): T | null {
  const client = useClient();
  const [answer, setAnswer] = useState<T | null>(null);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askOn = async (): Promise<void> => {
      const given = await ask(client);
      if (isOver) return;
      if (given !== null) setAnswer(given);
      else timer = setTimeout(() => void askOn(), ASK_AGAIN_MS);
    };
    void askOn();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [client, ask]);
  return answer;
}

const chime = createChime(
  () => new AudioContext(),
  (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
);

function Board(): ReactNode {
  const around = useAnswer(surroundings);
  const described = useAnswer(office);
  if (around === null) return null;
  const languageCode = around.content.languages[0]?.code ?? 'it';
  return (
    <TextProvider content={around.content} languageCode={languageCode}>
      <BoardApp panel={around.panel} office={described} chime={chime} />
    </TextProvider>
  );
}

const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no element "page"');
createRoot(page).render(
  <ClientProvider value={await connect('board')}>
    <Board />
  </ClientProvider>,
);
