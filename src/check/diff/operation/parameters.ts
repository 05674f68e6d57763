import type { Operation, Parameter } from "../../../ir/index.js";
import { parameterKey } from "../../../spec/parameter-place.js";
import type { ChangeKindName } from "../kinds/index.js";
import { defaultChange, type Sides } from "../schema/properties.js";
import { below, type Subschema } from "../schema/side/index.js";
import { compareParameterStyle } from "./parameter-style.js";
import type { OperationReport, ValuePlace } from "./report.js";

/** Compares the parameters of an operation (OpenAPI 3.1, section 4.8.12). */
export function compareParameters(report: OperationReport, sides: Sides): void {
  const { before, after } = report;
  const renamed = renamedPathParameters(before, after);
  const left = new Map(after.parameters.map((parameter) => [parameterKey(parameter), parameter]));
  for (const was of before.parameters) {
    const key = parameterKey(was.in === "path" ? { in: "path", name: renamed.get(was.name) ?? was.name } : was);
    const is = left.get(key);
    left.delete(key);
    if (is) compareParameter(report, { was, is, sides });
    else reportRemoved(report, was, left);
  }
  for (const added of left.values()) {
    const kind = added.required ? "parameter-required-added" : "parameter-added";
    const predicate = added.required ? "was added and is required" : "was added";
    report.add({ kind, place: placeOf(added), predicate, after: added.source });
  }
}

/** Maps renamed path parameters to their new names, by position, if the paths differ only in such names. */
function renamedPathParameters(before: Operation, after: Operation): Map<string, string> {
  const [were, are] = [before, after].map(pathParameterNames) as [string[], string[]];
  if (before.path === after.path || were.length !== are.length) return new Map();
  return new Map(were.map((name, index) => [name, are[index] ?? name]));
}

/** Returns the names of the path parameters, in the order of the path. */
function pathParameterNames({ parameters }: Operation): string[] {
  return parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
}

function reportRemoved(report: OperationReport, was: Parameter, left: Map<string, Parameter>): void {
  const moved = [...left].find(([, { name, in: place }]) => name === was.name && place !== was.in);
  if (!moved) {
    report.add({ kind: "parameter-removed", place: placeOf(was), predicate: "was removed", before: was.source });
    return;
  }
  const [key, is] = moved;
  left.delete(key);
  const predicate = `is now a ${is.in} parameter`;
  report.add({ kind: "parameter-moved", place: placeOf(was), predicate, before: was.source, after: is.source });
}

function compareParameter(report: OperationReport, change: { was: Parameter; is: Parameter; sides: Sides }): void {
  const { was, is, sides } = change;
  const add = (kind: ChangeKindName, predicate: string) =>
    report.add({ kind, place: placeOf(was), predicate, before: was.source, after: is.source });
  if (was.name !== is.name && was.in === "path") add("parameter-renamed", `is now named ${is.name}`);
  else if (was.name !== is.name) add("parameter-case-changed", `is now written ${is.name}`);
  if (!was.required && is.required) add("parameter-became-required", "became required");
  if (was.required && !is.required) add("parameter-became-optional", "became optional");
  if (!was.deprecated && is.deprecated) add("parameter-deprecated", "was deprecated");
  if (was.deprecated && !is.deprecated) add("parameter-reactivated", "is no longer deprecated");
  const [before, after] = [schemaOf(was), schemaOf(is)];
  const isScalar = () =>
    [sides.before.view(before), sides.after.view(after)].every(({ types }) => isScalarTypes(types));
  compareParameterStyle({ was, is, isScalar }, add);
  if (report.graph.areSame(before, after)) return;
  const byDefault = defaultChange(sides.before.annotations(before), sides.after.annotations(after));
  if (byDefault) add(byDefault.kind, byDefault.predicate);
  report.compare({ place: placeOf(was), before, after, direction: "request" });
}

function isScalarTypes(types: ReadonlySet<string> | undefined): boolean {
  return types !== undefined && !types.has("array") && !types.has("object");
}

function schemaOf({ schema, source, contentType }: Parameter): Subschema {
  const tokens = contentType === undefined ? ["schema"] : ["content", contentType, "schema"];
  return { schema, source: below(source, ...tokens) };
}

function placeOf({ in: location, name }: Parameter): ValuePlace {
  return { part: "parameter", in: location, name, path: [] };
}
