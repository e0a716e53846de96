import { describe, expect, test } from 'vitest';
import type { PaperFace } from '../../../electron/contract/host.ts';
import type {
  MonochromeImage,
  PrinterStatus,
  PrintOutcome,
  TicketPrinter,
} from '../../../electron/devices/ticket-printer.ts';
import type { LogEvent } from '../../../electron/main/log.ts';
import { createPrinting, toPrinterState } from '../../../electron/main/printing.ts';
import { createTicketDesk } from '../../../electron/main/ticket-desk.ts';

const face: PaperFace = {
  kind: 'ticket',
  code: 'A042',
  officeName: 'Sede dimostrativa',
  isDemo: true,
  peopleAhead: 3,
  range: { fromMinutes: 10, toMinutes: 25 },
  issuedAtMs: 0,
  phoneUrl: null,
  language: 'it',
};
const image: MonochromeImage = { widthDots: 8, heightDots: 1, bits: Uint8Array.of(255) };

/** A printer that ends every job in the same way. */
function printerThat(outcome: PrintOutcome, status: PrinterStatus = { state: 'ready' }) {
  let questions = 0;
  let jobs = 0;
  const printer: TicketPrinter = {
    status: async () => {
      questions += 1;
      return status;
    },
    print: async () => {
      jobs += 1;
      return outcome;
    },
  };
  return { printer, questions: () => questions, jobs: () => jobs };
}

const confirmed: PrintOutcome = { state: 'confirmed', statusAfter: { state: 'paperNearEnd' } };

describe('a ticket', () => {
  test('is only shown where the office has no printer', async () => {
    const printing = createPrinting({ printer: null, draw: async () => image, log: () => {} });
    expect(await printing.print(face)).toEqual({ outcome: 'shownOnly', printer: 'none' });
    expect(await printing.askState()).toBe('none');
  });

  test.each<[PrintOutcome, string, string]>([
    [confirmed, 'printed', 'paperNearEnd'],
    [
      {
        state: 'sentUnconfirmed',
        why: 'noCompletionReply',
        statusAfter: { state: 'unknown' },
      },
      'sentUnconfirmed',
      'unknown',
    ],
    [
      {
        state: 'failed',
        reason: { code: 'printerStopped', status: { state: 'paperOut' } },
        beforeFirstByte: true,
      },
      'notPrinted',
      'paperOut',
    ],
    [
      { state: 'failed', reason: { code: 'connectionLost' }, beforeFirstByte: false },
      'notPrinted',
      'unreachable',
    ],
  ])('is told of as %o', async (outcome, told, state) => {
    const { printer, jobs } = printerThat(outcome);
    const printing = createPrinting({ printer, draw: async () => image, log: () => {} });
    expect(await printing.print(face)).toEqual({ outcome: told, printer: state });
    expect(printing.lastState()).toBe(state);
    expect(jobs()).toBe(1);
  });

  test('that cannot be drawn never reaches the printer', async () => {
    const { printer, jobs } = printerThat(confirmed);
    const log: LogEvent[] = [];
    const printing = createPrinting({
      printer,
      draw: () => Promise.reject(new Error('the ticket page died')),
      log: (event) => log.push(event),
    });
    expect(await printing.print(face)).toEqual({ outcome: 'notPrinted', printer: 'unknown' });
    expect(jobs()).toBe(0);
    expect(JSON.stringify(log)).toContain('the ticket page died');
  });

  test('that a dying page has not drawn is drawn once more, and printed once', async () => {
    const { printer, jobs } = printerThat(confirmed);
    let tries = 0;
    const printing = createPrinting({
      printer,
      draw: async () => {
        tries += 1;
        if (tries === 1) throw new Error('the ticket page died');
        return image;
      },
      log: () => {},
    });
    expect(await printing.print(face)).toMatchObject({ outcome: 'printed' });
    expect(jobs()).toBe(1);
  });

  test('waits for the one before it to be drawn and printed', async () => {
    const { printer } = printerThat(confirmed);
    let drawing = 0;
    let mostAtOnce = 0;
    const printing = createPrinting({
      printer,
      draw: async () => {
        drawing += 1;
        mostAtOnce = Math.max(mostAtOnce, drawing);
        await Promise.resolve();
        drawing -= 1;
        return image;
      },
      log: () => {},
    });
    await Promise.all([printing.print(face), printing.print(face), printing.print(face)]);
    expect(mostAtOnce).toBe(1);
  });

  test.each<[PrintOutcome, readonly string[]]>([
    [confirmed, []],
    [{ state: 'sentUnconfirmed', why: 'noCompletionReply', statusAfter: { state: 'unknown' } }, []],
    [
      { state: 'failed', reason: { code: 'connectionLost' }, beforeFirstByte: false },
      ['ticketNotPrinted'],
    ],
  ])('leaves no number in the log, nor when it came out: %o', async (outcome, events) => {
    const { printer } = printerThat(outcome);
    const log: LogEvent[] = [];
    const printing = createPrinting({
      printer,
      draw: async () => image,
      log: (event) => log.push(event),
    });
    await printing.print(face);
    expect(log.map(({ event }) => event)).toEqual(events);
    expect(JSON.stringify(log)).not.toContain('042');
  });
});

