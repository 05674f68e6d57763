import { getOrInsert } from "../../collections/index.js";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { type Api, type Operation, type Parameter, schemasByKey } from "../../ir/index.js";
import { parameterKey } from "../../spec/parameter-place.js";
import { operationList } from "../operation-list.js";
import { presetValue } from "../preset-value.js";
import { isUnsendable } from "../unsendable.js";

/** A header with one value, or an optional cookie (which is part of a header), and the operations that declare it. */
interface HeaderUse {
  parameter: Parameter;
  /**
   * `X-Api-Version: 2022-11-28` if the spec fixes or presets the value, else only the name; `Cookie: theme=dark` or
   * `Cookie: theme` for a cookie.
   */
  line: string;
  operations: Operation[];
}

/**
 * Reports the headers and cookies that operations declare (B44-302, B44-303): `custom.call` sends none, but the admin
 * can set fixed ones. Those that contain credentials are reported with the credentials.
 */
export function headerNotes(api: Api): Diagnostic[] {
  const uses = headerUses(api);
  const required = uses.filter(({ parameter }) => parameter.required);
  const optional = uses.filter(({ parameter }) => !parameter.required);
  return [...headerNote("B44-302", "requires", api, required), ...headerNote("B44-303", "takes", api, optional)];
}

function headerNote(code: "B44-302" | "B44-303", verb: string, api: Api, uses: HeaderUse[]): Diagnostic[] {
  const first = uses[0];
  if (!first) return [];
  const message = `${api.name} ${verb} headers that custom.call does not send: ${usesByOperations(uses).join("; ")}.`;
  return [diagnostic(code, { message, location: first.parameter.source })];
}

/** Describes headers, grouped by the operations that declare them. */
function usesByOperations(uses: readonly HeaderUse[]): string[] {
  const groups = new Map<string, { lines: string[]; operations: Operation[] }>();
  for (const { line, operations } of uses) {
    const key = operations.map(({ id }) => id).join("\n");
    getOrInsert(groups, key, () => ({ lines: [], operations })).lines.push(line);
  }
  return [...groups.values()].map(({ lines, operations }) => `${lines.join(", ")} (${operationList(operations)})`);
}

function headerUses(api: Api): HeaderUse[] {
  const credentials = credentialParameters(api);
  const schemas = schemasByKey(api);
  const uses = new Map<string, HeaderUse>();
  for (const operation of api.operations) {
    for (const parameter of operation.parameters) {
      const isCookie = parameter.in === "cookie";
      if (!isCookie && parameter.in !== "header") continue;
      // An operation cannot be called at all without a cookie that it requires.
      if ((isCookie && parameter.required) || isUnsendable(parameter)) continue;
      if (credentials.has(parameterKey(parameter))) continue;
      const value = presetValue(parameter.schema, schemas);
      const key = JSON.stringify([parameter.required, parameterKey(parameter), value]);
      const name = isCookie ? `Cookie: ${parameter.name}` : parameter.name;
      const line = value === undefined ? name : `${name}${isCookie ? "=" : ": "}${value}`;
      getOrInsert(uses, key, () => ({ parameter, line, operations: [] })).operations.push(operation);
    }
  }
  return [...uses.values()];
}

/** Returns the keys of the headers, cookies and query parameters that security schemes use. */
function credentialParameters(api: Api): Set<string> {
  const schemes = Object.values(api.securitySchemes);
  return new Set(schemes.flatMap((scheme) => (scheme.type === "apiKey" ? [parameterKey(scheme)] : [])));
}
