import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { type Api, isOfQuery, type Operation, type Parameter, successResponses } from "../../ir/index.js";
import { mediaTypeHeaderNotes } from "../media-type-headers.js";
import { operationList } from "../operation-list.js";
import { unsendableNotes } from "../unsendable.js";
import { authorizationNotes } from "./authorization-notes.js";
import { credentialNotes } from "./credential-notes.js";
import { headerNotes } from "./header-notes.js";
import { keyNotes } from "./key-notes.js";

/**
 * Reports what the workspace admin must set in the integration for these operations, and what to know about their
 * responses.
 */
export function integrationSetup(api: Api): Diagnostic[] {
  return [
    ...headerNotes(api),
    ...unsendableNotes(api.operations),
    ...credentialNotes(api),
    ...keyNotes(api),
    ...authorizationNotes(api),
    ...mediaTypeHeaderNotes(api.operations, { help: MEDIA_TYPE_HELP }),
    ...queryStringNotes(api),
    ...answerNotes(api),
  ];
}

const MEDIA_TYPE_HELP = (name: string) =>
  `custom.call sends and accepts JSON. If the API needs another value, the workspace admin sets the header ${name} in the integration.`;

/**
 * Reports optional query strings that consist of one value and are not forms (OpenAPI 3.2.0, section 4.12): they are
 * not sent.
 */
function queryStringNotes({ operations }: Api): Diagnostic[] {
  const without = operations.filter((operation) => queryString(operation));
  const [first] = without;
  if (!first) return [];
  const message = `Calls of ${operationList(without)} do not send the optional query string.`;
  return [diagnostic("B44-331", { message, location: queryString(first)?.source })];
}

function queryString({ parameters }: Operation): Parameter | undefined {
  return parameters.find((item) => item.in === "querystring" && !item.required && !isOfQuery(item));
}

function answerNotes(api: Api): Diagnostic[] {
  const operations = api.operations.filter(answersOtherThanJson);
  const first = operations[0];
  if (!first) return [];
  const message = `Some responses of ${operationList(operations)} are empty or not JSON.`;
  return [diagnostic("B44-305", { message, location: first.source })];
}

function answersOtherThanJson({ responses }: Operation): boolean {
  return successResponses(responses).some(({ content }) => !content.some((item) => item.isJson));
}
