import { setTimeout as wait } from 'node:timers/promises';
import { type ClientBase, type ClientConfig, DatabaseError, Pool, types } from 'pg';
import type { Row } from '../rows.ts';
import { ConnectionLost, isPassing, UnsafeServer } from './errors.ts';

export type Answer = { readonly rows: readonly Row[]; readonly rowCount: number };

/**
 * A statement, or one with a name: that is planned once for each connection, which saves as much
 * time as it takes. It names its columns, since the plan is void when those of a table change.
 */
export type Statement = string | { readonly name: string; readonly text: string };

/** Something statements can be sent to. */
export type Statements = {
  readonly query: (statement: Statement, values?: readonly unknown[]) => Promise<Answer>;
};

/**
 * A server does one command at a time for each office; the rest are readers. PostgreSQL gives a
 * hundred unless told otherwise, which is enough for four servers.
 */
const MOST_CONNECTIONS = 20;

/** How long a statement waits for one of them: all may be busy for a moment. */
const CONNECTION_WAIT_MS = 10_000;

const CONNECT_TIMEOUT_MS = 3_000;

/** How long a statement may take on the server, and how long its answer is waited for here. */
const STATEMENT_TIMEOUT_MS = 10_000;
const ANSWER_TIMEOUT_MS = 12_000;

/** A restart of PostgreSQL takes seconds, most of them to write what is in memory. */
const RETRY_FOR_MS = 10_000;
const FIRST_RETRY_AFTER_MS = 20;
const LONGEST_RETRY_AFTER_MS = 500;

/** What each connection must run with; values as PostgreSQL reads them back. */
const REQUIRED_SETTINGS = {
  // Off in a role or a database would lose the last tickets in a crash.
  synchronous_commit: 'on',
  fsync: 'on',
  full_page_writes: 'on',
  // On in a standby.
  transaction_read_only: 'off',
} as const;

/** OID of BIGINT. Times in milliseconds fit a number exactly. */
const INT8 = 20;

/** How this program connects to the database of a URL. */
export function clientConfig(databaseUrl: string): ClientConfig {
  return {
    connectionString: databaseUrl,
    application_name: 'sportello',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // A cable that was pulled out says nothing.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === INT8 ? Number : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
    },
  };
}

/** Sets what durability depends on and reads it back. */
export async function requireSettings(connection: {
  query(text: string): Promise<{ readonly rows: readonly Row[] }>;
}): Promise<void> {
  await connection.query('SET synchronous_commit = on');
  for (const [setting, value] of Object.entries(REQUIRED_SETTINGS)) {
    const { rows } = await connection.query(`SHOW ${setting}`);
    const actual = rows[0]?.[setting];
    if (actual !== value) {
      throw new UnsafeServer(`it runs with ${setting} = ${String(actual)} instead of ${value}`);
    }
  }
}

/** A few connections to one database, with what is done when one of them fails. */
export class Connections {
  readonly #pool: Pool;

  constructor(config: ClientConfig) {
    this.#pool = new Pool({
      ...config,
      max: MOST_CONNECTIONS,
      connectionTimeoutMillis: CONNECTION_WAIT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: ANSWER_TIMEOUT_MS,
      // A server that stands still must not hold locks for the others.
      idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
      onConnect: (client) => {
        // Whoever waits for an answer hears of it; without a listener it would end the process.
        client.on('error', () => undefined);
        return requireSettings(client);
      },
    });
    this.#pool.on('error', () => undefined);
  }

  /**
   * Tries again after failures that pass. After a lost connection nobody knows whether the last
   * attempt was carried out, so only what may be done twice is given to this method.
   */
  async withRetries<T>(attempt: () => Promise<T>): Promise<T> {
    const giveUpAtMs = performance.now() + RETRY_FOR_MS;
    let delayMs = FIRST_RETRY_AFTER_MS;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        const isOver = performance.now() > giveUpAtMs || this.#pool.ending;
        if (isOver || !isPassing(error)) throw error;
        await wait(delayMs);
        delayMs = Math.min(2 * delayMs, LONGEST_RETRY_AFTER_MS);
      }
    }
  }

  /** One statement, a transaction by itself; once. */
  queryOnce(statement: Statement, values: readonly unknown[] = []): Promise<Answer> {
    return this.#use((connection) => connection.query(statement, values));
  }

  /** One statement that may be repeated. */
  query(statement: Statement, values: readonly unknown[] = []): Promise<Answer> {
    return this.withRetries(() => this.queryOnce(statement, values));
  }

  /** Several statements, all or none; once. */
  transactionOnce<T>(action: (connection: Statements) => Promise<T>, begin = 'BEGIN'): Promise<T> {
    return this.#use(async (connection) => {
      await connection.query(begin);
      try {
        const result = await action(connection);
        await connection.query('COMMIT');
        return result;
      } catch (error) {
        if (!(error instanceof ConnectionLost)) await connection.query('ROLLBACK');
        throw error;
      }
    });
  }

  /** Several statements that may be repeated, all or none. */
  transaction<T>(action: (connection: Statements) => Promise<T>, begin?: string): Promise<T> {
    return this.withRetries(() => this.transactionOnce(action, begin));
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #use<T>(action: (connection: Statements) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw asFailure(error);
    });
    try {
      const result = await action(statementsOn(client));
      client.release();
      return result;
    } catch (error) {
      client.release(error instanceof ConnectionLost);
      throw error;
    }
  }
}

/** Sends statements over a connection; whatever is not the server's answer is a lost connection. */
export function statementsOn(client: ClientBase): Statements {
  return {
    query: async (statement, values = []) => {
      const named = typeof statement === 'string' ? { text: statement } : statement;
      try {
        const { rows, rowCount } = await client.query({ ...named, values: [...values] });
        return { rows, rowCount: rowCount ?? 0 };
      } catch (error) {
        throw asFailure(error);
      }
    },
  };
}

function asFailure(error: unknown): unknown {
  const isKnown = error instanceof DatabaseError || error instanceof UnsafeServer;
  return isKnown ? error : new ConnectionLost(error);
}
