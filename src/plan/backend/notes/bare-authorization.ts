import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import type { Api, SecurityScheme } from "../../../ir/index.js";
import type { BackendPlan, BackendWay } from "../../model.js";
import { isAuthorizationKey, schemeOf, secretValue } from "../credentials/index.js";

/**
 * Reports API keys that are the whole value of the header `Authorization`, unless the config sets a prefix (B44-336). The
 * header begins with the name of an authentication scheme (RFC 9110, section 11.6.2), which many specs omit.
 */
export function bareAuthorization(api: Api, way: BackendWay, backend: BackendPlan): Diagnostic[] {
  if (way.via !== "function") return [];
  return Object.keys(backend.credentials).flatMap((name) => {
    const scheme = schemeOf(name, api);
    const { secret, prefix } = secretValue(way.secrets[name] ?? {});
    if (!scheme || !isAuthorizationKey(scheme) || secret === undefined || prefix !== undefined) return [];
    const named = wordOf(name, scheme);
    const written = `secrets: { ${JSON.stringify(name)}: { name: ${JSON.stringify(secret)}, prefix: "${named ?? "Bearer"} " } }`;
    const word = named ? ` ("${named}", according to the spec)` : "";
    return diagnostic("B44-336", {
      message: `The Authorization header of ${api.name} is the value of the secret ${secret}, without a prefix.`,
      setting: ["via", "function", "secrets", name],
      help: `If the API expects a word before it${word}, set it: ${written}. If not, or if the secret contains the word, set prefix: "".`,
    });
  });
}

/** Words before a key in a text that shows what is sent: in quotation marks, or before a placeholder. */
const SHOWN =
  /["'`“]\s*(?:Authorization:\s*)?(bearer|basic|token|bot|api-?key|key)\b|\b(bearer|basic|token|bot|api-?key|key) [<{]/i;
/** Words that also count in prose. */
const SAID = [/\bbearer/i, /\bbot\b|bot[-_ ]?token/i, /\bbasic/i];

/** Returns the word before the key according to the scheme's description or name; undefined if they contain none. */
function wordOf(name: string, { description = "" }: SecurityScheme): string | undefined {
  const shown = SHOWN.exec(description);
  const word = shown ? (shown[1] ?? shown[2]) : undefined;
  if (word) return capital(word);
  for (const text of [description, name]) {
    const [said] = SAID.flatMap((pattern) => /bearer|bot|basic/i.exec(pattern.exec(text)?.[0] ?? "") ?? []);
    if (said) return capital(said.toLowerCase());
  }
  return undefined;
}

/**
 * Capitalizes known words. Others, such as `token`, stay as written: scheme names are case-insensitive (RFC 9110, section
 * 11.1), but some servers compare exactly.
 */
function capital(word: string): string {
  return /^(bearer|basic|bot)$/.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
