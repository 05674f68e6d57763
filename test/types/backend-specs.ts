const text = { type: "string" };
const bytes = { type: "string", format: "binary" };
const json = (schema: object) => ({ content: { "application/json": { schema } } });
const ok = (response: object) => ({ 200: { description: "OK", ...response } });
const body = (mediaType: string, schema: object, required = true) => ({
  required,
  content: { [mediaType]: { schema } },
});

const form = (schema: object, encoding: object) => ({
  required: true,
  content: { "multipart/form-data": { schema, encoding } },
});

const note = {
  type: "object",
  required: ["id", "title"],
  properties: { id: { ...text, readOnly: true }, title: text, n: { type: "integer" } },
};
/** Objects in objects, deeper than TypeScript compares values with types. */
const nested = Array.from({ length: 60 }).reduce<object>((inner) => ({ type: "object", properties: { inner } }), text);
const chunk = { type: "object", required: ["delta"], properties: { delta: text } };

/** What only a function can carry, an operation each. */
export const everything = {
  openapi: "3.1.0",
  info: { title: "Everything", version: "1" },
  servers: [{ url: "https://example.com/v1" }],
  components: { schemas: { Note: note, Chunk: chunk, Photo: bytes } },
  paths: {
    "/notes": {
      post: {
        operationId: "createNote",
        parameters: [
          { in: "header", name: "X-Trace", required: true, schema: text },
          { in: "header", name: "X-Version", required: true, schema: { const: "2" } },
          { in: "cookie", name: "session", schema: text },
        ],
        requestBody: body("application/json", { $ref: "#/components/schemas/Note" }),
        responses: {
          201: {
            description: "",
            ...json({ $ref: "#/components/schemas/Note" }),
            headers: { "X-Next": { schema: text } },
          },
          404: { description: "", ...json({ type: "object", required: ["message"], properties: { message: text } }) },
        },
      },
    },
    "/nested": {
      post: {
        operationId: "postNested",
        requestBody: body("application/json", nested),
        responses: ok(json(nested)),
      },
    },
    "/photos": {
      post: {
        operationId: "uploadPhoto",
        requestBody: form(
          {
            type: "object",
            required: ["photo"],
            properties: {
              photo: { $ref: "#/components/schemas/Photo" },
              more: { type: "array", items: { contentMediaType: "image/png" } },
              either: { oneOf: [bytes, { type: "array", items: bytes }] },
              caption: text,
              meta: { type: "object", properties: { width: { type: "number" } } },
              untyped: { description: "" },
              choice: { anyOf: [{ title: "Input" }, { type: "string" }] },
              users_file: text,
              profile: text,
              raw: { type: "string", contentEncoding: "binary" },
              logo: {},
              icon: text,
              file: { type: "array", items: {} },
              about: {},
            },
          },
          {
            logo: { contentType: "image/png, image/jpeg" },
            icon: { contentType: "image/png" },
            about: { contentType: "application/json" },
          },
        ),
        responses: ok(json({ $ref: "#/components/schemas/Note" })),
      },
    },
    "/forms": {
      post: {
        operationId: "sendForm",
        requestBody: body("application/x-www-form-urlencoded", {
          type: "object",
          required: ["name"],
          properties: { name: text, tags: { type: "array", items: text } },
        }),
        responses: ok({}),
      },
    },
    "/text": {
      put: {
        operationId: "putText",
        requestBody: body("text/plain", text),
        responses: ok({ content: { "text/csv": {} } }),
      },
    },
    "/raw": {
      put: {
        operationId: "putRaw",
        requestBody: body("application/octet-stream", bytes),
        responses: ok({ content: { "application/pdf": {} } }),
      },
    },
    "/posts": {
      post: {
        operationId: "addPost",
        requestBody: {
          required: true,
          content: {
            ...json({ $ref: "#/components/schemas/Chunk" }).content,
            "multipart/form-data": {
              schema: {
                allOf: [{ $ref: "#/components/schemas/Chunk" }, { type: "object", properties: { "files[0]": bytes } }],
              },
            },
          },
        },
        responses: ok({}),
      },
    },
    "/cover": {
      put: {
        operationId: "putCover",
        requestBody: body("image/jpeg", { type: "string", contentEncoding: "base64" }),
        responses: ok({}),
      },
    },
    "/mails": {
      post: {
        operationId: "sendMail",
        requestBody: {
          content: {
            "message/rfc822": { schema: { $ref: "#/components/schemas/Chunk" } },
            "message/imdn+xml": { schema: { $ref: "#/components/schemas/Chunk" } },
          },
        },
        responses: {
          ...ok({ content: { "application/pdf": { schema: bytes } } }),
          400: { description: "", content: { "application/pdf": { schema: { $ref: "#/components/schemas/Chunk" } } } },
        },
      },
    },
    "/chat": {
      post: {
        operationId: "chat",
        requestBody: body("application/json", { type: "object", required: ["prompt"], properties: { prompt: text } }),
        responses: {
          ...ok({ content: { "text/event-stream": { schema: { $ref: "#/components/schemas/Chunk" } } } }),
          400: { description: "", ...json({ type: "object", required: ["reason"], properties: { reason: text } }) },
        },
      },
    },
    "/words": {
      get: {
        operationId: "watchWords",
        responses: ok({ content: { "text/event-stream": { schema: text } } }),
      },
    },
    "/news": {
      get: {
        operationId: "watchNews",
        responses: ok({
          content: {
            "text/event-stream": {
              itemSchema: {
                type: "object",
                required: ["event"],
                properties: { event: text, data: text, id: text, retry: { type: "integer" } },
                oneOf: [
                  { properties: { event: { const: "note" } } },
                  {
                    properties: {
                      event: { const: "chunk" },
                      data: {
                        contentMediaType: "application/json",
                        contentSchema: { $ref: "#/components/schemas/Chunk" },
                      },
                    },
                  },
                ],
              },
            },
          },
        }),
      },
    },
    "/log": {
      get: {
        operationId: "readLog",
        responses: ok({ content: { "application/x-ndjson": { schema: { $ref: "#/components/schemas/Chunk" } } } }),
      },
    },
  },
};

/** What a custom integration can carry too. */
export const portable = {
  openapi: "3.1.0",
  info: { title: "Portable", version: "1" },
  servers: [{ url: "https://example.com/v1" }],
  components: { schemas: { Note: note } },
  paths: {
    "/notes/{id}": {
      get: {
        operationId: "getNote",
        parameters: [
          { in: "path", name: "id", required: true, schema: text },
          { in: "query", name: "limit", schema: { type: "integer" } },
        ],
        responses: {
          ...ok(json({ $ref: "#/components/schemas/Note" })),
          404: { description: "", ...json({ type: "object", required: ["message"], properties: { message: text } }) },
        },
      },
    },
  },
};
