import type {
  Notice,
  ResidenceQuestion,
  TerritorialOffice,
} from '../../electron/contract/content.ts';
import { noticeTexts } from '../../electron/contract/content-rules.ts';
import type { RightsPhrase, Translator } from './translator.ts';

/** The texts of an offering: a tile shows label and line, its own screen the rest. */
export function offeringPhrases(translator: Translator, offeringId: string) {
  const at = (name: string) => translator.phraseAt(`offerings.${offeringId}.${name}`);
  return {
    label: at('label'),
    line: at('line'),
    officialName: at('officialName'),
    what: at('what'),
    whom: at('whom'),
    /** What else is good to know; null where there is nothing. */
    more: translator.has(`offerings.${offeringId}.more`) ? at('more') : null,
    /** What to bring, where it is known for certain; null otherwise. */
    bring: translator.has(`offerings.${offeringId}.bring`) ? at('bring') : null,
  };
}

/** A residence question with its answers, in order; each says where it leads. */
export function residenceQuestionPhrases(translator: Translator, question: ResidenceQuestion) {
  const at = (key: string): RightsPhrase => translator.rightsAt(`residence.${key}`);
  return {
    title: at(`${question.id}.title`),
    help: at(`${question.id}.help`),
    answers: question.answers.map(({ id }) => ({
      id,
      label: at(`${question.id}-${id}.label`),
      line: at(`${question.id}-${id}.line`),
      leads: translator.phraseAt(`residence.${question.id}-${id}.leads`),
    })),
  };
}

/** What a residence answer leads to, in words. */
export function residenceOutcomePhrases(translator: Translator, outcomeId: string) {
  const at = (name: string): RightsPhrase => translator.rightsAt(`residence.${outcomeId}.${name}`);
  return { title: at('title'), body: at('body') };
}

/** A notice in its layers. The official text, where the office has dropped it in, is in the data. */
export function noticePhrases(translator: Translator, notice: Notice) {
  const at = (name: string): RightsPhrase => translator.rightsAt(`${noticeTexts(notice)}.${name}`);
  return {
    title: at('title'),
    officialName: at('officialName'),
    line: at('line'),
    short: notice.short.map(at),
    points: notice.points.map((id) => ({ id, title: at(`${id}-title`), body: at(`${id}-body`) })),
  };
}

/** An office of the list. A postal code that is in doubt is left out. */
export function territorialOfficePhrases(translator: Translator, office: TerritorialOffice) {
  const { street, streetNumber, cap, municipio } = office;
  return {
    municipio: translator.phrase('offices.list.municipio', { number: municipio }),
    rank: translator.phrase(`offices.list.${office.rank}`),
    address: office.caveats.includes('cap-unverified')
      ? translator.phrase('offices.list.addressWithoutCap', { street, streetNumber })
      : translator.phrase('offices.list.address', { street, streetNumber, cap }),
    note: office.note === null ? null : translator.phraseAt(`offices.notes.${office.note}`),
    access: translator.phrase(
      office.access === 'telephone-only'
        ? 'offices.list.telephoneOnly'
        : 'offices.list.byAppointment',
    ),
  };
}
