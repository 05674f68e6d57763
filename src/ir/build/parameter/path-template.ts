/**
 * The expressions of a path: with a pattern or constraint, which may contain braces, or any text in single or double braces
 * (`{{id}}`). No text matches in two ways, and no match begins inside a run of braces: hostile paths must not take longer.
 */
const EXPRESSION = /\{([^{}:=]+[:=](?:[^{}]|\{[^{}]*\})*)\}|(?<!\{)\{+([^{}]+)\}+/g;

/** Replaces each expression of a path, with its single or double braces. */
export function replaceExpressions(path: string, replace: (text: string) => string): string {
  return path.replace(EXPRESSION, (_, constrained?: string, plain?: string) => replace(constrained ?? plain ?? ""));
}

/** Returns the distinct texts in the braces of a path, in order. */
export function expressionTexts(path: string): string[] {
  const texts = new Set<string>();
  replaceExpressions(path, (text) => {
    texts.add(text);
    return "";
  });
  return [...texts];
}

/** A plain template: no part of it could be meant as another kind of expression. */
const TEMPLATE = /^(?:\$(?!\{)|[^{}<:[$]|\{[^{}:=]+[:=](?:[^{}]|\{[^{}]*\})*\}|\{[^{}/:=]+\})*$/;

/** A segment. The pattern or constraint of an expression may contain slashes. */
const SEGMENT = /(?:\{[^{}:=/]+[:=][^{}]*\}|[^/])+/g;

/**
 * Returns the intended template of a path that is not an OpenAPI template (OpenAPI 3.2.0, section 3.5): one with `{{id}}`, `{id` or
 * `id}`, or, if a path parameter with that name is declared, the forms of routers and JavaScript: `:id`, `<id>`, `<int:id>` or
 * `<id:int>`, `${id}`, `[id]` as a whole segment. Undefined for any other path.
 */
export function intendedTemplate(path: string, declared: ReadonlySet<string>): string | undefined {
  if (TEMPLATE.test(path)) return undefined;
  const single = path.replace(/\{{2,}/g, "{").replace(/\}{2,}/g, "}");
  const plain = single.replace(/\$(?=\{([^{}]+)\})/g, (sign, name: string) => (declared.has(name) ? "" : sign));
  const template = plain.replace(SEGMENT, (segment) => intendedSegment(segment, declared));
  return template === path ? undefined : template;
}

function intendedSegment(segment: string, declared: ReadonlySet<string>): string {
  const [opening, closing] = [segment.lastIndexOf("{"), segment.lastIndexOf("}")];
  if (opening > closing) return opening === segment.length - 1 ? segment : `${segment}}`;
  if (opening < 0 && closing > 0) return `{${segment.slice(0, closing)}}${segment.slice(closing + 1)}`;
  if (segment.startsWith(":") && declared.has(segment.slice(1))) return `{${segment.slice(1)}}`;
  const [, file] = /^\[(?:\.\.\.)?([^[\].]+)\]$/.exec(segment) ?? [];
  if (file !== undefined && declared.has(file)) return `{${file}}`;
  return segment.replace(/<(?:([^<>:]*):)?([^<>:]+)>/g, (written, first: string | undefined, last: string) => {
    const name = [last, first].find((one) => one !== undefined && declared.has(one));
    return name === undefined ? written : `{${name}}`;
  });
}
