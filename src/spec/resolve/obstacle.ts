import { type Code, type Diagnostic, diagnostic, type Location } from "../../diagnostics/index.js";
import { encodedText } from "../../json/index.js";
import { displayReference } from "../load/index.js";
import type { DocumentFailure } from "../model.js";
import { OFFLINE, type Refusal } from "./read-policy.js";

/** Why a document is not loaded: it is refused (B44-109), or cannot be read (B44-110). */
export type Obstacle =
  | { refusal: Refusal }
  | {
      cause: Cause;
      reason: "unreadable" | "broken" | "unanswered";
      /** True if there is no such file, or no document can have this URI. */
      isAbsent: boolean;
      /** The names at the end of the path of a file that may be meant. */
      near?: readonly string[] | undefined;
    };

/** The fault of a document. Without `help` if the reference is to be fixed. */
interface Cause {
  message: string;
  location?: Location;
  help?: string | undefined;
}

/** The failure for an obstacle. @param holder where the `$ref` to the document is written */
export function documentFailure(
  obstacle: Obstacle,
  { ref, holder }: { ref: string; holder: Location | undefined },
): DocumentFailure {
  const name = displayReference(ref);
  if ("refusal" in obstacle) {
    const { why, help, outside } = obstacle.refusal;
    const message = `b44-gen does not read "${name}": it ${why}.`;
    return { diagnostic: diagnostic("B44-109", { message, location: holder, help }), reason: "refused", outside };
  }
  const { cause, reason, near } = obstacle;
  const meant = near && `Did you mean ${JSON.stringify(withNames(name, near))}?`;
  const found = diagnostic("B44-110", {
    message: `"${name}" cannot be read: ${cause.message}`,
    location: cause.location?.line === undefined ? holder : cause.location,
    help: meant ?? cause.help,
  });
  return { diagnostic: found, reason };
}

/** The reference with other names at the end of its path. */
function withNames(ref: string, names: readonly string[]): string {
  const [, path = "", fragment = ""] = /^([^#]*)(#.*)?$/s.exec(ref) ?? [];
  const written = path.split(/(?<=[\\/])/);
  const changed = written.slice(-names.length).map((name, index) => {
    const end = /[\\/]$/.exec(name)?.[0] ?? "";
    return `${encodedText(names.at(index - Math.min(names.length, written.length)) as string)}${end}`;
  });
  return `${written.slice(0, -names.length).join("")}${changed.join("")}${fragment}`;
}

/** True for a document that is known to be unavailable, for reasons other than a missing network. */
export function isAbsent(obstacle: Obstacle): boolean {
  return "refusal" in obstacle ? obstacle.refusal !== OFFLINE : obstacle.isAbsent;
}

/** For a `file:` URI that is not the path of a file. */
export const NO_FILE: Refusal = { why: "does not name a file on this machine", help: "Fix the `$ref`." };

/** The codes for a file that exists, but is not a document. */
const NOT_A_DOCUMENT: readonly Code[] = ["B44-103", "B44-104", "B44-105", "B44-106"];

/**
 * The fault of a document that was read. It is reported like that of the root document. But if a file does not parse, and its name is not
 * that of JSON or YAML, nothing of it is shown: a spec can refer to a private key.
 */
export function faultOf(
  uri: string,
  { code, message, location, help }: Diagnostic,
): Pick<Extract<Obstacle, { cause: Cause }>, "cause" | "reason"> {
  const cause = { message, ...(location ? { location } : {}) };
  // What is too large is so the next time too.
  if (!uri.startsWith("file:")) return { cause, reason: code === "B44-111" ? "unreadable" : "unanswered" };
  if (code === "B44-101") return { cause, reason: "unreadable" };
  if (!NOT_A_DOCUMENT.includes(code)) return { cause: { ...cause, help }, reason: "unreadable" };
  if (/\.(?:json|ya?ml)$/i.test(uri)) return { cause: { ...cause, help }, reason: "broken" };
  const isParseFault = code === "B44-104" || code === "B44-105";
  const { file } = location!;
  const harmless = isParseFault ? { message: `"${file}" is neither JSON nor YAML.`, location: { file } } : cause;
  return {
    cause: { ...harmless, help: "Fix the `$ref`: it names a file that is not a document." },
    reason: "unreadable",
  };
}
