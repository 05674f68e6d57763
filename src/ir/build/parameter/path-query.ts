import type { Parameter } from "../../model.js";

/** An expression in the query of a path, and the query parameter that it stands for. */
interface QueryExpression {
  /** The text in the braces. */
  text: string;
  /** The name of the query parameter. */
  name: string;
}

/**
 * Removes declared query parameters from the query string of a path: OpenAPI allows none there (OpenAPI 3.2.0, section 4.8), and those
 * in a path (`/customers?id={id}`, `/?comp=list`) would be sent twice. A fixed value stays if the parameter is optional.
 */
export function withoutSaidQuery(
  path: string,
  parameters: readonly Parameter[],
): { path: string; expressions: QueryExpression[] } {
  const fragment = firstOutside(path, "#");
  const stop = fragment === -1 ? path.length : fragment;
  const start = firstOutside(path.slice(0, stop), "?");
  if (start === -1) return { path, expressions: [] };
  const inQuery = new Map(parameters.filter((item) => item.in === "query").map((item) => [item.name, item]));
  const inPath = new Set(parameters.filter((item) => item.in === "path").map((item) => item.name));
  const expressions: QueryExpression[] = [];
  const kept = path
    .slice(start + 1, stop)
    .split("&")
    .filter((pair) => {
      const [, name = "", value = ""] = /^([^={}]+)(?:=(.*))?$/s.exec(pair) ?? [];
      const declared = inQuery.get(name);
      if (!declared) return true;
      const [, text] = /^\{([^{}]+)\}$/.exec(value) ?? [];
      if (text === undefined) return /[{}]/.test(value) || !declared.required;
      if (inPath.has(text)) return true;
      expressions.push({ text, name: declared.name });
      return false;
    });
  const query = kept.length === 0 ? "" : `?${kept.join("&")}`;
  return { path: path.slice(0, start) + query + path.slice(stop), expressions };
}

/** Returns the index of the first occurrence of a character outside of braces; -1 if there is none. */
function firstOutside(path: string, wanted: string): number {
  let depth = 0;
  for (let at = 0; at < path.length; at++) {
    const char = path[at];
    if (char === wanted && depth === 0) return at;
    if (char === "{") depth++;
    else if (char === "}" && depth > 0) depth--;
  }
  return -1;
}
