import type { Case } from "./tables/case.js";

/** What stands in scope of every case. `folder` has the generated code, in TypeScript or in JavaScript. */
export function prelude(folder: "api" | "js"): string {
  const from = (name: string) => `"../${folder}/${name}.js"`;
  return [
    'import { createClient } from "@base44/sdk";',
    `import * as api from ${from("everything")};`,
    ...["hosted", "keyed", "paid", "personal", "shared"].map((name) => `import * as ${name} from ${from(name)};`),
    `import * as own from ${from("functions/index")};`,
    `import * as index from ${from("index")};`,
    'const base44 = createClient({ appId: "app" }); const blob = new Blob([]);',
    "type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;",
    "export { api, base44, blob, hosted, index, keyed, own, paid, personal, shared, type Same };",
  ].join(" ");
}

const note = "payload: { title: 't' }";
/** Since TypeScript 7 an argument without a required property is said to be just that. */
const MISSING = "TS2345 or TS2741";

export const argumentCases: Case[] = [
  ["a header", `api.createNote(base44, { headers: { "X-Trace": "a" }, ${note} });`],
  [
    "a header that has one value",
    `api.createNote(base44, { headers: { "X-Trace": "a", "X-Version": "2" }, ${note} });`,
  ],
  [
    "a header with another value",
    `api.createNote(base44, { headers: { "X-Trace": "a", "X-Version": "3" }, ${note} });`,
    "TS2322",
  ],
  [
    "a wrong header",
    `api.createNote(base44, { headers: { "X-Trace": "a", "X-Trac": "b" }, ${note} });`,
    "TS2353 or TS2561",
    /X-Trac/,
  ],
  ["no required header", `api.createNote(base44, { headers: {}, ${note} });`, "TS2741", /X-Trace/],
  ["no headers", `api.createNote(base44, { ${note} });`, MISSING, /headers/],
  ["a cookie", `api.createNote(base44, { headers: { "X-Trace": "a" }, cookies: { session: "s" }, ${note} });`],
  [
    "a wrong cookie",
    `api.createNote(base44, { headers: { "X-Trace": "a" }, cookies: { sid: "s" }, ${note} });`,
    "TS2353",
  ],
  ["headers where none are", "api.sendForm(base44, { headers: {}, payload: { name: 'n' } });", "TS2353", /'headers'/],
  [
    "a file",
    "api.uploadPhoto(base44, { payload: { photo: blob, more: [blob, new File([], 'a')], caption: 'c', meta: { width: 1 } } });",
  ],
  ["a text where a file belongs", "api.uploadPhoto(base44, { payload: { photo: 'a.png' } });", "TS2322", /Blob/],
  ["a file where a text belongs", "api.uploadPhoto(base44, { payload: { photo: blob, caption: blob } });", "TS2322"],
  [
    "a text in a list of files",
    "api.uploadPhoto(base44, { payload: { photo: blob, more: ['a'] } });",
    "TS2322",
    /Blob/,
  ],
  [
    "one file or several",
    "api.uploadPhoto(base44, { payload: { photo: blob, either: [blob] } }); api.uploadPhoto(base44, { payload: { photo: blob, either: blob } });",
  ],
  [
    "a text where one file or several belong",
    "api.uploadPhoto(base44, { payload: { photo: blob, either: 'a' } });",
    "TS2322",
  ],
  ["a FormData for the payload", "api.uploadPhoto(base44, { payload: new FormData() });", "TS2741", /photo/],
  ...["untyped", "choice", "users_file", "logo", "icon"].flatMap((field): Case[] => [
    [
      `a file or a text in the field ${field}`,
      `for (const ${field} of [blob, 'a']) api.uploadPhoto(base44, { payload: { photo: blob, ${field} } });`,
    ],
    [
      `a number in the field ${field}`,
      `api.uploadPhoto(base44, { payload: { photo: blob, ${field}: 42 } });`,
      "TS2322",
      /Blob/,
    ],
  ]),
  [
    "files and texts in a field whose items have no type",
    "api.uploadPhoto(base44, { payload: { photo: blob, file: [blob, 'a'] } });",
  ],
  ["a number among those", "api.uploadPhoto(base44, { payload: { photo: blob, file: [42] } });", "TS2322", /Blob/],
  ["anything in a field of JSON", "api.uploadPhoto(base44, { payload: { photo: blob, about: 42 } });"],
  [
    "a file in a field whose name only ends so",
    "api.uploadPhoto(base44, { payload: { photo: blob, profile: blob } });",
    "TS2322",
  ],
  ["bytes that are encoded as they are", "api.uploadPhoto(base44, { payload: { photo: blob, raw: blob } });"],
  ["a text for those", "api.uploadPhoto(base44, { payload: { photo: blob, raw: 'a' } });", "TS2322", /Blob/],
  ["JSON of which the form has files", "api.addPost(base44, { payload: { delta: 'd' } });"],
  ["files that only the form has", "api.addPost(base44, { payload: { delta: 'd', 'files[0]': blob } });"],
  ["a text for those files", "api.addPost(base44, { payload: { delta: 'd', 'files[0]': 'a' } });", "TS2322", /Blob/],
  ["base64", "for (const payload of ['/9j/', blob]) api.putCover(base44, { payload });"],
  ["a number for base64", "api.putCover(base44, { payload: 1 });", "TS2322", /Blob/],
  ["a form", "api.sendForm(base44, { payload: { name: 'n', tags: ['a'] } });"],
  ["a form without a field", "api.sendForm(base44, { payload: { tags: [] } });", "TS2741", /'name'/],
  ["a text", "api.putText(base44, { payload: 'a' });"],
  ["an object for a text", "api.putText(base44, { payload: { a: 1 } });", "TS2322"],
  ["bytes", "api.putRaw(base44, { payload: blob });"],
  ["an object whose media types are of messages", "api.sendMail(base44, { payload: { delta: 'd' } });"],
  ["a text for that", "api.sendMail(base44, { payload: 'd' });", "TS2322", /Chunk/],
  ["a text for bytes", "api.putRaw(base44, { payload: 'a' });", "TS2322", /Blob/],
];

