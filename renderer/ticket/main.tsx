import './ticket.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Content } from '../../electron/contract/content.ts';
import type { PaperFace } from '../../electron/contract/host.ts';
import { connect } from '../client/connect.ts';
import type { SportelloClient } from '../client/sportello-client.ts';
import { NoticePaper } from './notice-paper.tsx';
import { TicketPaper } from './ticket-paper.tsx';

/** Between two questions to a host that does not answer. */
const RETRY_MS = 1_000;

/** The weights of the paper's words, and the font of its number. */
const WORD_WEIGHTS = [600, 700];
const CODE_FONT = '700 214px "Roboto Mono"';

function wait(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

async function readContent(client: SportelloClient): Promise<Content> {
  for (;;) {
    const answer = await client.host('content', {});
    if (answer.ok) return answer.value;
    await wait(RETRY_MS);
  }
}

/**
 * Asks the host for faces, one after another, and draws each: the host takes the picture once it
 * has heard how high it is.
 */
async function drawTickets(client: SportelloClient, page: HTMLElement): Promise<never> {
  const root = createRoot(page);
  const content = await readContent(client);
  for (;;) {
    const answer = await client.host('ticketFace', {});
    if (!answer.ok) {
      await wait(RETRY_MS);
      continue;
    }
    const { face, widthPx } = answer.value;
    await draw(face, widthPx);
    await client.host('ticketDrawn', {
      heightPx: Math.ceil(page.getBoundingClientRect().height),
    });
  }

  async function draw(face: PaperFace, widthPx: number): Promise<void> {
    page.style.inlineSize = `${widthPx}px`;
    const paper =
      face.kind === 'ticket' ? (
        <TicketPaper content={content} face={face} />
      ) : (
        <NoticePaper content={content} face={face} />
      );
    flushSync(() => root.render(paper));
    // Asked for by name and by the characters in use, for a hidden page paints nothing by itself.
    const families = getComputedStyle(document.documentElement).fontFamily;
    const words = page.textContent;
    await Promise.all([
      ...WORD_WEIGHTS.map((weight) => document.fonts.load(`${weight} 26px ${families}`, words)),
      document.fonts.load(CODE_FONT),
    ]);
    await document.fonts.ready;
  }
}

const page = document.querySelector<HTMLElement>('#root');
if (page === null) throw new Error('index.html has no #root');
void drawTickets(await connect('kiosk'), page);
