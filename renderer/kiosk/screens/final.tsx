import './final.css';
import type { ReactNode } from 'react';
import type { KioskView } from '../../../electron/contract/views.ts';
import { residenceOutcomePhrases } from '../../text/content-phrases.ts';
import type { Phrase } from '../../text/phrase.ts';
import { spelled } from '../../text/spelled.ts';
import type { Translator } from '../../text/translator.ts';
import { Button } from '../../ui/button.tsx';
import { Rights } from '../../ui/rights.tsx';
import { Tile, Tiles, ToggleTile } from '../../ui/tile.tsx';
import type { Answers } from '../journey/journey.ts';
import { ownNotice } from '../journey/own-notice.ts';
import { type Kiosk, useKiosk } from '../kiosk-context.ts';
import { COMMON, personalAttribute } from '../voice/personal.ts';
import { Fact, Page } from './page.tsx';
import { drawingOf } from './residence.tsx';
import { TakeNumberTile } from './take-number-tile.tsx';

/** What someone who came the short way says of an appointment: its code, where codes are known. */
function AppointmentWish(): ReactNode {
  const { rules, texts, journey, act } = useKiosk();
  const { entry, code } = journey.answers;
  // Whether a code was written, or there was none, is for the person alone.
  const inPublic = texts.phrase('kiosk.final.appointmentLine');
  const hasSaidSo = entry === 'appointment' && code === null;
  if (!rules.takesCodes || hasSaidSo) {
    return (
      <ToggleTile
        label={texts.phrase('kiosk.final.appointmentLabel')}
        line={inPublic}
        isOn={entry === 'appointment'}
        onChange={() => act({ type: 'appointmentToggled' })}
      />
    );
  }
  return (
    <Tile
      icon="calendar"
      label={texts.phrase('kiosk.final.appointmentLabel')}
      line={{
        ...texts.phrase(code === null ? 'kiosk.final.codeLine' : 'kiosk.final.otherCodeLine'),
        inPublic,
      }}
      onPress={() => act({ type: 'codeAsked' })}
    />
  );
}

function PriorityWish(): ReactNode {
  const { texts, journey, act } = useKiosk();
  return (
    <ToggleTile
      label={texts.phrase('kiosk.final.priorityLabel')}
      line={texts.phrase('kiosk.final.priorityLine')}
      isOn={journey.answers.hasPriority}
      onChange={() => act({ type: 'priorityToggled' })}
    />
  );
}

function summaryOf({ code, offeringId }: Answers, texts: Translator): Phrase | undefined {
  if (code !== null) {
    return texts.phrase('kiosk.final.code', { code: spelled(code) });
  }
  return offeringId === null
    ? undefined
    : texts.phrase('kiosk.final.summary', {
        offering: texts.phraseAt(`offerings.${offeringId}.label`),
      });
}

/** How many wait and, for someone who does not go first, how long it may take. */
function waitingNote(
  { waiting, range }: KioskView['queues'][number],
  { hasPriority }: Answers,
  texts: Translator,
): Phrase {
  const people = texts.phrase('kiosk.final.waiting', { count: waiting });
  return range === null || hasPriority
    ? people
    : texts.phrase('kiosk.final.waitingRange', { people, range: texts.waitingRange(range) });
}

/** What the answer on residence means for the person; that the desk comes first, where it does. */
function outcomeWords({ content, texts }: Kiosk, outcomeId: string) {
  const outcome = content.residence.outcomes.find((each) => each.id === outcomeId);
  const isForDesk = outcome?.endsWith === 'person';
  return {
    ...residenceOutcomePhrases(texts, outcomeId),
    deskFirst: isForDesk ? texts.rightsAt('kiosk.residence.deskFirst') : null,
  };
}

/**
 * The last screen before the number: what the answers mean, the short notice in sight, and nothing
 * in the way.
 */
export function FinalScreen({ outcomeId }: { outcomeId: string | null }): ReactNode {
  const kiosk = useKiosk();
  const { content, rules, view, isConnected, texts, journey, act } = kiosk;
  const { answers } = journey;
  const outcome = outcomeId === null ? null : outcomeWords(kiosk, outcomeId);
  const noticeWords = texts.rightsAt(
    answers.code === null ? 'kiosk.final.notice' : 'kiosk.final.noticeWithCode',
  );
  const asksForAppointment = !answers.hasAppointmentQuestionBehind;
  const { offersPriority } = content.office.kiosk;
  const own = ownNotice(content.notices, journey);
  const queue = view?.queues.find((each) => each.letter === rules.queueOf(answers.offeringId));
  const notice = (
    <Fact icon="notices" title={texts.phrase('kiosk.final.noticeTitle')}>
      <p {...personalAttribute(true)}>
        <Rights words={noticeWords} />
      </p>
      <div className="fact__links" {...COMMON}>
        <Button
          variant="quiet"
          className="fact__more"
          words={texts.phrase('kiosk.final.noticeMore')}
          onPress={() =>
            act(
              own === undefined
                ? { type: 'noticesOpened' }
                : { type: 'noticeOpened', noticeId: own.id, layer: 'short' },
            )
          }
        />
      </div>
    </Fact>
  );
  return (
    <Page
      personal={outcomeId === null ? 'details' : 'all'}
      title={outcome?.title ?? texts.phrase('kiosk.final.title')}
      rights={[noticeWords, outcome?.body, outcome?.deskFirst].filter((words) => words != null)}
      help={outcomeId === null ? summaryOf(answers, texts) : undefined}
      note={
        queue === undefined || !isConnected || answers.code !== null
          ? undefined
          : waitingNote(queue, answers, texts)
      }
      aside={outcomeId === null ? null : notice}
      hold="aim"
      wishes={
        asksForAppointment || offersPriority ? (
          <div className="wishes">
            {asksForAppointment ? <AppointmentWish /> : null}
            {offersPriority ? <PriorityWish /> : null}
          </div>
        ) : undefined
      }
      actions={
        <Tiles>
          <TakeNumberTile />
        </Tiles>
      }
    >
      {outcome === null ? (
        notice
      ) : (
        <Fact icon={drawingOf(content.residence, outcomeId)} tone="tint">
          <p className="fact__outcome">
            <Rights words={outcome.body} />
          </p>
          {outcome.deskFirst === null ? null : (
            <p>
              <Rights words={outcome.deskFirst} />
            </p>
          )}
        </Fact>
      )}
    </Page>
  );
}