/** A call whose result is tested for success, then `code`. */
function ofSuccess(call: string, code: string): string {
  return `const r = await ${call};\nif (r.success) { ${code} } // !`;
}

const getNote = "getNote(base44, { pathParams: { id: 'i' } })";

export const resultCases: Case[] = [
  [
    "a header of the answer",
    `const r = await api.createNote(base44, { headers: { "X-Trace": "a" }, ${note} });\nr.headers?.["x-next"] satisfies string | undefined;`,
  ],
  [
    "a header that is not declared",
    `const r = await api.createNote(base44, { headers: { "X-Trace": "a" }, ${note} });\nr.headers?.["x-nex"]; // !`,
    "TS2551 or TS7053",
  ],
  [
    "a header of a failure",
    `const r = await api.createNote(base44, { headers: { "X-Trace": "a" }, ${note} });\nif (r.status_code === 404) [r.data.message, r.headers?.["x-next"]] satisfies (string | undefined)[]; // -`,
  ],
  [
    "a header that the config names",
    `const r = await keyed.${getNote};\nr.headers?.["x-rate-limit"] satisfies string | undefined;`,
  ],
  ["headers where none are", `const r = await shared.${getNote};\nr.headers; // !`, "TS2339"],
  ["text", ofSuccess("api.putText(base44, { payload: 'a' })", "r.data.length satisfies number;")],
  ["bytes", ofSuccess("api.putRaw(base44, { payload: blob })", "r.data.arrayBuffer() satisfies Promise<ArrayBuffer>;")],
  [
    "an error whose media type is that of the download",
    "const r = await api.sendMail(base44);\nif (r.success) r.data satisfies Blob; else if (r.status_code === 400) r.data.delta satisfies string;",
  ],
  ["bytes as text", ofSuccess("api.putRaw(base44, { payload: blob })", "r.data.length;"), "TS2339"],
  [
    "events",
    ofSuccess(
      "api.chat(base44, { payload: { prompt: 'p' } })",
      "for await (const item of r.data) [item.data.delta, item.event, item.id] satisfies string[];",
    ),
  ],
  [
    "events that hold text",
    ofSuccess("api.watchWords(base44)", "for await (const item of r.data) item.data.length satisfies number;"),
  ],
  [
    "events that are told apart by their type",
    ofSuccess(
      "api.watchNews(base44)",
      "for await (const item of r.data) item.event === 'chunk' ? item.data.delta : item.data.length satisfies number;",
    ),
  ],
  [
    "events of a type that the API does not have",
    ofSuccess("api.watchNews(base44)", "for await (const item of r.data) item.event === 'chunks';"),
    "TS2367",
  ],
  [
    "what events do not have",
    ofSuccess("api.chat(base44, { payload: { prompt: 'p' } })", "for await (const item of r.data) item.data.text;"),
    "TS2339",
  ],
  [
    "the failure of a stream",
    "const r = await api.chat(base44, { payload: { prompt: 'p' } });\nif (r.status_code === 400) r.data.reason satisfies string;",
  ],
  [
    "a failure that is iterated",
    "const r = await api.chat(base44, { payload: { prompt: 'p' } });\nif (r.status_code === 400) for await (const item of r.data) item; // !",
    "TS2504",
  ],
  ["lines", ofSuccess("api.readLog(base44)", "for await (const item of r.data) item.delta satisfies string;")],
  ["a stream that is taken for a list", ofSuccess("api.readLog(base44)", "r.data[0];"), "TS7053"],
  ["credits", `(await paid.${getNote}).creditsCharged satisfies number;`],
  ["credits of a way that has none", `(await keyed.${getNote}).creditsCharged;`, "TS2339", /creditsCharged/],
  ["credits of an integration", `(await hosted.${getNote}).creditsCharged;`, "TS2339"],
  ["data that is thrown or had", `(await hosted.unwrap(shared.${getNote})).title satisfies string;`],
  [
    "a failure told by its operation",
    `try { await keyed.unwrap(keyed.${getNote}); } catch (error) { if (keyed.isApiError(error, keyed.getNote) && error.status_code === 404) error.data.message satisfies string; }`,
  ],
  [
    "the same code for every way",
    `for (const call of [hosted.getNote, keyed.getNote, shared.getNote, personal.getNote, paid.getNote]) { const r = await call(base44, { pathParams: { id: 'i' } }); if (r.success) r.data.title satisfies string; }`,
  ],
];

