import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ours } from "../generators.mjs";
import { work } from "../process.mjs";
import { median, takeTurns } from "../rounds.mjs";
import { operationsOf, readSpec } from "../specs.mjs";
import { mebibytes, milliseconds, table } from "../table.mjs";

const PARTS = [1 / 8, 1 / 4, 3 / 8, 1 / 2, 5 / 8, 3 / 4, 7 / 8, 1];

/**
 * The growth of time and memory with the number of operations: Microsoft Graph's spec with an increasing share of its
 * paths.
 */
export async function growth({ rounds }) {
  const whole = readSpec("Microsoft Graph");
  const paths = Object.entries(whole.paths);
  const specs = PARTS.map((part) => {
    const document = { ...whole, paths: Object.fromEntries(paths.filter((_, at) => isIn(part, at))) };
    const file = join(work, `graph-${part}.json`);
    writeFileSync(file, JSON.stringify(document));
    return { file, operations: operationsOf(document).length };
  });
  const runs = specs.map(({ file, operations }) => ({ ...ours(file), name: String(operations) }));
  const measured = await takeTurns(runs, Math.min(rounds, 3));
  const points = specs.map(({ operations }) => {
    const { times, memory, failed } = measured.get(String(operations));
    if (failed) throw new Error(failed);
    return { operations, time: median(times), memory };
  });
  const rows = points.map(({ operations, time, memory }) => [
    operations.toLocaleString("en-US"),
    milliseconds(time),
    mebibytes(memory),
    `${((time * 1000) / operations).toFixed(0)} µs`,
  ]);
  return `${plot(points)}\n\n${table(["operations", "time", "peak memory", "time an operation"], rows)}\n\n${straightLine(points)}`;
}

/** Selects a share of the paths, spread evenly. */
const isIn = (part, at) => Math.floor((at + 1) * part) > Math.floor(at * part);

function plot(points) {
  const list = (values) => `[${values.join(", ")}]`;
  return [
    "```mermaid",
    "xychart-beta",
    '  title "Microsoft Graph: seconds by number of operations"',
    `  x-axis "operations" ${list(points.map(({ operations }) => operations))}`,
    `  y-axis "seconds" 0 --> ${Math.ceil(Math.max(...points.map(({ time }) => time / 1000)))}`,
    `  line ${list(points.map(({ time }) => (time / 1000).toFixed(2)))}`,
    "```",
  ].join("\n");
}

/** The regression line through the points, and the share of the variance that it explains. */
function straightLine(points) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(points.map(({ operations }) => operations));
  const y = mean(points.map(({ time }) => time));
  const sum = (of) => points.reduce((total, point) => total + of(point), 0);
  const slope = sum((p) => (p.operations - x) * (p.time - y)) / sum((p) => (p.operations - x) ** 2);
  const start = y - slope * x;
  const explained = 1 - sum((p) => (p.time - start - slope * p.operations) ** 2) / sum((p) => (p.time - y) ** 2);
  return `A straight line through these points: ${Math.round(start)} ms and ${(slope * 1000).toFixed(0)} µs an operation, R² ${explained.toFixed(3)}.`;
}
