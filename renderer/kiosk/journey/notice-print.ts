import {
  type Action,
  type Journey,
  type NoticePrint,
  placeInSight,
  type Step,
  still,
} from './journey.ts';

/** What has become of a notice on paper; null where it was not asked for. */
export function printOf(journey: Journey, noticeId: string): NoticePrint | null {
  return journey.noticePrints.find((print) => print.noticeId === noticeId) ?? null;
}

/** The notice in sight on paper. One at a time, and each once for each person: paper runs out. */
export function printNotice(journey: Journey): Step {
  const place = placeInSight(journey);
  if (place.name !== 'notice') return still(journey);
  const { noticeId } = place;
  const isBusy = journey.noticePrints.some(({ paper }) => paper.status === 'printing');
  if (isBusy || printOf(journey, noticeId) !== null) return still(journey);
  const { session, language } = journey;
  return {
    journey: {
      ...journey,
      noticePrints: [...journey.noticePrints, { noticeId, paper: { status: 'printing' } }],
    },
    effects: [{ type: 'printNotice', session, noticeId, language }],
  };
}

export function noticePrintEnded(
  journey: Journey,
  action: Extract<Action, { type: 'noticePrintEnded' }>,
): Journey {
  if (journey.session !== action.session) return journey;
  const { outcome, printer } = action;
  return {
    ...journey,
    noticePrints: journey.noticePrints.map((print) =>
      print.noticeId === action.noticeId
        ? { ...print, paper: { status: 'done', outcome, printer } }
        : print,
    ),
  };
}
