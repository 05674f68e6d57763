import type { Case } from "./case.js";

/** What stands in scope of every case. */
export const PRELUDE = `import { createClient, createClientFromRequest } from "@base44/sdk"; import * as crm from "../crm/my-crm.js"; import { createMyCrm, myCrm } from "../crm/index.js"; import * as thrown from "../crm-throws/crm-throws.js"; import * as rest from "../rest/index.js"; const base44 = createClient({ appId: "app" }); type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false; declare const error: unknown; export { base44, createClientFromRequest, createMyCrm, crm, error, myCrm, rest, thrown, type Same };`;

/** Since TypeScript 7 an argument without a required property is said to be just that. */
const MISSING = "TS2345 or TS2741";

const contactId = "{ pathParams: { contactId: 'c' } }";

export const argumentCases: Case[] = [
  ["none if nothing is required", "crm.listContacts(base44);"],
  ["empty ones if nothing is required", "crm.listContacts(base44, {});"],
  ["an empty group if nothing is required", "crm.listContacts(base44, { queryParams: {} });"],
  ["none if the body is optional", "crm.importRecords(base44);"],
  ["none if there are no parameters", "crm.getStatus(base44);"],
  ["some if there are no parameters", "crm.getStatus(base44, {});", "TS2554"],
  ["all of them", "crm.listContacts(base44, { queryParams: { limit: 3, tag: ['a'], created: { after: 'x' } } });"],
  ["a path parameter that is a number", "crm.getDeal(base44, { pathParams: { dealId: 3 } });"],
  ["none if a path parameter is required", "crm.getContact(base44);", "TS2554"],
  ["empty ones if a path parameter is required", "crm.getContact(base44, {});", MISSING, /pathParams/],
  ["no path parameter in the group", "crm.getContact(base44, { pathParams: {} });", "TS2741", /contactId/],
  ["a path parameter of another type", "crm.getContact(base44, { pathParams: { contactId: 3 } });", "TS2322"],
  ["an unknown path parameter", "crm.getContact(base44, { pathParams: { contactId: 'c', id: 3 } });", "TS2353", /'id'/],
  ["an unknown group", "crm.listContacts(base44, { query: { limit: 3 } });", "TS2353", /'query'/],
  ["a misspelt group", "crm.listContacts(base44, { queryParam: { limit: 3 } });", "TS2561", /queryParams/],
  ["an unknown query parameter", "crm.listContacts(base44, { queryParams: { size: 3 } });", "TS2353", /'size'/],
  ["a query parameter of another type", "crm.listContacts(base44, { queryParams: { limit: '3' } });", "TS2322"],
  ["one value in place of an array", "crm.listContacts(base44, { queryParams: { tag: 'a' } });", "TS2322"],
  ["a value that the enum does not have", "crm.listDeals(base44, { queryParams: { stage: ['old'] } });", "TS2322"],
  ["no required query parameter", "crm.searchContacts(base44, { queryParams: {} });", "TS2741", /'q'/],
  ["null", "crm.listContacts(base44, null);", "TS2345"],
  ["a header", "crm.createDeal(base44, { headers: {}, payload: { title: 't', amount: { value: '1' } } });", "TS2353"],
];

export const payloadCases: Case[] = [
  ["what is required", "crm.createContact(base44, { payload: { name: 'n' } });"],
  ["null if that is allowed", "crm.createContact(base44, { payload: { name: 'n', email: null, address: null } });"],
  ["null if that is not allowed", "crm.createContact(base44, { payload: { name: null } });", "TS2322"],
  ["none if one is required", "crm.createContact(base44, {});", MISSING, /payload/],
  ["`body` for `payload`", "crm.createContact(base44, { body: { name: 'n' } });", "TS2353", /'body'/],
  ["no required property", "crm.createContact(base44, { payload: {} });", "TS2741", /'name'/],
  ["an unknown property", "crm.createContact(base44, { payload: { name: 'n', nick: 'x' } });", "TS2353", /'nick'/],
  [
    "an unknown property below",
    "crm.createDeal(base44, { payload: { title: 't', amount: { value: '1', cents: 2 } } });",
    "TS2353",
  ],
  [
    "a value that the enum does not have",
    "crm.createContact(base44, { payload: { name: 'n', kind: 'dog' } });",
    "TS2322",
  ],
  ["a property with a default, left out", "crm.inviteUser(base44, { payload: { email: 'e', password: 'p' } });"],
  ["a readOnly property", "crm.createContact(base44, { payload: { name: 'n', id: 'i' } });", "TS2353", /'id'/],
  [
    "a readOnly property that a $ref gives",
    "crm.createDeal(base44, { payload: { title: 't', amount: { value: '1' }, contact: { name: 'n' } } });",
    "TS2353",
    /'contact'/,
  ],
  ["no writeOnly property", "crm.inviteUser(base44, { payload: { email: 'e' } });", "TS2741", /'password'/],
  [
    "additional properties beside named ones",
    "crm.createContact(base44, { payload: { name: 'n', custom: { source: 's', score: 1, other: 'o' } } });",
  ],
  [
    "an additional property of another type",
    "crm.createContact(base44, { payload: { name: 'n', custom: { source: 's', other: true } } });",
    "TS2322",
  ],
  [
    "a member of a oneOf",
    `crm.addActivity(base44, { pathParams: { contactId: 'c' }, payload: { kind: 'call', at: 'now', seconds: 3 } });`,
  ],
  [
    "a property of another member of a oneOf",
    `crm.addActivity(base44, { pathParams: { contactId: 'c' }, payload: { kind: 'call', at: 'now', seconds: 3, subject: 's' } });`,
    "TS2353",
  ],
  [
    "a kind that the oneOf does not have",
    `crm.addActivity(base44, { pathParams: { contactId: 'c' }, payload: { kind: 'fax', at: 'now', seconds: 3 } });`,
    "TS2322",
  ],
  ["an array", "crm.importRecords(base44, { payload: [{ a: 1, b: null, c: true }] });"],
  ["one item in place of an array", "crm.importRecords(base44, { payload: { a: 1 } });", "TS2353"],
];

