import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { MediaTypeParameter, Operation } from "../ir/index.js";
import { operationList } from "./operation-list.js";

/** The keyword with the media types in Swagger 2.0, the only version with such parameters. */
const SAID_BY: Record<MediaTypeParameter["name"], string> = { Accept: "produces", "Content-Type": "consumes" };

/** The parts of the report that depend on the transport. */
interface MediaTypeWay {
  /** The headers in the config, by lower-case name: they are not reported. */
  headers?: object;
  /** Returns how to send another value. */
  help: (name: MediaTypeParameter["name"]) => string;
}

/** Reports `Accept` and `Content-Type` if they are declared as parameters, each once (B44-333). */
export function mediaTypeHeaderNotes(
  operations: readonly Operation[],
  { headers = {}, help }: MediaTypeWay,
): Diagnostic[] {
  return (["Accept", "Content-Type"] as const).flatMap((name) => {
    if (Object.hasOwn(headers, name.toLowerCase())) return [];
    const declaring = operations.filter(({ mediaTypeParameters }) =>
      mediaTypeParameters.some((one) => one.name === name),
    );
    const location = declaring[0]?.mediaTypeParameters.find((one) => one.name === name)?.source;
    if (!location) return [];
    const message = `Callers of ${operationList(declaring)} do not pass the header ${name}: it is set from the media types in the spec (\`${SAID_BY[name]}\`).`;
    return [diagnostic("B44-333", { message, location, help: help(name) })];
  });
}
