import type { ApiDefinition, ClientCredentials } from "./b44-definition.ts";
import { fetchWithin } from "./b44-redirect.ts";
import { TokenSource } from "./b44-token-source.ts";

/**
 * Adds `send` to an API's definition. It sends requests with tokens fetched by client credentials (RFC 6749,
 * section 4.4). A token is kept in memory until it expires, and is fetched anew once if the API returns 401.
 */
export function withClientCredentials(definition: ApiDefinition): ApiDefinition {
  const { name: api, credentials } = definition;
  const sources = new Map(
    Object.entries(credentials).flatMap(([name, credential]): [string, TokenSource][] =>
      isFetched(credential) ? [[name, new TokenSource({ api, credential })]] : [],
    ),
  );
  return {
    ...definition,
    async send(sending, operation) {
      const [source] = (operation.credentials ?? []).flatMap((name) => sources.get(name) ?? []);
      if (!source) return fetchWithin(sending);
      const { signal } = sending.init;
      const sendWith = (token: string): Promise<Response> => {
        const headers = new Headers(sending.init.headers);
        headers.set("authorization", `Bearer ${token}`);
        return fetchWithin({ ...sending, init: { ...sending.init, headers } });
      };
      const token = await source.token({ signal });
      const response = await sendWith(token);
      // After a redirect to another origin, the request was sent without the token.
      const isRefused =
        response.status === 401 && (!response.url || new URL(response.url).origin === sending.url.origin);
      if (!isRefused) return response;
      await response.body?.cancel();
      return sendWith(await source.token({ signal, refused: token }));
    },
  };
}

function isFetched(credential: ApiDefinition["credentials"][string]): credential is ClientCredentials {
  return credential.in === "clientCredentials";
}
