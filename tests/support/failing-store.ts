import type { Store } from '../../electron/server/store/store.ts';

/** The part of the store a call is for, and its number among all calls, from 1. */
export type StoreCall = { readonly method: keyof Store; readonly number: number };

/**
 * A store of which some calls fail. `before` fails a call that then does nothing, `after` one that
 * was carried out and whose answer was lost.
 */
export function failingStore(
  store: Store,
  fails: (call: StoreCall) => 'before' | 'after' | null,
): Store {
  let number = 0;
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        number += 1;
        const fault = fails({ method: name as keyof Store, number });
        if (fault === null) return value.apply(target, args);
        const failure = new Error(`The fault of the test, ${fault} ${String(name)}`);
        if (fault === 'before') return Promise.reject(failure);
        return value.apply(target, args).then(() => Promise.reject(failure));
      };
    },
  });
}
