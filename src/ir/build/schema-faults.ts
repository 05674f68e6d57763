import { closest, type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { appendPointer, isObject, type Json, type JsonObject } from "../../json/index.js";
import type { DroppedKeywords } from "../../spec/model.js";
import { saidFlag, shown } from "../../spec/shapes/index.js";
import type { Schema, SourceRef } from "../model.js";
import { meantType } from "../type-names.js";

/**
 * How a keyword holds the schemas below: one, a list of them, either (`items` of the older drafts), or several by name.
 */
type Holding = "one" | "list" | "either" | "names";

const KEYWORDS = new Map<string, Holding>([
  ["properties", "names"],
  ["patternProperties", "names"],
  ["items", "either"],
  ["prefixItems", "list"],
  ["additionalProperties", "one"],
  ["unevaluatedProperties", "one"],
  ["allOf", "list"],
  ["anyOf", "list"],
  ["oneOf", "list"],
]);

/** Keywords that say nothing by `false`. */
const FLAGS: ReadonlySet<string> = new Set(["nullable", "readOnly", "writeOnly"]);

/** The keywords without which a type is another one, which may be misspelt. */
const TELLING = [...KEYWORDS.keys(), "$ref", "type", "enum", "required", "discriminator", ...FLAGS];

/** What keywords are meant to be, as far as that was found out: those here from the start are meant as they stand. */
const meantKeywords = new Map<string, string | undefined>([...TELLING, "title"].map((name) => [name, undefined]));

const UNKNOWN = "it is typed unknown";
const LEFT_OUT = "it is left out";

/** How many different faults are told. */
const MOST = 30;

/** A schema, and the way to it from the one that was asked for. */
interface Place {
  schema: JsonObject;
  tokens: readonly string[];
  above: Place | undefined;
}

/** What is wrong at a place, and at which keys below it. */
interface SchemaFault {
  problem: string;
  place: Place;
  tokens: readonly string[];
  consequence?: string;
  help?: string | undefined;
}

/**
 * Looks for parts of schemas that are no JSON Schema (2020-12, "Validation", section 6.1.1, and "Core", section 10), so
 * that nothing is known of them: a `type` that is none, and something else where a schema has to stand. The same fault
 * is told once, however often a document has it.
 */
export class SchemaFaults {
  readonly #seen = new Set<JsonObject>();
  readonly #found = new Map<
    string,
    { location: SourceRef; more: number; consequence: string; help: string | undefined }
  >();
  readonly #dropped: DroppedKeywords;
  #untold: { count: number; location: SourceRef } | undefined;

  /** @param dropped what the schemas had, and lost because it was not understood */
  constructor(dropped: DroppedKeywords = new Map()) {
    this.#dropped = dropped;
  }

  /** Looks at a schema and all that are written in it. @param source where it was written */
  look(schema: Schema | undefined, source: SourceRef): void {
    if (!isObject(schema)) return;
    const places: Place[] = [{ schema, tokens: [], above: undefined }];
    // Grows while it is read.
    for (const place of places) {
      if (this.#seen.has(place.schema)) continue;
      this.#seen.add(place.schema);
      this.#lookAt(place, places, source);
    }
  }

  /** What was found (B44-401). */
  diagnostics(): Diagnostic[] {
    const told = [...this.#found].map(([problem, { location, more, consequence, help }]) => {
      const places = more === 0 ? "" : `, here and in ${more} more ${more === 1 ? "place" : "places"}`;
      return diagnostic("B44-401", { message: `${problem}${places}; ${consequence}.`, location, help });
    });
    if (!this.#untold) return told;
    const { count, location } = this.#untold;
    const message = `Schemas have ${count} more such ${count === 1 ? "fault, here" : "faults, of which this is the first"}.`;
    return [...told, diagnostic("B44-401", { message, location })];
  }

  #lookAt(place: Place, places: Place[], source: SourceRef): void {
    const { schema } = place;
    this.#lookAtType(place, source);
    const values = schema.enum;
    if (values !== undefined && values !== null && !Array.isArray(values)) {
      const problem = `Under enum stands ${shown(values)}, where a list of values has to stand`;
      this.#tell({ problem, place, tokens: ["enum"], consequence: LEFT_OUT }, source);
    }
    for (const [keyword, value] of this.#dropped.get(schema) ?? []) {
      // On a property it is the older drafts' way to say that the object needs it.
      if (keyword === "required" && typeof value === "boolean" && (!value || place.tokens[0] === "properties"))
        continue;
      if (keyword === "items") {
        this.#tell({ ...listOfItems(value, schema), place, tokens: ["items"] }, source);
        continue;
      }
      this.#tell(
        { ...(keyword === "required" ? noNames(value) : noFlag(keyword, value)), place, tokens: [keyword] },
        source,
      );
    }
    for (const keyword of Object.keys(schema)) {
      const holds = KEYWORDS.get(keyword);
      const value = schema[keyword];
      if (value === undefined || value === null) continue;
      if (holds === undefined) {
        this.#lookAtName(place, keyword, source);
        continue;
      }
      const wanted = wants(holds, value);
      if (wanted === "below") {
        const list = Array.isArray(value) || holds === "names";
        const items = list ? Object.entries(value as JsonObject) : [["", value] as const];
        for (const [name, item] of items) {
          const tokens = list ? [keyword, name] : [keyword];
          if (isObject(item)) places.push({ schema: item, tokens, above: place });
          else if (typeof item !== "boolean" && (item !== null || holds === "list")) {
            const problem = `Under ${keyword} stands ${shown(item)}, where a schema has to stand`;
            this.#tell({ problem, place, tokens }, source);
          }
        }
      } else {
        const problem = `Under ${keyword} stands ${shown(value)}, where ${wanted} has to stand`;
        this.#tell({ problem, place, tokens: [keyword] }, source);
      }
    }
  }

  #lookAtType(place: Place, source: SourceRef): void {
    const { type } = place.schema;
    if (typeof type === "string" && isType(type)) return;
    for (const name of Array.isArray(type) ? type : [type]) {
      if (name === undefined || name === null || (typeof name === "string" && isType(name))) continue;
      const problem = `The type ${shown(name)} is none of JSON Schema's`;
      this.#tell({ problem, place, tokens: ["type"], help: typeHelp(name) }, source);
    }
    if (Array.isArray(type) && type.length === 0)
      this.#tell({ problem: "The list of types is empty", place, tokens: ["type"] }, source);
  }

  #lookAtName(place: Place, keyword: string, source: SourceRef): void {
    const { schema } = place;
    const meant = keywordMeant(keyword);
    if (meant === undefined || Object.hasOwn(schema, meant)) return;
    if (schema[keyword] === false && FLAGS.has(meant)) return;
    const problem = `A schema has no keyword ${JSON.stringify(keyword)}`;
    this.#tell({ problem, place, tokens: [keyword], consequence: LEFT_OUT, help: didYouMean(meant) }, source);
  }

  #tell({ problem, place, tokens, consequence = UNKNOWN, help }: SchemaFault, source: SourceRef): void {
    const known = this.#found.get(problem);
    if (known) {
      known.more++;
      return;
    }
    if (this.#found.size === MOST && this.#untold) {
      this.#untold.count++;
      return;
    }
    const way = [...tokens];
    for (let at: Place | undefined = place; at; at = at.above) way.unshift(...at.tokens);
    const location = { ...source, pointer: appendPointer(source.pointer, ...way) };
    if (this.#found.size === MOST) this.#untold = { count: 1, location };
    else this.#found.set(problem, { location, more: 0, consequence, help });
  }
}

