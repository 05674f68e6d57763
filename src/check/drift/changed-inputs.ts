import { contentHash } from "../../files/index.js";
import type { InputDocument, Lock } from "../../project/index.js";

/** An input of a run that differs from the lock. */
interface ChangedInput {
  /** Relative to the lock's folder; undefined if the input is not a file. */
  path?: string;
  /** A sentence without the full stop. */
  what: string;
}

/**
 * Lists what changed since the last run: config, specs, selections and settings. `shown` returns the name of a file of
 * the lock for messages.
 */
export function changedInputs(before: Lock, after: Lock, shown: (path: string) => string): ChangedInput[] {
  const config = changedFiles(before.config?.inputs ?? [], after.config?.inputs ?? [], shown);
  const documents = (lock: Lock) => Object.values(lock.apis).flatMap((api) => api.documents);
  const changes = [
    ...config,
    ...changedFiles(
      [...(before.documents ?? []), ...documents(before)],
      [...(after.documents ?? []), ...documents(after)],
      shown,
    ),
    ...changedApis(before, after),
    ...changedSettings(before.settings, after.settings, { isConfigSame: config.length === 0 }),
  ];
  return [...new Map(changes.map((change) => [change.what, change])).values()];
}

/** The hash of empty content. The lock also has it for a file that could not be read. */
const NOTHING = contentHash("");

function changedFiles(
  before: readonly InputDocument[],
  after: readonly InputDocument[],
  shown: (path: string) => string,
): ChangedInput[] {
  const hashes = new Map(before.map(({ path, hash }) => [path, hash]));
  const names = new Set(after.map(({ path }) => path));
  const changed = after.flatMap(({ path, hash }): ChangedInput[] => {
    const locked = hashes.get(path);
    if (locked === hash) return [];
    const file = shown(path);
    if (hash === NOTHING) return [{ path, what: `${file} is missing or empty` }];
    return [
      {
        path,
        what:
          locked === undefined
            ? `${file} was not read when b44-gen last ran`
            : `${file} changed since b44-gen last ran`,
      },
    ];
  });
  const gone = before.filter(({ path }) => !names.has(path));
  return [...changed, ...gone.map(({ path }) => ({ what: `${shown(path)} is no longer read` }))];
}

function changedApis(before: Lock, after: Lock): ChangedInput[] {
  const path = after.config?.path;
  const added = Object.keys(after.apis).filter((name) => !Object.hasOwn(before.apis, name));
  const removed = Object.keys(before.apis).filter((name) => !Object.hasOwn(after.apis, name));
  const named = (names: string[], verb: string) => names.map((name) => ({ path, what: `The API ${name} ${verb}` }));
  return [...named(added, "was added"), ...named(removed, "was removed")];
}

/**
 * The changed settings. Functions and connectors in the config are among them, unless the config file itself changed,
 * which explains them.
 */
function changedSettings(
  before: Lock["settings"],
  after: Lock["settings"],
  { isConfigSame }: { isConfigSame: boolean },
): ChangedInput[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    before[key] === after[key] || (key === "backend" && !isConfigSame)
      ? []
      : [{ what: SETTINGS[key] ?? `The setting ${key} changed since b44-gen last ran` }],
  );
}

const SETTINGS: Record<string, string> = {
  language: "The language of the app changed since b44-gen last ran",
  client: "The module of the app's Base44 client changed since b44-gen last ran",
  options: "b44-gen last ran with other options than this check",
  all: "b44-gen last ran with --all, but this check did not",
  backend: "The app's functions, connectors or their folders changed since b44-gen last ran",
};
