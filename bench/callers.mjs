import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./process.mjs";

const cli = join(root, "dist/cli.js");

/** Returns the first `many` GET operations of a spec that require nothing but path parameters of simple types. */
export function simpleReads(spec, many) {
  const inspected = execFileSync(process.execPath, [cli, "inspect", spec, "--json"], {
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 2 ** 28,
  });
  const reads = JSON.parse(inspected).operations.filter(
    ({ method, parameters }) =>
      method === "get" &&
      parameters.every((parameter) => (parameter.in === "path" ? sampleOf(parameter) : !parameter.required)),
  );
  return reads.slice(0, many);
}

/** Writes an app that calls each of these operations by b44-gen's functions, and uses the data. */
export function callsOfOurs(operations) {
  const calls = operations.map(({ name, parameters }, index) => {
    const given = pathParameters(parameters);
    const args = given === "" ? "" : `, { pathParams: { ${given} } }`;
    return `export async function read${index}() {
  const result = await api.${name}(base44${args});
  return result.success ? result.data : undefined;
}`;
  });
  return `import type { Base44Client } from "@base44/sdk";
import * as api from "./api/api";

declare const base44: Base44Client;

${calls.join("\n\n")}
`;
}

/** Writes the same app with openapi-typescript's types and their client, openapi-fetch. */
export function callsOfTheirs(operations) {
  const calls = operations.map(({ path, parameters }, index) => {
    const given = pathParameters(parameters);
    const args = given === "" ? "" : `, { params: { path: { ${given} } } }`;
    return `export async function read${index}() {
  const result = await client.GET(${JSON.stringify(path)}${args});
  return result.data;
}`;
  });
  return `import createClient from "openapi-fetch";
import type { paths } from "./api";

export type { Base44Client } from "@base44/sdk";

const client = createClient<paths>({ baseUrl: "https://api.example.com" });

${calls.join("\n\n")}
`;
}

function pathParameters(parameters) {
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  return inPath.map((parameter) => `${JSON.stringify(parameter.name)}: ${sampleOf(parameter)}`).join(", ");
}

/** A value for a parameter in TypeScript; undefined if its schema is not simple. */
function sampleOf({ schema }) {
  if (schema?.enum) return JSON.stringify(schema.enum[0]);
  return { string: '"a"', integer: "1", number: "1", boolean: "true" }[schema?.type];
}
