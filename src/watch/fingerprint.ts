import { stat } from "node:fs/promises";

/**
 * What the file system says of files, as one text: two equal texts mean that none of the files was written, replaced,
 * removed or made in between. Never rejects.
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

/** What {@link changedSince} is asked. */
interface ChangeQuestion {
  files: Iterable<string>;
  /** Milliseconds since 1970. */
  since: number;
  /** The answer for a file that is not there. */
  missing: boolean;
}

/** True where one of the files was written, replaced or moved to its place after a time. */
export async function changedSince({ files, since, missing }: ChangeQuestion): Promise<boolean> {
  const answers = await Promise.all(
    [...files].map((file) =>
      stat(file).then(
        // A file knows parts of a millisecond, and `Date.now()` does not.
        ({ ctimeMs }) => ctimeMs >= since + 1,
        () => missing,
      ),
    ),
  );
  return answers.includes(true);
}
