/** One event of a stream of server-sent events (HTML Standard, section 9.2). */
export interface ServerSentEvent<Data> {
  /** `message` where the API names no type. */
  event: string;
  /** The event's JSON; a text where it is none. */
  data: Data;
  /** The ID that was sent last, empty where none was. */
  id: string;
}

/** The events of a stream as they come. `data: [DONE]`, with which some APIs say goodbye, ends it. */
export async function* events<Data>(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSentEvent<Data>> {
  let event = "";
  let id = "";
  let data: string[] = [];
  for await (const line of linesOf(body)) {
    if (line === "") {
      const text = data.join("\n");
      if (text === "[DONE]") return;
      if (data.length > 0) yield { event: event || "message", data: parsed(text) as Data, id };
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

/** The values of a stream that has one JSON text a line (NDJSON, JSON Lines), as they come. */
export async function* lines<Item>(body: ReadableStream<Uint8Array>): AsyncGenerator<Item> {
  for await (const line of linesOf(body)) {
    if (line.trim() !== "") yield JSON.parse(line) as Item;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The lines of a body, whichever of LF, CR and CRLF ends them. Leaving the loop early cancels the body. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      const parts = rest.split(done ? /\r\n|\r|\n/ : /\r\n|\r(?!$)|\n/);
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
