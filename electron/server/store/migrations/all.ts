import { firstSchema } from './010-first-schema.ts';
import { severalOffices } from './020-several-offices.ts';
import { helpCalls } from './030-help-calls.ts';
import { phoneSecrets } from './040-phone-secrets.ts';
import { deviceTroubles } from './050-device-troubles.ts';
import { helpCallPlaces } from './060-help-call-places.ts';
import type { Migration } from './migration.ts';

/** Every migration, in order. One that is out is never changed: add the next instead. */
export const migrations: readonly Migration[] = [
  firstSchema,
  severalOffices,
  helpCalls,
  phoneSecrets,
  deviceTroubles,
  helpCallPlaces,
];
