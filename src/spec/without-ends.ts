/**
 * A string without the given characters at its end. A loop, because a pattern (`/\/+$/`) looks at a run of them that does not end the
 * string once from each of its characters, and a spec may have a run of any length.
 */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** A text without the given characters at its beginning and end. */
export function withoutEnds(text: string, characters: string): string {
  let start = 0;
  while (start < text.length && characters.includes(text.charAt(start))) start++;
  return withoutEnd(text.slice(start), characters);
}
