import type { MediaType, Operation, Schema } from "../../../ir/index.js";

/** Returns the schemas of media types: of the whole content, of its items, and of the data of its events. */
export function schemasOfContent(content: readonly MediaType[]): Schema[] {
  return content
    .flatMap(({ schema, itemSchema, events = [] }) => [schema, itemSchema, ...events.map(({ data }) => data)])
    .filter((schema) => schema !== undefined);
}

/** Returns the schemas of an operation's parameters and request body. */
export function sentSchemas({ parameters, requestBody }: Operation): Schema[] {
  return [...parameters.map(({ schema }) => schema), ...schemasOfContent(requestBody?.content ?? [])];
}

/** Returns the schemas of an operation's responses. */
export function answeredSchemas({ responses }: Operation): Schema[] {
  return responses.flatMap(({ content }) => schemasOfContent(content));
}
