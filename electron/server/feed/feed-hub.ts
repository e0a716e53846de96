import type { Cursor, FeedMessage } from '../../contract/feed.ts';
import type { View } from '../../contract/views.ts';
import type { Day } from '../queue-service.ts';

export type ViewKind = View['kind'];

/** Where a reader's bytes go. */
export interface FeedSink {
  /** Answers whether there is room for more; when not, `onRoom` follows once there is. */
  write(chunk: string): boolean;
  onRoom(listener: () => void): void;
  end(): void;
  /** Ends it without waiting for a reader that has stopped reading. */
  drop(): void;
}

export type FeedReader = {
  readonly kind: ViewKind;
  readonly sink: FeedSink;
  /** What the reader had seen before (`Last-Event-ID`). */
  readonly resumeFrom: Cursor | null;
  /** Names who reads, so that signing out ends the feed at once. */
  readonly owner: string;
  /** Asked at each heartbeat: a session may have expired. */
  readonly isStillAllowed: () => Promise<boolean>;
};

type Connection = FeedReader & {
  /** Day and sequence of the last message written, and its view; null before the first. */
  sent: { serviceDay: string; sequence: number; view: string | null } | null;
  hasRoom: boolean;
  /** Heartbeats since there was room last. */
  stalledBeats: number;
};

/** A reader that takes no byte for this many heartbeats is dropped. */
const MOST_STALLED_BEATS = 2;

/** More windows than one device or session has; the oldest gives way, so that none can take all. */
const MOST_READERS_OF_ONE_OWNER = 32;

/**
 * Changes that follow one another faster are told together, but for calls. Nobody sees a twentieth of a second,
 * and a view of a full waiting room is not made for each of eight kiosks at once.
 */
const TOGETHER_MS = 50;

/**
 * Tells every reader of one office of each change. A view is made once per kind and change,
 * whatever the number of readers. A slow reader is not buffered for: it misses steps and gets the
 * latest view, with every call since the last one it had, as soon as it reads again.
 */
export class FeedHub {
  readonly #makeView: (day: Day, kind: ViewKind) => View;
  readonly #connections = new Set<Connection>();
  #day: Day | null = null;
  #views = new Map<ViewKind, string>();
  #messages = new Map<string, string>();
  #nextRound: NodeJS.Timeout | null = null;
  #isDue = false;

  constructor(makeView: (day: Day, kind: ViewKind) => View) {
    this.#makeView = makeView;
  }

  get readers(): number {
    return this.#connections.size;
  }

  publish(day: Day): void {
    // A day begins with a snapshot, which has no calls to announce: the first call comes after it.
    const isNewDay = day.serviceDay !== this.#day?.serviceDay;
    // Calls come as fast as people call, which is seldom, and people wait for them.
    const isCall = day.calls !== this.#day?.calls;
    this.#day = day;
    if (isNewDay || isCall) this.#stopWaiting();
    this.refresh();
  }

  /** Makes the views anew: time changes them too. Who has them already hears nothing. */
  refresh(): void {
    this.#views = new Map();
    this.#messages = new Map();
    if (this.#nextRound !== null) {
      this.#isDue = true;
      return;
    }
    this.#tellAll();
  }

