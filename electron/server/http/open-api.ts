import { z } from 'zod';
import { apiErrorSchema } from '../../contract/errors.ts';
import { FEED_PATH, feedMessageSchema } from '../../contract/feed.ts';
import { type Operation, operations } from '../../contract/operations.ts';

const json = (schema: object) => ({ 'application/json': { schema } });

function security(access: Operation['access']): object[] {
  if (access === 'public') return [];
  const isDevice = access.includes('kiosk') || access.includes('board');
  const isStaff = access.some((role) => role !== 'kiosk' && role !== 'board');
  return [...(isDevice ? [{ device: [] }] : []), ...(isStaff ? [{ session: [] }] : [])];
}

/** The OpenAPI 3.1 document of the contract; its schemas are plain JSON Schema 2020-12. */
export function openApiDocument(version: string): object {
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
    return rest;
  };
  const errorResponse = {
    description: 'An error with a code and facts',
    content: json({ $ref: '#/components/schemas/ApiError' }),
  };
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, operation] of Object.entries(operations) as [string, Operation][]) {
    const path = paths[operation.path] ?? {};
    paths[operation.path] = path;
    path[operation.method.toLowerCase()] = {
      operationId: name,
      summary: operation.summary,
      ...(operation.access === 'public' ? {} : { 'x-roles': operation.access }),
      security: security(operation.access),
      ...(operation.method === 'POST'
        ? { requestBody: { required: true, content: json(schemaOf(operation.input, 'input')) } }
        : {}),
      responses: {
        '200': { description: 'Done', content: json(schemaOf(operation.output, 'output')) },
        default: errorResponse,
      },
    };
  }
  paths[FEED_PATH] = {
    get: {
      operationId: 'feed',
      summary: 'Live changes as server-sent events; resumes with Last-Event-ID',
      security: [{ device: [] }, { session: [] }],
      parameters: [
        {
          name: 'Last-Event-ID',
          in: 'header',
          required: false,
          schema: { type: 'string' },
        },
      ],
      responses: {
        '200': {
          description: 'Each event carries one message',
          content: { 'text/event-stream': { schema: schemaOf(feedMessageSchema, 'output') } },
        },
        default: errorResponse,
      },
    },
  };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sportello',
      version,
      description: 'Tickets and calls of one office of the Servizio Sociale territoriale',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    paths,
    components: {
      schemas: { ApiError: schemaOf(apiErrorSchema, 'output') },
      securitySchemes: {
        device: { type: 'http', scheme: 'bearer', description: 'Token of a kiosk or a board' },
        session: { type: 'apiKey', in: 'cookie', name: 'sportello_session' },
      },
    },
  };
}
