import { isObject, type Json, type JsonObject } from "../../json/index.js";
import {
  contentFaults,
  OBJECT_FIELDS,
  type ObjectName,
  objectFaults,
  parameterListFaults,
  responsesFaults,
  type ShapeFault,
  serverFaults,
} from "../shapes/index.js";
import type { Visit } from "./visit.js";

/**
 * What is not understood of what a walk visits, be it an object, or a list or map of such. A path item is looked at
 * where paths are listed, a schema where types are made. @param follow gives what an object refers to, or the object
 */
export function visitFaults({ kind, holding, value }: Visit, follow: (item: JsonObject) => Json): ShapeFault[] {
  if (holding === "list") return kind === "parameter" ? parameterListFaults(value as Json[], follow) : [];
  if (!isObject(value)) return [];
  if (holding === "object") {
    const faults = isLookedAt(kind) ? objectFaults(kind, value) : [];
    return kind === "operation" ? [...faults, ...serverFaults(value)] : faults;
  }
  if (kind === "response") return responsesFaults(value);
  return kind === "mediaType" ? contentFaults(value) : [];
}

function isLookedAt(kind: Visit["kind"]): kind is Exclude<ObjectName, "pathItem"> {
  return kind !== "pathItem" && Object.hasOwn(OBJECT_FIELDS, kind);
}
