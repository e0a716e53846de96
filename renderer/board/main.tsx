import '../ui/base.css';
import '../ui/latin-ext-fonts.css';
import './board.css';
import { type ReactNode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Content } from '../../electron/contract/content.ts';
import { ClientProvider, useClient } from '../client/client-context.ts';
import { connect } from '../client/connect.ts';
import { useAnswer } from '../client/use-answer.ts';
import { TextProvider } from '../text/text-context.tsx';
import { BoardApp } from './board-app.tsx';
import { createChime } from './chime.ts';

const chime = createChime(
  () => new AudioContext(),
  (delayMs) => new Promise((resolve) => setTimeout(resolve, delayMs)),
);

function Board(): ReactNode {
  const client = useClient();
  const [questions] = useState(() => ({
    content: () => client.host('content', {}),
    settings: () => client.host('hostSettings', {}),
    office: () => client.call('describeOffice', {}),
  }));
  const content: Content | null = useAnswer(questions.content);
  const settings = useAnswer(questions.settings);
  const office = useAnswer(questions.office);
  if (content === null || settings === null) return null;
  const languageCode = content.languages[0]?.code ?? 'it';
  return (
    <TextProvider content={content} languageCode={languageCode}>
      <BoardApp panel={settings.panel} office={office} chime={chime} />
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
