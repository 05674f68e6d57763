import type { BlockList } from "node:net";
import { withoutEnd } from "../../without-ends.js";

/**
 * Returns the address blocks that are not reachable from the public internet (RFC 6890), and those whose addresses
 * embed another address.
 */
function blocks(): BlockList {
  if (made) return made;
  made = new (process.getBuiltinModule("node:net").BlockList)();
  for (const [address, prefix] of ipv4) made.addSubnet(address, prefix, "ipv4");
  for (const [address, prefix] of ipv6) made.addSubnet(address, prefix, "ipv6");
  return made;
}

let made: BlockList | undefined;
const ipv4: [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  // A cloud provider's services for its own machines, at a public address.
  ["168.63.129.16", 32],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
];
const ipv6: [string, number][] = [
  ["::", 96],
  ["::ffff:0:0:0", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
];

/**
 * Whether a host is one that only this machine or a local network can reach: a private, link-local or loopback address,
 * or a name without a public domain. Names are not looked up: `Network` checks the addresses that they resolve to.
 */
export function isPrivateHost(hostname: string): boolean {
  const host = withoutEnd(hostname.toLowerCase().replace(/^\[|\]$/g, ""), ".");
  const version = process.getBuiltinModule("node:net").isIP(host);
  if (version !== 0) return blocks().check(host, version === 4 ? "ipv4" : "ipv6");
  return !host.includes(".") || /\.(?:localhost|local|internal|intranet|lan|home\.arpa)$/.test(host);
}
