import { useEffect, useState } from 'react';
import type { Result } from '../../electron/contract/result.ts';

/** Between two tries to read what a window cannot do without; a wall has nobody to press a key. */
const RETRY_MS = 1_000;

/**
 * Asks until there is an answer; null until then.
 *
 * @param again whenever it changes, it is asked anew; the old answer stays until there is another.
 */
export function useAnswer<T, E>(ask: () => Promise<Result<T, E>>, again = false): T | null {
  const [answer, setAnswer] = useState<T | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is what asks anew
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tryOnce = async () => {
      const result = await ask().catch(() => null);
      if (isOver) return;
      if (result?.ok === true) setAnswer(result.value);
      else timer = setTimeout(tryOnce, RETRY_MS);
    };
    void tryOnce();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [ask, again]);
  return answer;
}
