import type { Store } from '../../electron/server/store/store.ts';

/** Everything by which a running server changes its database. */
const WRITES: ReadonlySet<PropertyKey> = new Set<keyof Store>([
  'append',
  'addSession',
  'touchSession',
  'markSeen',
  'holdCounter',
  'releaseCounter',
  'endSession',
  'endSessionsBefore',
]);

class InjectedFailure extends Error {}

/** When a write fails: with nothing written, or written and not known to be. */
export type FailingMoment = 'before' | 'after';

export type FailingStore = {
  readonly store: Store;
  /** From now on writes are counted, and the one with this number fails; none where it is 0. */
  readonly arm: (failing: number, moment: FailingMoment) => void;
  /** How many there were since. */
  readonly writes: () => number;
  /** Whether that write has just failed: true once. */
  readonly hasJustFailed: () => boolean;
};

/** A store of which one write fails, whenever it is armed for that. */
export function failingStore(inner: Store): FailingStore {
  let armed: { readonly failing: number; readonly moment: FailingMoment } | null = null;
  let writes = 0;
  let hasFailed = false;
  const failIfDue = (write: number, moment: FailingMoment): void => {
    if (armed === null || armed.moment !== moment || armed.failing !== write) return;
    hasFailed = true;
    throw new InjectedFailure(`${moment} the write`);
  };
  const store = new Proxy(inner, {
    get: (target, name) => {
      if (name === 'isFailure') {
        return (error: unknown) => error instanceof InjectedFailure || target.isFailure(error);
      }
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      if (!WRITES.has(name)) return member.bind(target);
      return async (...args: unknown[]) => {
        writes += 1;
        const write = writes;
        failIfDue(write, 'before');
        const result: unknown = await member.apply(target, args);
        failIfDue(write, 'after');
        return result;
      };
    },
  });
  return {
    store,
    arm: (failing, moment) => {
      armed = { failing, moment };
      writes = 0;
    },
    writes: () => writes,
    hasJustFailed: () => {
      const had = hasFailed;
      hasFailed = false;
      return had;
    },
  };
}
