import type { ChangeKind } from "./model.js";

/** Changes of an Operation Object itself (OpenAPI 3.1, section 4.8.10). */
export const operationKinds = {
  "operation-removed": {
    level: "breaking",
    title: "Operation removed",
    why: "A call of it has nothing to answer it, and the function is no longer generated.",
  },
  "operation-moved": {
    level: "breaking",
    title: "Operation moved to another method or path",
    why: "Base44 knows an operation by its method and path, and so does the config: calls and selections of the old one find nothing.",
  },
  "operation-added": {
    level: "safe",
    title: "Operation added",
    why: "A pattern takes in an operation that was not there; no code calls it yet.",
  },
  "operation-deprecated": {
    level: "safe",
    title: "Operation deprecated",
    why: "It works as before. Plan to leave it before it is removed.",
  },
  "operation-reactivated": {
    level: "safe",
    title: "Operation no longer deprecated",
    why: "It works as before.",
  },
  "operation-id-changed": {
    level: "safe",
    title: "operationId changed, the function's name not",
    why: "Calls do not carry the `operationId`, and the generated name is the same. A pattern `id:` in the config has to follow.",
  },
  "function-renamed": {
    level: "breaking",
    title: "Generated function renamed",
    why: "The `operationId` gives the function its name: imports of the old name fail, unless `names` in the config keeps it.",
  },
  "operation-types-renamed": {
    level: "risky",
    title: "Types of arguments or result renamed",
    why: "Code that imports them by name no longer compiles; calls work as before.",
  },
} as const satisfies Record<string, ChangeKind>;
