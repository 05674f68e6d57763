/** One event of a stream of server-sent events (HTML Standard, section 9.2). */
export interface ServerSentEvent<Data, Type extends string = string> {
  /** `message` if the API sends no type. */
  event: Type;
  /** The event's parsed JSON; a string if the event is not JSON, or if the spec declares it as text. */
  data: Data;
  /** The last ID that the API sent, or an empty string. */
  id: string;
}

/** Which events contain text instead of JSON: all events, or those of these types. @internal */
export type TextEvents = true | readonly string[];

/** Yields the events of a stream as they arrive. `data: [DONE]`, which some APIs send last, ends it. @internal */
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

/** The character that precedes each text of a JSON text sequence (RFC 7464, section 2.2). JSON cannot contain it. */
const SEPARATOR = "\x1e";

/**
 * Yields the values of a stream of JSON texts as they arrive: one per line (NDJSON, JSON Lines), or one after each
 * record separator, possibly over several lines.
 * @internal
 */
export async function* lines<Item>(body: ReadableStream<Uint8Array>): AsyncGenerator<Item> {
  // The beginning of a text that follows a separator and continues after its first line.
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

/** The parsed JSON of a text, or undefined if it is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Throws the error for a stream that breaks off, in the shape of the SDK's own error. */
function broken(message: string, originalError: unknown): never {
  const details: object = { name: "Base44Error", status: 502, code: "stream_broken", data: undefined, originalError };
  throw Object.assign(new Error(message), details);
}

/** Yields the lines of a body, which end with LF, CR or CRLF. Leaving the loop early cancels the body. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let held = "";
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error) => broken("The stream was cut off", error));
      const text = held + decoder.decode(value, { stream: !done });
      // A CR at the end may be half of a CRLF. The beginning of a line is not searched again, because it may be long.
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
