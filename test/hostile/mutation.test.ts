import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { MUTANTS, type Mutant } from "./mutants.js";

const code = join(import.meta.dirname, "../../src/emit/code");
const folder = temporaryFolder("mutants");

/** Writes a file of the boundary as the mutant has it, with imports that still lead to the others. */
function mutate({ file, from, to }: Mutant, index: number): string {
  const source = readFileSync(join(code, file), "utf8");
  expect(source, "the mutant has to be of the code as it is").toContain(from);
  const path = join(folder, `${index}-${file}`);
  const mutated = source.replaceAll(from, () => to);
  writeFileSync(
    path,
    mutated.replaceAll(/from "(\.[^"]+)"/g, (_, wanted: string) => `from ${JSON.stringify(join(code, wanted))}`),
  );
  return path;
}

/** Judges the mutant's case with the mutant in place, or with the code as it is. */
async function verdict({ file, shownBy: [payload, position, form] }: Mutant, mutated?: string) {
  if (mutated) {
    vi.resetModules();
    vi.doMock(join(code, file), () => import(mutated));
  }
  const [{ judge }, { FORMS }, { PAYLOADS }, { POSITIONS }] = await Promise.all([
    import("./judge.js"),
    import("./outputs.js"),
    import("./payloads.js"),
    import("./positions/index.js"),
  ]);
  return judge({
    text: PAYLOADS.find(({ name }) => name === payload)!.text,
    position: POSITIONS.find(({ name }) => name === position)!,
    form: FORMS.find(({ name }) => name.startsWith(form))!,
  });
}

afterEach(async () => {
  for (const { file } of MUTANTS) vi.doUnmock(join(code, file));
  // What is mocked and unmocked until the next import is carried out in no order.
  await import("./payloads.js");
});

const cases = MUTANTS.map(
  (mutant, index) => [mutant.file, mutant.from.slice(0, 60), mutant.shownBy[0], mutant, index] as const,
);
/** A few of them in the short form: one of each file. */
const few = cases.filter(([file], index) => cases.findIndex(([other]) => other === file) === index);

const chosen = process.env.MODE === "long" ? cases : few;

describe("removing part of the escaping is detected", () => {
  it.each(chosen)("%s without %s, by %s", async (...[, , , mutant, index]) => {
    const seen = await verdict(mutant, mutate(mutant, index)).catch((error: unknown) => ({
      outcome: "thrown",
      faults: [String(error)],
    }));
    expect({ isNoticed: seen.faults.length > 0, ...seen }).toMatchObject({ isNoticed: true });
  });
});

describe.runIf(process.env.MODE === "long")("the same cases without a mutant are well", () => {
  it("all of them", async () => {
    vi.resetModules();
    for (const mutant of MUTANTS) expect((await verdict(mutant)).faults, mutant.shownBy.join()).toEqual([]);
  });
});