export const resultCases: Case[] = [
  ["nothing is known before `success` is looked at", "(await crm.listContacts(base44)).data[0];", "TS2571"],
  [
    "a spec with nothing but 200 and 404",
    `const result = await crm.listContacts(base44, { queryParams: { limit: 10 } });
if (result.success) result.data[0]?.name satisfies string | undefined;
else if (result.status_code === 404) result.data.message satisfies string;
else result.data satisfies unknown;`,
  ],
  [
    "the body of a status is not that of the others",
    `const result = await crm.listContacts(base44);
if (!result.success) result.data.message; // !`,
    "TS18046",
  ],
  [
    "an undeclared status",
    `const result = await crm.listContacts(base44);
if (!result.success && result.status_code === 500) true satisfies Same<typeof result.data, unknown>;`,
  ],
  [
    "a status that does not exist",
    `const result = await crm.listContacts(base44);
if (result.status_code === 999) throw result; // !`,
    "TS2367",
  ],
  [
    "a status of success that the spec does not declare",
    `const result = await crm.listContacts(base44);
if (result.status_code === 201) throw result; // !`,
    "TS2367",
  ],
  [
    "by status code alone",
    `const result = await crm.getContact(base44, ${contactId});
if (result.status_code === 200) true satisfies Same<typeof result.data, crm.Contact>;`,
  ],
  [
    "a status beside a range and `default`",
    `const result = await crm.getContact(base44, ${contactId});
if (result.status_code === 404) true satisfies Same<typeof result.data, crm.ErrorSchema>;`,
  ],
  [
    "a range",
    `const result = await crm.getContact(base44, ${contactId});
if (result.status_code === 403 || result.status_code === 429) true satisfies Same<typeof result.data, crm.Refusal>;`,
  ],
  [
    "`default`",
    `const result = await crm.getContact(base44, ${contactId});
if (result.status_code === 500) true satisfies Same<typeof result.data, crm.Failure>;
if (result.status_code === 302) true satisfies Same<typeof result.data, crm.Failure>;`,
  ],
  [
    "`default` for all failures",
    `const result = await crm.listDeals(base44);
if (!result.success) result.data.message satisfies string;`,
  ],
  [
    "a switch over all that there is",
    `const result = await crm.getContact(base44, ${contactId});
function name(): string {
  switch (result.status_code) {
    case 200: return result.data.name;
    case 404: return result.data.message;
    case 429: return result.data.reason;
    default: return result.success ? result.data : JSON.stringify(result.data); // !
  }
}
export { name };`,
    "TS2339",
    /never/,
  ],
  [
    "a response without content",
    `const result = await crm.deleteContact(base44, ${contactId});
if (result.success) true satisfies Same<typeof result.data, unknown>;`,
  ],
  [
    "readOnly properties",
    `const result = await crm.getContact(base44, ${contactId});
if (result.success) result.data.createdAt satisfies string;`,
  ],
  [
    "writeOnly properties",
    `const result = await crm.inviteUser(base44, { payload: { email: 'e', password: 'p' } });
if (result.success) result.data.password; // !`,
    "TS2339",
    /'password'/,
  ],
  [
    "a oneOf with a discriminator",
    `const result = await crm.listActivities(base44, ${contactId});
for (const activity of result.success ? result.data : []) {
  if (activity.kind === "call") activity.seconds satisfies number;
  else if (activity.kind === "email") activity.attachments?.[0]?.url satisfies string | undefined;
  else activity.text satisfies string;
}`,
  ],
  [
    "a property of another member of a oneOf",
    `const result = await crm.listActivities(base44, ${contactId});
for (const activity of result.success ? result.data : []) {
  if (activity.kind === "call") activity.text; // !
}`,
    "TS2339",
  ],
  [
    "a recursive schema",
    `const result = await crm.getSegment(base44, { pathParams: { segmentId: 1 } });
if (result.success) result.data.condition.all?.[0]?.any?.[0]?.field satisfies string | undefined;`,
  ],
  [
    "additional properties beside named ones",
    `declare const fields: crm.CustomFields;
fields.source satisfies string;
fields["other"] satisfies string | number | undefined;`,
  ],
  [
    "tuples",
    `declare const address: crm.Address;
if (address.position) address.position satisfies [number?, number?];`,
  ],
];

