import { describe, expect, it, vi } from "vitest";
import { events, lines } from "../../src/runtime/app/b44.stream.js";
import { processorTime } from "../support/processor-time.js";

function bodyOf(chunks: Iterable<string | Uint8Array>, end?: Error): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const bytes = [...chunks].map((chunk) => (typeof chunk === "string" ? encoder.encode(chunk) : chunk));
  return new ReadableStream({
    pull(controller) {
      const chunk = bytes.shift();
      if (chunk) controller.enqueue(chunk);
      else if (end) controller.error(end);
      else controller.close();
    },
  });
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const seen: Item[] = [];
  for await (const item of items) seen.push(item);
  return seen;
}

describe("a stream", () => {
  const text = "event: a\r\ndata: 1\r\n\r\ndata: é\rdata: b\r\r: note\nid: 7\ndata:\n\ndata: {}\r\n\n";
  const want = [
    { event: "a", data: 1, id: "" },
    { event: "message", data: "é\nb", id: "" },
    { event: "message", data: "", id: "7" },
    { event: "message", data: {}, id: "7" },
  ];
  const bytes = new TextEncoder().encode(text);

  it("is the same for any chunks", async () => {
    for (let at = 0; at <= bytes.length; at++) {
      const cut = bodyOf([bytes.slice(0, at), bytes.slice(at)]);
      expect({ at, events: await all(events(cut)) }).toEqual({ at, events: want });
    }
    expect(await all(events(bodyOf([...bytes].map((byte) => Uint8Array.of(byte)))))).toEqual(want);
  });

  it.each(["1\r\n2", "1\r2\r", "\n1\n\n2\r\n", "1\n2\n "])("of lines: %j", async (said) => {
    expect(await all(lines(bodyOf(said)))).toEqual([1, 2]);
  });

  it.each<[said: string, want: unknown[]]>([
    ["\x1e1\n\x1e[2]\n", [1, [2]]],
    ["\x1e\x1e1\x1e2\n\x1e\n", [1, 2]],
    ['\x1e{\r\n  "a": [\r\n1]\r\n}\r\n\x1e{"b":\n"\\u001e"}\x1e3', [{ a: [1] }, { b: "\x1e" }, 3]],
    ["\x1e\n1\n", [1]],
  ])("of texts behind record separators: %j", async (said, want) => {
    expect(await all(lines(bodyOf(said)))).toEqual(want);
  });

  it("yields a text after a record separator when its line ends", async () => {
    const endless = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('\x1e{"a":1}\n')),
    });
    for await (const item of lines(endless)) {
      expect(item).toEqual({ a: 1 });
      break;
    }
  });

  it.each<[texts: Parameters<typeof events>[1], data: unknown[]]>([
    [undefined, [1, { a: 1 }, "x"]],
    [true, ["1", '{"a":1}', "x"]],
    [["message"], [1, '{"a":1}', "x"]],
    [["a"], ["1", { a: 1 }, "x"]],
  ])("of which events hold text: %j", async (texts, data) => {
    const said = 'event: a\ndata: 1\n\ndata: {"a":1}\n\ndata: x\n\ndata: [DONE]\n\ndata: 2\n\n';
    expect((await all(events(bodyOf(said), texts))).map((event) => event.data)).toEqual(data);
  });

  it("takes no longer for a long line", async () => {
    const chunk = new Uint8Array(16_384).fill(120);
    const long = bodyOf(["data: ", ...new Array<Uint8Array>(1000).fill(chunk), "\n\n"]);
    const time = await processorTime(async () => {
      const [event] = await all(events<string>(long));
      expect(event?.data.length).toBe(16_384_000);
    });
    // It was half a minute when each chunk made the search begin again.
    expect(time).toBeLessThan(5000);
  });

  it("that is left early is cancelled", async () => {
    const cancel = vi.fn();
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode("1\n")),
      cancel,
    });
    for await (const _ of lines(body)) break;
    expect(cancel).toHaveBeenCalledTimes(1);
  });
});

describe("a stream that breaks off rejects in the shape of the SDK's errors", () => {
  const shape = { name: "Base44Error", status: 502, code: "stream_broken", data: undefined };

  it.each([events, lines])("at any point: %o", async (read) => {
    const originalError = new TypeError("terminated");
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const item of read(bodyOf(["data: 1\n\n".slice(read === lines ? 6 : 0)], originalError)))
        seen.push(item);
    })();
    await expect(reading).rejects.toMatchObject({ ...shape, message: "The stream was cut off", originalError });
    expect(seen).toHaveLength(1);
  });

  it.each(["1\n<html>\n", "\x1e1\n\x1e{\n\x1e2\n", '\x1e1\n\x1e{"a":\n'])(
    "where a text is no JSON: %j",
    async (said) => {
      const seen: unknown[] = [];
      const reading = (async () => {
        for await (const item of lines(bodyOf(said))) seen.push(item);
      })();
      await expect(reading).rejects.toMatchObject({ ...shape, message: "The stream contains invalid JSON" });
      expect(seen).toEqual([1]);
    },
  );
});
