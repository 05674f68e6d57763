import { API_NAME } from "../schema.js";
import type { Fault } from "./faults.js";

/** Faults of the names under `apis`. Names that differ in case only would be one file on Windows and macOS. */
export function nameFaults(names: string[]): Fault[] {
  const seen = new Map<string, string>();
  return names.flatMap((name): Fault[] => {
    const path = ["apis", name];
    if (!API_NAME.test(name)) {
      const shown = JSON.stringify(name).slice(1, -1);
      const why =
        name.length > 64
          ? "it has more than 64 characters"
          : "it must begin with a letter or digit and hold only letters, digits, `-` and `_`";
      return [{ code: "B44-505", path, message: `\`${shown}\` cannot be the name of an API: ${why}.` }];
    }
    const other = seen.get(name.toLowerCase());
    seen.set(name.toLowerCase(), name);
    if (other === undefined) return [];
    const message = `The APIs \`${other}\` and \`${name}\` have the same name but for upper and lower case.`;
    return [{ code: "B44-504", path, message, help: "Give each API a name of its own." }];
  });
}
