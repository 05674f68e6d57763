import { text } from "node:stream/consumers";
import openapiTS, { astToString } from "openapi-typescript";

/**
 * Runs openapi-typescript as it is over documents: a JSON list of documents from standard input, a list of
 * declaration files to standard output, null where it refuses a document. A process of its own, because the tests
 * themselves run with b44-gen's stand-ins for what it imports.
 */
const documents = JSON.parse(await text(process.stdin));
const outputs = [];
for (const document of documents) {
  try {
    outputs.push(astToString(await openapiTS(document, { silent: true })));
  } catch {
    outputs.push(null);
  }
}
process.stdout.write(JSON.stringify(outputs));
