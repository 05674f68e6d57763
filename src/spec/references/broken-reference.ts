import type { Code } from "../../diagnostics/index.js";
import { LONGEST_CHAIN } from "./reference-chains.js";

/** What is wrong with a reference that does not lead to a value, by how it fails: `what` completes "The reference …". */
export const BROKEN = {
  nowhere: { code: "B44-108", what: "points to nothing" },
  tooLong: { code: "B44-114", what: `starts a chain of more than ${LONGEST_CHAIN} references` },
  circle: { code: "B44-112", what: "is circular" },
} as const satisfies Record<string, { code: Code; what: string }>;
