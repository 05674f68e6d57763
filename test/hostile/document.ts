import type { JsonObject } from "../../src/json/index.js";

const text = (value: string) => ({ type: "string", description: `About ${value}.` });

/** The schemas of the harmless document. */
function schemas(): JsonObject {
  return {
    Thing: {
      type: "object",
      title: "Thing",
      description: "A thing.",
      required: ["id", "kind"],
      properties: {
        id: { type: "integer", description: "Its number." },
        kind: { type: "string", enum: ["small", "large"], default: "small" },
        fixed: { const: "fixed" },
        code: { type: "string", pattern: "^[a-z]+$", format: "slug", example: "abc", examples: ["abc"] },
        owner: { $ref: "#/components/schemas/Owner" },
        tags: { type: "array", items: text("tags") },
        more: { type: "object", additionalProperties: { type: "number" } },
      },
      externalDocs: { url: "https://docs.example.com", description: "More." },
    },
    Owner: { type: "object", properties: { name: text("owners"), thing: { $ref: "#/components/schemas/Thing" } } },
    Cat: {
      type: "object",
      required: ["species"],
      properties: { species: { type: "string" }, purrs: { type: "boolean" } },
    },
    Dog: {
      type: "object",
      required: ["species"],
      properties: { species: { type: "string" }, barks: { type: "boolean" } },
    },
    Pet: {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: {
        propertyName: "species",
        mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
      },
    },
    Problem: { type: "object", properties: { message: { type: "string" } } },
  };
}

function paths(): JsonObject {
  const json = (name: string) => ({ "application/json": { schema: { $ref: `#/components/schemas/${name}` } } });
  const problem = { description: "It failed.", content: json("Problem") };
  return {
    "/things": {
      get: {
        operationId: "listThings",
        summary: "List things",
        description: "Lists all things.",
        tags: ["Things"],
        externalDocs: { url: "https://docs.example.com/things" },
        parameters: [
          { name: "limit", in: "query", description: "How many.", schema: { type: "integer", default: 10 } },
          { name: "sort", in: "query", style: "deepObject", explode: true, schema: { type: "object" } },
          { name: "x-trace", in: "header", schema: { type: "string" } },
        ],
        responses: {
          "200": {
            description: "The things.",
            headers: { "x-total": { description: "How many there are.", schema: { type: "integer" } } },
            content: {
              "application/json": { schema: { type: "array", items: { $ref: "#/components/schemas/Thing" } } },
            },
          },
          default: problem,
        },
        security: [{ key: [] }],
      },
      post: {
        operationId: "createThing",
        summary: "Create a thing",
        tags: ["Things"],
        requestBody: { required: true, description: "The thing.", content: json("Thing") },
        responses: { "201": { description: "Created.", content: json("Thing") }, "400": problem },
        security: [{ oauth: ["things.write"] }],
      },
    },
    "/things/{id}": {
      parameters: [{ name: "id", in: "path", required: true, description: "Its number.", schema: { type: "string" } }],
      get: {
        operationId: "getThing",
        summary: "Get a thing",
        tags: ["Things"],
        responses: { "200": { description: "The thing.", content: json("Thing") }, "404": problem },
      },
    },
    "/pets": {
      get: {
        operationId: "getPet",
        summary: "Get a pet",
        tags: ["Pets"],
        responses: { "200": { description: "A pet.", content: json("Pet") } },
      },
    },
  };
}

/** A new document without anything hostile, which has all that the positions need. */
export function harmlessDocument(): JsonObject {
  return {
    openapi: "3.1.0",
    info: {
      title: "Things",
      version: "1.0.0",
      description: "An API of things.",
      contact: { name: "Support", url: "https://example.com" },
      license: { name: "MIT" },
    },
    servers: [{ url: "https://api.example.com/v1", description: "Production." }],
    tags: [{ name: "Things", description: "All about things." }, { name: "Pets" }],
    externalDocs: { url: "https://docs.example.com", description: "The manual." },
    paths: paths(),
    components: {
      schemas: schemas(),
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "x-api-key", description: "A key." },
        oauth: {
          type: "oauth2",
          flows: {
            authorizationCode: {
              authorizationUrl: "https://example.com/authorize",
              tokenUrl: "https://example.com/token",
              scopes: { "things.write": "Change things." },
            },
            clientCredentials: { tokenUrl: "https://id.acme.com/token", scopes: { "things.write": "Change things." } },
          },
        },
      },
    },
  };
}
