import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import type { Api, SecurityScheme } from "../../../ir/index.js";
import type { BackendPlan, BackendWay } from "../../model.js";
import { isAuthorizationKey, schemeOf, secretValue } from "../credentials/index.js";

/**
 * Where a key is all of the header `Authorization`, and the config does not say that it is: the header begins with the name
 * of an authentication scheme (RFC 9110, section 11.6.2), which many specs forget (B44-336).
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

/** Words that stand before a key where a text shows them as what is sent: quoted, or before a placeholder. */
const SHOWN =
  /["'`“]\s*(?:Authorization:\s*)?(bearer|basic|token|bot|api-?key|key)\b|\b(bearer|basic|token|bot|api-?key|key) [<{]/i;
/** Words that say it in prose too. */
const SAID = [/\bbearer/i, /\bbot\b|bot[-_ ]?token/i, /\bbasic/i];

/** The word that a scheme's description or name has for what stands before its key. */
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

/** `token` stays as the text has it: schemes have no case (RFC 9110, section 11.1), but some servers look. */
function capital(word: string): string {
  return /^(bearer|basic|bot)$/.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
