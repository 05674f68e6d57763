/** Returns the position of the first merge conflict marker in a text; undefined if there is none. */
export function mergeConflict(text: string): number | undefined {
  // A line of seven equals signs alone may also underline a heading.
  if (!text.includes("<<<<<<<") && !text.includes(">>>>>>>")) return undefined;
  if (!/^(?:<{7}|>{7})(?: |\r?$)/m.test(text)) return undefined;
  return /^(?:<{7}|={7}|>{7})(?: |\r?$)/m.exec(text)?.index;
}
