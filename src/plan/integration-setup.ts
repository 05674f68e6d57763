import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { Api, Operation, Parameter, SecurityScheme } from "../ir/index.js";

/** How many operations a message names before it says "and N more". */
const NAMED = 3;

/** What the workspace admin has to set in the integration for these operations, and what to know of their answers. */
export function integrationSetup(api: Api): Diagnostic[] {
  return [...headerNotes(api), ...credentialNotes(api), ...answerNotes(api)];
}

interface HeaderUse {
  parameter: Parameter;
  operations: Operation[];
}

function headerNotes(api: Api): Diagnostic[] {
  const credentials = new Set(
    Object.values(api.securitySchemes).map((scheme) => (scheme.type === "apiKey" ? scheme.name.toLowerCase() : "")),
  );
  const uses = new Map<string, HeaderUse>();
  for (const operation of api.operations) {
    for (const parameter of operation.parameters) {
      if (parameter.in !== "header" || credentials.has(parameter.name.toLowerCase())) continue;
      const key = `${parameter.required} ${parameter.name.toLowerCase()}`;
      const use = uses.get(key);
      if (use) use.operations.push(operation);
      else uses.set(key, { parameter, operations: [operation] });
    }
  }
  const all = [...uses.values()];
  return [
    headerNote("B44-302", api, all.filter(({ parameter }) => parameter.required)),
    headerNote("B44-303", api, all.filter(({ parameter }) => !parameter.required)),
  ].filter((note) => note !== undefined);
}

function headerNote(code: "B44-302" | "B44-303", api: Api, uses: HeaderUse[]): Diagnostic | undefined {
  const first = uses[0];
  if (!first) return undefined;
  const list = uses.map(({ parameter, operations }) => `${headerLine(parameter)} (${someOperations(operations)})`);
  const kind = code === "B44-302" ? "requires" : "takes";
  return diagnostic(code, {
    message: `${api.name} ${kind} headers that custom.call does not send: ${list.join("; ")}.`,
    location: first.parameter.source,
  });
}

/** `X-Api-Version: 2022-11-28` where the spec fixes the value, else the name alone. */
function headerLine(parameter: Parameter): string {
  const value = fixedValue(parameter);
  return value === undefined ? parameter.name : `${parameter.name}: ${value}`;
}

function fixedValue({ schema }: Parameter): string | undefined {
  if (typeof schema === "boolean") return undefined;
  const values = "const" in schema ? [schema.const] : Array.isArray(schema.enum) ? schema.enum : [];
  const value = values.length === 1 ? values[0] : schema.default;
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : undefined;
}

function someOperations(operations: Operation[]): string {
  const named = operations.slice(0, NAMED).map((operation) => operation.id);
  const more = operations.length - named.length;
  return more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", ");
}

function credentialNotes(api: Api): Diagnostic[] {
  const used = new Set(api.operations.flatMap((operation) => operation.security.flatMap(Object.keys)));
  const lines = Object.entries(api.securitySchemes)
    .filter(([name]) => used.has(name))
    .map(([name, scheme]) => credentialLine(name, scheme));
  if (lines.length === 0) return [];
  return [
    diagnostic("B44-304", {
      message: `${api.name} needs credentials: ${[...new Set(lines)].join("; or ")}.`,
      location: { file: api.spec },
    }),
  ];
}

function credentialLine(name: string, scheme: SecurityScheme): string {
  switch (scheme.type) {
    case "apiKey":
      return scheme.in === "header" ? `the header ${scheme.name} (${name})` : `the ${scheme.in} parameter ${scheme.name} (${name})`;
    case "http":
      return `the header Authorization: ${scheme.scheme === "basic" ? "Basic" : "Bearer"} … (${name})`;
    case "oauth2":
    case "openIdConnect":
      return `the header Authorization: Bearer … with an OAuth token (${name})`;
    case "mutualTLS":
      return `a client certificate (${name}), which an integration cannot hold`;
  }
}

function answerNotes(api: Api): Diagnostic[] {
  const operations = api.operations.filter((operation) =>
    operation.responses.some(
      ({ status, content }) =>
        (status === "2XX" || (typeof status === "number" && status >= 200 && status < 300)) &&
        !content.some((item) => item.isJson),
    ),
  );
  const first = operations[0];
  if (!first) return [];
  return [
    diagnostic("B44-305", {
      message: `Some answers of ${someOperations(operations)} have no content, or none that is JSON.`,
      location: first.source,
    }),
  ];
}
