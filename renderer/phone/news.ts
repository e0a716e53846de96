import type { PhoneView } from '../../electron/contract/phone.ts';
import type { Phrase } from '../text/phrase.ts';
import type { Translator } from '../text/translator.ts';

export type News = {
  /** `turn`: the person is to go now. */
  readonly tone: 'plain' | 'turn' | 'quiet';
  /** The sign over the counter, where it is the thing to see. */
  readonly counter: string | null;
  readonly lines: readonly { readonly words: Phrase; readonly weight: 'strong' | 'plain' }[];
};

/** What there is to say of a ticket. */
export function newsOf(view: PhoneView, texts: Translator): News {
  const { state, counter, peopleAhead, range } = view;
  const strong = (words: Phrase) => ({ words, weight: 'strong' as const });
  const plain = (words: Phrase) => ({ words, weight: 'plain' as const });
  switch (state) {
    case 'waiting':
      return {
        tone: 'plain',
        counter: null,
        lines: [
          strong(texts.phrase('ticket.paper.ahead', { count: peopleAhead })),
          ...(range === null
            ? []
            : [
                plain(texts.phrase('ticket.paper.range', { range: texts.waitingRange(range) })),
                plain(texts.phrase('ticket.paper.estimate')),
              ]),
        ],
      };
    case 'called':
      return {
        tone: 'turn',
        counter,
        lines: [
          strong(texts.phrase('phone.called.title')),
          ...(counter === null ? [] : [plain(texts.phrase('phone.called.line', { counter }))]),
        ],
      };
    case 'serving':
      return {
        tone: 'plain',
        counter,
        lines: counter === null ? [] : [plain(texts.phrase('phone.serving.line', { counter }))],
      };
    case 'parked':
      return { tone: 'plain', counter: null, lines: [plain(texts.phrase('phone.parked.line'))] };
    case 'missed':
      return {
        tone: 'plain',
        counter,
        lines: [
          strong(texts.phrase('phone.missed.title')),
          plain(texts.phrase('phone.missed.line')),
        ],
      };
    case 'over':
      return {
        tone: 'quiet',
        counter: null,
        lines: [strong(texts.phrase('phone.over.title')), plain(texts.phrase('phone.over.line'))],
      };
  }
}
