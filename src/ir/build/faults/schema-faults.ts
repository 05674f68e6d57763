import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import { appendPointer, fragmentToken, isObject, type Json, type JsonObject } from "../../../json/index.js";
import type { NamedObjects } from "../../../spec/component-sections.js";
import { MeantNames } from "../../../spec/meant-names.js";
import type { DroppedKeywords } from "../../../spec/model.js";
import { type Holding, SCHEMA_KEYWORDS } from "../../../spec/schema-keywords.js";
import type { Schema, SourceRef } from "../../model.js";
import {
  droppedKeyword,
  idleKeyword,
  isType,
  LEFT_OUT,
  misspeltKeyword,
  type SchemaFault,
  UNKNOWN,
  wantedInstead,
  wrongType,
  wrongValue,
} from "./schema-fault-words.js";

/** The keywords with subschemas that affect types. */
const KEYWORDS = new Map(
  [
    ...["properties", "patternProperties", "items", "prefixItems", "additionalProperties", "unevaluatedProperties"],
    ...["allOf", "anyOf", "oneOf"],
  ].map((keyword) => [keyword, SCHEMA_KEYWORDS.get(keyword)] as const),
);

/** Boolean keywords that have no effect if they are `false`. */
const FLAGS: ReadonlySet<string> = new Set(["nullable", "readOnly", "writeOnly"]);

/** The keywords that affect types, used to find misspellings. Any other unknown keyword is allowed (Core, section 6.5). */
const TELLING = [...KEYWORDS.keys(), "$ref", "type", "enum", "required", "discriminator", ...FLAGS];

/** The maximum number of different faults that are reported. */
const MOST = 30;

/** A schema, and the path to it from the schema that {@link SchemaFaults.look} was called with. */
interface Place {
  schema: JsonObject;
  /** The place of the schema where the path begins. */
  source: SourceRef;
  tokens: readonly string[];
  above: Place | undefined;
}

/** A fault, its place, and the path to it from there. */
interface PlacedFault extends SchemaFault {
  place: Place;
  tokens: readonly string[];
}

/** A keyword with subschemas, and its value. */
interface Held {
  place: Place;
  keyword: string;
  holding: Holding;
  value: Json;
}

/**
 * Finds parts of schemas that are not valid JSON Schema (2020-12, "Validation", section 6.1.1, and "Core", section 10), such as an
 * unknown `type` or another value in the place of a schema. Reports each fault once, however often it occurs in a document.
 */
export class SchemaFaults {
  readonly #seen = new Set<JsonObject>();
  readonly #found = new Map<
    string,
    { location: SourceRef; more: number; consequence: string; help: string | undefined }
  >();
  readonly #own: NamedObjects;
  readonly #dropped: DroppedKeywords;
  readonly #meant = new MeantNames(TELLING, (name) => (/^\s*\$?ref\s*$/i.test(name) ? "$ref" : undefined));
  #untold: { count: number; location: SourceRef } | undefined;

  /**
   * @param own the schemas of the document, selected or not
   * @param dropped keywords whose value was ignored or read as something else, by schema
   */
  constructor(own: NamedObjects, dropped: DroppedKeywords) {
    this.#own = own;
    this.#dropped = dropped;
  }

