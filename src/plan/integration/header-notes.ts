import { getOrInsert } from "../../collections/index.js";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { type Api, type Operation, type Parameter, schemasByKey } from "../../ir/index.js";
import { parameterKey } from "../../spec/parameter-place.js";
import { operationList } from "../operation-list.js";
import { presetValue } from "../preset-value.js";
import { isUnsendable } from "../unsendable.js";

/** A header of one value, or an optional cookie, which is a part of one, and the operations that declare it. */
interface HeaderUse {
  parameter: Parameter;
  /**
   * `X-Api-Version: 2022-11-28` where the spec fixes or presets the value, else the name alone; `Cookie: theme=dark` or
   * `Cookie: theme` for a cookie.
   */
  line: string;
  operations: Operation[];
}

/**
 * Which headers operations declare: `custom.call` sends none, but the admin can set fixed ones. Those that hold
 * credentials are reported with these.
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

/** Headers of the same operations together, with these. */
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
      // Without a cookie that it requires, an operation cannot be called at all.
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

/** The headers and cookies that security schemes speak of. */
function credentialParameters(api: Api): Set<string> {
  const schemes = Object.values(api.securitySchemes);
  return new Set(schemes.flatMap((scheme) => (scheme.type === "apiKey" ? [parameterKey(scheme)] : [])));
}
