import type { Api, Operation, Parameter } from "../../ir/index.js";
import { ARGUMENT_GROUPS } from "../types/index.js";
import type { Reach } from "./callee.js";

/** The JSDoc of an operation's function: what the spec says, its parameters, and which operation it calls. */
export function operationDoc(
  operation: Operation,
  { api, reach, throws }: { api: Api; reach: Reach; throws: boolean },
): string[] {
  const { summary, description } = operation;
  const tags = [
    ...parameterTags(operation),
    ...(throws ? ["@throws {ApiError} where the API answers with a failure"] : []),
    ...(operation.deprecated ? ["@deprecated"] : []),
  ];
  return [
    ...(summary?.trim() ? [summary, ""] : []),
    ...(description?.trim() && description !== summary ? [description, ""] : []),
    `\`${operation.id}\` of ${reach.by === "integration" ? "the integration " : ""}\`${api.name}\`.`,
    ...(tags.length > 0 ? ["", ...tags] : []),
  ];
}

function parameterTags(operation: Operation): string[] {
  const tags = operation.parameters
    .filter((parameter) => parameter.description?.trim())
    .map((parameter) => `@param args.${groupOf(parameter)}.${parameter.name} - ${firstLine(parameter.description)}`);
  const body = operation.requestBody?.description?.trim();
  return [...tags, ...(body ? [`@param args.payload - ${firstLine(body)}`] : [])];
}

function groupOf(parameter: Parameter): string {
  return ARGUMENT_GROUPS.find(({ locations }) => locations.some((location) => location === parameter.in))?.key ?? "";
}

function firstLine(text: string | undefined): string {
  return text?.trim().split(/\r?\n/, 1)[0] ?? "";
}
