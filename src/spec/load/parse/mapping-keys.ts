import { type Diagnostic, diagnostic, rememberSource } from "../../../diagnostics/index.js";
import { type Json, pointerOf } from "../../../json/index.js";
import { type LocatableText, locate, sourceText } from "../locate/locate.js";

/** The string to which js-yaml converts a mapping that is used as a key. */
export const MAPPING_KEY = "[object Object]";

/** The number of mappings that are reported. */
const MOST = 30;

/**
 * Reports mappings that are keys of other mappings (YAML 1.2.2, section 3.2.1.1; B44-113), as in an unrendered template: `{{name}}: value`.
 * None if the text itself has {@link MAPPING_KEY}.
 */
export function mappingKeyFaults(parsed: LocatableText, display: string): Diagnostic[] {
  if (parsed.format !== "yaml" || parsed.text.includes(MAPPING_KEY)) return [];
  const pointers = mappingKeyPointers(parsed.value);
  const source = sourceText(parsed);
  return pointers.map((pointer) => {
    const location = { file: display, ...locate(parsed, pointer) };
    return diagnostic("B44-113", {
      message: `A key is a mapping; it is read as the key "${MAPPING_KEY}".`,
      location: source ? rememberSource(location, source) : location,
      help: "If the document is a template (`{{name}}:`), give the rendered document. A key that starts with a brace needs quotes.",
    });
  });
}

function mappingKeyPointers(root: Json): string[] {
  const found: string[] = [];
  const seen = new Set<Json>();
  const open: { value: Json; parent: (typeof open)[number] | undefined; token: string }[] = [
    { value: root, parent: undefined, token: "" },
  ];
  for (let at = open.pop(); at && found.length < MOST; at = open.pop()) {
    const { value } = at;
    if (at.token === MAPPING_KEY) found.push(pointerOf(at));
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const [token, child] of Object.entries(value).reverse()) open.push({ value: child, parent: at, token });
  }
  return found;
}
