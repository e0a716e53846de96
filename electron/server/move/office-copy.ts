import type { OfficeCopy } from '../store/store.ts';

/** Whether nothing at all is kept of the office. */
export function isEmpty({ events, commands, aggregates, accounts, devices }: OfficeCopy): boolean {
  return [events, commands, aggregates, accounts, devices].every((rows) => rows.length === 0);
}

/** What is in it, in words: what both ends of a move say can be compared. */
export function describeCopy(copy: OfficeCopy): string {
  const { events, commands, aggregates, accounts, devices } = copy;
  const days = new Set(events.map(({ serviceDay }) => serviceDay)).size;
  return [
    `${events.length} events of ${days} ${days === 1 ? 'day' : 'days'}`,
    `${commands.length} replies`,
    `${aggregates.length} figures of past hours`,
    `${accounts.length} accounts`,
    `${devices.length} devices`,
  ].join(', ');
}
