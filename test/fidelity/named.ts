import type { Api } from "../../src/ir/index.js";
import { type Components, keyOf } from "./reading.js";

/** The named schemas of an API by their keys. */
export function named(api: Api): Components {
  return Object.fromEntries(api.schemas.map(({ key, schema }) => [key, schema]));
}

/** Of named schemas, some and those that they refer to. */
export function reachable(keys: readonly string[], components: Components): Components {
  const reached: Components = {};
  const pending = [...keys];
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    const schema = components[key];
    if (schema === undefined || Object.hasOwn(reached, key)) continue;
    reached[key] = schema;
    for (const ref of JSON.stringify(schema).matchAll(/"(#\/components\/schemas\/(?:[^"\\]|\\.)*)"/g)) {
      pending.push(keyOf(JSON.parse(`"${ref[1]}"`) as string));
    }
  }
  return reached;
}
