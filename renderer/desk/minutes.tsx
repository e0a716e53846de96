import type { ReactNode } from 'react';
import { useText } from '../text/text-context.tsx';
import { Say } from '../ui/words.tsx';
import { useListNow } from './list-now.ts';
import { minutesSince } from './workplace-model.ts';

/** For how many minutes something has lasted, kept up to date. `sinceMs`: UTC epoch milliseconds. */
export function Minutes({ sinceMs }: { readonly sinceMs: number }): ReactNode {
  const texts = useText();
  const count = minutesSince(sinceMs, useListNow());
  return (
    <Say
      words={
        count === 0
          ? texts.phrase('desk.waiting.lessThanAMinute')
          : texts.phrase('desk.waiting.minutes', { count })
      }
    />
  );
}
