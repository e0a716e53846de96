import './no-number.css';
import type { ReactNode } from 'react';
import { browserCommandTools } from '../../client/command-runner.ts';
import { spelled } from '../../text/spelled.ts';
import { Tile, Tiles } from '../../ui/tile.tsx';
import type { Refusal } from '../journey/journey.ts';
import { useKiosk } from '../kiosk-context.ts';
import { WhileClosed } from './closed.tsx';
import { Page } from './page.tsx';
import { TakeNumberTile } from './take-number-tile.tsx';

/** The number is on its way. */
export function Preparing(): ReactNode {
  const { texts } = useKiosk();
  return (
    <Page
      title={texts.phrase('kiosk.printing.title')}
      help={texts.phrase('kiosk.printing.line')}
      drawing="ticket"
      layout="wide"
    >
      <Dots />
    </Page>
  );
}

/** The server does not answer; the kiosk asks again by itself. */
export function ServerGone(): ReactNode {
  const { texts } = useKiosk();
  return (
    <Page
      title={texts.phrase('kiosk.problems.serverGoneTitle')}
      help={texts.phrase('kiosk.problems.serverGoneLine')}
      drawing="person"
      layout="wide"
      actions={
        <Tiles>
          <ToStart />
        </Tiles>
      }
    >
      <Dots />
    </Page>
  );
}

function Dots(): ReactNode {
  return (
    <div className="waiting" aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}

function ToStart({ isPrimary = false }: { isPrimary?: boolean }): ReactNode {
  const { texts, act } = useKiosk();
  return (
    <Tile
      variant={isPrimary ? 'primary' : 'soft'}
      icon="back"
      sign={null}
      label={texts.phrase('kiosk.problems.toStart')}
      onPress={() => act({ type: 'finished' })}
    />
  );
}

function newCommandId(): string {
  return browserCommandTools.newCommandId();
}

/** There is no number: why, and what the person can do now. */
export function Refused({ reason }: { reason: Refusal }): ReactNode {
  const { rules, texts, journey } = useKiosk();
  if (reason === 'officeClosed') return rules.isOpen ? <OpenAgain /> : <ClosedMeanwhile />;
  const { code } = journey.answers;
  return (
    <Page
      title={texts.phraseAt(`kiosk.problems.${reason}Title`)}
      help={texts.phraseAt(`kiosk.problems.${reason}Line`)}
      personal="note"
      note={
        code === null ? undefined : texts.phrase('kiosk.problems.code', { code: spelled(code) })
      }
      drawing="person"
      layout="wide"
      actions={<WaysOn reason={reason} hasCode={code !== null} />}
    />
  );
}

/** What can be touched; a way to a number wherever there is one. */
function WaysOn({ reason, hasCode }: { reason: Refusal; hasCode: boolean }): ReactNode {
  const { texts, act } = useKiosk();
  switch (reason) {
    case 'unknownAppointment':
      return (
        <Tiles columns={2}>
          <Tile
            variant="primary"
            icon="calendar"
            label={texts.phrase('kiosk.problems.rewriteCode')}
            onPress={() => act({ type: 'codeRewritten' })}
          />
          <WithoutCode />
        </Tiles>
      );
    case 'alreadyCheckedIn':
      return (
        <Tiles columns={2}>
          <WithoutCode isPrimary />
          <ToStart />
        </Tiles>
      );
    case 'unexpected':
      return (
        <Tiles columns={2}>
          <Tile
            variant="primary"
            icon="start-again"
            label={texts.phrase('kiosk.problems.tryAgain')}
            onPress={() => act({ type: 'takeNumber', commandId: newCommandId() })}
          />
          {hasCode ? <WithoutCode /> : <ToStart />}
        </Tiles>
      );
    default:
      return (
        <Tiles>
          <ToStart isPrimary />
        </Tiles>
      );
  }
}

function WithoutCode({ isPrimary = false }: { isPrimary?: boolean }): ReactNode {
  const { texts, act } = useKiosk();
  return (
    <Tile
      variant={isPrimary ? 'primary' : 'soft'}
      icon="ticket"
      label={texts.phrase('kiosk.problems.withoutCodeLabel')}
      line={texts.phrase('kiosk.problems.withoutCodeLine')}
      onPress={() => act({ type: 'takeNumberWithoutCode', commandId: newCommandId() })}
    />
  );
}

/** The hour has passed while the person was answering. */
function ClosedMeanwhile(): ReactNode {
  const { texts } = useKiosk();
  return (
    <Page
      title={texts.phrase('kiosk.closed.title')}
      help={texts.phrase('kiosk.closed.meanwhile')}
      drawing="clock"
      actions={
        <Tiles>
          <ToStart isPrimary />
        </Tiles>
      }
    >
      <WhileClosed />
    </Page>
  );
}

/** The office has opened before the eyes of someone who was told that it is closed. */
function OpenAgain(): ReactNode {
  const { texts } = useKiosk();
  return (
    <Page
      title={texts.phrase('kiosk.closed.openTitle')}
      drawing="ticket"
      layout="wide"
      actions={
        <Tiles>
          <TakeNumberTile />
        </Tiles>
      }
    />
  );
}
