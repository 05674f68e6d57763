import { type Diagnostic, diagnostic, type SourceText } from "../../../diagnostics/index.js";
import { textLocation } from "../locate/text-location.js";

/** A key that repeats an earlier key of its object. */
export interface RepeatedKey {
  key: string;
  offset: number;
}

/** The number of repeated keys that are reported individually. */
const MOST = 30;

/** Reports repeated keys (B44-113): up to 30 individually, and the number of the others. */
export function repeatedKeyWarnings(
  repeated: RepeatedKey[],
  { display, source, container }: { display: string; source: SourceText; container: "mapping" | "object" },
): Diagnostic[] {
  const warning = (message: string, offset: number) =>
    diagnostic("B44-113", { message, location: textLocation(source, display, offset) });
  const warnings = repeated
    .slice(0, MOST)
    .map(({ key, offset }) =>
      warning(`The key ${JSON.stringify(key)} occurs twice in one ${container}; the last one is used.`, offset),
    );
  const [next, ...rest] = repeated.slice(MOST);
  if (next) warnings.push(warning(`Here and below, ${rest.length + 1} more keys occur twice.`, next.offset));
  return warnings;
}
