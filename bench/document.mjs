/** Matches the title of a section, which is the title of a part. */
const TITLE = /^## (.*)$/m;

/**
 * Replaces the measured sections of docs/performance.md, by title; others stay unchanged. Sections are in the order of
 * the titles.
 *
 * @param {string} before the current document; empty if there is none
 * @param {{ head: string, titles: string[], measured: Map<string, string> }} now `measured` by title
 */
export function documentWith(before, { head, titles, measured }) {
  const sections = new Map(
    before.split(/^(?=## )/m).map((section) => [TITLE.exec(section)?.[1], section.replace(TITLE, "").trim()]),
  );
  const known = titles.flatMap((title) => {
    const section = measured.get(title) ?? sections.get(title);
    return section === undefined ? [] : [`## ${title}\n\n${section}`];
  });
  return `${[head, ...known].join("\n\n")}\n`;
}
