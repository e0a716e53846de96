import type { Content, Language } from '../../electron/contract/content.ts';
import type { Office } from '../../electron/contract/operations.ts';
import type { KioskView } from '../../electron/contract/views.ts';
import type { JourneyRules } from './journey/journey.ts';

/**
 * What is listed beside the offerings: someone under age, the finder of offices, services on a
 * mandate, and whom the service is for.
 */
const EXTRA_NEEDS = 4;

/**
 * The rules of the journey, from the content. Queues come from the server as soon as it has
 * described the office; until then the office's own file says the same.
 *
 * @param languages those that are offered, in order.
 * @param today what changes during the day.
 */
export function rulesFrom(
  content: Content,
  languages: readonly Language[],
  office: Office | null,
  today: Pick<KioskView, 'isOpen' | 'takesCodes'>,
): JourneyRules {
  const queues = office?.queues ?? content.office.queues;
  const firstOffering = content.offerings.toSorted((a, b) => a.order - b.order)[0];
  return {
    firstLanguage: languages[0]?.code ?? 'it',
    needCount: content.offerings.length + EXTRA_NEEDS,
    residence: content.residence,
    offersPriority: content.office.kiosk.offersPriority,
    idleWarningAfterSeconds: content.office.kiosk.idleWarningAfterSeconds,
    idleCountdownSeconds: content.office.kiosk.idleCountdownSeconds,
    returnAfterTicketSeconds: content.office.kiosk.returnAfterTicketSeconds,
    isOpen: today.isOpen,
    takesCodes: today.takesCodes,
    // Who does not say what they need goes where information is given: the first offering.
    queueOf: (offeringId) => {
      const wanted = offeringId ?? firstOffering?.id;
      const queue = queues.find(({ offerings }) => offerings.some((id) => id === wanted));
      return (queue ?? queues[0])?.letter ?? 'A';
    },
  };
}
