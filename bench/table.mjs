/** Writes a Markdown table. Every column except the first is aligned to the right. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** Formats numbers for tables; empty for a missing one. */
export const milliseconds = (value) => (value === undefined ? "" : `${Math.round(value).toLocaleString("en-US")} ms`);
export const mebibytes = (value) => (value === undefined ? "" : `${Math.round(value).toLocaleString("en-US")} MiB`);
export const times = (value) => (value === undefined ? "" : `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ×`);

/** Lists goals and results, one line per goal. */
export function goals(lines) {
  const rows = lines.map(({ what, most, seen, unit = "×" }) => {
    const shown = (value) => `${value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString("en-US")} ${unit}`;
    return [what, `≤ ${most.toLocaleString("en-US")} ${unit}`, shown(seen), seen <= most ? "met" : "**missed**"];
  });
  return table(["goal", "target", "measured", ""], rows);
}
