import { existsSync } from 'node:fs';
import fastifyCookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { type ApiError, errorStatus } from '../../contract/errors.ts';
import { cursorSchema, FEED_PATH } from '../../contract/feed.ts';
import { type Operation, type OperationName, operations } from '../../contract/operations.ts';
import { err, type Result } from '../../contract/result.ts';
import type { Role } from '../../contract/vocabulary.ts';
import type { Access, Caller } from '../auth/access.ts';
import type { ViewKind } from '../feed/feed-hub.ts';
import type { Log } from '../log.ts';
import type { OpenOffice } from '../open-office.ts';
import type { Store } from '../store/store.ts';
import { answerToBrokenRequest } from './broken-request.ts';
import type { Handlers, RequestContext } from './handlers/context.ts';
import { SECURITY_HEADERS } from './headers.ts';
import { openApiDocument } from './open-api.ts';
import { type Authorities, isForUs } from './same-site.ts';

/** Far above any request of the contract but the one that says so itself. */
const MOST_BODY_BYTES = 32 * 1024;
const OPEN_API_PATH = '/api/openapi.json';
const SESSION_COOKIE = 'sportello_session';
/** Pages of the built renderer that a browser may have; the ticket's page is Electron's own. */
const PAGES = /^\/(kiosk|desk|board|assets)(\/|$)/;

export type AppOptions = {
  readonly handlers: Handlers;
  readonly access: Access;
  readonly store: Store;
  /** By id; the first is the one that is meant where none is named. */
  readonly offices: ReadonlyMap<string, OpenOffice>;
  /** Asked at each request: the port is known only once the server listens. */
  readonly authorities: () => Authorities;
  /** The built pages; where they do not exist there are none. */
  readonly staticFolder: string;
  readonly version: string;
  readonly log: Log;
};

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}

function send(reply: FastifyReply, error: ApiError): FastifyReply {
  if (error.code === 'tooManyAttempts') {
    reply.header('retry-after', Math.ceil(error.retryAfterMs / 1000));
  }
  return reply.code(errorStatus[error.code]).send(error);
}

/**
 * The path of the route that answers, or where there is none, what was asked for. A request may
 * write the same path in many ways (`/%61pi/feed`, `http://host/api/feed`): what depends on the
 * path must not depend on the writing.
 */
function pathOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? request.url.split('?')[0] ?? '';
}

/** The methods of each path of the API, for the answer "not allowed". */
function methodsByPath(): Map<string, Set<string>> {
  const methods = new Map<string, Set<string>>([
    [FEED_PATH, new Set(['GET'])],
    [OPEN_API_PATH, new Set(['GET'])],
  ]);
  for (const { path, method } of Object.values<Operation>(operations)) {
    methods.set(path, (methods.get(path) ?? new Set()).add(method));
  }
  return methods;
}

/** What the framework itself refuses, in the words of the contract; null for a surprise. */
function requestError(error: unknown, maxBytes: number): ApiError | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  const status = 'statusCode' in error ? Number(error.statusCode) : 500;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return { code: 'payloadTooLarge', maxBytes };
  }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return { code: 'unsupportedMediaType' };
  if (status >= 400 && status < 500) {
    return { code: 'badRequest', problems: [{ path: '', message: error.message }] };
  }
  return null;
}

