// Loaded before b44-gen (`node --import`): the paths, URLs and files of Windows on another system. C:\x is /x.
import fs from "node:fs";
import module, { register, syncBuiltinESMExports } from "node:module";
import path from "node:path";
import url from "node:url";

const standIns = {
  path: path.win32,
  url: {
    ...url,
    pathToFileURL: (file) => url.pathToFileURL(file, { windows: true }),
    fileURLToPath: (address) => url.fileURLToPath(address, { windows: true }),
  },
};
globalThis.windowsModules = standIns;

const namesOf = (value) => Object.keys(value).filter((name) => /^[a-z]\w*$/i.test(name));
const sourceOf = (name) =>
  [
    `const module = globalThis.windowsModules.${name};`,
    "export default module;",
    `export const { ${namesOf(standIns[name]).join(", ")} } = module;`,
  ].join("\n");
const addresses = Object.fromEntries(
  Object.keys(standIns).map((name) => [name, `data:text/javascript,${encodeURIComponent(sourceOf(name))}`]),
);
const hooks = `
  const addresses = ${JSON.stringify(addresses)};
  export const resolve = (name, context, next) => {
    const address = addresses[name.replace(/^node:/, "")];
    return address ? { url: address, shortCircuit: true } : next(name, context);
  };`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

const { _load: load, createRequire } = module;
module._load = (name, ...rest) => standIns[name.replace(/^node:/, "")] ?? load(name, ...rest);
module.createRequire = (from) => createRequire(here(from));

/** Where a path of Windows is on this system. What is none stays as it is. */
function here(file) {
  if (file instanceof URL) return /^\/[a-z]:/i.test(file.pathname) ? here(standIns.url.fileURLToPath(file)) : file;
  if (typeof file !== "string" || file.startsWith("/")) return file;
  return file.replace(/^[a-z]:(?=[\\/])/i, "").replaceAll("\\", "/");
}

function there(file) {
  return `C:${file.replaceAll("/", "\\")}`;
}

const TWO_PATHS = /^(?:rename|link|symlink|copyFile|cp)(?:Sync)?$/;
const GIVES_PATH = /^(?:realpath|mkdtemp)(?:Sync)?$/;

for (const functions of [fs, fs.promises]) {
  for (const [name, original] of Object.entries(functions)) {
    if (typeof original !== "function" || !/^[a-z]/.test(name)) continue;
    const mapped =
      (call) =>
      (...values) => {
        const count = TWO_PATHS.test(name) ? 2 : 1;
        const result = call(...values.map((value, index) => (index < count ? here(value) : value)));
        // Node's own modules name files as this system does, and want them named so.
        const isTheirs = GIVES_PATH.test(name) && String(values[0]).includes("\\");
        if (!isTheirs || result === undefined) return result;
        return result instanceof Promise ? result.then(there) : there(result);
      };
    functions[name] = Object.assign(mapped(original), original);
    if (original.native) functions[name].native = mapped(original.native);
  }
}

const { cwd } = process;
process.cwd = () => there(cwd());
Object.defineProperty(process, "platform", { value: "win32" });
syncBuiltinESMExports();
