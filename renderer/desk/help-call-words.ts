import type { HelpCall } from '../../electron/contract/views.ts';
import type { Phrase } from '../text/phrase.ts';
import type { Translator } from '../text/translator.ts';

/** That somebody asks for a person, since when, and at which kiosk, where the office names it. */
export function helpCallPhrase(
  texts: Translator,
  { calledAtMs, place }: Pick<HelpCall, 'calledAtMs' | 'place'>,
): Phrase {
  const time = texts.time(calledAtMs);
  return place === undefined
    ? texts.phrase('desk.help.called', { time })
    : texts.phrase('desk.help.calledAt', { time, place });
}