  /** Checks a schema and all of its subschemas. @param source where it was written */
  look(schema: Schema | undefined, source: SourceRef): void {
    if (!isObject(schema)) return;
    const places: Place[] = [{ schema, source, tokens: [], above: undefined }];
    // The array grows during the loop.
    for (const place of places) {
      if (this.#seen.has(place.schema)) continue;
      this.#seen.add(place.schema);
      this.#lookAt(place, places);
    }
  }

  /** Returns the faults that were found (B44-401). */
  diagnostics(): Diagnostic[] {
    const told = [...this.#found].map(([problem, { location, more, consequence, help }]) => {
      const places = more === 0 ? "" : `, here and in ${more} more ${more === 1 ? "place" : "places"}`;
      return diagnostic("B44-401", { message: `${problem}${places}; ${consequence}.`, location, help });
    });
    if (!this.#untold) return told;
    const { count, location } = this.#untold;
    const message = `Schemas have ${count} more such ${count === 1 ? "error, here" : "errors, the first of them here"}.`;
    return [...told, diagnostic("B44-401", { message, location })];
  }

  #lookAt(place: Place, places: Place[]): void {
    this.#lookAtType(place);
    this.#lookAtEnum(place);
    this.#lookAtDropped(place);
    for (const keyword of Object.keys(place.schema)) {
      const holding = KEYWORDS.get(keyword);
      const value = place.schema[keyword];
      if (value === undefined || value === null) continue;
      if (holding === undefined) {
        this.#lookAtName(place, keyword);
        continue;
      }
      const wanted = wantedInstead(holding, value);
      const fault = wanted === undefined ? idleKeyword(keyword, place.schema) : wrongValue(keyword, value, wanted);
      if (fault === undefined) this.#lookBelow({ place, keyword, holding, value }, places);
      else this.#tell({ ...fault, place, tokens: [keyword] });
    }
  }

  #lookAtType(place: Place): void {
    const { type } = place.schema;
    if (typeof type === "string" && isType(type)) return;
    for (const name of Array.isArray(type) ? type : [type]) {
      if (name === undefined || name === null || (typeof name === "string" && isType(name))) continue;
      this.#tell({ ...wrongType(name, this.#named(name)), place, tokens: ["type"] });
    }
    if (Array.isArray(type) && type.length === 0)
      this.#tell({ problem: "The array of types is empty", place, tokens: ["type"] });
  }

  /** Returns a reference to the schema with this name, if the document has one. */
  #named(name: Json): string | undefined {
    const { pointer, objects } = this.#own;
    const isName = typeof name === "string" && Object.hasOwn(objects, name);
    return isName ? `#${pointer}/${fragmentToken(name)}` : undefined;
  }

  #lookAtEnum(place: Place): void {
    const values = place.schema.enum;
    if (values === undefined || values === null || Array.isArray(values)) return;
    const fault = { ...wrongValue("enum", values, "an array of values"), consequence: LEFT_OUT };
    this.#tell({ ...fault, place, tokens: ["enum"] });
  }

  /** Reports keywords whose value was ignored or read as something else. */
  #lookAtDropped(place: Place): void {
    for (const [keyword, value] of this.#dropped.get(place.schema) ?? []) {
      // `required: true` on a property is valid in older drafts.
      const isOfOldDrafts =
        keyword === "required" && typeof value === "boolean" && (!value || place.tokens[0] === "properties");
      if (!isOfOldDrafts) this.#tell({ ...droppedKeyword(keyword, value, place.schema), place, tokens: [keyword] });
    }
  }

  /** Adds the subschemas of a keyword to the places to check. */
  #lookBelow({ place, keyword, holding, value }: Held, places: Place[]): void {
    const isMany = Array.isArray(value) || holding === "map";
    const items = isMany ? Object.entries(value as JsonObject) : [["", value] as const];
    for (const [name, item] of items) {
      const tokens = isMany ? [keyword, name] : [keyword];
      if (isObject(item)) places.push({ schema: item, source: place.source, tokens, above: place });
      else if (typeof item !== "boolean" && (item !== null || holding === "list"))
        this.#tell({ ...wrongValue(keyword, item, "a schema"), place, tokens });
    }
  }

  /** Checks a keyword without subschemas for a misspelling. */
  #lookAtName(place: Place, keyword: string): void {
    const meant = this.#meant.of(keyword);
    if (meant === undefined || Object.hasOwn(place.schema, meant)) return;
    if (place.schema[keyword] === false && FLAGS.has(meant)) return;
    this.#tell({ ...misspeltKeyword(keyword, meant), place, tokens: [keyword] });
  }

  #tell({ problem, place, tokens, consequence = UNKNOWN, help }: PlacedFault): void {
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
    const { source } = place;
    const location = { ...source, pointer: appendPointer(source.pointer, ...way) };
    if (this.#found.size === MOST) this.#untold = { count: 1, location };
    else this.#found.set(problem, { location, more: 0, consequence, help });
  }
}
