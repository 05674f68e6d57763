import { beforeEach, describe, expect, it, vi } from "vitest";
import { isSpecUnchanged, loadSpec } from "../../src/spec/load/index.js";
import { diagnosticOf, serve } from "../support/documents.js";
import { followFrom, resolverOf, specWith } from "./fetch-safety-support.js";

/** The only address that a test can listen at everywhere stands for a public one here. */
const PUBLIC = "127.0.0.1";

vi.mock("../../src/spec/load/fetch/private-host.js", async (original) => {
  const real = await original<typeof import("../../src/spec/load/fetch/private-host.js")>();
  return { isPrivateHost: (host: string) => host !== PUBLIC && real.isPrivateHost(host) };
});

let paths: string[];
let port: string;

beforeEach(async () => {
  paths = [];
  const origin = await serve((request, response) => {
    paths.push(`${request.headers.host?.replace(/:.*/, "")}${request.url}`);
    const [, target] = /^\/to\/(.*)/.exec(request.url ?? "") ?? [];
    response.setHeader("connection", "close");
    if (target) response.writeHead(302, { location: `http://${target}:${port}/spec` }).end();
    else response.end(specWith("b.json"));
  });
  port = new URL(origin).port;
});

describe("a name that resolves to a private address, for a public spec", () => {
  const inside: [what: string, address: string][] = [
    ["loopback", "127.0.0.2"],
    ["loopback, IPv6", "::1"],
    ["loopback in IPv6", "::ffff:127.0.0.2"],
    ["loopback in IPv6, in hexadecimal", "::ffff:7f00:2"],
    ["a home network", "192.168.1.1"],
    ["a company's network", "10.0.0.1"],
    ["a provider's network", "100.64.0.1"],
    ["a cloud's metadata", "169.254.169.254"],
    ["a cloud's metadata, IPv6", "fd00:ec2::254"],
    ["a cloud's own services", "168.63.129.16"],
    ["any address", "0.0.0.0"],
    ["link-local", "fe80::1"],
    ["link-local with its zone", "fe80::1%eth0"],
    ["IPv4 behind a translator", "64:ff9b::a00:1"],
    ["IPv4 in 6to4", "2002:a00:1::"],
    ["site-local", "fec0::1"],
  ];
  it.each(inside)("%s: no redirect is followed to it", async (_what, address) => {
    const { resolver } = resolverOf({ "a.test": [[PUBLIC]], "b.test": [[address]] });
    const found = await diagnosticOf(loadSpec(`http://a.test:${port}/to/b.test`, { cwd: "/", resolver }));
    expect([found.code, found.message]).toEqual(["B44-102", expect.stringContaining("private address")]);
    expect(paths).toEqual(["a.test/to/b.test"]);
  });

  it("resolves to another address after the spec was fetched", async () => {
    const { resolver } = resolverOf({ "a.test": [[PUBLIC], ["10.0.0.1"]] });
    const { read, failures } = await followFrom(`http://a.test:${port}/spec`, ["b.json"], { resolver });
    expect([read, paths]).toEqual([[], ["a.test/spec"]]);
    expect(failures).toMatchObject([{ code: "B44-110", message: expect.stringContaining("private address") }]);
  });

  it("can be an allowed host", async () => {
    const { resolver } = resolverOf({ "a.test": [[PUBLIC]], "b.test": [["10.0.0.1"]] });
    const options = { resolver, allowHosts: ["b.test"] };
    const { failures } = await followFrom(`http://a.test:${port}/spec`, [`http://b.test:${port}/b.json`], options);
    expect(failures).toMatchObject([{ code: "B44-110", message: expect.stringContaining("private address") }]);
    expect(paths).toEqual(["a.test/spec"]);
  });

  it("is checked when asking whether the spec changed", async () => {
    const { resolver } = resolverOf({ "a.test": [[PUBLIC]], "b.test": [["10.0.0.1"]] });
    const question = isSpecUnchanged(
      `http://a.test:${port}/to/b.test`,
      { url: `http://a.test:${port}/to/b.test`, etag: '"x"' },
      { cwd: "/", resolver },
    );
    expect((await diagnosticOf(question)).message).toContain("private address");
  });

  it("also resolves to public addresses: only these are used", async () => {
    const { resolver } = resolverOf({ "a.test": [["10.0.0.1", PUBLIC]] });
    await expect(loadSpec(`http://a.test:${port}/spec`, { cwd: "/", resolver })).resolves.toBeDefined();
  });
});

describe("names that may be followed", () => {
  it("public ones, each looked up when it is connected to", async () => {
    const { resolver, asked } = resolverOf({ "a.test": [[PUBLIC]], "b.test": [[PUBLIC]] });
    const { document } = await loadSpec(`http://a.test:${port}/to/b.test`, { cwd: "/", resolver });
    expect([document.uri, asked]).toEqual([`http://b.test:${port}/spec`, ["a.test", "b.test"]]);
  });

  it("a private one that the user named, and its references", async () => {
    const { resolver } = resolverOf({ "corp.test": [["127.0.0.1"]] });
    const { read } = await followFrom(`http://corp.test:${port}/spec`, ["b.json"], { resolver });
    expect(read).toEqual([`http://corp.test:${port}/b.json`]);
  });

  it("an unknown one is not private", async () => {
    const { resolver } = resolverOf({});
    const found = await diagnosticOf(loadSpec(`http://gone.test:${port}/spec`, { cwd: "/", resolver }));
    expect(found.message).toContain("its host does not exist");
  });
});
