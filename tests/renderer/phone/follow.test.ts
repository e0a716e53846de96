import { beforeEach, expect, it } from 'vitest';
import type { PhoneView } from '../../../electron/contract/phone.ts';
import { type Answer, follow } from '../../../renderer/phone/follow.ts';
import { createFakeTimers } from '../../support/fake-timers.ts';

const waiting: PhoneView = {
  state: 'waiting',
  code: 'A042',
  counter: null,
  peopleAhead: 3,
  range: null,
  office: 'Sede',
  isDemo: false,
  serverTimeMs: 0,
};
const called: PhoneView = { ...waiting, state: 'called', counter: '3', peopleAhead: 0 };

let timers: ReturnType<typeof createFakeTimers>;
let shown: Answer[];
let answers: (Answer | Error)[];
let asked: number;
let comeBack: () => void;

function open(first: Answer) {
  follow({
    first,
    ask: async () => {
      asked += 1;
      const answer = answers.shift() ?? waiting;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    show: (answer) => shown.push(answer),
    startTimer: timers.startTimer,
    onReturn: (listener) => {
      comeBack = listener;
    },
  });
}

/** What has been answered is heard. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  timers = createFakeTimers();
  shown = [];
  answers = [];
  asked = 0;
});

it('shows at once what came with the page, and then asks every ten seconds', async () => {
  answers = [called];
  open(waiting);
  expect(shown).toEqual([waiting]);
  await timers.pass(9_999);
  expect(asked).toBe(0);
  await timers.pass(1);
  expect(shown).toEqual([waiting, called]);
  await timers.pass(20_000);
  expect(asked).toBe(3);
});

it('says that there is no connection, goes on asking, and finds back', async () => {
  answers = [new TypeError('Failed to fetch'), 'lost', called];
  open(waiting);
  await timers.pass(30_000);
  expect(shown).toEqual([waiting, 'lost', 'lost', called]);
});

it('asks no more once the ticket is gone', async () => {
  answers = ['gone'];
  open(waiting);
  await timers.pass(60_000);
  comeBack();
  await timers.pass(60_000);
  expect(shown).toEqual([waiting, 'gone']);
  expect(asked).toBe(1);
});

it('asks at once when the person looks again, and only once at a time', async () => {
  answers = [called];
  open(waiting);
  await timers.pass(4_000);
  comeBack();
  comeBack();
  expect(asked).toBe(1);
  await settled();
  expect(shown).toEqual([waiting, called]);
  await timers.pass(9_999);
  expect(asked).toBe(1);
  await timers.pass(1);
  expect(asked).toBe(2);
});

it('asks of an address that leads nowhere never', async () => {
  open('gone');
  comeBack();
  await timers.pass(60_000);
  expect(asked).toBe(0);
});
