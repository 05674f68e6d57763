import type { MediaType, Operation, Schema } from "../../../ir/index.js";

/** The schemas of media types: of the whole content, of its items, and of what the data of its events is. */
export function schemasOfContent(content: readonly MediaType[]): Schema[] {
  return content
    .flatMap(({ schema, itemSchema, events = [] }) => [schema, itemSchema, ...events.map(({ data }) => data)])
    .filter((schema) => schema !== undefined);
}

/** The schemas that an operation takes. */
export function sentSchemas({ parameters, requestBody }: Operation): Schema[] {
  return [...parameters.map(({ schema }) => schema), ...schemasOfContent(requestBody?.content ?? [])];
}

/** The schemas of an operation's responses. */
export function answeredSchemas({ responses }: Operation): Schema[] {
  return responses.flatMap(({ content }) => schemasOfContent(content));
}