export const errorCases: Case[] = [
  [
    "unwrap of a promise",
    `const contacts = await crm.unwrap(crm.listContacts(base44));
true satisfies Same<typeof contacts, crm.Contact[]>;`,
  ],
  [
    "unwrap of a result",
    `const contacts = crm.unwrap(await crm.listContacts(base44));
true satisfies Same<typeof contacts, crm.Contact[]>;`,
  ],
  [
    "then of what unwrap gives",
    `const names = crm.unwrap(crm.listContacts(base44)).then((contacts) => contacts.map((contact) => contact.name));
true satisfies Same<typeof names, Promise<string[]>>;`,
  ],
  ["unwrap of something else", "crm.unwrap({ status: 200 });", "TS2769"],
  [
    "isApiError tells the bodies apart",
    `if (crm.isApiError(error, crm.getContact)) {
  if (error.status_code === 404) error.data.message satisfies string;
  else if (error.status_code === 429) error.data.reason satisfies "forbidden" | "too many requests";
  else if (error.status_code === 500) error.data.incident satisfies string;
}`,
  ],
  [
    "isApiError leaves an error",
    `if (crm.isApiError(error, crm.getContact)) (error satisfies Error).message satisfies string;`,
  ],
  ["isApiError knows no body of success", `if (crm.isApiError(error, crm.getContact)) error.data.name; // !`, "TS2339"],
  ["isApiError of something else", "crm.isApiError(error, 'getContact');", "TS2345"],
  ["an ApiError of any operation", "if (error instanceof crm.ApiError) error.status_code satisfies number;"],
  [
    "errors: throw, the data itself",
    `const contacts = await thrown.listContacts(base44, { queryParams: { limit: 3 } });
true satisfies Same<typeof contacts, thrown.Contact[]>;`,
  ],
  [
    "errors: throw, in a query function",
    `declare function useQuery<Data>(options: { queryFn: () => Promise<Data> }): { data: Data | undefined };
const query = useQuery({ queryFn: () => thrown.listContacts(base44) });
true satisfies Same<typeof query.data, thrown.Contact[] | undefined>;`,
  ],
  [
    "errors: throw, no `success`",
    "(await thrown.getContact(base44, { pathParams: { contactId: 'c' } })).success;",
    "TS2339",
  ],
  [
    "errors: throw, isApiError tells the bodies apart",
    `if (thrown.isApiError(error, thrown.getContact)) {
  if (error.status_code === 404) error.data.message satisfies string;
  else if (error.status_code === 429) error.data.reason satisfies string;
  else if (error.status_code === 500) error.data.incident satisfies string;
}`,
  ],
  [
    "errors: throw, isApiError of a bound function",
    `const bound = thrown.createCrmThrows(base44);
if (thrown.isApiError(error, bound.getContact) && error.status_code === 404) error.data.message satisfies string;`,
  ],
];

export const clientCases: Case[] = [
  ["the app's client", "crm.listContacts(createClient({ appId: 'app' }));"],
  ["a function's client", "crm.listContacts(createClientFromRequest(new Request('https://example.com')));"],
  [
    "the service role's",
    "crm.listContacts(createClientFromRequest(new Request('https://example.com')).asServiceRole);",
  ],
  [
    "a plain fake",
    `const fake = { integrations: { custom: { call: async () => ({ success: true, status_code: 200, data: [] }) } } };
crm.listContacts(fake);`,
  ],
  [
    "a fake that looks at its arguments",
    `const call = async (slug: string, operation: string, params?: object) => ({ success: true, status_code: 200, data: { slug, operation, params } });
crm.listContacts({ integrations: { custom: { call } } });`,
  ],
  ["something else", "crm.listContacts({ integrations: {} });", "TS2741", /custom/],
  ["none", "crm.listContacts();", "TS2554"],
  ["the bound object", "myCrm.listContacts({ queryParams: { limit: 3 } }) satisfies Promise<crm.ListContactsResult>;"],
  ["the bound object, without arguments", "myCrm.listContacts();"],
  ["the bound object, without required ones", "myCrm.getContact();", "TS2554"],
  ["the bound object, an unknown operation", "myCrm.listContact();", "TS2551", /listContacts/],
  ["the factory", `createMyCrm(base44).getContact(${contactId}) satisfies Promise<crm.GetContactResult>;`],
  ["the factory with a service role's client", `createMyCrm(base44.asServiceRole).getStatus();`],
  [
    "factories of several APIs in one index",
    "rest.createPets(base44).listPets(); rest.createOrders(base44).ordersList(); rest.createLibrary(base44).listBooks();",
  ],
];
