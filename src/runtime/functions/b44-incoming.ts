import type { CallArguments } from "./b44-definition.ts";
import { CallFailure } from "./b44-failure.ts";
import { mediaType, readWhole } from "./b44-read.ts";

/** The maximum size of a request, in bytes. */
const REQUEST_LIMIT = 50_000_000;

/** A call as the app sends it. */
export interface IncomingCall {
  operation: unknown;
  args: CallArguments;
}

/** Throws `method_not_allowed` if a request is not a POST. */
export function expectPost({ method }: Request): void {
  if (method !== "POST") throw new CallFailure({ code: "method_not_allowed", message: "Call this with POST" });
}

/**
 * Reads the body of a request: parsed JSON, undefined if it is empty, or a form with files.
 *
 * @throws {CallFailure} `body_too_large` or `invalid_input`
 */
export async function readBody({ headers, body }: Request): Promise<unknown> {
  const tooLong = (): Error =>
    new CallFailure({ code: "body_too_large", message: `A request may have ${REQUEST_LIMIT} bytes at most` });
  const bytes = await readWhole({ body, headers, limit: REQUEST_LIMIT, tooLong });
  try {
    if (mediaType(headers) === "multipart/form-data") {
      return await new Response(bytes, { headers: { "content-type": headers.get("content-type") ?? "" } }).formData();
    }
    return bytes.size > 0 ? JSON.parse(await bytes.text()) : undefined;
  } catch {
    throw malformed("is neither JSON nor a form");
  }
}

/** Reads a call: JSON `{ operation, args }`, or a form whose `files` maps its files to JSON pointers into `args`. */
export async function readCall(request: Request): Promise<IncomingCall> {
  expectPost(request);
  const body = await readBody(request);
  if (!(body instanceof FormData)) {
    const { operation, args } = Object(body) as Partial<IncomingCall>;
    return { operation, args: args ?? {} };
  }
  const args = fieldOf(body, "args");
  // `FormData.get` searches all fields on each call.
  const fields = new Map<string, unknown>();
  body.forEach((value, field) => {
    fields.set(field, value);
  });
  for (const [field, pointer] of Object.entries(fieldOf(body, "files"))) {
    const file = fields.get(field);
    if (!(file instanceof File)) throw malformed(`has no file ${JSON.stringify(field)}`);
    place({ args, pointer, file });
  }
  return { operation: body.get("operation"), args };
}

function fieldOf(form: FormData, name: string): Record<string, unknown> {
  const text = form.get(name) ?? "{}";
  try {
    const value: unknown = JSON.parse(String(text));
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {}
  throw malformed(`has a field ${JSON.stringify(name)} that is not a JSON object`);
}

/** Puts a file into the payload at a JSON pointer (RFC 6901). The array or object that it goes into must exist. */
function place({ args, pointer, file }: { args: Record<string, unknown>; pointer: unknown; file: File }): void {
  const wrong = malformed("has a pointer that is not in the payload");
  if (typeof pointer !== "string" || !/^\/payload(\/|$)/.test(pointer)) throw wrong;
  const tokens = pointer.split("/").slice(1);
  const keys = tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = keys.pop() ?? "";
  let holder: object = args;
  for (const key of keys) {
    const next: unknown = Object.getOwnPropertyDescriptor(holder, key)?.value;
    if (typeof next !== "object" || next === null) throw wrong;
    holder = next;
  }
  if (Array.isArray(holder) && !(/^(0|[1-9]\d*)$/.test(last) && Number(last) <= holder.length)) throw wrong;
  Object.defineProperty(holder, last, { value: file, writable: true, enumerable: true, configurable: true });
}

function malformed(problem: string): CallFailure {
  return new CallFailure({ code: "invalid_input", message: `The body of the request ${problem}` });
}
