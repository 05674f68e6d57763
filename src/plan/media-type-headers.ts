import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { MediaTypeParameter, Operation } from "../ir/index.js";
import { operationList } from "./operation-list.js";

/** What says it in Swagger 2.0, which alone has such parameters. */
const SAID_BY: Record<MediaTypeParameter["name"], string> = { Accept: "produces", "Content-Type": "consumes" };

/** What there is to say on the way that an API has. */
interface MediaTypeWay {
  /** Headers that the config says, by lower-case name: nothing is to be told of these. */
  headers?: object;
  /** How calls can have another value. */
  help: (name: MediaTypeParameter["name"]) => string;
}

/** Where `Accept` or `Content-Type` is declared as a parameter (B44-333), each told once. */
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
