/** The names in the braces of a path, each once, in order. */
export function pathParameterNames(path: string): string[] {
  return [...new Set([...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] as string))];
}

/** A template for sure: expressions in the segments, and nothing that could be meant as one. */
const TEMPLATE = /^(?:[^{}<:]|\{[^{}/]+\})*$/;

/**
 * What a path that is no template of OpenAPI (OpenAPI 3.2.0, section 3.5) is meant to be: one with `{{id}}`, with `{id` or
 * `id}`, or with `:id` or `<id>` where a path parameter of that name is declared. Undefined for any other path.
 */
export function intendedTemplate(path: string, declared: ReadonlySet<string>): string | undefined {
  if (TEMPLATE.test(path)) return undefined;
  const single = path.replace(/\{{2,}/g, "{").replace(/\}{2,}/g, "}");
  const template = single
    .split("/")
    .map((segment) => intendedSegment(segment, declared))
    .join("/");
  return template === path ? undefined : template;
}

function intendedSegment(segment: string, declared: ReadonlySet<string>): string {
  const [opening, closing] = [segment.lastIndexOf("{"), segment.lastIndexOf("}")];
  if (opening > closing) return opening === segment.length - 1 ? segment : `${segment}}`;
  if (opening < 0 && closing > 0) return `{${segment.slice(0, closing)}}${segment.slice(closing + 1)}`;
  if (segment.startsWith(":") && declared.has(segment.slice(1))) return `{${segment.slice(1)}}`;
  return segment.replace(/<([^<>]+)>/g, (written, name: string) => (declared.has(name) ? `{${name}}` : written));
}
