import fc from 'fast-check';
import type { Display } from '../../../renderer/kiosk/journey/display.ts';
import type { Action, NoticeLayer } from '../../../renderer/kiosk/journey/journey.ts';
import { content, issued, printed, rules, take } from './walk.ts';

/** Anything that a person, the clock, the server or the printer can do. */
export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<Action>(
    { type: 'begin' },
    { type: 'languageAsked' },
    { type: 'settingsAsked' },
    { type: 'choiceClosed' },
    { type: 'nextPage' },
    { type: 'onlyNumber' },
    { type: 'audienceOpened' },
    { type: 'mandatedOpened' },
    { type: 'offeringConfirmed' },
    { type: 'mandatedConfirmed' },
    { type: 'codeAsked' },
    { type: 'codeKeyErased' },
    { type: 'codeConfirmed' },
    { type: 'codeMissing' },
    { type: 'codeRewritten' },
    { type: 'youngOpened' },
    { type: 'youngConfirmed' },
    { type: 'finderOpened' },
    { type: 'finderClosed' },
    { type: 'placeSearchOpened' },
    { type: 'placeKeyErased' },
    { type: 'noticePrintAsked' },
    { type: 'appointmentToggled' },
    { type: 'priorityToggled' },
    { type: 'helpOpened' },
    { type: 'noticesOpened' },
    { type: 'back' },
    { type: 'startAgain' },
    { type: 'clear' },
    { type: 'finished' },
    { type: 'stirred' },
    { type: 'touched' },
    { type: 'secondPassed' },
  ),
  fc
    .constantFrom(...content.offerings)
    .map(({ id }): Action => ({ type: 'needChosen', offeringId: id })),
  fc
    .tuple(
      fc.constantFrom(...content.notices),
      fc.constantFrom<NoticeLayer>('short', 'points', 'full'),
    )
    .map(([{ id }, layer]): Action => ({ type: 'noticeOpened', noticeId: id, layer })),
  fc.constantFrom('it', 'en').map((language): Action => ({ type: 'languageChosen', language })),
  fc
    .constantFrom<Partial<Display>>({ textSize: 'largest' }, { theme: 'low' }, { isLow: true })
    .map((change): Action => ({ type: 'displayChanged', change })),
  fc
    .constantFrom('yes', 'no', 'unknown', 'urgent', 'family', 'other', 'nonsense')
    .map((answerId): Action => ({ type: 'residenceAnswered', answerId })),
  fc
    .constantFrom('walkIn', 'appointment')
    .map((entry): Action => ({ type: 'appointmentAnswered', entry: entry as 'walkIn' })),
  fc.constantFrom('A', '7').map((character): Action => ({ type: 'codeKeyPressed', character })),
  fc.constantFrom('A', ' ').map((character): Action => ({ type: 'placeKeyPressed', character })),
  fc.constantFrom(-1, 2).map((page): Action => ({ type: 'placesTurned', page })),
  fc.constantFrom([9], [2, 9]).map(
    (municipi): Action => ({
      type: 'placeChosen',
      place: { kind: 'street', name: 'Via Adda', municipi, source: 'register' },
    }),
  ),
  fc.constant<Action>({ type: 'municipioChosen', municipio: 9 }),
  fc.constant<Action>({ type: 'helpCalled', commandId: 'help' }),
  fc.constant<Action>({ type: 'helpCallEnded', commandId: 'help', outcome: 'seen' }),
  fc.constantFrom('ab 12', 'https://').map((text): Action => ({ type: 'codeScanned', text })),
  fc.constant<Action>(take),
  fc.constant<Action>({ type: 'takeNumberWithoutCode', commandId: 'first' }),
  fc.constant<Action>(issued),
  fc.constant<Action>(printed),
  fc.constantFrom(...content.notices).map(
    ({ id }): Action => ({
      type: 'noticePrintEnded',
      session: 0,
      noticeId: id,
      outcome: 'printed',
      printer: 'ready',
    }),
  ),
  fc
    .constantFrom(
      'unavailable',
      'dayEnded',
      'queueFull',
      'officeClosed',
      'unknownAppointment',
      'alreadyCheckedIn',
      'commandIdReused',
      'unexpected',
    )
    .map(
      (problem): Action => ({
        type: 'notIssued',
        commandId: 'first',
        problem: problem as 'unavailable',
      }),
    ),
);

/** The office is open or closed, with or without a list of appointments. */
export const anyRules = fc
  .record({ isOpen: fc.boolean(), takesCodes: fc.boolean() })
  .map((today) => ({
    ...rules,
    ...today,
  }));