export const clientCases: Case[] = [
  [
    "a bound API",
    "const r = await index.everything.putText({ payload: 'a' });\nif (r.success) r.data satisfies string;",
  ],
  ["a factory", "index.createEverything(base44).putText({ payload: 'a' });"],
  [
    "a factory with a client that has too little",
    "index.createEverything({ integrations: base44.integrations });",
    "TS2353",
  ],
  [
    "connecting an own account",
    "location.href = await personal.connectPersonal(base44); await personal.disconnectPersonal(base44);",
  ],
  [
    "a call that is not connected",
    `try { await personal.${getNote}; } catch (error) { if (personal.isNotConnected(error)) await personal.connectPersonal(base44); }`,
  ],
  ["connecting what the app's builder connects", "shared.connectShared(base44);", "TS2339 or TS2551"],
];

export const ownCases: Case[] = [
  ["a typed call", "(await own.sendInvoice(base44, { id: 'i', lines: [1] })).sent satisfies boolean;"],
  ["without what is required", "own.sendInvoice(base44, { lines: [1] });", MISSING, /'id'/],
  ["with another key", "own.sendInvoice(base44, { id: 'i', line: [1] });", "TS2353 or TS2561", /'line'/],
  ["without input", "(await own.ping(base44)) satisfies string;"],
  [
    "with input by a reference",
    "await own.keepNote(base44, { title: 't', constructor: { toString: 'x', hasOwnProperty: 1 } });",
  ],
  ["with wrong input by a reference", "own.keepNote(base44, { title: 3 });", "TS2322"],
  ["with input of any kind", "await own.tellAnything(base44, [1]);"],
  ["with input where there is none", "own.ping(base44, {});", "TS2554"],
  ["of invoke itself", "(await base44.functions.invoke('sendInvoice', { id: 'i' })).data.sent satisfies boolean;"],
  ["of invoke itself, without input", "(await base44.functions.invoke('ping', {})).data satisfies string;"],
  [
    "of invoke itself, with wrong input",
    "(await base44.functions.invoke('sendInvoice', { id: 3 })).data;",
    "TS2339",
    /WrongInput<"sendInvoice"/,
  ],
  [
    "of invoke itself, without input that is needed",
    "(await base44.functions.invoke('sendInvoice')).data;",
    "TS2339",
    /WrongInput<"sendInvoice"/,
  ],
  ["of invoke itself, by another name", "base44.functions.invoke('sendInvoices', { id: 'i' });", "TS2345 or TS2769"],
  ["of invoke itself, of a generated function", "base44.functions.invoke('everything', {});"],
  ["of invoke itself, of a hand-written function", "base44.functions.invoke('by-hand', {});"],
];

export const registryCases: Case[] = [
  [
    "all functions",
    "import type { FunctionNameRegistry } from '@base44/sdk';\ntrue satisfies Same<keyof FunctionNameRegistry, 'by-hand' | 'everything' | 'granted' | 'keepNote' | 'keyed' | 'mistaken' | 'paid' | 'personal' | 'ping' | 'registered' | 'sendInvoice' | 'shared' | 'tellAnything'>;",
  ],
  [
    "all connectors",
    "import type { ConnectorIntegrationTypeRegistry } from '@base44/sdk';\ntrue satisfies Same<keyof ConnectorIntegrationTypeRegistry, 'acme' | 'gmail' | 'x'>;",
  ],
  ["a connector of the project", "base44.asServiceRole.connectors.getConnection('gmail');"],
  ["a connector that is none", "base44.asServiceRole.connectors.getConnection('not-a-connector');", "TS2345"],
];
