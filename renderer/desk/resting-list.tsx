import { type ReactNode, useMemo } from 'react';
import type { RestingTicket } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';
import type { Translator } from '../text/translator.ts';
import type { TableColumn } from './action-row.tsx';
import { ActionTable } from './action-table.tsx';
import { Minutes } from './minutes.tsx';
import { type MenuWorld, ticketMenu } from './ticket-menu.ts';

export interface RestingListProps {
  readonly world: MenuWorld;
  readonly place: 'parked' | 'noShow';
  readonly tickets: readonly RestingTicket[];
}

/** Numbers that wait for nothing now: put aside, or called in vain. */
export function RestingList({ world, place, tickets }: RestingListProps): ReactNode {
  const texts = useText();
  const columns = useMemo(() => columnsIn(texts), [texts]);
  if (tickets.length === 0) {
    const key = place === 'parked' ? 'desk.lists.noParked' : 'desk.lists.noNoShows';
    return <p className="panel__empty">{texts.t(key)}</p>;
  }
  return (
    <ActionTable
      label={texts.t(place === 'parked' ? 'desk.lists.parkedLabel' : 'desk.lists.noShowsLabel')}
      columns={columns}
      rows={tickets}
      keyOf={({ ticketId }) => ticketId}
      nameOf={({ code }) => code}
      menuOf={(ticket) => ticketMenu(world, ticket, place)}
    />
  );
}

function columnsIn(texts: Translator): readonly TableColumn<RestingTicket>[] {
  return [
    {
      id: 'number',
      title: texts.t('desk.waiting.number'),
      cell: ({ code }) => code,
    },
    { id: 'queue', title: texts.t('desk.waiting.queue'), cell: ({ queue }) => queue },
    {
      id: 'since',
      title: texts.t('desk.lists.since'),
      isFigure: true,
      cell: ({ sinceMs }) => <Minutes sinceMs={sinceMs} />,
    },
    {
      id: 'counter',
      title: texts.t('desk.lists.counter'),
      cell: ({ counter }) => counter ?? '',
    },
    {
      id: 'about',
      title: texts.t('desk.waiting.about'),
      cell: ({ hasPriority, entry }) => (
        <span className="marks">
          {hasPriority ? (
            <span className="tag tag--priority">{texts.t('desk.waiting.priority')}</span>
          ) : null}
          {entry === 'appointment' ? texts.t('desk.waiting.appointment') : null}
        </span>
      ),
    },
  ];
}
