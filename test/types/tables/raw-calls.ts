import type { Case } from "./case.js";

/** Raw calls as Base44's docs write them. The same lines are JavaScript too. */
export const PRELUDE = `import { base44 } from "../base44Client.js";`;

const contact = '{ pathParams: { contactId: "c" } }';
const call = "base44.integrations.custom.call";

export const rawCases: Case[] = [
  [
    "a right call has the declared result",
    `const result = await ${call}("my-crm", "get:/contacts", { queryParams: { limit: 3 } });
if (result.success) result.data[0]?.name.toUpperCase();
else if (result.status_code === 404) result.data.message.toUpperCase();`,
  ],
  [
    "a right call has nothing else",
    `const result = await ${call}("my-crm", "get:/contacts");
if (result.success) result.data[0]?.nick; // !`,
    "TS2339",
    /'nick'.*'Contact'/,
  ],
  ["no arguments where none are required", `(await ${call}("my-crm", "get:/contacts")).success;`],
  ["undefined where none are required", `(await ${call}("my-crm", "get:/contacts", undefined)).success;`],
  ["no arguments if there are no parameters", `(await ${call}("my-crm", "get:/status")).success;`],
  ["empty arguments if there are no parameters", `(await ${call}("my-crm", "get:/status", {})).success;`],
  ["a right payload", `(await ${call}("my-crm", "post:/contacts", { payload: { name: "n" } })).success;`],
  ["an array as payload", `(await ${call}("my-crm", "post:/imports", { payload: [{ a: 1 }] })).success;`],
  [
    "the spec's operationId",
    `(await ${call}("my-crm", "listContacts")).data;`,
    "TS2339",
    /NoSuchOperation<"my-crm", "listContacts">/,
  ],
  [
    "an operation in capitals",
    `(await ${call}("my-crm", "GET:/contacts")).data;`,
    "TS2339",
    /NoSuchOperation<"my-crm", "GET:\/contacts">/,
  ],
  [
    "a path with a value in it",
    `(await ${call}("my-crm", "get:/contacts/17")).data;`,
    "TS2339",
    /NoSuchOperation<"my-crm", "get:\/contacts\/17">/,
  ],
  [
    "an operation that cannot be carried",
    `(await ${call}("my-crm", "put:/contacts/{contactId}/photo", ${contact})).data;`,
    "TS2339",
    /NoSuchOperation</,
  ],
  [
    "a misspelt path parameter",
    `(await ${call}("my-crm", "get:/contacts/{contactId}", { pathParams: { id: "c" } })).data;`,
    "TS2339",
    /WrongArguments<"my-crm", "get:\/contacts\/{contactId}", Raw<GetContactArgs>>/,
  ],
  [
    "path parameters for a path without any",
    `(await ${call}("my-crm", "get:/contacts", { pathParams: { contactId: "c" } })).data;`,
    "TS2339",
    /WrongArguments<"my-crm", "get:\/contacts", Raw<ListContactsArgs>/,
  ],
  [
    "a path parameter as a number",
    `(await ${call}("my-crm", "get:/deals/{dealId}", { pathParams: { dealId: 3 } })).data;`,
    "TS2339",
    /WrongArguments<"my-crm", "get:\/deals\/{dealId}", Raw<GetDealArgs>>/,
  ],
  [
    "a path parameter as a string",
    `(await ${call}("my-crm", "get:/deals/{dealId}", { pathParams: { dealId: "3" } })).data;`,
  ],
  [
    "no required arguments",
    `(await ${call}("my-crm", "get:/deals/{dealId}")).data;`,
    "TS2339",
    /WrongArguments<"my-crm", "get:\/deals\/{dealId}"/,
  ],
  [
    "`body` for `payload`",
    `(await ${call}("my-crm", "post:/contacts", { body: { name: "n" } })).success;`,
    "TS2339",
    /'success'.*WrongArguments<"my-crm", "post:\/contacts", Raw<CreateContactArgs>>/,
  ],
  [
    "no property of the payload that exists",
    `(await ${call}("my-crm", "patch:/contacts/{contactId}", { pathParams: { contactId: "c" }, payload: { nick: "x" } })).success;`,
    "TS2339",
    /WrongArguments<"my-crm", "patch:\/contacts\/{contactId}"/,
  ],
  [
    "one more property in the payload, which may come from a wider object",
    `(await ${call}("my-crm", "post:/contacts", { payload: { name: "n", nick: "x" } })).success;`,
  ],
  [
    "a value of an enum",
    `(await ${call}("my-crm", "get:/deals", { queryParams: { sort: "amount", stage: ["won"] } })).success;`,
  ],
  [
    "no value of an enum",
    `(await ${call}("my-crm", "get:/deals", { queryParams: { sort: "size" } })).data;`,
    "TS2339",
    /WrongArguments</,
  ],
  [
    "a tuple",
    `(await ${call}("my-crm", "post:/contacts", { payload: { name: "n", address: { city: "c", country: "d", position: [1, 2] } } })).success;`,
  ],
  [
    "an unknown query parameter",
    `(await ${call}("my-crm", "get:/contacts", { queryParams: { size: 3 } })).data;`,
    "TS2339",
    /WrongArguments</,
  ],
  [
    "arguments for an operation without any",
    `(await ${call}("my-crm", "get:/status", { queryParams: { a: 1 } })).data;`,
    "TS2339",
    /WrongArguments<"my-crm", "get:\/status", Raw<NoArguments>>/,
  ],
  [
    "an object in place of an array",
    `(await ${call}("my-crm", "post:/imports", { payload: { a: 1 } })).data;`,
    "TS2339",
    /WrongArguments<"my-crm", "post:\/imports"/,
  ],
  [
    "an object in place of a string",
    `(await ${call}("my-crm", "post:/contacts", { payload: { name: { first: "n" } } })).data;`,
    "TS2339",
    /WrongArguments</,
  ],
  [
    "arguments made before, right",
    `const params = { queryParams: { limit: 3 } };
(await ${call}("my-crm", "get:/contacts", params)).success;`,
  ],
  [
    "arguments made before, in part",
    `const queryParams = { limit: 3 };
const result = await ${call}("my-crm", "get:/contacts", { queryParams });
if (result.success) result.data[0]?.nick; // !`,
    "TS2339",
    /'nick'.*'Contact'/,
  ],
  [
    "values of any type",
    `const limit = JSON.parse("3");
const result = await ${call}("my-crm", "get:/contacts", { queryParams: { limit } });
if (result.success) result.data[0]?.nick; // !`,
    "TS2339",
    /'nick'.*'Contact'/,
  ],
  [
    "arguments of any type",
    `const params = JSON.parse("{}");
const result = await ${call}("my-crm", "get:/contacts", params);
if (result.success) result.data[0]?.nick; // !`,
    "TS2339",
    /'nick'.*'Contact'/,
  ],
  [
    "arguments of any type where some are required",
    `(await ${call}("my-crm", "post:/contacts", JSON.parse("{}"))).success;`,
  ],
  [
    "null for a value of which nothing is said",
    `(await ${call}("my-crm", "post:/webhooks", { payload: { url: "u", secret: "s", context: null } })).success;`,
  ],
  [
    "a record of query parameters",
    `(await ${call}("my-crm", "get:/contacts", { queryParams: Object.fromEntries([["limit", JSON.parse("3")]]) })).success;`,
  ],
  [
    "an unknown path parameter beside the right one",
    `(await ${call}("my-crm", "get:/contacts/{contactId}", { pathParams: { contactId: "c", tag: "t" } })).success;`,
    "TS2339",
    /WrongArguments</,
  ],
  [
    "arguments made before, wrong",
    `const params = { pathParams: { id: "c" } };
(await ${call}("my-crm", "get:/contacts/{contactId}", params)).success; // !`,
    "TS2339",
    /WrongArguments</,
  ],
  [
    "taken apart",
    `const { data } = await ${call}("my-crm", "listContacts");`,
    "TS2339",
    /NoSuchOperation<"my-crm", "listContacts">/,
  ],
  ["in a then", `${call}("my-crm", "listContacts").then((result) => result.data);`, "TS2339", /NoSuchOperation</],
  ["an object as the operation", `await ${call}("my-crm", { operation: "get:/contacts" });`, "TS2769"],
  [
    "another slug stays as it was",
    `(await ${call}("other", "anything", { payload: { a: 1 }, pathParams: { b: "c" } })).data.whatever.it.is;`,
  ],
  [
    "another slug with a number as path parameter",
    `await ${call}("other", "get:/a/{b}", { pathParams: { b: 3 } });`,
    "TS2769",
  ],
  [
    "an operation that is not known before it runs stays as it was",
    `const operation = ["get:", "/contacts"].join("");
(await ${call}("my-crm", operation, { queryParams: { limit: 3 } })).data.whatever.it.is;`,
  ],
  [
    "an operation of two",
    `const operation = Math.random() > 0.5 ? "get:/contacts" : "get:/deals";
(await ${call}("my-crm", operation, { queryParams: { limit: 3 } })).success;`,
  ],
  ["the second API of an index", `(await ${call}("orders", "get:/orders")).success;`],
  [
    "the second API of an index, a wrong operation",
    `(await ${call}("orders", "get:/contacts")).data;`,
    "TS2339",
    /NoSuchOperation<"orders", "get:\/contacts">/,
  ],
  [
    "with the service role",
    `(await base44.asServiceRole.integrations.custom.call("my-crm", "listContacts")).data;`,
    "TS2339",
    /NoSuchOperation</,
  ],
];
