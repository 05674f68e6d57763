import { type Code, type Diagnostic, diagnostic, type Location } from "../../diagnostics/index.js";
import { encodedText } from "../../json/index.js";
import { displayReference } from "../load/index.js";
import type { DocumentFailure } from "../model.js";
import { OFFLINE, type Refusal } from "./read-policy.js";

/** Why a document is not there: it must not be read (B44-109), or cannot be (B44-110). */
export type Obstacle =
  | { refusal: Refusal }
  | {
      cause: Cause;
      reason: "unreadable" | "broken" | "unanswered";
      /** True where there is no such file, or no document can have such a URI. */
      isAbsent: boolean;
      /** The names at the end of the path to a file that may be meant. */
      near?: readonly string[] | undefined;
    };

/** What is wrong with a document. `help` is missing where it is the reference that is to be fixed. */
interface Cause {
  message: string;
  location?: Location;
  help?: string | undefined;
}

/** What is said of it where a document is not there. `holder`: where the `$ref` to it stands. */
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

/** A reference to a file whose path has other names at its end. */
function withNames(ref: string, names: readonly string[]): string {
  const [, path = "", fragment = ""] = /^([^#]*)(#.*)?$/s.exec(ref) ?? [];
  const written = path.split(/(?<=[\\/])/);
  const changed = written.slice(-names.length).map((name, index) => {
    const end = /[\\/]$/.exec(name)?.[0] ?? "";
    return `${encodedText(names.at(index - Math.min(names.length, written.length)) as string)}${end}`;
  });
  return `${written.slice(0, -names.length).join("")}${changed.join("")}${fragment}`;
}

/** True for a document that is known not to be had. Whether the network is at hand is no property of a document. */
export function isAbsent(obstacle: Obstacle): boolean {
  return "refusal" in obstacle ? obstacle.refusal !== OFFLINE : obstacle.isAbsent;
}

/** A `file:` URI that is the path of no file. */
export const NO_FILE: Refusal = { why: "does not name a file on this machine", help: "Fix the `$ref`." };

/** What is said of a file that is there, and holds something else than a document. */
const NOT_A_DOCUMENT: readonly Code[] = ["B44-103", "B44-104", "B44-105", "B44-106"];

/**
 * What is wrong with a document. A file that is there is to be fixed as the root document is. Of one that does not
 * parse, and is no JSON or YAML by its name either, nothing is shown: a spec can refer to a private key.
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
