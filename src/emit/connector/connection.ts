import connectionTemplate from "../../../templates/connector/connection.ts.hbs";
import type { Api } from "../../ir/index.js";
import type { BackendPlan } from "../../plan/index.js";
import type { PlacedFile } from "../output.js";

/**
 * Emits the token helper of an API that is called through a connector: an authorised `fetch` for the API, for the
 * user's own functions. Emits nothing for a metered connector, which provides no token.
 */
export function emitConnection(api: Api, { connection, baseUrl, headers }: BackendPlan): PlacedFile[] {
  if (!connection || connection.kind === "metered") return [];
  const fixed = Object.entries(headers).filter(([, value]) => typeof value === "string");
  const text = connectionTemplate({
    imports: ["connectorFetch", connection.kind === "shared" ? "integrationType" : "connectorId"].sort(),
    name: `${api.objectName}Fetch`,
    doc: {
      parts: [
        `\`fetch\` for ${api.title ?? api.name} with the connector's token, which is sent only to the API's own origin.`,
        "",
        `Paths are relative to ${baseUrl}. Resolves to the API's response, whatever its status.`,
      ],
    },
    connection: { type: null, id: null, ...connection },
    baseUrl,
    headers: fixed.length > 0 ? Object.fromEntries(fixed) : null,
  });
  return [{ place: "shared", path: `${api.fileName}.connection.ts`, text, language: "ts", api: api.name }];
}
