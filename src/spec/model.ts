import type { Diagnostic } from "../diagnostics/index.js";
import type { Json, JsonObject } from "../json/index.js";
import type { CutReason } from "./cuts.js";
import type { Origins } from "./origins.js";

/** The families of specification versions that b44-gen reads. */
export type SpecFamily = "2.0" | "3.0" | "3.1" | "3.2";

/**
 * True for Swagger 2.0 and OpenAPI 3.0, whose schemas are not JSON Schema of 2020-12: a Reference Object replaces everything beside
 * it, `$id` and `$anchor` mean nothing, and there are no tuples.
 */
export function isBefore31(family: SpecFamily): boolean {
  return family === "2.0" || family === "3.0";
}

/** One file or response body that was read and parsed. */
export interface SourceDocument {
  /** Absolute: `file:///…`, `https://…`, or `stdin:`. The base for relative `$ref`s. */
  uri: string;
  /**
   * How messages name it: the path or URL as the user gave it; for a referenced file, its path relative to the working
   * folder, or absolute where that of the root document is.
   */
  display: string;
  /** The text as read, without a byte order mark. Offsets count in it. */
  text: string;
  /** Whether `text` is a byte string: one character per byte. It needs half the memory of a text with a character beyond Latin-1. */
  isByteString?: boolean;
  format: "json" | "yaml";
  value: Json;
  /** The empty objects and arrays in `value` that replace parts which were cut off, and why. */
  cuts?: ReadonlyMap<object, CutReason> | undefined;
  /** The hash of the bytes as read, as in the lock. */
  hash: string;
  /** For a document from the network: the version that the server reported (RFC 9110, section 8.8). */
  validators?: { etag?: string; lastModified?: string };
}

/** Why a document that a `$ref` names could not be loaded. */
export interface DocumentFailure {
  /** B44-109 where it must not be read, else B44-110: at the reference, or inside the document at what is wrong there. */
  diagnostic: Diagnostic;
  /**
   * `refused`: it must not be read. `unreadable`: there is no such file, or none that can be read. `broken`: there is a
   * file, and it does not parse. `unanswered`: the network did not give it.
   */
  reason: "refused" | "unreadable" | "broken" | "unanswered";
  /** The path of a file that is refused because it is outside of what the spec may read. */
  outside?: string | undefined;
}

/** Whether the same spec may load this document in the next run: see docs/decisions/0008. */
export function isPassing({ reason }: DocumentFailure): boolean {
  return reason === "broken" || reason === "unanswered";
}

/** Result of the load stage: the root document of a spec. */
export interface LoadedSpec {
  document: SourceDocument;
  /** `document.value`, which is known to be an object with `openapi` or `swagger`. */
  root: JsonObject;
  family: SpecFamily;
  diagnostics: Diagnostic[];
}

/**
 * Result of the bundle stage: one document in the spec's own version that holds the selected operations and what they reach. Every
 * reference in it leads to one of its components. Parts that needed no change are the same objects as in the source.
 */
export interface BundledSpec {
  root: JsonObject;
  family: SpecFamily;
  origins: Origins;
  /** Ids of selected operations that are not in it, because of a broken reference; the diagnostics say why. */
  leftOut: ReadonlySet<string>;
  /**
   * URIs of documents that it needs and that could not be read: stand-ins replace what is in them.
   */
  unread: readonly string[];
  /** About references. */
  diagnostics: Diagnostic[];
  /** About parts of its objects that are not understood (B44-113, B44-401). The bundle contains them unchanged. */
  notUnderstood: Diagnostic[];
}

/**
 * Keywords of schemas whose written value was ignored, or read as something else, with that value. By the upgraded schema.
 */
export type DroppedKeywords = ReadonlyMap<JsonObject, readonly (readonly [keyword: string, value: Json])[]>;

/**
 * Result of the upgrade stage: the bundled document in OpenAPI 3.1 terms, whatever it was before. Schemas use JSON
 * Schema 2020-12 (`type` lists instead of `nullable`), parameters have `schema` or `content`, bodies are request
 * bodies. Parameter style `tabDelimited` stands for Swagger 2.0's `collectionFormat: tsv`, which OpenAPI 3 lost.
 */
export interface UpgradedSpec {
  root: JsonObject;
  /** Of the spec's own version. */
  family: SpecFamily;
  origins: Origins;
  dropped: DroppedKeywords;
  diagnostics: Diagnostic[];
}
