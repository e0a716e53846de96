import '../ui/base.css';
import '../ui/scripts.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ClientProvider } from '../client/client-context.ts';
import { connect } from '../client/connect.ts';
import { loadLatinFonts } from '../ui/latin-fonts.ts';
import { claimPressStyle } from '../ui/press-style.ts';
import { keepTransitionsUnlisted } from '../ui/transitions.ts';
import { KioskWindow } from './kiosk-window.tsx';
import { PageBoundary } from './page-boundary.tsx';

loadLatinFonts(document);
claimPressStyle(document);
keepTransitionsUnlisted(window);

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <PageBoundary>
      <ClientProvider value={await connect('kiosk')}>
        <KioskWindow />
      </ClientProvider>
    </PageBoundary>
  </StrictMode>,
);
