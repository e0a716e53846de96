import { z } from 'zod';
import type { ApiError } from '../contract/errors.ts';
import {
  type HostInput,
  type HostOperationName,
  hostOperations,
  type WindowRole,
} from '../contract/host.ts';
import {
  type OperationInput,
  type OperationName,
  operations,
  operationsOf,
} from '../contract/operations.ts';
import { err, ok, type Result } from '../contract/result.ts';

/** What a window asks, and with what. */
export interface Request<N, I> {
  readonly name: N;
  readonly input: I;
}

/** Why a message is no request: it says nothing that can be read, or what its window may not ask. */
export type Refusal =
  | { readonly why: 'input'; readonly error: Extract<ApiError, { code: 'badRequest' }> }
  | { readonly why: 'role' };

const requestSchema = z.strictObject({ name: z.string(), input: z.unknown() });

/** The operation of the server that a message asks for. */
export function readOperation(
  message: unknown,
  role: WindowRole,
): Result<Request<OperationName, OperationInput<OperationName>>, Refusal> {
  return readRequest(
    message,
    (name) => isOperationOf(role, name),
    (name) => operations[name].input,
  );
}

/** The operation of this program that a message asks for. */
export function readHostOperation(
  message: unknown,
  role: WindowRole,
): Result<Request<HostOperationName, HostInput<HostOperationName>>, Refusal> {
  return readRequest(
    message,
    (name) => isHostOperationOf(role, name),
    (name) => hostOperations[name].input,
  );
}

function readRequest<N extends string, S extends z.ZodType>(
  message: unknown,
  mayAsk: (name: string) => name is N,
  inputOf: (name: N) => S,
): Result<Request<N, z.output<S>>, Refusal> {
  const request = requestSchema.safeParse(message);
  if (!request.success) return unreadable(request.error);
  const { name } = request.data;
  if (!mayAsk(name)) return err({ why: 'role' });
  const input = inputOf(name).safeParse(request.data.input);
  return input.success ? ok({ name, input: input.data }) : unreadable(input.error);
}

function unreadable(error: z.ZodError): Result<never, Refusal> {
  const problems = error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  return err({ why: 'input', error: { code: 'badRequest', problems } });
}

function isOperationOf(role: WindowRole, name: string): name is OperationName {
  return role !== 'ticket' && (operationsOf(role) as readonly string[]).includes(name);
}

function isHostOperationOf(role: WindowRole, name: string): name is HostOperationName {
  if (!isHostOperation(name)) return false;
  const access: readonly WindowRole[] = hostOperations[name].access;
  return access.includes(role);
}

function isHostOperation(name: string): name is HostOperationName {
  return Object.hasOwn(hostOperations, name);
}
