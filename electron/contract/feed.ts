import { z } from 'zod';
import { boardCallSchema, viewSchema } from './views.ts';

/**
 * A place in the live feed, `<serviceDay>.<sequence>`. It is the `id` of each server-sent event,
 * and what a reader sends back as `Last-Event-ID` to resume.
 */
export const cursorSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d+$/);

/** The path of the feed (server-sent events); every role has its own view. */
export const FEED_PATH = '/api/feed';

/** A comment line is sent this often, so that both ends notice a dead connection. */
export const FEED_HEARTBEAT_MS = 15_000;

/**
 * Each message carries the whole view, which heals any reader, and to a board also the calls since
 * its cursor, which it must announce. A `snapshot` has none: the reader is new, or its cursor is of
 * another day.
 */
export const feedMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), cursor: cursorSchema, view: viewSchema }),
  z.object({
    type: z.literal('change'),
    cursor: cursorSchema,
    view: viewSchema,
    /** Calls and recalls since the reader's cursor, oldest first; empty but for boards. */
    calls: z.array(boardCallSchema),
  }),
]);

export type Cursor = z.infer<typeof cursorSchema>;
export type FeedMessage = z.infer<typeof feedMessageSchema>;

/** What a window hears: the feed's messages, and whether the feed is up. */
export type FeedUpdate =
  | FeedMessage
  | { readonly type: 'connection'; readonly isConnected: boolean };
