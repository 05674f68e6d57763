/** Where the first line is that a version control system leaves of a merge conflict; undefined where there is none. */
export function mergeConflict(text: string): number | undefined {
  // A row of seven equals signs alone may also underline a heading.
  if (!text.includes("<<<<<<<") && !text.includes(">>>>>>>")) return undefined;
  if (!/^(?:<{7}|>{7})(?: |\r?$)/m.test(text)) return undefined;
  return /^(?:<{7}|={7}|>{7})(?: |\r?$)/m.exec(text)?.index;
}
