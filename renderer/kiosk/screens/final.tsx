import type { ReactNode } from 'react';
import { browserCommandTools } from '../../client/command-runner.ts';
import { Button } from '../../ui/button.tsx';
import { Tile, Tiles, ToggleTile } from '../../ui/tile.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { Fact, Page, Rights } from './page.tsx';

/** The last screen before the number: the short notice in sight, and nothing in the way. */
export function FinalScreen(): ReactNode {
  const { content, rules, view, texts, journey, act } = useKiosk();
  const { answers } = journey;
  const queue = view?.queues.find((each) => each.letter === rules.queueOf(answers.offeringId));
  const summary =
    answers.offeringId === null
      ? undefined
      : texts.phrase('kiosk.final.summary', {
          offering: texts.phraseAt(`offerings.${answers.offeringId}.label`),
        });
  return (
    <Page
      title={texts.phrase('kiosk.final.title')}
      help={summary}
      note={
        queue === undefined
          ? undefined
          : texts.phrase('kiosk.final.waiting', { count: queue.waiting })
      }
      actions={
        <>
          <div className="wishes">
            {answers.hasAppointmentQuestionBehind ? null : (
              <ToggleTile
                label={texts.phrase('kiosk.final.appointmentLabel')}
                line={texts.phrase('kiosk.final.appointmentLine')}
                isOn={answers.entry === 'appointment'}
                onChange={() => act({ type: 'appointmentToggled' })}
              />
            )}
            {content.office.kiosk.offersPriority ? (
              <ToggleTile
                label={texts.phrase('kiosk.final.priorityLabel')}
                line={texts.phrase('kiosk.final.priorityLine')}
                isOn={answers.hasPriority}
                onChange={() => act({ type: 'priorityToggled' })}
              />
            ) : null}
          </div>
          <Tiles>
            <Tile
              variant="primary"
              isHero
              sign={null}
              icon="ticket"
              label={texts.phrase('kiosk.final.takeLabel')}
              line={texts.phrase('kiosk.final.takeLine')}
              onPress={() =>
                act({ type: 'takeNumber', commandId: browserCommandTools.newCommandId() })
              }
            />
          </Tiles>
        </>
      }
    >
      <Fact icon="notices" title={texts.phrase('kiosk.final.noticeTitle')}>
        <p>
          <Rights words={texts.rightsAt('kiosk.final.notice')} />
        </p>
        <Button
          variant="quiet"
          className="fact__more"
          words={texts.phrase('kiosk.final.noticeMore')}
          onPress={() => act({ type: 'noticesOpened' })}
        />
      </Fact>
    </Page>
  );
}
