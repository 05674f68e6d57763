import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { appendPointer, pointerOf, stringMember } from "../../json/index.js";
import { locate } from "../load/index.js";
import type { SourceDocument } from "../model.js";
import { referenceUri } from "../resolve/index.js";
import { identifierOf } from "./embedded-resources.js";
import { walkSchemas } from "./walk-schemas.js";

/** How many are reported. */
const MOST = 30;

/** The names of schemas, and the pointer to the first place of each. */
type Names = Map<string, string>;

/**
 * Reports schemas that repeat an `$id`, or an `$anchor` in the same resource (B44-113): references point to the first one (JSON Schema
 * 2020-12, sections 8.2.1 and 8.2.2). Only for OpenAPI 3.1 and later: before, both mean nothing.
 */
export function repeatedNames(document: SourceDocument): Diagnostic[] {
  if (!["$id", "$anchor"].some((keyword) => document.text.includes(keyword))) return [];
  const found: Diagnostic[] = [];
  const ids: Names = new Map();
  walkSchemas(document.value, { uri: document.uri, anchors: new Map() as Names }, (schema, step) => {
    const tell = (keyword: string, { names, name }: { names: Names; name: string }) => {
      const pointer = appendPointer(pointerOf(step), keyword);
      const first = names.get(name);
      if (first === undefined) names.set(name, pointer);
      else if (found.length < MOST)
        found.push(repeatedName(document, { name: `${keyword}: ${stringMember(schema, keyword)}`, first, pointer }));
    };
    const id = identifierOf(schema);
    const uri = id === undefined ? step.around.uri : referenceUri(id, step.around.uri);
    if (id !== undefined) tell("$id", { names: ids, name: uri });
    const around = id === undefined ? step.around : { uri, anchors: new Map() as Names };
    const anchor = stringMember(schema, "$anchor");
    if (anchor !== undefined) tell("$anchor", { names: around.anchors, name: anchor });
    return around;
  });
  return found;
}

function repeatedName(
  document: SourceDocument,
  { name, first, pointer }: { name: string; first: string; pointer: string },
): Diagnostic {
  const line = locate(document, first)?.line;
  return diagnostic("B44-113", {
    message: `Two schemas have \`${name}\`: references point to the one on line ${line}, not to this one.`,
    location: { file: document.display, pointer },
    help: "Rename one of the schemas, and fix the references that mean this one.",
  });
}
