import { type ReactNode, useMemo } from 'react';
import type { DeskView } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';
import type { Translator } from '../text/translator.ts';
import type { TableColumn } from './action-row.tsx';
import { ActionTable } from './action-table.tsx';

type Appointment = DeskView['appointments'][number];

export interface AppointmentListProps {
  readonly view: DeskView;
  readonly onCheckIn: (code: string, hasPriority: boolean) => void;
}

/** The day's appointments by time; who has come is checked in here. */
export function AppointmentList({ view, onCheckIn }: AppointmentListProps): ReactNode {
  const texts = useText();
  const columns = useMemo(() => columnsIn(texts), [texts]);
  if (view.appointments.length === 0) {
    return <p className="panel__empty">{texts.t('desk.lists.noAppointments')}</p>;
  }
  return (
    <ActionTable
      label={texts.t('desk.lists.appointmentsLabel')}
      columns={columns}
      rows={view.appointments}
      keyOf={({ code }) => code}
      nameOf={({ code }) => code}
      menuOf={({ code, ticketCode }) => [
        {
          id: 'actions',
          title: null,
          choices:
            ticketCode === null
              ? [
                  {
                    id: 'checkIn',
                    words: texts.phrase('desk.ticket.checkIn'),
                    onChosen: () => onCheckIn(code, false),
                  },
                  {
                    id: 'checkInFirst',
                    words: texts.phrase('desk.ticket.checkInFirst'),
                    onChosen: () => onCheckIn(code, true),
                  },
                ]
              : [],
        },
      ]}
    />
  );
}

function columnsIn(texts: Translator): readonly TableColumn<Appointment>[] {
  return [
    {
      id: 'code',
      title: texts.t('desk.lists.appointmentCode'),
      cell: ({ code }) => code,
    },
    {
      id: 'time',
      title: texts.t('desk.lists.time'),
      isFigure: true,
      cell: ({ bookedAtMs }) => texts.time(bookedAtMs).text,
    },
    { id: 'queue', title: texts.t('desk.waiting.queue'), cell: ({ queue }) => queue },
    {
      id: 'about',
      title: texts.t('desk.lists.arrival'),
      cell: ({ ticketCode }) =>
        ticketCode === null ? (
          <span className="quiet">{texts.t('desk.lists.notArrived')}</span>
        ) : (
          texts.t('desk.lists.arrived', { code: ticketCode })
        ),
    },
  ];
}
