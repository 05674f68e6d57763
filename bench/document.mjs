/** A section of the document that the benchmark makes: a part's title, and what its run showed, in Markdown. */
const TITLE = /^## (.*)$/m;

/**
 * docs/performance.md with the sections that were measured now in the place of those of the same title; others stay as
 * they are. Sections stand in the order of the titles.
 *
 * @param {string} before the document as it is; empty where there is none
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
