import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findImpact, type Impact } from "../../src/check/impact/index.js";
import { copyOf, found, marked, regenerated } from "./support.js";

describe("an app in JavaScript", () => {
  let folder = "";
  let impact: Impact = { places: [], calls: [] };
  /** The same without packages. */
  let bare: Impact = { places: [], calls: [] };
  beforeAll(async () => {
    folder = copyOf("impact-js");
    const input = await regenerated(folder, { language: "js" });
    impact = await findImpact(input);
    rmSync(join(folder, "node_modules"));
    bare = await findImpact(input);
  });

  it("has exactly these broken places", () => {
    expect(marked(folder, "breaks").length).toBeGreaterThan(15);
    expect(found(impact.places)).toEqual(marked(folder, "breaks").map(({ place, kinds }) => `${place} ${kinds}`));
  });

  it("has exactly these undetermined calls", () => {
    expect(found(impact.calls)).toEqual(marked(folder, "untold").map(({ place, kinds }) => `${place} ${kinds}`));
  });

  it("has the same places if no packages are installed", () => {
    expect(found(bare.places)).toEqual(found(impact.places));
    expect(found(bare.calls)).toEqual(found(impact.calls));
  });
});
