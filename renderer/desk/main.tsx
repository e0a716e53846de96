import '../ui/base.css';
import '../ui/latin-ext-fonts.css';
import './desk.css';
import { type ReactNode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Content } from '../../electron/contract/content.ts';
import { ClientProvider, useClient } from '../client/client-context.ts';
import { connect } from '../client/connect.ts';
import { TextProvider } from '../text/text-context.tsx';
import { claimPressStyle } from '../ui/press-style.ts';
import { keepTransitionsUnlisted } from '../ui/transitions.ts';
import { DeskApp } from './desk-app.tsx';
import { showTheme, storedLanguage, storedTheme, storeLanguage } from './preferences.ts';

/** A server that is not there yet is asked for the texts again this often. */
const ASK_AGAIN_MS = 1_000;

function Desk(): ReactNode {
  const client = useClient();
  const [content, setContent] = useState<Content | null>(null);
  const [languageCode, setLanguageCode] = useState(
    () => storedLanguage(window.localStorage) ?? 'it',
  );

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const load = async (): Promise<void> => {
      const answer = await client.host('content', {});
      if (isOver) return;
      if (answer.ok) setContent(answer.value);
      else timer = setTimeout(() => void load(), ASK_AGAIN_MS);
    };
    void load();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [client]);

  if (content === null) return null;
  return (
    <TextProvider content={content} languageCode={languageCode}>
      <DeskApp
        notice={content.notices.find(({ readers }) => readers === 'staff') ?? null}
        languages={{
          all: content.languages.filter(({ isForStaff }) => isForStaff),
          onChosen: (code) => {
            storeLanguage(window.localStorage, code);
            setLanguageCode(code);
          },
        }}
      />
    </TextProvider>
  );
}

claimPressStyle(document);
keepTransitionsUnlisted(window);
showTheme(window, storedTheme(window.localStorage));
const page = document.getElementById('page');
if (page === null) throw new Error('index.html has no element "page"');
createRoot(page).render(
  <ClientProvider value={await connect('desk')}>
    <Desk />
  </ClientProvider>,
);
