import { type ApiResult, type CallArguments, emptyGroup, settled } from "./b44.runtime.js";
import { events, lines, type TextEvents } from "./b44.stream.js";

/**
 * The part of a Base44 client that a call through a backend function needs. The client of any copy of the SDK has it.
 */
export interface FunctionsClient {
  functions: {
    invoke(functionName: string, data?: Record<string, unknown>): Promise<{ data?: unknown }>;
    fetch(path: string, init?: RequestInit): Promise<Response>;
  };
}

/** The part of a Base44 client that connecting a user's own account needs. */
export interface UserConnectorsClient {
  connectors: {
    connectAppUser(connectorId: string): Promise<string>;
    disconnectAppUser(connectorId: string): Promise<void>;
  };
}

/** A call that failed before the API responded, in the shape of the SDK's own error. */
export class FunctionError extends Error {
  /** The HTTP status; undefined if there was no response. */
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly data: unknown;
  readonly originalError: unknown;

  constructor(message: string, details: { status?: unknown; code?: unknown; data?: unknown; originalError?: unknown }) {
    super(message);
    this.name = "Base44Error";
    this.status = typeof details.status === "number" ? details.status : undefined;
    this.code = typeof details.code === "string" ? details.code : undefined;
    this.data = details.data;
    this.originalError = details.originalError;
  }
}

/** True if a call failed because the signed-in user has not connected the account that it needs. */
export function isNotConnected(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "connector_not_connected";
}

/** Calls an operation through the app's function for its API. The generated functions call this. @internal */
export async function invoke(
  operation: unknown,
  client: FunctionsClient,
  functionName: string,
  operationId: string,
  args?: CallArguments | null,
): Promise<never> {
  const answer = await invokeFunction(client, functionName, message(operationId, args));
  return settled(operation, resultIn(answer, functionName) as never);
}

/**
 * Calls an operation whose response is a stream of server-sent events or of JSON values.
 *
 * @param texts which events contain text instead of JSON
 * @internal
 */
export async function stream(
  operation: unknown,
  client: FunctionsClient,
  functionName: string,
  operationId: string,
  args?: CallArguments | null,
  texts?: TextEvents,
): Promise<never> {
  const request = requestOf(message(operationId, args));
  const response = await client.functions.fetch(`/${functionName}`, request).catch(rejected);
  const type = response.headers.get("content-type") ?? "";
  // A server that lacks this function may respond with an HTML page.
  if (!response.ok || !response.body || /^(application\/json|text\/html)\b/i.test(type)) {
    const body: unknown = await response.json().catch((): unknown => undefined);
    if (!response.ok) throw failure(body, { status: response.status, message: `${functionName} failed` });
    return settled(operation, resultIn(body, functionName) as never);
  }
  const status = Number(response.headers.get("x-b44-status-code") ?? 200);
  const data = /event-stream/i.test(type) ? events(response.body, texts) : lines(response.body);
  const result: ApiResult = { success: true, status_code: status, data };
  return settled(operation, result as never);
}

/**
 * Invokes a function and resolves to its response body. The SDK accepts any object as `data`, although its types allow
 * only records.
 * @internal
 */
export async function invokeFunction(client: FunctionsClient, functionName: string, data: unknown): Promise<unknown> {
  return (await client.functions.invoke(functionName, data as Record<string, unknown>).catch(rejected)).data;
}

/** Converts the HTTP library's error of a failed SDK call to the shape of the SDK's own error. */
function rejected(originalError: unknown): never {
  const { response, message, code } = Object(originalError);
  if (!response) throw new FunctionError(message, { code, originalError });
  throw failure(response.data, { status: response.status, message, originalError });
}

/** The error for a function's error response: from `{ message, code, data }`, or from whatever the body is instead. */
function failure(body: unknown, known: { status: unknown; message: string; originalError?: unknown }): FunctionError {
  const said =
    typeof body === "object" && body !== null
      ? (body as { message?: unknown; code?: unknown; data?: unknown; error?: unknown })
      : {};
  const text = [said.message, said.error].find((item) => typeof item === "string" && item !== "");
  const data = said.code === undefined ? body : said.data;
  return new FunctionError(typeof text === "string" ? text : known.message, { ...known, code: said.code, data });
}

/**
 * The request body of a call. Files are moved out of the arguments into members of their own, and `files` maps the name
 * of each to the JSON pointer where it belongs.
 */
function message(operationId: string, args: CallArguments | null | undefined): Record<string, unknown> {
  const found: Record<string, File> = {};
  const places: Record<string, string> = {};
  const rest = withoutFiles(args ?? {}, "", (file, pointer) => {
    const name = `file${Object.keys(found).length}`;
    found[name] = file;
    places[name] = pointer;
  });
  const parts = { operation: operationId, args: rest, ...(Object.keys(found).length > 0 ? { files: places } : {}) };
  return Object.assign(emptyGroup<unknown>(), parts, found);
}

/** A request for `fetch`: JSON, or the same form that `invoke` sends if there are files. */
function requestOf(sent: Record<string, unknown>): RequestInit {
  const method = "POST";
  const { files } = sent;
  if (!files) return { method, headers: { "content-type": "application/json" }, body: JSON.stringify(sent) };
  const body = new FormData();
  for (const [name, value] of Object.entries(sent)) {
    body.append(name, value instanceof File || typeof value === "string" ? value : JSON.stringify(value));
  }
  return { method, body };
}

function withoutFiles(value: unknown, pointer: string, take: (file: File, pointer: string) => void): unknown {
  if (value instanceof Blob) {
    take(named(value), pointer);
    return null;
  }
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map((item, index) => withoutFiles(item, `${pointer}/${index}`, take));
  if (typeof value !== "object" || value === null || "toJSON" in value) return value;
  const copy = emptyGroup<unknown>();
  for (const [key, item] of Object.entries(value)) {
    copy[key] = withoutFiles(item, `${pointer}/${key.replace(/~/g, "~0").replace(/\//g, "~1")}`, take);
  }
  return copy;
}

/** A file with a name, because in some runtimes a form turns a file without one into a string. */
function named(file: Blob): File {
  return file instanceof File && file.name ? file : new File([file], "blob", { type: file.type });
}

/** The result in a function's response, with base64 decoded to a `Blob`. */
function resultIn(answer: unknown, functionName: string): ApiResult {
  const { success, status_code, data, data_base64, content_type, ...extras } = (answer ?? {}) as Partial<ApiResult> & {
    data_base64?: string;
    content_type?: string;
  };
  if (typeof success !== "boolean" || typeof status_code !== "number") {
    const text = `The function ${functionName} returned no result: is it deployed as b44-gen wrote it?`;
    throw new FunctionError(text, { status: 502, code: "not_a_result", data: answer });
  }
  const content = typeof data_base64 === "string" ? blob(data_base64, content_type ?? "") : (data ?? null);
  return { success, status_code, data: content, ...extras };
}

function blob(base64: string, type: string): Blob {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return new Blob([bytes], { type });
}
