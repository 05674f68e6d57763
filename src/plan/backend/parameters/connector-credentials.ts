import type { Api, MediaType, Operation, RequestBody } from "../../../ir/index.js";
import { isObject, type JsonObject } from "../../../json/index.js";

/**
 * Removes the parameters and form fields that contain the token of a connector, such as Slack's `token`: the function
 * sends that token in a header, and callers do not have it.
 *
 * @param names the names of these parameters and fields
 */
export function withoutTokenParameters(api: Api, names: readonly string[] = []): Api {
  if (names.length === 0) return api;
  return { ...api, operations: api.operations.map((operation) => withoutTokens(operation, new Set(names))) };
}

function withoutTokens(operation: Operation, names: ReadonlySet<string>): Operation {
  const { parameters, requestBody } = operation;
  return {
    ...operation,
    parameters: parameters.filter(({ name }) => !names.has(name)),
    requestBody: requestBody && withoutFields(requestBody, names),
  };
}

/** Removes these fields from the forms of a request body; undefined if no content is left. */
function withoutFields(body: RequestBody, names: ReadonlySet<string>): RequestBody | undefined {
  const content = body.content.map((item) => ({ item, fields: formFields(item) }));
  if (!content.some(({ fields }) => Object.keys(fields).some((name) => names.has(name)))) return body;
  const left = content.map(({ item, fields }) => {
    const others = Object.entries(fields).filter(([name]) => !names.has(name));
    return others.length < Object.keys(fields).length ? withFields(item, Object.fromEntries(others)) : item;
  });
  return left.some((item) => item !== undefined)
    ? { ...body, content: left.filter((item) => item !== undefined) }
    : undefined;
}

/** Returns the properties that the schema of a form declares itself. */
function formFields({ kind, schema }: MediaType): JsonObject {
  const isForm = kind === "form" || kind === "multipart";
  return isForm && isObject(schema) && isObject(schema.properties) ? schema.properties : {};
}

/** Reduces a form to these fields; undefined if there are none. */
function withFields(form: MediaType, properties: JsonObject): MediaType | undefined {
  if (Object.keys(properties).length === 0) return undefined;
  const { required, ...schema } = form.schema as JsonObject;
  const left = Array.isArray(required) ? required.filter((name) => Object.hasOwn(properties, String(name))) : [];
  return { ...form, schema: { ...schema, properties, ...(left.length > 0 ? { required: left } : {}) } };
}
