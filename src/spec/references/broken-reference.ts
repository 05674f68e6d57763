import type { Code } from "../../diagnostics/index.js";
import { LONGEST_CHAIN } from "./reference-chains.js";

/** What is wrong with a reference that does not lead to a value, by how it fails: `what` completes "The reference …". */
export const BROKEN = {
  nowhere: { code: "B44-108", what: "leads nowhere" },
  tooLong: { code: "B44-114", what: `is the first of more than ${LONGEST_CHAIN} that follow on each other` },
  circle: { code: "B44-112", what: "goes round in a circle" },
} as const satisfies Record<string, { code: Code; what: string }>;
