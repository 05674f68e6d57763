import type { Validators } from "../load/index.js";
import type { LoadedSpec } from "../model.js";

/** The member of the root object (a specification extension, OpenAPI 3.1 section 4.9) that says what a copy is of. */
export const LOCKED_SPEC_MEMBER = "x-b44-gen";

/** The format of {@link LockedSpecHeader} that this version writes, and the only one it reads. */
export const LOCKED_SPEC_FORMAT = 1;

/** Where a locked spec comes from. */
export interface CopyOrigin extends Validators {
  /** The spec as the config names it: a URL without credentials and query, or a path from the config's folder. */
  spec: string;
  /** The address of the root document behind all redirects, without credentials and query; or its path. */
  url: string;
  /** Of the texts of all its documents. */
  hash: string;
  /** Where the root document is a local one: it and its local documents, to tell when they change. */
  documents?: { path: string; hash: string }[];
}

/** Names that were settled over the whole document, of what is in the copy. */
export interface LockedNames {
  factory: string;
  operations: Record<string, { name: string; argumentsTypeName: string; resultTypeName: string }>;
  schemas: Record<string, { name: string; requestName: string }>;
}

/** What a copy says of itself: all that depends on the parts of the spec that it left out. */
export interface LockedSpecHeader {
  note: string;
  format: typeof LOCKED_SPEC_FORMAT;
  origin: CopyOrigin;
  /** The patterns that the operations were chosen by; `all` alone for all. */
  selection: string[];
  names: LockedNames;
  /** What authorises the operations of the whole document, each combination once, with how many operations have it. */
  security: { requirements: Record<string, string[]>[]; operations: number }[];
  /** Whether the whole document declares a scheme of OAuth 2, OpenID Connect or HTTP bearer. */
  tokens?: boolean;
}

/** A copy, as read. */
export interface LockedSpec {
  spec: LoadedSpec;
  header: LockedSpecHeader;
}
