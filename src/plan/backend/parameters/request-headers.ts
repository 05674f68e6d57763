import { type Api, type Operation, textParameter } from "../../../ir/index.js";

/** Adds optional header parameters with these names to each operation that does not declare them. */
export function withRequestHeaders(api: Api, names: readonly string[]): Api {
  if (names.length === 0) return api;
  const named = [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
  return { ...api, operations: api.operations.map((operation) => withHeaders(operation, named)) };
}

function withHeaders(operation: Operation, names: readonly string[]): Operation {
  const { parameters, source } = operation;
  const headers = parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name.toLowerCase());
  const added = names.filter((name) => !headers.includes(name.toLowerCase()));
  const undeclared = added.map((name) => textParameter({ name, in: "header", required: false, source }));
  return { ...operation, parameters: [...parameters, ...undeclared] };
}
