import { expect, test } from 'vitest';
import type { DeviceReport, PrinterState } from '../../../electron/contract/device-report.ts';
import { err, ok } from '../../../electron/contract/result.ts';
import {
  type DeviceReportingOptions,
  startDeviceReporting,
} from '../../../electron/main/device-reporting.ts';
import { createFakeTimers } from '../../support/fake-timers.ts';

/** Lets what was asked or said be answered. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A device with a printer, and a server that hears what it says. */
function device(options: Partial<Pick<DeviceReportingOptions, 'content' | 'printing'>> = {}) {
  const timers = createFakeTimers();
  const heard: DeviceReport[] = [];
  const is = { state: 'ready' as PrinterState, isBusy: false, isServerThere: true };
  let last: PrinterState = 'unknown';
  let questions = 0;
  let onState: () => void = () => undefined;
  const note = (state: PrinterState) => {
    if (state === last) return;
    last = state;
    onState();
  };
  const reporting = startDeviceReporting({
    callOperation: async (_name, input) => {
      if (!is.isServerThere) return err({ code: 'unavailable' });
      heard.push(input as DeviceReport);
      // Each operation has an answer of its own; that of this one is empty.
      return ok({}) as never;
    },
    printing: {
      askState: async () => {
        questions += 1;
        note(is.state);
        return is.state;
      },
      lastState: () => last,
      isBusy: () => is.isBusy,
      onState: (listener) => {
        onState = listener;
      },
    },
    content: Promise.resolve(null),
    startTimer: timers.startTimer,
    ...options,
  });
  const pass = async (ms: number): Promise<void> => {
    await settle();
    await timers.pass(ms);
    await settle();
  };
  return { heard, is, note, pass, reporting, questions: () => questions };
}

const printerStates = (heard: readonly DeviceReport[]) => heard.map(({ printer }) => printer);

test('the server knows within half a minute that the paper is out, and that it is in again', async () => {
  const { heard, is, pass } = device();
  await pass(1);
  expect(heard.at(-1)).toEqual({ printer: 'ready', content: null });
  is.state = 'paperOut';
  await pass(30_000);
  expect(heard.at(-1)?.printer).toBe('paperOut');
  is.state = 'ready';
  await pass(30_000);
  expect(heard.at(-1)?.printer).toBe('ready');
});

test('what a print has shown is said at once', async () => {
  const { heard, note, pass } = device();
  await pass(1);
  note('paperNearEnd');
  await pass(1_000);
  expect(heard.at(-1)?.printer).toBe('paperNearEnd');
});

test('what has not changed is said again every half minute, for as long as it lasts', async () => {
  const { heard, is, pass } = device();
  is.state = 'unreachable';
  await pass(1);
  const before = heard.length;
  await pass(5 * 60_000);
  expect(heard.length - before).toBeGreaterThanOrEqual(9);
  expect(new Set(printerStates(heard).slice(before))).toEqual(new Set(['unreachable']));
});

test('a printer that prints is not asked', async () => {
  const { is, pass, questions } = device();
  await pass(1);
  const before = questions();
  is.isBusy = true;
  await pass(5 * 60_000);
  expect(questions()).toBe(before);
  is.isBusy = false;
  await pass(30_000);
  expect(questions()).toBe(before + 1);
});

test('a server that was away hears of it soon after it is back', async () => {
  const { heard, is, pass } = device();
  is.isServerThere = false;
  is.state = 'coverOpen';
  await pass(60_000);
  expect(heard).toEqual([]);
  is.isServerThere = true;
  await pass(3_000);
  expect(heard.at(-1)?.printer).toBe('coverOpen');
});

test('a board tells what is wrong with its texts, and nothing of a printer', async () => {
  const content = { file: 'help.json', line: 3, reason: 'a comma is missing', others: 0 };
  const { heard, pass } = device({ content: Promise.resolve(content), printing: null });
  await pass(1);
  await pass(30_000);
  expect(heard.at(-1)).toEqual({ printer: 'none', content });
});

test('a device that ends says nothing more', async () => {
  const { heard, note, pass, reporting } = device();
  await pass(1);
  reporting.stop();
  const before = heard.length;
  note('fault');
  await pass(60_000);
  expect(heard).toHaveLength(before);
});
