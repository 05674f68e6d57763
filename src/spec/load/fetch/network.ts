import type { Agent, AgentOptions } from "node:http";
import type { LookupFunction } from "node:net";
import { getOrInsert } from "../../../collections/index.js";
import type { SourceDocument } from "../../model.js";
import { isPrivateHost } from "./private-host.js";

/** An address of a host; `family` is 4 or 6. */
interface Address {
  address: string;
  family: number;
}

/** Looks up all addresses of a host, like `dns.lookup`. The type is public, so it must not depend on Node's types. */
export type Resolver = (
  hostname: string,
  options: { family?: number | "IPv4" | "IPv6" | undefined; hints?: number | undefined; all: true },
  callback: (error: Error | null, addresses: Address[]) => void,
) => void;

/** Thrown for a host with only private addresses, if the spec comes from a public one. */
class PrivateAddressError extends Error {
  readonly code = "PRIVATE_ADDRESS";
}

/** An option of Node 24: uses the proxies of the environment if `NODE_USE_ENV_PROXY` asks for that. */
interface ProxyOptions extends AgentOptions {
  proxyEnv?: NodeJS.ProcessEnv;
}

/**
 * Decides which addresses a spec may make b44-gen connect to. It checks them when a connection is made, because a name
 * may resolve to another address by then (DNS rebinding). The network of a root document learns: the first host is the
 * user's choice, private or not; after a public host, private addresses are refused (docs/decisions/0015-limits.md).
 * Node's network modules are loaded for the first connection, because most runs make none.
 */
export class Network {
  readonly #resolver: Resolver | undefined;
  readonly #learns: boolean;
  readonly #agents = new Map<string, Agent>();
  #publicOnly: boolean;

  constructor({ resolver, publicOnly }: { resolver?: Resolver | undefined; publicOnly?: boolean }) {
    this.#resolver = resolver;
    this.#learns = publicOnly === undefined;
    this.#publicOnly = publicOnly ?? false;
  }

  /**
   * Returns the network for the documents that a root document refers to: it does not learn, and keeps connections for
   * the next document.
   */
  ofReferences(): Network {
    return new Network({ resolver: this.#resolver, publicOnly: this.#publicOnly });
  }

  /**
   * Returns the options for `get` of `node:http` or `node:https` to connect for `url`. Connections belong to one
   * network, so none is reused that another network would not have made.
   * @throws PrivateAddressError for a private address that is written as such.
   */
  connection(url: URL): object {
    const host = url.hostname.replace(/^\[|\]$/g, "");
    const family = process.getBuiltinModule("node:net").isIP(host);
    if (family !== 0) this.#admit(host, [{ address: host, family }]);
    return { agent: this.#agent(url.protocol === "https:" ? "node:https" : "node:http"), lookup: this.#lookup };
  }

  #agent(module: "node:http" | "node:https"): Agent {
    return getOrInsert(this.#agents, module, () => {
      const proxied = process.env.NODE_USE_ENV_PROXY === "1" ? { proxyEnv: process.env } : {};
      const options: ProxyOptions = { keepAlive: !this.#learns, maxSockets: 8, ...proxied };
      return new (process.getBuiltinModule(module).Agent)(options);
    });
  }

  readonly #lookup: LookupFunction = (hostname, options, callback) => {
    const resolver: Resolver = this.#resolver ?? process.getBuiltinModule("node:dns").lookup;
    resolver(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      try {
        const admitted = this.#admit(hostname, found);
        if (options.all) callback(null, admitted);
        else callback(null, admitted[0]?.address ?? "", admitted[0]?.family);
      } catch (refusal) {
        callback(refusal as PrivateAddressError, []);
      }
    });
  };

  /** Returns the addresses that may be connected to. A host that has public addresses counts as public. */
  #admit(host: string, addresses: Address[]): Address[] {
    const open = addresses.filter(({ address }) => !isPrivateHost(address));
    if (open.length > 0) {
      if (this.#learns) this.#publicOnly = true;
      return open;
    }
    if (this.#publicOnly) throw new PrivateAddressError(host);
    return addresses;
  }
}

const networks = new WeakMap<SourceDocument, Network>();

/** Remembers the network over which a root document was loaded. */
export function rememberNetwork(document: SourceDocument, network: Network): void {
  networks.set(document, network.ofReferences());
}

/**
 * Returns the network for the documents that a root document refers to. If the root document is not from the network,
 * private addresses are not refused here.
 */
export function networkOf(root: SourceDocument): Network {
  return getOrInsert(networks, root, () => new Network({ publicOnly: false }));
}
