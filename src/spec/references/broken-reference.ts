import type { Code } from "../../diagnostics/index.js";
import { LONGEST_CHAIN } from "./reference-chains.js";

/** The faults of broken references by kind of failure. `what` completes "The reference …". */
export const BROKEN = {
  nowhere: { code: "B44-108", what: "points to nothing" },
  tooLong: { code: "B44-114", what: `starts a chain of more than ${LONGEST_CHAIN} references` },
  circle: { code: "B44-112", what: "is circular" },
} as const satisfies Record<string, { code: Code; what: string }>;
