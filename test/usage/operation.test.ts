import { describe, expect, test } from "vitest";
import { readOperation } from "../../src/check/usage/operation-text.js";
import { knownApis } from "./support.js";

const [crm] = knownApis("/app/generated");

/** The reading in a line: its kind, what is meant with `!` where that is certain, and why. */
function reading(text: string, isKnown: boolean): string {
  const read = readOperation(text, isKnown ? crm : undefined);
  if (read.kind === "right") return `right ${read.known?.name ?? "?"}`;
  const isCertain = read.kind !== "unknown" && read.isCertain;
  return `${read.kind} ${read.meant?.name ?? "?"}${isCertain ? "!" : ""}${read.kind === "form" ? `: ${read.why}` : ""}`;
}

describe("the string of an operation", () => {
  test.each<[string, string]>([
    ["get:/contacts", "right listContacts"],
    ["listContacts", "operationId listContacts!"],
    ["listcontact", "operationId listContacts"],
    ["somethingElse", "operationId ?"],
    ["GET:/contacts", "form listContacts!: has an upper-case method"],
    ["get/contacts", "form listContacts!: has no colon between method and path"],
    ["GET /contacts", "form listContacts!: has no colon between method and path"],
    ["get: /contacts", "form listContacts!: contains a space"],
    ["GET:/contacts/12", "form getContact: has an upper-case method"],
    ["GET:/elsewhere", "form ?: has an upper-case method"],
    ["/deals", "form listDeals: has no method"],
    ["/contacts", "form ?: has no method"],
    ["https://crm.example.com/contacts", "form ?: does not start with a method and a path"],
    ["list all contacts", "form ?: has no path"],
    ["get:/contacts?limit=1", "form listContacts: contains a query string"],
    ["get:/contacts/12?x=1", "form getContact: contains a query string"],
    ["get:/contacts/12", "form getContact: contains a value in place of a path parameter"],
    ["get:/contacts/:id", "form getContact: contains a value in place of a path parameter"],
    ["get:/contacts/65f1c2d3a4b5c6d7e8f90a1b", "form getContact: contains a value in place of a path parameter"],
    ["get:/contacts/search", "unknown ?"],
    ["get:/contacts/{id}", "unknown getContact"],
    ["get:/contact", "unknown listContacts"],
    ["delete:/contacts", "unknown ?"],
    ["post:/contacts/{contactId}", "unknown ?"],
  ])("%s", (text, want) => {
    expect(reading(text, true)).toBe(want);
  });

  test.each<[string, string]>([
    ["get:/anything/12", "right ?"],
    ["anyOperation", "operationId ?"],
    ["POST:/anything", "form ?: has an upper-case method"],
    ["get:/anything?x=1", "form ?: contains a query string"],
  ])("of an integration that is not known: %s", (text, want) => {
    expect(reading(text, false)).toBe(want);
  });
});
