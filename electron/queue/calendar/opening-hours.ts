import type { OpeningWindow } from '../day-rules.ts';

/** Whether the office is open at a moment. */
export function isOpen(windows: readonly OpeningWindow[], nowMs: number): boolean {
  return windows.some(({ opensAtMs, closesAtMs }) => opensAtMs <= nowMs && nowMs < closesAtMs);
}

/** Whether the kiosk gives numbers at a moment. */
export function canTakeTicket(windows: readonly OpeningWindow[], nowMs: number): boolean {
  return windows.some(
    ({ opensAtMs, lastTicketAtMs }) => opensAtMs <= nowMs && nowMs < lastTicketAtMs,
  );
}

/** When the office opens next, among these windows; null when it does not. */
export function nextOpeningAfter(windows: readonly OpeningWindow[], nowMs: number): number | null {
  return windows.find(({ opensAtMs }) => opensAtMs > nowMs)?.opensAtMs ?? null;
}
