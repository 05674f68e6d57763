import type { ChangeKind } from "./model.js";

/** Changes of an Operation Object itself (OpenAPI 3.1, section 4.8.10). */
export const operationKinds = {
  "operation-removed": {
    level: "breaking",
    title: "Operation removed",
    why: "Calls to it fail, and its function is no longer generated.",
  },
  "operation-moved": {
    level: "breaking",
    title: "Operation moved to another method or path",
    why: "Base44 and the config identify an operation by method and path, so calls and selections that use the old ones find nothing.",
  },
  "operation-added": {
    level: "safe",
    title: "Operation added",
    why: "A pattern selects a new operation. No code calls it yet.",
  },
  "operation-deprecated": {
    level: "safe",
    title: "Operation deprecated",
    why: "It works as before. Plan to stop using it before it is removed.",
  },
  "operation-reactivated": {
    level: "safe",
    title: "Operation no longer deprecated",
    why: "It works as before.",
  },
  "operation-id-changed": {
    level: "safe",
    title: "operationId changed, function name unchanged",
    why: "Calls do not use the `operationId`, and the generated name is the same. Update `id:` patterns in the config.",
  },
  "function-renamed": {
    level: "breaking",
    title: "Generated function renamed",
    why: "The function is named after the `operationId`. Imports of the old name fail unless `names` in the config keeps it.",
  },
  "operation-types-renamed": {
    level: "risky",
    title: "Types of arguments or result renamed",
    why: "Code that imports them by name no longer compiles; calls work as before.",
  },
} as const satisfies Record<string, ChangeKind>;
