/** One event of a stream of server-sent events (HTML Standard, section 9.2). */
export interface ServerSentEvent<Data, Type extends string = string> {
  /** `message` if the API names no type. */
  event: Type;
  /** A string if the spec says so; else the event's parsed JSON, or a string if it is not JSON. */
  data: Data;
  /** The last ID that was sent, or empty. */
  id: string;
}

/** Which events contain text instead of JSON: all, or those of these types. @internal */
export type TextEvents = true | readonly string[];

/** The events of a stream as they arrive. `data: [DONE]`, which some APIs send last, ends it. @internal */
export async function* events<Data>(
  body: ReadableStream<Uint8Array>,
  texts: TextEvents = [],
): AsyncGenerator<ServerSentEvent<Data>> {
  let event = "";
  let id = "";
  let data: string[] = [];
  for await (const line of linesOf(body)) {
    if (line === "") {
      const text = data.join("\n");
      if (text === "[DONE]") return;
      const type = event || "message";
      const isText = texts === true || texts.includes(type);
      if (data.length > 0) {
        const value = isText ? undefined : parsed(text);
        yield { event: type, data: (value === undefined ? text : value) as Data, id };
      }
      event = "";
      data = [];
      continue;
    }
    const [, field, value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === "data") data.push(value);
    else if (field === "event") event = value;
    else if (field === "id" && !value.includes("\0")) id = value;
  }
}

/** What stands before each text of a JSON text sequence, and in no JSON (RFC 7464, section 2.2). */
const SEPARATOR = "\x1e";

/**
 * The values of a stream of JSON texts, as they come: one a line (NDJSON, JSON Lines), or one behind each record separator,
 * which may have several lines.
 * @internal
 */
export async function* lines<Item>(body: ReadableStream<Uint8Array>): AsyncGenerator<Item> {
  // What is there of a text behind a separator that does not end with its first line.
  let begun = "";
  for await (const line of linesOf(body)) {
    const texts = line.split(SEPARATOR);
    if (begun !== "" && texts.length === 1) {
      begun += `${line}\n`;
      continue;
    }
    const last = texts.length > 1 ? texts.pop() : undefined;
    texts[0] = begun + texts[0];
    begun = "";
    for (const text of texts) if (text.trim() !== "") yield item(text) as Item;
    if (last === undefined) continue;
    const value = parsed(last);
    if (value === undefined) begun = `${last}\n`;
    else yield value as Item;
  }
  if (begun.trim() !== "") yield item(begun) as Item;
}

function item(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return broken("The stream contains invalid JSON", error);
  }
}

/** What a text holds; undefined where that is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What ends a stream before its end is an error in the shape of the SDK's own. */
function broken(message: string, originalError: unknown): never {
  const details: object = { name: "Base44Error", status: 502, code: "stream_broken", data: undefined, originalError };
  throw Object.assign(new Error(message), details);
}

/** The lines of a body, whichever of LF, CR and CRLF ends them. Leaving the loop early cancels the body. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let held = "";
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error) => broken("The stream was cut off", error));
      const text = held + decoder.decode(value, { stream: !done });
      // A CR at the end may be the half of a CRLF. What is there of a line is not looked at again: it may be long.
      held = !done && text.endsWith("\r") ? "\r" : "";
      const parts = text.slice(0, text.length - held.length).split(/\r\n?|\n/);
      parts[0] = rest + parts[0];
      rest = parts.pop() ?? "";
      yield* parts;
      if (!done) continue;
      if (rest !== "") yield rest;
      return;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
