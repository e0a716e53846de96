import type { ReactNode } from 'react';
import { useText } from '../text/text-context.tsx';
import { Say } from '../ui/words.tsx';
import { ActionButton } from './action-button.tsx';
import { pauseCounter, resumeCounter } from './desk-commands.ts';
import { MenuButton } from './menu-button.tsx';
import { PAUSE_CHOICES, PAUSE_REASONS } from './pause-reasons.ts';
import type { MenuWorld } from './ticket-menu.ts';

export interface CounterSettingsProps {
  readonly world: MenuWorld;
  readonly onChooseQueues: () => void;
}

/** Which queues the counter calls from, and its pause. */
export function CounterSettings({ world, onChooseQueues }: CounterSettingsProps): ReactNode {
  const { counter, send } = world;
  const texts = useText();
  const isOpen = counter.status === 'open' || counter.status === 'paused';
  if (!isOpen) return null;
  return (
    <section className="panel settings" aria-label={texts.t('desk.counter.settings')}>
      <p className="settings__queues">
        <Say words={texts.phrase('desk.counter.queues', { queues: counter.queues.join(', ') })} />
      </p>
      <ActionButton
        variant="plain"
        words={texts.phrase('desk.counter.changeQueues')}
        onPress={onChooseQueues}
      />
      {counter.status === 'paused' ? (
        // Without anybody at the counter it is the main action.
        counter.ticket === null ? null : (
          <ActionButton
            variant="plain"
            words={texts.phrase('desk.counter.resumeWork')}
            onPress={() => send(resumeCounter)}
          />
        )
      ) : (
        <MenuButton
          variant="plain"
          words={texts.phrase('desk.counter.pause')}
          groups={[
            {
              id: 'reasons',
              title: texts.phrase('desk.counter.pauseFor'),
              choices: PAUSE_REASONS.map((reason) => ({
                id: reason,
                words: texts.phrase(PAUSE_CHOICES[reason]),
                onChosen: () => send(pauseCounter(reason)),
              })),
            },
          ]}
        />
      )}
    </section>
  );
}
