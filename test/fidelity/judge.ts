import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { escapePointerToken, isObject, type Json, type JsonObject } from "../../src/json/index.js";
import { type Components, Reader, type Reading } from "./reading.js";

const OPTIONS = {
  strict: false,
  validateFormats: false,
  validateSchema: false,
  logger: false,
  // Most of the time is compiling, and each validator sees few values.
  inlineRefs: false,
  code: { optimize: false },
} as const;

/** Says of values whether they are valid: the named schemas of an API in one reading, before a JSON Schema validator. */
export class Judge {
  /** The schemas as the validator sees them. */
  readonly schemas: JsonObject;
  readonly #ajv = new Ajv2020(OPTIONS);

  constructor(components: Components, reading: Reading) {
    const reader = new Reader(components, reading);
    this.schemas = Object.fromEntries(Object.keys(components).map((key) => [key, reader.named(key)]));
    this.#ajv.addSchema({ $id: "all", components: { schemas: this.schemas } });
  }

  /** The validator of a named schema; undefined where the library cannot make one, or not one that comes to an end. */
  of(key: string): ValidateFunction | undefined {
    try {
      const isValid = this.#ajv.getSchema(`all#/components/schemas/${encodeURIComponent(escapePointerToken(key))}`);
      for (const value of [null, {}, [], "text"]) isValid?.(value);
      return isValid;
    } catch {
      return undefined;
    }
  }
}

/** The value without what is wrong in it; undefined where leaving things out does not help. */
export function mended(value: Json, isValid: ValidateFunction): Json | undefined {
  const mend = structuredClone(value);
  for (let step = 0; step < 20; step++) {
    if (isValid(mend)) return mend;
    const paths = (isValid.errors ?? []).map(({ instancePath, params }) =>
      params.additionalProperty === undefined
        ? instancePath
        : `${instancePath}/${escapePointerToken(String(params.additionalProperty))}`,
    );
    const deepest = paths.sort((one, other) => other.length - one.length)[0];
    if (!deepest || !removed(mend, deepest)) return undefined;
  }
  return undefined;
}

function removed(value: Json, pointer: string): boolean {
  const tokens = pointer
    .slice(1)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = tokens.pop() as string;
  let holder: Json | undefined = value;
  for (const token of tokens) holder = (holder as JsonObject | undefined)?.[token];
  if (Array.isArray(holder)) return holder.splice(Number(last), 1).length > 0;
  return isObject(holder) && Object.hasOwn(holder, last) && delete holder[last];
}
