import { getOrInsert } from "../../../collections/index.js";
import type { SourceDocument } from "../../model.js";
import { Network } from "./network.js";

const networks = new WeakMap<SourceDocument, Network>();

/** Remembers by which network a root document came. */
export function rememberNetwork(document: SourceDocument, network: Network): void {
  networks.set(document, network.ofReferences());
}

/**
 * The network for what a root document refers to. A document that no network brought may lead anywhere it is allowed
 * to.
 */
export function networkOf(root: SourceDocument): Network {
  return getOrInsert(networks, root, () => new Network({ publicOnly: false }));
}