/** What is said of `required` that is no list of names, or one that has something else in it. */
function noNames(value: Json): Pick<SchemaFault, "problem" | "consequence"> {
  if (!Array.isArray(value)) {
    const problem = `Under required stands ${shown(value)}, where a list of names has to stand`;
    return { problem, consequence: LEFT_OUT };
  }
  const other = value.find((name) => typeof name !== "string") ?? null;
  return { problem: `The list under required has ${shown(other)}, where a name has to stand`, consequence: LEFT_OUT };
}

/** What is said of a text for true or false, and of what is none of the two. */
function noFlag(keyword: string, value: Json): Pick<SchemaFault, "problem" | "consequence"> {
  const said = saidFlag(value);
  const wanted = keyword.endsWith("Properties") ? "a schema, or true or false," : "true or false";
  const problem = `Under ${keyword} stands ${shown(value)}, where ${wanted} has to stand`;
  return { problem, consequence: said === undefined ? LEFT_OUT : `it is read as ${said}` };
}

/** The names of types (JSON Schema 2020-12, "Validation", section 6.1.1). */
const TYPES = ["string", "number", "integer", "boolean", "array", "object", "null"];

function typeHelp(name: Json): string | undefined {
  return didYouMean(typeof name === "string" && name.length <= LONGEST ? closest(name, TYPES) : undefined);
}

function didYouMean(meant: string | undefined): string | undefined {
  return meant && `Did you mean \`${meant}\`?`;
}

/** Longer names are misspelt in other ways, and take time to compare. */
const LONGEST = 20;

/** How much of a keyword may be misspelt: any other keyword is allowed, and says nothing (Core, section 6.5). */
const MISSPELT = 1 / 5;

/** A spec can have any number of keywords. */
const MOST_REMEMBERED = 1_000;

/** The keyword that another one is likely meant to be: in other case, with a slip, or without its `$`. */
function keywordMeant(keyword: string): string | undefined {
  if (meantKeywords.has(keyword)) return meantKeywords.get(keyword);
  if (keyword.length > LONGEST || keyword.startsWith("x-")) return undefined;
  const name = keyword.trim();
  const meant = /^\$?ref$/i.test(name) ? "$ref" : closest(name, TELLING, MISSPELT);
  if (meantKeywords.size < MOST_REMEMBERED) meantKeywords.set(keyword, meant);
  return meant;
}

/** What is said of a list under `items` in a version of OpenAPI that has a schema there (3.0, "Schema Object"). */
function listOfItems(list: Json, { prefixItems }: JsonObject): Pick<SchemaFault, "problem" | "consequence"> {
  const isTuple = prefixItems !== undefined;
  const what = isTuple ? "a list of schemas" : shown(list);
  const problem = `Under items stands ${what}, where a schema has to stand`;
  return { problem, consequence: isTuple ? "they are taken for the items in order" : LEFT_OUT };
}

/** `below` where the value is what a keyword holds; else what that is, in words. */
function wants(holds: Holding, value: Json): string {
  switch (holds) {
    case "names":
      return isObject(value) ? "below" : "an object of schemas by name";
    case "list":
      return Array.isArray(value) ? "below" : "a list of schemas";
    default:
      return Array.isArray(value) && holds === "one" ? "a schema" : "below";
  }
}

/** `any` is how authors of specs say that they mean any type. */
function isType(name: string): boolean {
  return meantType(name) !== undefined || name.toLowerCase() === "any";
}
