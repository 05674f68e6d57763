// Loaded before b44-gen (`node --require`): makes the file system fail, or another program write, at a chosen call.
// FAULT is JSON: { folder, log, at, code?, kill?, call?, lasting?, edit?, platform? }. Calls that change something in `folder` are counted
// from 0; the names of all of them end up in `log`.
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");
const { join } = require("node:path");

const { folder, log, at, code, kill, call, lasting, edit, platform } = JSON.parse(process.env.FAULT);
const original = { ...fs };
const calls = [];
if (platform) Object.defineProperty(process, "platform", { value: platform });

function isInside(path) {
  return typeof path === "string" && (path === folder || path.startsWith(`${folder}/`));
}

/** Counts a call, and throws in its place where it is the one. */
function pass(name, path, index = calls.length) {
  calls.push(name);
  if (edit && index === at) original.writeFileSync(join(folder, edit.path), edit.text);
  if (!(code || kill) || (call && call !== name)) return;
  const counted = call ? calls.filter((one) => one === name).length - 1 : index;
  const isNow = counted === at;
  if (kill && isNow && name !== "write") process.kill(process.pid, "SIGKILL");
  if (isNow || (lasting && counted > at)) {
    throw Object.assign(new Error(`${code}: injected, ${name} '${path}'`), { code, errno: -1, syscall: name, path });
  }
}

function writes(flags) {
  return typeof flags === "string" && /[wax+]/.test(flags);
}

const simple = ["writeFile", "rename", "link", "mkdir", "unlink", "rm", "rmdir", "copyFile", "chmod"];
for (const name of simple) {
  const promised = fs.promises[name];
  fs.promises[name] = async (path, ...rest) => {
    if (isInside(path)) pass(name, path);
    return promised.call(fs.promises, path, ...rest);
  };
  const direct = fs[`${name}Sync`];
  fs[`${name}Sync`] = (path, ...rest) => {
    if (isInside(path)) pass(name, path);
    return direct(path, ...rest);
  };
}

/** The files of the handles that are open for writing, by descriptor. */
const handles = new Map();
const { open } = fs.promises;
fs.promises.open = async (path, flags, ...rest) => {
  if (isInside(path) && writes(flags)) pass("open", path);
  const handle = await open.call(fs.promises, path, flags, ...rest);
  handles.delete(handle.fd);
  if (!isInside(path)) return handle;
  if (writes(flags)) handles.set(handle.fd, path);
  const own = handle.writeFile;
  handle.writeFile = async (...values) => {
    // What a full disk leaves: a part.
    if (code || kill) await halfOf(own, handle, values, path);
    else pass("write", path);
    return own.apply(handle, values);
  };
  return handle;
};

fs.fsync = (descriptor, done) => {
  try {
    if (handles.has(descriptor)) pass("sync", handles.get(descriptor));
  } catch (error) {
    return done(error);
  }
  return original.fsync(descriptor, done);
};

async function halfOf(own, handle, [content, ...rest], path) {
  try {
    pass("write", path);
  } catch (error) {
    await own.call(handle, content.slice(0, content.length / 2), ...rest);
    if (kill) process.kill(process.pid, "SIGKILL");
    throw error;
  }
}

const opened = new Set();
fs.openSync = (path, flags, ...rest) => {
  const isOurs = isInside(path) && writes(flags);
  if (isOurs) pass("open", path);
  const handle = original.openSync(path, flags, ...rest);
  if (isOurs) opened.add(handle);
  return handle;
};
fs.writeSync = (handle, ...rest) => {
  if (opened.has(handle)) passOrDie();
  return original.writeSync(handle, ...rest);
};

function passOrDie() {
  try {
    pass("write", "");
  } catch (error) {
    if (kill) process.kill(process.pid, "SIGKILL");
    throw error;
  }
}

syncBuiltinESMExports();
process.on("exit", () => original.writeFileSync(log, JSON.stringify(calls)));
