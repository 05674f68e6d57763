/** A media type with its parameters (RFC 9110, section 8.3.1); the ends of it are found without going back. */
const MEDIA_TYPE = /[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(?:\s*;\s*[\w!#$&^.+*-]+=(?:"[^"]*"|[^\s;,"]*))*/y;
const SEPARATOR = /\s*[,;]\s*|\s+/y;

/**
 * The media types of a string that is a list of them, with commas, semicolons or spaces between, where OpenAPI has one
 * (3.2.0, section 4.14; Swagger 2.0, "Mime Types"). Undefined for what is one, or something else.
 */
export function mediaTypeList(text: string): string[] | undefined {
  if (!/[,;\s]/.test(text)) return undefined;
  const list: string[] = [];
  const trimmed = text.trim();
  for (let end = 0; end < trimmed.length; ) {
    const [found] = matchAt(MEDIA_TYPE, trimmed, end);
    if (found === undefined) return undefined;
    list.push(found);
    end += found.length;
    const [separator] = matchAt(SEPARATOR, trimmed, end);
    if (separator === undefined && end < trimmed.length) return undefined;
    end += separator?.length ?? 0;
  }
  return list.length > 1 || trimmed.endsWith(",") ? list : undefined;
}

function matchAt(pattern: RegExp, text: string, index: number): readonly string[] {
  pattern.lastIndex = index;
  return pattern.exec(text) ?? [];
}
