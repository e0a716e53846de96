import { z } from 'zod';
import { CONTENT_SCHEMAS } from '../contract/content.ts';

/** The text of each `content/schema/*.schema.json`, by file name. */
export function jsonSchemaFiles(): Map<string, string> {
  return new Map(
    Object.entries(CONTENT_SCHEMAS).map(([name, schema]) => [
      `${name}.schema.json`,
      // An editor checks what is written, before defaults and transformations: the input side.
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
    ]),
  );
}
