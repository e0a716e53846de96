import type { ReactNode } from 'react';
import type { DeskView } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';
import { ActionTable, type TableColumn } from './action-table.tsx';

type Appointment = DeskView['appointments'][number];

export interface AppointmentListProps {
  readonly view: DeskView;
  readonly onCheckIn: (code: string, hasPriority: boolean) => void;
}

/** The day's appointments by time; who has come is checked in here. */
export function AppointmentList({ view, onCheckIn }: AppointmentListProps): ReactNode {
  const texts = useText();
  if (view.appointments.length === 0) {
    return <p className="panel__empty">{texts.t('desk.lists.noAppointments')}</p>;
  }
  const columns: readonly TableColumn<Appointment>[] = [
    {
      id: 'code',
      title: texts.t('desk.lists.appointmentCode'),
      className: 'rows__code code',
      cell: ({ code }) => code,
    },
    {
      id: 'time',
      title: texts.t('desk.lists.time'),
      className: 'rows__figure',
      cell: ({ bookedAtMs }) => texts.time(bookedAtMs).text,
    },
    { id: 'queue', title: texts.t('desk.waiting.queue'), cell: ({ queue }) => queue },
    {
      id: 'arrival',
      title: texts.t('desk.lists.arrival'),
      className: 'rows__about',
      cell: ({ ticketCode }) =>
        ticketCode === null ? (
          <span className="quiet">{texts.t('desk.lists.notArrived')}</span>
        ) : (
          texts.t('desk.lists.arrived', { code: ticketCode })
        ),
    },
  ];
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
