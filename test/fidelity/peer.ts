import { execFile } from "node:child_process";
import { join } from "node:path";

/**
 * What openapi-typescript makes of documents, to compare with; undefined for those that it refuses. It reads no
 * Swagger 2.0. Where one of several ends its process, each is tried by itself.
 */
export async function peerTypes(documents: readonly object[]): Promise<(string | undefined)[]> {
  const outputs = await run(documents);
  if (outputs || documents.length === 1) return outputs ?? [undefined];
  const each: (string | undefined)[] = [];
  for (const document of documents) each.push(...(await peerTypes([document])));
  return each;
}

function run(documents: readonly object[]): Promise<(string | undefined)[] | undefined> {
  return new Promise((resolve) => {
    const options = { maxBuffer: 1 << 30 };
    const child = execFile(process.execPath, [join(import.meta.dirname, "peer.mjs")], options, (error, stdout) => {
      if (error) resolve(undefined);
      else resolve((JSON.parse(stdout) as (string | null)[]).map((text) => text ?? undefined));
    });
    // A process that ended does not read on; how it ended is said above.
    child.stdin?.on("error", () => {});
    child.stdin?.end(JSON.stringify(documents));
  });
}
