import { describe, expect, test } from 'vitest';
import {
  type ApiError,
  type ApiErrorCode,
  errorStatus,
} from '../../../electron/contract/errors.ts';
import { PICK_REASON_CODES } from '../../../electron/queue/pick-reason.ts';
import { errorPhrase } from '../../../renderer/desk/error-words.ts';
import { rangePhrase } from '../../../renderer/desk/range-words.ts';
import { calledBecausePhrase, reasonPhrase } from '../../../renderer/desk/reason-words.ts';
import { textsIn } from '../../support/texts.ts';
import { calledTicket } from './fixtures.ts';

const italian = textsIn('it');
const english = textsIn('en');
const MINUTE_MS = 60_000;

describe('why somebody is next', () => {
  test('is said with minutes and queue, in the language of the desk', () => {
    const reason = { code: 'longestWaiting', queue: 'A', sinceMs: 0 } as const;
    expect(reasonPhrase(italian, reason, 23 * MINUTE_MS).text).toBe(
      'In attesa da 23 minuti: da più tempo di tutti nella coda A.',
    );
    expect(reasonPhrase(english, reason, 23 * MINUTE_MS).text).toBe(
      'Waiting for 23 minutes: longest of queue A.',
    );
  });

  test.each(PICK_REASON_CODES)('%s has words of its own, before the call and after', (code) => {
    const reason = { code, queue: 'B', sinceMs: 0 };
    for (const texts of [italian, english]) {
      expect(reasonPhrase(texts, reason, 0).text).not.toBe('');
      expect(calledBecausePhrase(texts, calledTicket('B001', { reason })).text).not.toBe('');
    }
  });
});

describe('an estimate', () => {
  test('is a range, and never a promise', () => {
    const range = { fromMinutes: 10, toMinutes: 20 };
    expect(rangePhrase(italian, range)).toEqual({
      text: 'circa 10–\u206020 min',
      spoken: 'circa da 10 a 20 minuti',
    });
    expect(rangePhrase(italian, { fromMinutes: 0, toMinutes: 5 }).text).toBe('fino a 5 min');
    expect(rangePhrase(italian, { fromMinutes: 0, toMinutes: 0 }).text).toBe('fino a 1 min');
  });

  test('is a dash where nothing is known, and says so to who listens', () => {
    expect(rangePhrase(italian, null)).toEqual({ text: '–', spoken: 'non stimata' });
  });
});

describe('what went wrong', () => {
  /** One of each code, with all the facts that any of them may have. */
  const facts = {
    problems: [],
    maxBytes: 1,
    retryAfterMs: 61_000,
    counter: '2',
    queue: 'A',
    cap: 10,
    ticketId: 'ticket',
    status: 'closed',
    expected: ['waiting'],
    nextFromMs: null,
    callsMissing: 0,
    waitMs: 12_400,
    opensAtMs: null,
    appointmentCode: 'AB12',
    rows: [],
    serviceDay: '2026-11-23',
    number: 7,
  };
  const codes = Object.keys(errorStatus) as ApiErrorCode[];

  test.each(codes)('%s is said in a sentence of its own, in both languages', (code) => {
    const error = { ...facts, code } as unknown as ApiError;
    expect(errorPhrase(italian, error).text).toMatch(/[.:]$/);
    expect(errorPhrase(english, error).text).toMatch(/[.:]$/);
  });

  test('a no-show that comes too early says what is missing', () => {
    const error = { code: 'tooEarlyForNoShow', callsMissing: 0, waitMs: 12_400 } as const;
    expect(errorPhrase(italian, error).text).toBe(
      'Lasci ancora tempo: può segnarlo fra 13 secondi.',
    );
    expect(errorPhrase(italian, { ...error, callsMissing: 2 }).text).toBe(
      'Prima chiami altre 2 volte questo numero.',
    );
  });

  test('nobody to call says from when there is somebody, if there will be', () => {
    const error = { code: 'nobodyWaiting', counter: '1', nextFromMs: null } as const;
    expect(errorPhrase(italian, error).text).toBe(
      'Nessuno è in attesa nelle code di questo sportello.',
    );
    const nextFromMs = Date.parse('2026-11-24T10:05:00+01:00');
    expect(errorPhrase(italian, { ...error, nextFromMs }).text).toBe(
      'È rimasto solo chi è appena tornato. Può chiamare dalle 10:05.',
    );
  });
});
