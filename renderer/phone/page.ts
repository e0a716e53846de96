import type { Language } from '../../electron/contract/content.ts';
import type { PhoneView } from '../../electron/contract/phone.ts';
import type { Phrase } from '../text/phrase.ts';
import type { Translator } from '../text/translator.ts';
import type { Answer } from './follow.ts';
import { type News, newsOf } from './news.ts';

/** Where vibration is allowed without asking: two short pulses, as of a message. */
const PULSES_MS = [200, 120, 200];

export type PhonePage = { readonly show: (answer: Answer) => void };

/**
 * The page of one ticket. Its places are made once and filled anew, so that a voice reads only what
 * has changed.
 */
export function createPage(
  document: Document,
  texts: Translator,
  languages: readonly Language[],
): PhonePage {
  const make = (tag: string, className: string, parent: Element): HTMLElement => {
    const element = document.createElement(tag);
    element.className = className;
    parent.append(element);
    return element;
  };
  const { body } = document;
  const head = make('header', 'head', body);
  make('p', 'head__service', head).textContent = texts.t('ticket.paper.service');
  const office = make('p', 'head__office', head);
  const main = make('main', 'main', body);
  const title = make('h1', 'title', main);
  const code = make('p', 'code', main);
  const news = make('div', 'news', main);
  news.setAttribute('role', 'status');
  const lost = make('p', 'lost', main);
  lost.setAttribute('role', 'status');
  const near = make('p', 'near', main);
  const foot = make('footer', 'foot', body);
  const updated = make('p', 'foot__updated', foot);
  const demo = make('p', 'foot__demo', foot);
  sayPrivacy(foot);
  makeLanguages(foot);

  let shownNews = '';
  let lastState: PhoneView['state'] | null = null;

  /** Words on people's rights: while their translation awaits review, the Italian too. */
  function sayPrivacy(parent: Element): void {
    const { text, italian } = texts.rightsAt('phone.page.privacy');
    make('p', 'foot__privacy', parent).textContent = text;
    if (italian === null) return;
    make('p', 'foot__privacy', parent).textContent = texts.t('common.translationAwaitsReview');
    const original = make('p', 'foot__privacy', parent);
    original.setAttribute('lang', 'it');
    original.setAttribute('dir', 'ltr');
    original.textContent = italian.text;
  }

  function makeLanguages(parent: Element): void {
    if (languages.length < 2) return;
    const choice = make('details', 'languages', parent);
    make('summary', 'languages__choose', choice).textContent = texts.t('common.languages.choose');
    const list = make('ul', 'languages__list', choice);
    for (const { code: language, autonym, localeTag, direction } of languages) {
      const link = make('a', 'languages__one', make('li', '', list));
      link.setAttribute('href', `?l=${language}`);
      link.setAttribute('lang', localeTag);
      link.setAttribute('dir', direction);
      if (language === texts.language.code) link.setAttribute('aria-current', 'true');
      link.textContent = autonym;
    }
  }

  /** What is read, and for a voice what is said instead where that differs. */
  function say(element: Element, { text, spoken }: Phrase): void {
    if (text === spoken) {
      element.replaceChildren(text);
      return;
    }
    element.replaceChildren();
    const shown = make('span', '', element);
    shown.textContent = text;
    shown.setAttribute('aria-hidden', 'true');
    make('span', 'visually-hidden', element).textContent = spoken;
  }

  function tell({ tone, counter, lines }: News): void {
    const shown = JSON.stringify({ tone, counter, lines });
    if (shown === shownNews) return;
    shownNews = shown;
    main.dataset['tone'] = tone;
    news.replaceChildren();
    if (counter !== null) {
      // The lines below say it in a sentence.
      const place = make('p', 'counter', news);
      place.setAttribute('aria-hidden', 'true');
      make('span', 'counter__label', place).textContent = texts.t('phone.called.counter');
      make('span', 'counter__number', place).textContent = counter;
    }
    for (const { words, weight } of lines) say(make('p', `line line--${weight}`, news), words);
  }

  function showTicket(view: PhoneView): void {
    const spoken = texts.ticketCode(view.code);
    office.textContent = `${texts.t('common.ownerName')} – ${view.office}`;
    title.textContent = texts.t('phone.page.title');
    say(code, spoken);
    tell(newsOf(view, texts));
    near.textContent = view.state === 'waiting' ? texts.t('phone.page.near') : '';
    demo.textContent = view.isDemo ? texts.t('ticket.paper.demo') : '';
    say(updated, texts.phrase('phone.page.updated', { time: texts.time(view.serverTimeMs) }));
    document.title =
      view.state === 'called' ? `${texts.t('phone.called.title')} – ${view.code}` : view.code;
    if (view.state === 'called' && lastState !== null && lastState !== 'called') {
      // Browsers that want a touch of the page first ignore it, and so do phones without it.
      document.defaultView?.navigator.vibrate?.(PULSES_MS);
    }
    lastState = view.state;
  }

  function showGone(): void {
    for (const element of [code, near, updated, demo]) element.textContent = '';
    title.textContent = texts.t('phone.gone.title');
    document.title = title.textContent;
    tell({
      tone: 'quiet',
      counter: null,
      lines: [{ words: texts.phrase('phone.gone.line'), weight: 'plain' }],
    });
  }

  return {
    show: (answer) => {
      lost.textContent = answer === 'lost' ? texts.t('phone.lost.line') : '';
      if (answer === 'gone') showGone();
      else if (answer !== 'lost') showTicket(answer);
    },
  };
}
