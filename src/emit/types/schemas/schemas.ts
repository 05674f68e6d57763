import { getOrInsert } from "../../../collections/index.js";
import { type Api, type NamedSchema, type Operation, referencedKey, type Schema } from "../../../ir/index.js";
import { isObject, type Json, type JsonObject } from "../../../json/index.js";
import { dereferenced } from "../../../spec/dereferenced.js";
import { DATA_KEYWORDS, SCHEMA_MAPS } from "../../../spec/schema-keywords.js";
import { DeclaredNames } from "./declared-names.js";
import { type Direction, Marks } from "./marks.js";
import { partsOf } from "./taken-over.js";
import { answeredSchemas, sentSchemas } from "./used-schemas.js";

/** Looks up the schemas of an API, and knows which of them differ between requests and responses. */
export class Schemas {
  readonly #byKey: Map<string, NamedSchema>;
  readonly #byRef = new Map<string, NamedSchema | undefined>();
  readonly #marks = new Map<string, { marked: boolean; refs: string[] }>();
  readonly #differing = new Set<string>();
  readonly #standIns = new WeakMap<JsonObject, string>();
  readonly #operations: readonly Operation[];
  readonly #used: Partial<Record<Direction, ReadonlySet<NamedSchema>>> = {};
  #byName: Map<string, Schema> | undefined;
  /** Finds the properties that a direction does not have. */
  readonly marks: Marks = new Marks(this);
  /** Finds the properties that schemas declare, including everything that they are composed of. */
  readonly declared: DeclaredNames = new DeclaredNames((schema) => partsOf(schema, this));

  constructor(api: Api) {
    this.#byKey = new Map(api.schemas.map((schema) => [schema.key, schema]));
    this.#operations = api.operations;
    for (const { key, schema } of api.schemas) this.#marks.set(key, scan(schema));
    this.#spreadDifference();
  }

  /** Returns the schema that a `$ref` of the API names; undefined if there is none. */
  byRef(ref: string): NamedSchema | undefined {
    if (!this.#byRef.has(ref)) this.#byRef.set(ref, this.#byKey.get(referencedKey(ref)));
    return this.#byRef.get(ref);
  }

  /** Records that a schema replaces the `$ref` of a named schema, and says more than that. */
  addStandIn(schema: JsonObject, ref: string): void {
    this.#standIns.set(schema, ref);
  }

  /** Returns the `$ref` of a schema, or the one that the schema replaces; undefined if there is neither. */
  refOf(schema: Json | undefined): string | undefined {
    if (!isObject(schema)) return undefined;
    return typeof schema.$ref === "string" ? schema.$ref : this.#standIns.get(schema);
  }

  /** Returns the schema behind a `$ref` of a prepared schema, which ends with the name of a type. */
  byPreparedRef(ref: string): Schema | undefined {
    this.#byName ??= new Map(
      [...this.#byKey.values()].flatMap((schema) => [
        [schema.requestName, schema.schema],
        [schema.name, schema.schema],
      ]),
    );
    return this.#byName.get(ref.slice("#/components/schemas/".length));
  }

  /**
   * Returns the directions for which a schema has a type, response first. Both only if its requests and responses
   * differ and operations use it in both; only `request` if they differ and only requests use it; otherwise only
   * `response`.
   */
  formsOf(schema: NamedSchema): readonly Direction[] {
    if (!this.#differing.has(schema.key)) return ANSWERED;
    if (!this.#usedIn("request").has(schema)) return ANSWERED;
    return this.#usedIn("response").has(schema) ? BOTH : SENT;
  }

  /** Returns the name of a schema's type in a direction. */
  typeName(schema: NamedSchema, direction: Direction): string {
    return direction === "request" && this.formsOf(schema) === BOTH ? schema.requestName : schema.name;
  }

  #usedIn(direction: Direction): ReadonlySet<NamedSchema> {
    const schemasIn = direction === "request" ? sentSchemas : answeredSchemas;
    this.#used[direction] ??= this.reachedFrom(this.#operations.flatMap(schemasIn));
    return this.#used[direction];
  }

  /** Returns the named schemas that the given ones reach, including a given one only if it is reached. */
  reachedFrom(roots: readonly Schema[]): Set<NamedSchema> {
    const reached = new Set<NamedSchema>();
    const pending = roots.flatMap((root) => scan(root).refs);
    for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
      const schema = this.#byKey.get(key);
      if (!schema || reached.has(schema)) continue;
      reached.add(schema);
      pending.push(...(this.#marks.get(key)?.refs ?? []));
    }
    return reached;
  }

  /** Returns the named schema behind a chain of references, or the schema itself. */
  resolve(schema: Json | undefined): JsonObject | undefined {
    return dereferenced(schema, this.#target);
  }

  readonly #target = (ref: string): Schema | undefined => this.byRef(ref)?.schema;

  /** Returns the members of a schema's `allOf`, each resolved. */
  membersOf(schema: JsonObject | undefined): (JsonObject | undefined)[] {
    return Array.isArray(schema?.allOf) ? schema.allOf.map((item) => this.resolve(item)) : [];
  }

  #spreadDifference(): void {
    const users = new Map<string, string[]>();
    for (const [key, { refs }] of this.#marks) {
      for (const ref of refs) getOrInsert(users, ref, () => []).push(key);
    }
    const pending = [...this.#marks].filter(([, { marked }]) => marked).map(([key]) => key);
    for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
      if (this.#differing.has(key)) continue;
      this.#differing.add(key);
      pending.push(...(users.get(key) ?? []));
    }
  }
}

const ANSWERED: readonly Direction[] = ["response"];
const SENT: readonly Direction[] = ["request"];
const BOTH: readonly Direction[] = ["response", "request"];

/** Keywords whose values are data, not schemas. */
const DATA = new Set([...DATA_KEYWORDS, "discriminator", "xml", "externalDocs"]);

/**
 * Returns whether a schema, apart from named ones, contains `readOnly` or `writeOnly` marks, and the keys that it
 * references.
 */
function scan(schema: Schema): { marked: boolean; refs: string[] } {
  const refs = new Set<string>();
  const seen = new Set<object>();
  let marked = false;
  const visit = (value: Json, isMap: boolean): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (Array.isArray(value)) {
      for (const item of value) visit(item, false);
      return;
    }
    for (const key of Object.keys(value)) {
      const child = value[key] as Json;
      if (isMap) visit(child, false);
      else if (key === "$ref" && typeof child === "string") refs.add(referencedKey(child));
      else if ((key === "readOnly" || key === "writeOnly") && child === true) marked = true;
      else if (!DATA.has(key) && !key.startsWith("x-")) visit(child, MAPS.has(key));
    }
  };
  visit(schema, false);
  return { marked, refs: [...refs] };
}

/** Keywords whose values are maps of schemas. */
const MAPS = new Set(SCHEMA_MAPS);
