import { dirname } from "node:path";
import { getOrInsert } from "../collections/index.js";
import { shownPath } from "../files/index.js";
import type { WrittenFile } from "./run/outcome.js";

const VERBS = { create: "created", update: "updated", remove: "removed" } as const;

/** The maximum number of paths named for one kind of change. */
const NAMED = 5;

/**
 * Describes what a run wrote and removed in one line:
 * `created src/api/generated (9 files), updated base44/shared/api.ts`. Several files in a folder are named by the
 * folder. Empty if there is nothing.
 */
export function writtenText(written: readonly WrittenFile[]): string {
  const parts = (["create", "update", "remove"] as const).flatMap((action) => {
    const paths = written.filter((file) => file.action === action).map(({ path }) => path);
    return paths.length > 0 ? [`${VERBS[action]} ${placesOf(paths).join(", ")}`] : [];
  });
  return parts.join("; ");
}

function placesOf(paths: readonly string[]): string[] {
  const folders = new Map<string, string[]>();
  for (const path of paths) getOrInsert(folders, dirname(path), () => []).push(path);
  const places = [...folders].map(([folder, [first, ...others]]) => {
    return others.length === 0 ? shownPath(first ?? folder) : `${shownPath(folder)} (${others.length + 1} files)`;
  });
  const more = places.length - NAMED;
  return more > 0 ? [...places.slice(0, NAMED), `and ${more} more places`] : places;
}
