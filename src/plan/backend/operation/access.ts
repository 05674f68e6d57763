import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import type { Api } from "../../../ir/index.js";
import type { Access } from "../../../runtime/functions/b44-definition.js";
import type { BackendOptions } from "../../model.js";

/** Returns who may call an operation: signed-in users if the config does not name the operation. */
export function accessOf(operationId: string, access: BackendOptions["access"]): Access {
  if (typeof access === "string") return access;
  return (Object.hasOwn(access, operationId) ? access[operationId] : undefined) ?? "user";
}

/** Reports operations under `access` that are not selected: their author expects them to be protected (B44-318). */
export function accessProblems(api: Api, access: BackendOptions["access"]): Diagnostic[] {
  if (typeof access === "string") return [];
  const known = new Set(api.operations.map(({ id }) => id));
  return Object.keys(access)
    .filter((id) => !known.has(id))
    .map((id) => {
      const message = `\`access\` of ${api.name} names ${id}, which is not selected.`;
      return diagnostic("B44-318", { message, setting: ["access", id] });
    });
}
