import './phone.css';
import type { PhonePageData, PhoneView } from '../../electron/contract/phone.ts';
import { createTranslator } from '../text/translator.ts';
import { type Answer, follow } from './follow.ts';
import { createPage } from './page.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
const followPhone = () => {
  document.documentElement.dataset['theme'] = dark.matches ? 'dark' : 'light';
};
followPhone();
dark.addEventListener('change', followPhone);

const data = document.querySelector('#data');
if (data === null) throw new Error('index.html has no #data');
// Written by the server of this very page.
const { first, language, content } = JSON.parse(data.textContent) as PhonePageData;
const texts = createTranslator(content, language);
const page = createPage(document, texts, content.languages);

/** What the server says of the ticket now. Nothing of it is kept, not even by the browser. */
async function ask(): Promise<Answer> {
  const response = await fetch(`${location.pathname}/now`, { cache: 'no-store' });
  if (response.status === 404) return 'gone';
  return response.ok ? ((await response.json()) as PhoneView) : 'lost';
}

follow({
  first,
  ask,
  show: page.show,
  startTimer: (delayMs, action) => {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
  onReturn: (listener) => {
    // A phone that was in a pocket has slept; one that was out of reach is told when it is back.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') listener();
    });
    addEventListener('online', listener);
  },
});
