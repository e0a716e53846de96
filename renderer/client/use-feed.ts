import { useEffect, useEffectEvent, useState } from 'react';
import type { FeedUpdate } from '../../electron/contract/feed.ts';
import type { View } from '../../electron/contract/views.ts';
import { useClient } from './client-context.ts';

export interface Feed<K extends View['kind']> {
  /** The truth as last heard; null before the first word. Kept while the connection is down. */
  readonly view: Extract<View, { kind: K }> | null;
  readonly isConnected: boolean;
}

/**
 * Follows the live feed while the component is there. Only views of the page's own kind are kept.
 *
 * @param onUpdate hears every update in order, none merged: a board announces each call from it.
 */
export function useFeed<K extends View['kind']>(
  kind: K,
  onUpdate?: (update: FeedUpdate) => void,
): Feed<K> {
  const client = useClient();
  const [feed, setFeed] = useState<Feed<K>>({ view: null, isConnected: false });
  const passOn = useEffectEvent((update: FeedUpdate) => onUpdate?.(update));

  useEffect(
    () =>
      client.onFeed((update) => {
        passOn(update);
        setFeed((before) => afterUpdate(kind, before, update));
      }),
    [client, kind],
  );
  return feed;
}

function afterUpdate<K extends View['kind']>(
  kind: K,
  before: Feed<K>,
  update: FeedUpdate,
): Feed<K> {
  if (update.type === 'connection') return { ...before, isConnected: update.isConnected };
  if (update.view.kind !== kind) return before;
  // A view is proof of a connection, should the window have missed the word of it.
  return { view: update.view as Extract<View, { kind: K }>, isConnected: true };
}
