import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import type { Api } from "../../../ir/index.js";
import type { Access } from "../../../runtime/functions/b44-definition.js";
import type { BackendOptions } from "../../model.js";

/** Who may call an operation; signed-in users where the config does not name it. */
export function accessOf(operationId: string, access: BackendOptions["access"]): Access {
  if (typeof access === "string") return access;
  return (Object.hasOwn(access, operationId) ? access[operationId] : undefined) ?? "user";
}

/** Operations under `access` that are not selected: whoever wrote them believes them to be guarded (B44-318). */
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