  #tellAll(): void {
    this.#isDue = false;
    for (const connection of this.#connections) this.#update(connection);
    this.#nextRound = setTimeout(() => {
      this.#nextRound = null;
      if (this.#isDue) this.#tellAll();
    }, TOGETHER_MS);
    this.#nextRound.unref();
  }

  /** Adds a reader, which gets its first message at once; the answer takes it away again. */
  add(reader: FeedReader): () => void {
    const connection: Connection = { ...reader, sent: null, hasRoom: true, stalledBeats: 0 };
    connection.sent = this.#resumePoint(reader.resumeFrom);
    const others = [...this.#connections].filter(({ owner }) => owner === reader.owner);
    const oldest = others.length < MOST_READERS_OF_ONE_OWNER ? undefined : others[0];
    if (oldest !== undefined) this.#end(oldest);
    this.#connections.add(connection);
    reader.sink.onRoom(() => {
      connection.hasRoom = true;
      connection.stalledBeats = 0;
      this.#update(connection);
    });
    // A reader that resumes hears at once that nothing, or what, has happened meanwhile.
    this.#send(connection);
    return () => this.#connections.delete(connection);
  }

  /** Keeps connections alive, and ends those whose reader is gone or no longer allowed. */
  async beat(): Promise<void> {
    await Promise.all(
      [...this.#connections].map(async (connection) => {
        // A database that cannot be read for a moment sends nobody away.
        const isAllowed = await connection.isStillAllowed().catch(() => true);
        if (!isAllowed) return this.#end(connection);
        if (connection.hasRoom) {
          connection.hasRoom = connection.sink.write(': heartbeat\n\n');
          return;
        }
        connection.stalledBeats += 1;
        if (connection.stalledBeats < MOST_STALLED_BEATS) return;
        this.#connections.delete(connection);
        connection.sink.drop();
      }),
    );
    this.refresh();
  }

  endOf(owner: string): void {
    for (const connection of this.#connections) {
      if (connection.owner === owner) this.#end(connection);
    }
  }

  endAll(): void {
    this.#stopWaiting();
    for (const connection of this.#connections) this.#end(connection);
  }

  #stopWaiting(): void {
    if (this.#nextRound !== null) clearTimeout(this.#nextRound);
    this.#nextRound = null;
  }

  #end(connection: Connection): void {
    this.#connections.delete(connection);
    // Who does not read would never get to the end.
    if (connection.hasRoom) connection.sink.end();
    else connection.sink.drop();
  }

  /** Whether a reader has seen more than this server: it comes from another one. */
  isBehind(cursor: Cursor): boolean {
    if (this.#day === null) return false;
    const { serviceDay, state } = this.#day;
    const [itsDay = '', sequence] = cursor.split('.');
    return itsDay > serviceDay || (itsDay === serviceDay && Number(sequence) > state.sequence);
  }

  /** Where the reader left, if that is a place in today's ledger. */
  #resumePoint(cursor: Cursor | null): Connection['sent'] {
    const day = this.#day;
    if (cursor === null || day === null) return null;
    const [serviceDay, sequence] = cursor.split('.');
    const isToday = serviceDay === day.serviceDay && Number(sequence) <= day.state.sequence;
    return isToday ? { serviceDay, sequence: Number(sequence), view: null } : null;
  }

  #update(connection: Connection): void {
    const { sent, kind, hasRoom } = connection;
    const day = this.#day;
    if (day === null || !hasRoom) return;
    const isNews =
      sent === null ||
      sent.serviceDay !== day.serviceDay ||
      sent.sequence !== day.state.sequence ||
      sent.view !== this.#view(day, kind);
    if (isNews) this.#send(connection);
  }

  #send(connection: Connection): void {
    const day = this.#day;
    if (day === null) return;
    const { serviceDay } = day;
    const { kind } = connection;
    const since = connection.sent?.serviceDay === serviceDay ? connection.sent.sequence : null;
    connection.hasRoom = connection.sink.write(this.#message(day, kind, since));
    connection.sent = { serviceDay, sequence: day.state.sequence, view: this.#view(day, kind) };
  }

  #message(day: Day, kind: ViewKind, since: number | null): string {
    // Only boards are told what they missed: for all others one message serves whoever resumes.
    const key = kind === 'board' ? `${kind} ${since}` : `${kind} ${since === null}`;
    const known = this.#messages.get(key);
    if (known !== undefined) return known;
    const cursor: Cursor = `${day.serviceDay}.${day.state.sequence}`;
    const calls: Extract<FeedMessage, { type: 'change' }>['calls'] =
      kind === 'board' && since !== null ? day.calls.filter((call) => call.sequence > since) : [];
    const head = since === null ? { type: 'snapshot', cursor } : { type: 'change', cursor, calls };
    // The view is the large part: its JSON is made once and shared by all messages.
    const json = `${JSON.stringify(head).slice(0, -1)},"view":${this.#view(day, kind)}}`;
    const message = `id: ${cursor}\ndata: ${json}\n\n`;
    this.#messages.set(key, message);
    return message;
  }

  #view(day: Day, kind: ViewKind): string {
    const known = this.#views.get(kind);
    if (known !== undefined) return known;
    const json = JSON.stringify(this.#makeView(day, kind));
    this.#views.set(kind, json);
    return json;
  }
}
