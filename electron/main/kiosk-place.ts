import type { OperationName } from '../contract/operations.ts';
import type { CallOperation } from './operation-relay.ts';

/** What sends somebody of the staff to a kiosk; nothing else says where it stands. */
const saidWithPlace: readonly OperationName[] = ['callHelp', 'reportDevice'];

/** Says with each call for help, and each word of the kiosk on itself, where it stands. */
export function withPlace(callOperation: CallOperation, place: string): CallOperation {
  return (name, input) =>
    callOperation(name, saidWithPlace.includes(name) ? { ...input, place } : input);
}
