import { useEffect, useState } from 'react';
import type { Clips } from '../../../electron/contract/clips.ts';
import { useClient } from '../../client/client-context.ts';

/** After this long the host is asked again for a voice that is still being made. */
const ASK_AGAIN_MS = 20_000;

const NO_CLIPS: Clips = {};

/**
 * The clips of each language, asked for once; and whether the language in use can be heard, which
 * may become true while the kiosk runs. Null until the host has answered.
 */
export function useClips(languageCode: string): {
  readonly clipsOf: (code: string) => Promise<Clips>;
  readonly hasVoice: boolean | null;
} {
  const client = useClient();
  const [clipsOf] = useState(() => {
    const known = new Map<string, Clips>();
    return async (code: string): Promise<Clips> => {
      const before = known.get(code);
      if (before !== undefined) return before;
      const answer = await client.host('clips', { language: code }).catch(() => null);
      const clips = answer?.ok === true ? answer.value : NO_CLIPS;
      if (Object.keys(clips).length > 0) known.set(code, clips);
      return clips;
    };
  });
  const [voiced, setVoiced] = useState<Readonly<Record<string, boolean>>>({});
  const hasVoice = voiced[languageCode] ?? null;

  useEffect(() => {
    if (hasVoice === true) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const clips = await clipsOf(languageCode);
      if (isOver) return;
      const isHeard = Object.keys(clips).length > 0;
      setVoiced((before) => ({ ...before, [languageCode]: isHeard }));
      if (!isHeard) timer = setTimeout(ask, ASK_AGAIN_MS);
    };
    if (hasVoice === null) void ask();
    else timer = setTimeout(ask, ASK_AGAIN_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [clipsOf, languageCode, hasVoice]);

  return { clipsOf, hasVoice };
}
