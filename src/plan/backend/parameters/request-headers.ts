import type { Api, Operation, Parameter } from "../../../ir/index.js";

/** The API with headers that callers may give with each operation, where the spec does not declare them. */
export function withRequestHeaders(api: Api, names: readonly string[]): Api {
  if (names.length === 0) return api;
  const named = [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
  return { ...api, operations: api.operations.map((operation) => withHeaders(operation, named)) };
}

function withHeaders(operation: Operation, names: readonly string[]): Operation {
  const { parameters, source } = operation;
  const headers = parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name.toLowerCase());
  const added = names.filter((name) => !headers.includes(name.toLowerCase()));
  return { ...operation, parameters: [...parameters, ...added.map((name): Parameter => ({ ...TEXT, name, source }))] };
}

const TEXT: Omit<Parameter, "name" | "source"> = {
  in: "header",
  expression: undefined,
  required: false,
  deprecated: false,
  description: undefined,
  style: "simple",
  explode: false,
  allowReserved: false,
  contentType: undefined,
  isJson: false,
  encoding: undefined,
  schema: { type: "string" },
  example: undefined,
  fixedValue: undefined,
};
