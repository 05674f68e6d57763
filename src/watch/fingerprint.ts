import { stat } from "node:fs/promises";

/**
 * Returns the state of files in the file system as a string. If two are equal, none of the files was written, replaced,
 * removed or created in between. Never rejects.
 */
export async function fingerprint(files: Iterable<string>): Promise<string> {
  const parts = await Promise.all([...new Set(files)].sort().map(async (file) => `${file}\n${await stateOf(file)}`));
  return parts.join("\n");
}

async function stateOf(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return "missing";
  }
}

/** The input of {@link changedSince}. */
interface ChangeQuestion {
  files: Iterable<string>;
  /** Milliseconds since 1970. */
  since: number;
  /** The result for a file that does not exist. */
  missing: boolean;
}

/** True if one of the files was written, replaced or moved to its path after a time. */
export async function changedSince({ files, since, missing }: ChangeQuestion): Promise<boolean> {
  const results = await Promise.all(
    [...files].map((file) =>
      stat(file).then(
        // File times have fractions of a millisecond, `Date.now()` does not.
        ({ ctimeMs }) => ctimeMs >= since + 1,
        () => missing,
      ),
    ),
  );
  return results.includes(true);
}
