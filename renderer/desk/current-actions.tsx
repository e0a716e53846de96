import type { ReactNode } from 'react';
import type { CounterTicket } from '../../electron/contract/views.ts';
import type { Phrase } from '../text/phrase.ts';
import { useText } from '../text/text-context.tsx';
import type { Translator } from '../text/translator.ts';
import type { DrawingName } from '../ui/icon.tsx';
import { ActionButton } from './action-button.tsx';
import { MenuButton } from './menu-button.tsx';
import { continuationMenu, type MenuWorld, transferMenu } from './ticket-menu.ts';
import {
  type ActionsNow,
  type DeskAction,
  isActionPossible,
  noShowMissing,
  OTHER_KEYS,
  PRIMARY_KEY,
  paperCode,
} from './workplace-model.ts';

const ICONS: Readonly<Partial<Record<DeskAction, DrawingName>>> = {
  call: 'bell',
  callPaper: 'bell',
  start: 'person',
  close: 'check',
};

export interface CurrentActionsProps {
  readonly world: MenuWorld;
  readonly actions: ActionsNow;
  readonly nowMs: number;
  /** A command is under way, or has just ended. */
  readonly isBusy: boolean;
  readonly onAction: (action: DeskAction) => void;
}

/** The main action, those with a key beside it, and the rarer ones below. */
export function CurrentActions(props: CurrentActionsProps): ReactNode {
  const { world, actions, nowMs, isBusy } = props;
  const { ticket } = world.counter;
  const texts = useText();
  const icon = ICONS[actions.primary];

  return (
    <div className="current__actions">
      <ActionButton
        variant="main"
        words={wordsOf(actions.primary, world, texts)}
        {...(icon === undefined ? {} : { icon })}
        shortcut={PRIMARY_KEY}
        isDisabled={!actions.isPrimaryPossible}
        isBusy={isBusy}
        onPress={() => props.onAction(actions.primary)}
      />
      {actions.others.length === 0 ? null : (
        <div className="current__others">
          {actions.others.map((action) => {
            const shortcut = OTHER_KEYS[action];
            return (
              <ActionButton
                key={action}
                variant="side"
                words={wordsOf(action, world, texts)}
                line={action === 'noShow' ? missingWords(ticket, nowMs, texts) : null}
                {...(shortcut === undefined ? {} : { shortcut })}
                isDisabled={!isActionPossible(action, ticket, nowMs)}
                isBusy={isBusy}
                onPress={() => props.onAction(action)}
              />
            );
          })}
        </div>
      )}
      {actions.rare.length === 0 || ticket === null ? null : (
        <div className="current__rare">
          {actions.rare.map((action) =>
            action === 'transfer' || action === 'continue' ? (
              <MenuButton
                key={action}
                variant="plain"
                words={wordsOf(action, world, texts)}
                groups={
                  action === 'transfer'
                    ? transferMenu(world, ticket)
                    : continuationMenu(world, ticket)
                }
              />
            ) : (
              <ActionButton
                key={action}
                variant="plain"
                words={wordsOf(action, world, texts)}
                isBusy={isBusy}
                onPress={() => props.onAction(action)}
              />
            ),
          )}
        </div>
      )}
    </div>
  );
}

const WORDS = {
  resume: 'desk.counter.resumeWork',
  call: 'desk.next.call',
  start: 'desk.current.start',
  close: 'desk.current.close',
  recall: 'desk.current.recall',
  noShow: 'desk.current.noShow',
  park: 'desk.current.park',
  transfer: 'desk.current.transfer',
  continue: 'desk.current.continue',
  cancel: 'desk.current.cancel',
} as const satisfies Record<Exclude<DeskAction, 'open' | 'callPaper'>, string>;

function wordsOf(action: DeskAction, { view, counter }: MenuWorld, texts: Translator): Phrase {
  if (action === 'open') return texts.phrase('desk.counter.choose', { counter: counter.counter });
  if (action === 'callPaper') {
    const code = texts.ticketCode(paperCode(view.paperRoll?.nextNumber ?? 0));
    return texts.phrase('desk.next.callPaper', { code });
  }
  return texts.phrase(WORDS[action]);
}

/** What is still missing before a no-show may be marked. */
function missingWords(
  ticket: CounterTicket | null,
  nowMs: number,
  texts: Translator,
): Phrase | null {
  if (ticket === null) return null;
  const { calls, seconds } = noShowMissing(ticket, nowMs);
  if (calls > 0) return texts.phrase('desk.current.noShowAfterCalls', { count: calls });
  if (seconds > 0) return texts.phrase('desk.current.noShowAfterSeconds', { count: seconds });
  return null;
}
