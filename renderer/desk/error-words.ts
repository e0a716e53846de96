import type { ApiError } from '../../electron/contract/errors.ts';
import type { Phrase, TextValue } from '../text/phrase.ts';
import type { Translator } from '../text/translator.ts';

/** The sentence that explains an error and says what to do. */
export function errorPhrase(texts: Translator, error: ApiError): Phrase {
  // The general words say that the program tries again by itself; a command at the desk is given
  // up after some seconds, for nobody should be called minutes after the key was pressed.
  if (error.code === 'unavailable') return texts.phrase('desk.connection.notAnswered');
  return texts.phraseAt(`errors.${error.code}`, errorFacts(texts, error));
}

function errorFacts(texts: Translator, error: ApiError): Record<string, TextValue> {
  switch (error.code) {
    case 'unknownCounter':
    case 'counterTaken':
    case 'counterNotOpen':
    case 'counterAlreadyOpen':
    case 'counterBusy':
    case 'counterPaused':
    case 'counterNotPaused':
    case 'noQueues':
      return { counter: error.counter };
    case 'unknownQueue':
    case 'queueFull':
    case 'sameQueue':
      return { queue: error.queue };
    case 'tooManyAttempts':
      return { minutes: Math.max(1, Math.ceil(error.retryAfterMs / 60_000)) };
    case 'nobodyWaiting':
      return { time: timeOrNone(texts, error.nextFromMs) };
    case 'officeClosed':
      return { time: timeOrNone(texts, error.opensAtMs) };
    case 'tooEarlyForNoShow':
      return {
        calls: error.callsMissing,
        seconds: Math.max(1, Math.ceil(error.waitMs / 1_000)),
      };
    case 'appointmentTwice':
      return { code: error.appointmentCode };
    case 'dayIsOver':
      return { day: texts.date(error.serviceDay) };
    case 'paperNumberUsed':
      return { number: error.number };
    default:
      return {};
  }
}

/** "none" chooses the words of a text for a moment that is not known. */
function timeOrNone(texts: Translator, atMs: number | null): TextValue {
  return atMs === null ? 'none' : texts.time(atMs);
}