/** The HTTP side of the server: every route of the API comes from the table of operations. */
export function createApp(options: AppOptions): FastifyInstance {
  const { handlers, access, store, offices, log } = options;
  const app = fastify({
    logger: false,
    bodyLimit: MOST_BODY_BYTES,
    // A client that dawdles must not hold a connection for ever.
    requestTimeout: 15_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: true,
    frameworkErrors: (_error, _request, reply) => {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) reply.header(name, value);
      const problems = [{ path: '', message: 'The address is not valid' }];
      send(reply as unknown as FastifyReply, { code: 'badRequest', problems });
    },
    clientErrorHandler: (error, socket) => {
      if (error.code === 'ECONNRESET' || !socket.writable) {
        socket.destroy();
        return;
      }
      socket.end(answerToBrokenRequest(error.code));
    },
  });
  app.server.headersTimeout = 10_000;
  app.server.maxConnections = 512;
  app.decorateRequest('caller', null);
  app.register(fastifyCookie);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  );

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS);
    const isApi = pathOf(request).startsWith('/api/');
    if (isApi) reply.header('cache-control', 'no-store');
    if (isForUs(request.headers, options.authorities(), isApi)) return;
    log({ event: 'foreignRequestRefused', address: request.ip });
    return send(reply, { code: 'misdirectedRequest' });
  });

  app.setErrorHandler((error, request, reply) => {
    const expected = requestError(error, request.routeOptions.bodyLimit ?? MOST_BODY_BYTES);
    if (expected !== null) return send(reply, expected);
    const { routeOptions } = request;
    log({
      event: 'requestFailed',
      operation: `${request.method} ${routeOptions.url ?? ''}`,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return send(reply, { code: store.isFailure(error) ? 'unavailable' : 'internal' });
  });

  const methods = methodsByPath();
  app.setNotFoundHandler((request, reply) => {
    const path = pathOf(request);
    const allowed = methods.get(path);
    if (allowed !== undefined) {
      reply.header('allow', [...allowed].join(', '));
      return send(reply, { code: 'methodNotAllowed' });
    }
    if (path.startsWith('/api/')) return send(reply, { code: 'notFound' });
    return reply.code(404).type('text/plain; charset=utf-8').send('Not found\n');
  });

  /** Before the body is read: who may not ask is not listened to. */
  const admit =
    (allowed: Operation['access'] | 'anyone known') =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
      if (allowed === 'public') return undefined;
      const caller = await access.identify({
        deviceToken: /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null,
        sessionToken: request.cookies[SESSION_COOKIE] ?? null,
      });
      if (caller === null) return send(reply, { code: 'unauthenticated' });
      if (allowed !== 'anyone known' && !allowed.includes(caller.role)) {
        return send(reply, { code: 'forbidden' });
      }
      request.caller = caller;
      if (caller.kind === 'staff' && pathOf(request) !== FEED_PATH) {
        await access.markUsed(caller.session);
      }
      return undefined;
    };

  app.register(async (api) => {
    for (const name of Object.keys(operations) as OperationName[]) {
      const operation: Operation = operations[name];
      // Input and handler are of the same row of the table; a loop over rows cannot know that.
      const handle = handlers[name] as (
        input: unknown,
        context: RequestContext,
      ) => Promise<Result<unknown, ApiError>>;
      api.route({
        method: operation.method,
        url: operation.path,
        bodyLimit: operation.mostBodyBytes ?? MOST_BODY_BYTES,
        onRequest: admit(operation.access),
        handler: async (request, reply) => {
          const input = operation.input.safeParse(request.body ?? {});
          const result = input.success
            ? await handle(input.data, contextOf(request, reply))
            : err<ApiError>({
                code: 'badRequest',
                problems: input.error.issues.map(({ path, message }) => ({
                  path: path.join('.'),
                  message,
                })),
              });
          return result.ok ? reply.send(result.value) : send(reply, result.error);
        },
      });
    }

    const openApi = JSON.stringify(openApiDocument(options.version), null, 2);
    api.get(OPEN_API_PATH, { onRequest: admit('anyone known') }, async (_request, reply) =>
      reply.type('application/json; charset=utf-8').send(openApi),
    );
    // HEAD would be a reader of nothing, for ever.
    const feed = { onRequest: admit('anyone known'), exposeHeadRoute: false };
    api.get(FEED_PATH, feed, async (request, reply) => {
      if (request.caller !== null) await readFeed(request, reply, request.caller);
      return reply;
    });
  });

  function contextOf(request: FastifyRequest, reply: FastifyReply): RequestContext {
    const cookie = { path: '/api', httpOnly: true, sameSite: 'strict' } as const;
    return {
      caller: request.caller,
      address: request.ip,
      setSessionToken: (token) => {
        if (token === null) reply.clearCookie(SESSION_COOKIE, cookie);
        else reply.setCookie(SESSION_COOKIE, token, cookie);
      },
    };
  }

  async function readFeed(
    request: FastifyRequest,
    reply: FastifyReply,
    caller: Caller,
  ): Promise<void> {
    const { data: cursor = null } = cursorSchema.safeParse(request.headers['last-event-id']);
    const office = offices.get(caller.officeId);
    // Nobody of another office is recognised.
    if (office === undefined) throw new Error('A reader of an office that is not served here');
    // Otherwise it would be taken for a stranger, and miss the calls that are on their way here.
    if (cursor !== null && office.hub.isBehind(cursor)) await office.service.catchUp();
    const { raw } = reply;
    reply.hijack();
    // Gone while we were looking.
    if (raw.destroyed) return;
    raw.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const isStaff = caller.kind === 'staff';
    const owner = isStaff ? caller.session.tokenSha256 : caller.tokenSha256;
    const remove = office.hub.add({
      kind: viewOf(caller.role),
      owner,
      resumeFrom: cursor,
      isStillAllowed: async () => {
        if (!isStaff) return (await store.findDevice(owner)) !== null;
        const session = await access.findLiveSession(owner);
        // An open page is a desk that is there, though nobody touches it.
        if (session !== null) await access.markSeen(session);
        return session !== null;
      },
      sink: {
        write: (chunk) => raw.write(chunk),
        onRoom: (listener) => raw.on('drain', listener),
        end: () => raw.end(),
        drop: () => raw.destroy(),
      },
    });
    raw.on('close', remove);
    raw.on('error', remove);
  }

  app.get<{ Querystring: { office?: string } }>('/content.json', async (request, reply) => {
    const [first] = offices.values();
    const { office: officeId } = request.query;
    const office = officeId === undefined ? first : offices.get(officeId);
    if (office === undefined) return send(reply, { code: 'notFound' });
    return reply.type('application/json; charset=utf-8').send(office.contentJson);
  });
  app.get('/', async (_request, reply) => reply.redirect('/desk/'));
  if (existsSync(options.staticFolder)) {
    app.register(fastifyStatic, {
      root: options.staticFolder,
      allowedPath: (path) => PAGES.test(path),
      redirect: true,
      // The files are named by their content, except the pages themselves.
      setHeaders: (reply, path) => {
        const isAsset = /[\\/]assets[\\/]/.test(path);
        reply.header('cache-control', isAsset ? 'max-age=31536000, immutable' : 'no-cache');
      },
      cacheControl: false,
    });
  }
  return app;
}

function viewOf(role: Role): ViewKind {
  return role === 'kiosk' || role === 'board' ? role : 'desk';
}
