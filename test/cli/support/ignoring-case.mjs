// Loaded before b44-gen (`node --import`): below the working folder, a file system that ignores case, on one that does
// not, and that numbers a file anew for each spelling of its path.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { basename, dirname, join, relative } from "node:path";

const root = process.cwd();
const { readdirSync } = fs;

/** The path as it is on disk; names that are not there stay as they are. */
function here(file) {
  if (typeof file !== "string" || !file.startsWith(`${root}/`)) return file;
  return relative(root, file).split("/").reduce(spelled, root);
}

function spelled(folder, name) {
  let names = [];
  try {
    names = readdirSync(folder);
  } catch {}
  const alike = names.includes(name) ? name : names.find((one) => one.toLowerCase() === name.toLowerCase());
  return join(folder, alike ?? name);
}

/** Two paths, of which the second may be a new spelling of the first. */
function bothHere([from, to, ...rest]) {
  const isRespelled = here(from) === here(to);
  return [here(from), isRespelled ? join(here(dirname(to)), basename(to)) : here(to), ...rest];
}

for (const functions of [fs, fs.promises]) {
  for (const [name, original] of Object.entries(functions)) {
    if (typeof original !== "function" || !/^[a-z]/.test(name)) continue;
    const mapped = /^(?:rename|link)(?:Sync)?$/.test(name)
      ? (...values) => original(...bothHere(values))
      : (file, ...rest) => original(here(file), ...rest);
    functions[name] = Object.assign(mapped, original);
  }
}

const { stat } = fs.promises;
fs.promises.stat = async (file, options) => {
  const stats = await stat(file, options);
  const number = Buffer.from(String(file)).reduce((sum, byte) => sum + byte, 0);
  return Object.assign(stats, { ino: options?.bigint ? BigInt(number) : number });
};
syncBuiltinESMExports();
