import { crawl } from "./crawl.js";
import {
  type DocumentReference,
  type LoadedReferences,
  ReferenceLoader,
  type ReferenceOptions,
} from "./reference-loader.js";

/**
 * The resolve stage: reads every document that the references name, and those that these refer to in turn, as far as
 * {@link ReadPolicy} allows. Whether a failure matters depends on whether a selected operation reaches the reference. Called again
 * for the same root document, it goes on with what was read and what is left of the limits.
 * @throws DiagnosticError B44-111 where documents cost too much together: which are read would depend on chance.
 */
export async function loadReferences(
  references: DocumentReference[],
  options: ReferenceOptions,
): Promise<LoadedReferences> {
  const loader = new ReferenceLoader(options);
  const uris = loader.follow(references);
  const { budget } = loader.reading;
  if (uris.length > 0) await budget.during(() => crawl(uris, (uri) => loader.load(uri)));
  if (budget.spent) throw budget.spent;
  return loader.result();
}

/**
 * The URIs of the documents that the references lead to which must not be read or are not there, as
 * {@link LoadedReferences.absent}. Reads nothing.
 */
export async function absentDocuments(
  references: DocumentReference[],
  options: ReferenceOptions,
): Promise<ReadonlySet<string>> {
  const loader = new ReferenceLoader(options);
  await Promise.all(loader.follow(references).map((uri) => loader.look(uri)));
  return loader.result().absent;
}