describe('the printer', () => {
  test('is asked once for everybody who asks at the same time', async () => {
    const { printer, questions } = printerThat(confirmed, { state: 'coverOpen' });
    const printing = createPrinting({ printer, draw: async () => image, log: () => {} });
    expect(printing.lastState()).toBe('unknown');
    expect(await Promise.all([printing.askState(), printing.askState()])).toEqual([
      'coverOpen',
      'coverOpen',
    ]);
    expect(questions()).toBe(1);
    expect(printing.lastState()).toBe('coverOpen');
  });

  test('that only a technician can mend is told of as a fault', () => {
    expect(toPrinterState({ state: 'offline' })).toBe('fault');
    expect(toPrinterState({ state: 'error', kind: 'cutter' })).toBe('fault');
  });
});

describe('the desk of the ticket page', () => {
  test('hands a face out when the page asks, before or after there is one', async () => {
    const desk = createTicketDesk();
    const asked = desk.nextFace();
    const drawn = desk.draw(face, 576);
    expect(await asked).toEqual({ ok: true, value: { face, widthPx: 576 } });
    desk.drawn(900);
    expect(await drawn).toBe(900);

    const second = desk.draw({ ...face, code: 'A043' }, 576);
    expect(await desk.nextFace()).toMatchObject({ value: { face: { code: 'A043' } } });
    desk.drawn(800);
    expect(await second).toBe(800);
  });

  test('gives an earlier question up when a page asks anew', async () => {
    const desk = createTicketDesk();
    const first = desk.nextFace();
    const second = desk.nextFace();
    expect(await first).toEqual({ ok: false, error: { code: 'unavailable' } });
    void desk.draw(face, 384);
    expect(await second).toMatchObject({ ok: true });
  });

  test('does not take a late word for the next ticket', async () => {
    const desk = createTicketDesk();
    const late = desk.draw(face, 576);
    await desk.nextFace();
    desk.pageGone('too late');
    await expect(late).rejects.toThrow('too late');
    const next = desk.draw({ ...face, code: 'A043' }, 576);
    desk.drawn(1);
    await desk.nextFace();
    desk.drawn(700);
    expect(await next).toBe(700);
  });

  test('hands nothing to a page that is gone, but to the next one', async () => {
    const desk = createTicketDesk();
    void desk.nextFace();
    desk.pageGone('the ticket page died');
    let isReady = false;
    const ready = desk.pageWaits().then(() => {
      isReady = true;
    });
    await Promise.resolve();
    expect(isReady).toBe(false);
    const asked = desk.nextFace();
    await ready;
    const drawn = desk.draw(face, 576);
    expect(await asked).toMatchObject({ ok: true });
    desk.drawn(500);
    expect(await drawn).toBe(500);
  });
});
