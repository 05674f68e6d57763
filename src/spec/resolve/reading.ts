import { getOrInsert } from "../../collections/index.js";
import { Budget, defaultMaxBytes } from "../load/index.js";
import type { SourceDocument } from "../model.js";

/** What was read for a root document, over all rounds of following its references. */
export interface Reading {
  /** The documents by URI. Each is read once, even if it changes meanwhile. */
  documents: Map<string, SourceDocument>;
  budget: Budget;
}

/** Limits of a {@link Reading}. */
export interface ReadingLimits {
  /** For all documents together; 64 MiB by default. */
  maxBytes?: number | undefined;
  /** For reading all documents; 2 minutes by default. */
  totalTimeoutMs?: number | undefined;
  /** How many may come from the network; 500 by default, the root document not counted. */
  maxDownloads?: number | undefined;
}

const readings = new WeakMap<SourceDocument, Reading>();

/** The reading of a root document. @param limits only used when it begins */
export function readingOf(root: SourceDocument, limits: ReadingLimits): Reading {
  const { maxBytes = defaultMaxBytes, totalTimeoutMs = 120_000, maxDownloads = 500 } = limits;
  return getOrInsert(readings, root, () => ({
    documents: new Map([[root.uri, root]]),
    budget: new Budget({ bytes: maxBytes, milliseconds: totalTimeoutMs, downloads: maxDownloads }, root.display),
  }));
}
