import './people-panel.css';
import { type ReactNode, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useText } from '../text/text-context.tsx';
import { useNow } from '../ui/use-now.ts';
import { AppointmentList } from './appointment-list.tsx';
import { NowProvider } from './list-now.ts';
import { RestingList } from './resting-list.tsx';
import type { MenuWorld } from './ticket-menu.ts';
import { WaitingList } from './waiting-list.tsx';

/** Minutes are shown, so a few seconds late is soon enough. */
const TICK_MS = 5_000;

export interface PeoplePanelProps {
  readonly world: MenuWorld;
  readonly onCheckIn: (code: string, hasPriority: boolean) => void;
}

/** Everybody the office has to do with today: waiting, put aside, not come, booked. */
export function PeoplePanel({ world, onCheckIn }: PeoplePanelProps): ReactNode {
  const texts = useText();
  const nowMs = useNow(TICK_MS);
  const [chosen, setChosen] = useState<'waiting' | 'parked' | 'noShows' | 'appointments'>(
    'waiting',
  );
  const { view } = world;
  return (
    <NowProvider value={nowMs}>
      <Tabs
        className="panel people"
        selectedKey={chosen}
        onSelectionChange={(key) => setChosen(key as typeof chosen)}
      >
        <TabList className="people__tabs" aria-label={texts.t('desk.lists.label')}>
          <Tab id="waiting" className="people__tab">
            {texts.t('desk.lists.waiting', { count: view.waitingCount })}
          </Tab>
          <Tab id="parked" className="people__tab">
            {texts.t('desk.lists.parked', { count: view.parked.length })}
          </Tab>
          <Tab id="noShows" className="people__tab">
            {texts.t('desk.lists.noShows', { count: view.noShows.length })}
          </Tab>
          <Tab id="appointments" className="people__tab">
            {texts.t('desk.lists.appointments', { count: view.appointments.length })}
          </Tab>
        </TabList>
        <TabPanel id="waiting" className="people__list">
          <WaitingList world={world} />
        </TabPanel>
        <TabPanel id="parked" className="people__list">
          <RestingList world={world} place="parked" tickets={view.parked} />
        </TabPanel>
        <TabPanel id="noShows" className="people__list">
          <RestingList world={world} place="noShow" tickets={view.noShows} />
        </TabPanel>
        <TabPanel id="appointments" className="people__list">
          <AppointmentList view={view} onCheckIn={onCheckIn} />
        </TabPanel>
      </Tabs>
    </NowProvider>
  );
}
