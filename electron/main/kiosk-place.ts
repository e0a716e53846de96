import type { OperationName } from '../contract/operations.ts';
import type { CallOperation } from './operation-relay.ts';

/** What sends somebody of the staff to a kiosk; nothing else says where it stands. */
const saidWithPlace: readonly OperationName[] = ['callHelp', 'reportDevice'];

/**
 * Says with each call for help, and each word of the kiosk on itself, where it stands, whatever its
 * page says of that.
 *
 * @param placeOf undefined where the office has not said it
 */
export function withPlace(
  callOperation: CallOperation,
  placeOf: () => Promise<string | undefined>,
): CallOperation {
  return async (name, input) =>
    callOperation(
      name,
      saidWithPlace.includes(name) ? { ...input, place: await placeOf() } : input,
    );
}
