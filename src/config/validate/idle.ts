import type { Config, Via } from "../model/index.js";
import { entriesAt } from "./entries.js";
import type { Fault } from "./faults.js";

/** The settings for calls that a function makes. */
const OF_FUNCTIONS = [
  "scopes",
  "access",
  "headers",
  "requestHeaders",
  "responseHeaders",
  "streams",
  "baseUrl",
  "timeout",
  "validate",
];

/** Settings that have no effect because of the way to an API. */
interface Idle {
  keys: readonly string[];
  why: string;
  help: string;
}

/**
 * Finds settings that have no effect with their API's `via`. They are reported because their author expects an effect,
 * for example that `access` protects the calls. `value` is the config as written, without defaults.
 */
export function idleSettings({ apis }: Config, value: unknown): Fault[] {
  const entries = entriesAt(value, "apis");
  return entries.flatMap(([name, api]): Fault[] => {
    const idle = idleBy(apis[name]?.via ?? "integration");
    const isGiven = ([key, setting]: [string, unknown]) => setting !== undefined && idle?.keys.includes(key);
    const [first, ...more] = entriesAt({ api }, "api")
      .filter(isGiven)
      .map(([key]) => key);
    if (!idle || first === undefined) return [];
    const keys = [first, ...more].map((key) => `\`${key}\``).join(", ");
    const message = `${keys} of ${name} ${more.length > 0 ? "have" : "has"} no effect: ${idle.why}.`;
    return [{ code: "B44-504", path: ["apis", name, first], message, help: idle.help }];
  });
}

function idleBy(via: Via): Idle | undefined {
  if (via === "integration") {
    return {
      keys: OF_FUNCTIONS,
      why: "calls go through a custom integration",
      help: "Remove it, or call the API through a function or a connector (`via`). The workspace admin sets the headers and base URL of an integration.",
    };
  }
  if ("connector" in via) {
    if (typeof via.connector === "string" || "metered" in via.connector) return undefined;
    const why = "the scopes of a connector with an ID are set where the connector was registered";
    return { keys: ["scopes"], why, help: "Remove it, and set the scopes there." };
  }
  const isFetched = Object.values(via.function.secrets).some(
    (secret) => typeof secret === "object" && "clientId" in secret,
  );
  if (isFetched) return undefined;
  const why = "only OAuth client credentials request scopes, and `secrets` has none";
  return { keys: ["scopes"], why, help: "Remove it, or set `clientId` and `clientSecret` for the OAuth scheme." };
}
