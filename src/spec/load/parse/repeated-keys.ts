import { type Diagnostic, diagnostic, type SourceText } from "../../../diagnostics/index.js";
import { textLocation } from "../locate/text-location.js";

/** A key that its object has already. */
export interface RepeatedKey {
  key: string;
  offset: number;
}

/** So many keys that stand twice are told of. */
const MOST = 30;

/** What to say of keys that stand twice, B44-113 each, and of those above 30 how many there are. */
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
