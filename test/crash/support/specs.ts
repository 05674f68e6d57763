/** A spec of a small CRM-like API; another `version` has other operations, types and texts. */
export function specOf(name: string, version: number): string {
  const thing = {
    type: "object",
    required: ["id", `field${version}`],
    properties: { id: { type: "string" }, [`field${version}`]: { type: "integer" }, note: { type: "string" } },
  };
  const json = (schema: object) => ({ "application/json": { schema } });
  const reference = { $ref: "#/components/schemas/Thing" };
  const read = {
    operationId: `list_${name}`,
    summary: `What version ${version} lists`,
    parameters: [{ name: "limit", in: "query", schema: { type: "integer" } }],
    security: [{ account: [`things.read${version}`] }, { apiKey: [] }],
    responses: { 200: { description: "", content: json({ type: "array", items: reference }) } },
  };
  const write = {
    operationId: `save_${name}`,
    security: [{ account: ["things.write"] }, { apiKey: [] }],
    requestBody: { required: true, content: json(reference) },
    responses: { 201: { description: "", content: json(reference) } },
  };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: name, version: String(version) },
    servers: [{ url: `https://${name}.example.com/v${version}` }],
    paths: {
      "/things": { get: read, post: write },
      [`/only/${version}`]: { get: { security: [{ apiKey: [] }], responses: {} } },
    },
    components: {
      schemas: { Thing: thing },
      securitySchemes: {
        apiKey: { type: "apiKey", in: "header", name: "X-Key" },
        account: { type: "oauth2", flows: { clientCredentials: { tokenUrl: "https://x.example.com", scopes: {} } } },
      },
    },
  });
}
