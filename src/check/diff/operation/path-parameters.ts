/** The names in the braces of a path, each once, in order. */
export function pathParameterNames(path: string): string[] {
  return [...new Set([...path.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name])))];
}
