import { base64 } from "./b44-base64.ts";
import type { ApiDefinition, OperationDefinition, SecretValue } from "./b44-definition.ts";
import { CallFailure } from "./b44-failure.ts";
import { isCookieText, isHeaderText } from "./b44-parameters.ts";
import type { BuiltRequest } from "./b44-request.ts";
import { encode, type Pair } from "./b44-style.ts";

/** A request, and what authorises it. */
export interface Unauthorised {
  definition: ApiDefinition;
  operation: OperationDefinition;
  request: BuiltRequest;
}

/**
 * Puts the credentials of an operation, and the headers that secrets hold, into a request. What has to be fetched first
 * is put in where the request is sent.
 *
 * @returns what it put into the query, which no other origin may see
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

/** Adds pairs to a URL's query without touching what is there. */
export function addQuery(url: URL, query: Pair[]): void {
  for (const pair of query) url.search += `${url.search && "&"}${pair.join("=")}`;
}

/** The value of a secret of the app, read when it is needed: secrets change without a deploy. */
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
