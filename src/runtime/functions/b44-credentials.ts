import { base64 } from "./b44-base64.ts";
import type { ApiDefinition, OperationDefinition, SecretValue } from "./b44-definition.ts";
import { CallFailure } from "./b44-failure.ts";
import { isCookieText, isHeaderText } from "./b44-parameters.ts";
import type { BuiltRequest } from "./b44-request.ts";
import { encode, type Pair } from "./b44-style.ts";

/** A request without credentials, and the definitions that say which it needs. */
export interface Unauthorised {
  definition: ApiDefinition;
  operation: OperationDefinition;
  request: BuiltRequest;
}

/**
 * Adds an operation's credentials, and the headers whose values are secrets, to a request. Credentials that have to be
 * fetched first are added when the request is sent.
 *
 * @returns the credentials in the query, which must not be sent to another origin
 * @throws {CallFailure} `secret_missing`, with the secret's name
 */
export function applyCredentials({ definition, operation, request }: Unauthorised): Pair[] {
  const { headers } = request.init;
  const query: Pair[] = [];
  for (const [name, value] of Object.entries(definition.headers)) {
    if (typeof value !== "string") headers.set(name, headerSecret(value));
  }
  for (const name of operation.credentials ?? []) {
    const credential = Object.hasOwn(definition.credentials, name) ? definition.credentials[name] : undefined;
    if (!credential) throw new Error(`${definition.name} has no credentials named ${name}`);
    if (credential.in === "basic") {
      const login =
        "secret" in credential
          ? readSecret(credential.secret)
          : [credential.username, credential.password].map((part) => (part ? readSecret(part) : "")).join(":");
      headers.set("authorization", `Basic ${base64(new TextEncoder().encode(login))}`);
    } else if (credential.in === "header") headers.set(credential.name, headerSecret(credential));
    else if (credential.in === "query") query.push([encode(credential.name), encode(prefixed(credential))]);
    else if (credential.in === "cookie") {
      const value = prefixed(credential);
      const pair = `${credential.name}=${isCookieText(value) ? value : encode(value)}`;
      headers.set("cookie", [headers.get("cookie"), pair].filter(Boolean).join("; "));
    }
  }
  addQuery(request.url, query);
  return query;
}

/** Appends pairs to a URL's query and leaves the rest unchanged. */
export function addQuery(url: URL, query: Pair[]): void {
  for (const pair of query) url.search += `${url.search && "&"}${pair.join("=")}`;
}

/**
 * Reads the value of one of the app's secrets. Call it for each request, because secrets change without a deploy.
 *
 * @throws {CallFailure} `secret_missing`
 */
export function readSecret(name: string): string {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  const value = process?.env?.[name]?.trim();
  if (value) return value;
  const message = `The secret ${name} is not set: run \`base44 secrets set ${name}=…\``;
  throw new CallFailure({ code: "secret_missing", message, data: { secret: name } });
}

function prefixed({ secret, prefix = "" }: SecretValue): string {
  return prefix + readSecret(secret);
}

function headerSecret(value: SecretValue): string {
  const text = prefixed(value);
  if (isHeaderText(text)) return text;
  const message = `The secret ${value.secret} is not valid in a header: run \`base44 secrets set ${value.secret}=…\` again`;
  throw new CallFailure({ code: "secret_missing", message, data: { secret: value.secret } });
}
