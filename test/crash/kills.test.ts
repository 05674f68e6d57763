import { expect, test } from "vitest";
import { run } from "../cli/support/process.js";
import { type Phase, phaseOf, tornFiles } from "./support/after-kill.js";
import { inTurns } from "./support/in-turns.js";
import { type Life, lifeOf, type Moment } from "./support/kill.js";
import { LARGE, MIDDLING } from "./support/project.js";
import { randomFrom } from "./support/random.js";
import { makeScene, newFolder, type Scene, setInputs, succeed } from "./support/scene.js";
import { differences, layOut, removeFolder, type Tree, treeOf } from "./support/tree.js";

const isLong = process.env.MODE === "long";
const KILLS = isLong ? 500 : 2;
/** `SEED=123 npx vitest run test/crash/kills.test.ts` repeats the kills of another time. */
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);

/** One case: a run that is killed, and killed again, and what comes after. */
interface Case {
  moments: Moment[];
  /** Whether the command after that is one for version 1. */
  back: boolean;
  check: boolean;
}

test(`killed at ${KILLS} random moments, every file is complete, and the next run finishes the work`, {
  timeout: 60 * 60_000,
}, async () => {
  const scene = await makeScene(isLong ? LARGE : MIDDLING);
  expect(scene.changed.length).toBeGreaterThanOrEqual(isLong ? 200 : 100);
  const cases = casesOf(await usualLife(scene));
  const start = performance.now();
  const phases: Record<string, number> = {};
  let survived = 0;
  await inTurns(cases, 2, async (one) => {
    for (const phase of await survive(scene, one)) phases[phase] = (phases[phase] ?? 0) + 1;
    survived += 1;
    if (survived % 100 > 0 && survived < KILLS) return;
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    console.log(`${survived} in ${seconds} s, seed ${SEED}, ${scene.changed.length} files:`, phases);
  });
});

/** The shortest of a few runs that nobody kills: a kill that comes too late is none. */
async function usualLife(scene: Scene): Promise<Life> {
  const lives: Life[] = [];
  for (let round = 0; round < (isLong ? 6 : 1); round += 1) {
    const folder = changedInputs(scene);
    lives.push(await lifeOf(folder, {}));
    expect(treeOf(folder)).toEqual(scene.next);
  }
  const shortest = (of: "untilJournal" | "writing") => Math.min(...lives.map((life) => life[of] ?? 0));
  return { killed: false, untilJournal: shortest("untilJournal"), writing: shortest("writing") };
}

/** Nine of ten moments are in the writing, uniformly; the others are anywhere before. */
function casesOf({ untilJournal = 0, writing = 0 }: Life): Case[] {
  const random = randomFrom(SEED);
  const first = (): Moment =>
    random() < 0.1 ? { after: "start", time: random() * untilJournal } : { after: "journal", time: random() * writing };
  const recovering = (): Moment => ({ after: "turn", time: random() * writing * 0.5 });
  return Array.from({ length: KILLS }, (_, index) => {
    const moments = [first()];
    while (moments.length < 3 && random() < 0.3) moments.push(recovering());
    return { moments, back: random() < 0.3, check: index % 3 === 0 };
  });
}

async function survive(scene: Scene, { moments, back, check }: Case): Promise<Phase[]> {
  const folder = changedInputs(scene);
  const phases: Phase[] = [];
  let tree: Tree = {};
  for (const moment of moments) {
    await lifeOf(folder, { moment });
    tree = treeOf(folder);
    const phase = phaseOf(tree, scene);
    expect({ moment, phase, torn: tornFiles(tree, scene) }).toEqual({ moment, phase, torn: [] });
    phases.push(phase);
  }
  if (check) await expectCheck(folder, tree, phases.at(-1) as Phase);
  if (back) setInputs(folder, scene.oldInputs);
  await succeed(folder);
  const wrong = differences(treeOf(folder), back ? scene.old : scene.next);
  expect({ moments, phases, back, wrong }).toEqual({ moments, phases, back, wrong: [] });
  removeFolder(folder);
  return phases;
}

/** `check` says what is the matter, and changes nothing. */
async function expectCheck(folder: string, tree: Tree, phase: Phase): Promise<void> {
  const { status, stdout, stderr } = await run(["check"], { cwd: folder });
  const isPending = ".b44-gen.journal.json" in tree;
  const isDone = !isPending && (phase === "ended" || phase === "tidying");
  expect({ status, said: (stdout + stderr).includes("B44-714"), phase }).toEqual({
    status: isDone ? 0 : 1,
    said: isPending,
    phase,
  });
  expect(treeOf(folder)).toEqual(tree);
}

/** The project as version 1 left it, with the inputs of version 2. */
function changedInputs(scene: Scene): string {
  const folder = newFolder();
  layOut(folder, scene.old);
  setInputs(folder, scene.nextInputs);
  return folder;
}
