import './office-panel.css';
import type { ReactNode } from 'react';
import { useText } from '../text/text-context.tsx';
import { Say } from '../ui/words.tsx';
import { ActionButton } from './action-button.tsx';
import { OtherCounters } from './other-counters.tsx';
import { QueueFigures } from './queue-figures.tsx';
import type { MenuWorld } from './ticket-menu.ts';
import { paperCode } from './workplace-model.ts';

export interface OfficePanelProps {
  readonly world: MenuWorld;
  /** Only supervisors and administrators load appointments. */
  readonly canImport: boolean;
  readonly onOpen: (dialog: 'issue' | 'roll' | 'import') => void;
}

/** The office around this counter: queues, other counters, the day in numbers, rarer tasks. */
export function OfficePanel({ world, canImport, onOpen }: OfficePanelProps): ReactNode {
  const texts = useText();
  const { view } = world;
  return (
    <div className="office">
      <section className="panel" aria-labelledby="tools-title">
        <h2 className="visually-hidden" id="tools-title">
          {texts.t('desk.tools.title')}
        </h2>
        <ul className="tools">
          <li>
            <ActionButton
              variant="side"
              icon="ticket"
              words={texts.phrase('desk.tools.issue')}
              onPress={() => onOpen('issue')}
            />
          </li>
          {canImport ? (
            <li>
              <ActionButton
                variant="plain"
                words={texts.phrase('desk.tools.import')}
                onPress={() => onOpen('import')}
              />
            </li>
          ) : null}
          <li>
            <ActionButton
              variant="plain"
              words={texts.phrase('desk.tools.roll')}
              onPress={() => onOpen('roll')}
            />
            {view.paperRoll === null ? null : (
              <p className="tools__state">
                <Say
                  words={texts.phrase('desk.roll.short', {
                    code: texts.ticketCode(paperCode(view.paperRoll.nextNumber)),
                  })}
                />
              </p>
            )}
          </li>
        </ul>
      </section>
      <QueueFigures view={view} />
      <OtherCounters world={world} />
      <section className="panel" aria-labelledby="totals-title">
        <div className="panel__head">
          <h2 className="panel__title" id="totals-title">
            {texts.t('desk.totals.title')}
          </h2>
        </div>
        <ul className="totals">
          <li>{texts.t('desk.totals.issued', { count: view.totals.issued })}</li>
          <li>{texts.t('desk.totals.closed', { count: view.totals.closed })}</li>
          <li>{texts.t('desk.totals.noShows', { count: view.totals.noShows })}</li>
          <li>{texts.t('desk.totals.cancelled', { count: view.totals.cancelled })}</li>
        </ul>
      </section>
    </div>
  );
}
