import { type ReactNode, useMemo } from 'react';
import { useText } from '../text/text-context.tsx';
import type { Translator } from '../text/translator.ts';
import { Say } from '../ui/words.tsx';
import type { TableColumn } from './action-row.tsx';
import { ActionTable } from './action-table.tsx';
import { Minutes } from './minutes.tsx';
import { rangePhrase } from './range-words.ts';
import { type MenuWorld, ticketMenu } from './ticket-menu.ts';
import { WaitingMarks } from './waiting-marks.tsx';
import { type WaitingRow, waitingRows } from './workplace-model.ts';

/** Everybody who waits, in calling order; those whom this counter does not call are quieter. */
export function WaitingList({ world }: { readonly world: MenuWorld }): ReactNode {
  const texts = useText();
  const columns = useMemo(() => columnsIn(texts), [texts]);
  const { view, counter } = world;
  const rows = useMemo(() => waitingRows(view, counter), [view, counter]);
  if (rows.length === 0) return <p className="panel__empty">{texts.t('desk.waiting.nobody')}</p>;

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

function columnsIn(texts: Translator): readonly TableColumn<WaitingRow>[] {
  return [
    {
      id: 'number',
      title: texts.t('desk.waiting.number'),
      cell: ({ ticket }) => ticket.code,
    },
    { id: 'queue', title: texts.t('desk.waiting.queue'), cell: ({ ticket }) => ticket.queue },
    {
      id: 'since',
      title: texts.t('desk.waiting.since'),
      isFigure: true,
      cell: ({ ticket }) => <Minutes sinceMs={ticket.sinceMs} />,
    },
    {
      id: 'estimate',
      title: texts.t('desk.waiting.estimate'),
      isFigure: true,
      cell: ({ ticket }) => <Say words={rangePhrase(texts, ticket.range)} />,
    },
    {
      id: 'about',
      title: texts.t('desk.waiting.about'),
      cell: (row) => <WaitingMarks row={row} />,
    },
  ];
}
