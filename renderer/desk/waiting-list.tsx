import { type ReactNode, useMemo } from 'react';
import { useText } from '../text/text-context.tsx';
import { Say } from '../ui/words.tsx';
import { ActionTable, type TableColumn } from './action-table.tsx';
import { Minutes } from './minutes.tsx';
import { rangePhrase } from './range-words.ts';
import { type MenuWorld, ticketMenu } from './ticket-menu.ts';
import { WaitingMarks } from './waiting-marks.tsx';
import { type WaitingRow, waitingRows } from './workplace-model.ts';

/** Everybody who waits, in calling order; those whom this counter does not call are quieter. */
export function WaitingList({ world }: { readonly world: MenuWorld }): ReactNode {
  const texts = useText();
  const { view, counter } = world;
  const rows = useMemo(() => waitingRows(view, counter), [view, counter]);
  if (rows.length === 0) return <p className="panel__empty">{texts.t('desk.waiting.nobody')}</p>;

  const columns: readonly TableColumn<WaitingRow>[] = [
    {
      id: 'number',
      title: texts.t('desk.waiting.number'),
      className: 'rows__code code',
      cell: ({ ticket }) => ticket.code,
    },
    { id: 'queue', title: texts.t('desk.waiting.queue'), cell: ({ ticket }) => ticket.queue },
    {
      id: 'since',
      title: texts.t('desk.waiting.since'),
      className: 'rows__figure',
      cell: ({ ticket }) => <Minutes sinceMs={ticket.sinceMs} />,
    },
    {
      id: 'estimate',
      title: texts.t('desk.waiting.estimate'),
      className: 'rows__figure',
      cell: ({ ticket }) => <Say words={rangePhrase(texts, ticket.range)} />,
    },
    {
      id: 'about',
      title: texts.t('desk.waiting.about'),
      className: 'rows__about',
      cell: (row) => <WaitingMarks row={row} />,
    },
  ];

  return (
    <>
      <ActionTable
        label={texts.t('desk.waiting.title')}
        columns={columns}
        rows={rows}
        keyOf={({ ticket }) => ticket.ticketId}
        nameOf={({ ticket }) => ticket.code}
        rowClass={({ isNext, isOurs }) => (isNext ? 'is-next' : isOurs ? '' : 'is-elsewhere')}
        menuOf={({ ticket }) => ticketMenu(world, ticket, 'waiting')}
      />
      {rows.length === view.waitingCount ? null : (
        <p className="people__more">
          {texts.t('desk.waiting.more', { shown: rows.length, count: view.waitingCount })}
        </p>
      )}
    </>
  );
}
