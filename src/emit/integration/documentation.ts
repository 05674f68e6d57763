import type { Api, Operation } from "../../ir/index.js";

/** The JSDoc of an operation's function: what the spec says, its parameters, and which operation it calls. */
export function operationDoc(operation: Operation, api: Api, throws: boolean): string[] {
  const { summary, description } = operation;
  const tags = [
    ...parameterTags(operation),
    ...(throws ? ["@throws {ApiError} where the API answers with a failure"] : []),
    ...(operation.deprecated ? ["@deprecated"] : []),
  ];
  return [
    ...(summary?.trim() ? [summary, ""] : []),
    ...(description?.trim() && description !== summary ? [description, ""] : []),
    `\`${operation.id}\` of the integration \`${api.name}\`.`,
    ...(tags.length > 0 ? ["", ...tags] : []),
  ];
}

const GROUPS: Record<string, string> = { path: "pathParams", query: "queryParams" };

function parameterTags(operation: Operation): string[] {
  const tags = operation.parameters
    .filter((parameter) => GROUPS[parameter.in] && parameter.description?.trim())
    .map((parameter) => `@param args.${GROUPS[parameter.in]}.${parameter.name} - ${firstLine(parameter.description)}`);
  const body = operation.requestBody?.description?.trim();
  return [...tags, ...(body ? [`@param args.payload - ${firstLine(body)}`] : [])];
}

function firstLine(text: string | undefined): string {
  return text?.trim().split(/\r?\n/, 1)[0] ?? "";
}
