import { useEffect, useState } from 'react';
import type { Office } from '../../electron/contract/operations.ts';
import { useClient } from '../client/client-context.ts';

/** A server that does not answer is asked again this often. */
const ASK_AGAIN_MS = 2_000;

/** The office of the session; null until the server has described it. */
export function useOffice(): Office | null {
  const client = useClient();
  const [office, setOffice] = useState<Office | null>(null);

  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const answer = await client.call('describeOffice', {});
      if (isOver) return;
      if (answer.ok) setOffice(answer.value);
      else timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [client]);
  return office;
}
