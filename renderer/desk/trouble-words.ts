import type { DeviceTrouble } from '../../electron/contract/device-report.ts';
import type { Phrase } from '../text/phrase.ts';
import type { Translator } from '../text/translator.ts';

/** One line for the desk. */
export interface TroubleNote {
  readonly about: 'printer' | 'content';
  readonly words: Phrase;
  /** Of content: the place, and the reason as whoever mends it reads it elsewhere, in English. */
  readonly where: { readonly place: Phrase; readonly reason: string } | null;
}

/** What there is to see to, in sentences; what is the same at several devices is said once. */
export function troubleNotes(
  texts: Translator,
  troubles: readonly DeviceTrouble[],
): readonly TroubleNote[] {
  const notes = troubles.flatMap(({ device, printer, content, place }): TroubleNote[] => [
    ...(printer === null
      ? []
      : [
          {
            about: 'printer' as const,
            words: texts.phrase(`desk.trouble.${printer}`, { kiosk: kioskPhrase(texts, place) }),
            where: null,
          },
        ]),
    ...(content === null
      ? []
      : [
          {
            about: 'content' as const,
            words:
              device === 'kiosk'
                ? texts.phrase('desk.trouble.kioskContent', { kiosk: kioskPhrase(texts, place) })
                : texts.phrase(`desk.trouble.${device}Content`),
            where: {
              place: texts.phrase('desk.trouble.where', {
                file: content.file,
                line: String(content.line),
                others: content.others,
              }),
              reason: content.reason,
            },
          },
        ]),
  ]);
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}

/** A kiosk, with where it stands if its office has said so. */
function kioskPhrase(texts: Translator, place: DeviceTrouble['place']): Phrase {
  return place === undefined
    ? texts.phrase('desk.trouble.kiosk')
    : texts.phrase('desk.trouble.kioskAt', { place });
}
