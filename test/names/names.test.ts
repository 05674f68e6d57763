import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isIdentifier } from "../../src/identifiers/index.js";
import { apiNames, chosenNameFaults, documentNames, factoryName, withChosenNames } from "../../src/ir/names/index.js";
import { RESERVED_FUNCTION_NAMES, RESERVED_TYPE_NAMES } from "../../src/ir/names/reserved.js";
import { type CaseRule, settleNames, type Wishes } from "../../src/ir/names/settle.js";
import { type JsonObject, setMember } from "../../src/json/index.js";
import { answering, built, type Choice, openapi, specOf } from "../support/pipeline.js";

/** Function names by `method:path`, of operations given by their operation ids. */
function functionNames(operations: Record<string, string | undefined>): Record<string, string> {
  const list = Object.entries(operations).map(([id, operationId]) => {
    const [method = "", path = ""] = id.split(/:(.*)/s);
    return { id, method, path, operationId };
  });
  return Object.fromEntries(documentNames({ operations: list, schemas: [], movedSchemas: [] }).functions);
}

const typeNames = (schemas: string[], movedSchemas: string[] = [], operationIds: string[] = []) => {
  const operations = operationIds.map((id) => ({ id, method: "get", path: `/${id}`, operationId: id }));
  return documentNames({ operations, schemas, movedSchemas });
};

const CONTACT = { anyOf: [{ $ref: "#/components/schemas/Contact" }, { $ref: "#/components/schemas/PickArgs" }] };

describe("names in the config", () => {
  const { api } = built(
    specOf(
      openapi(
        {
          "/a": { get: answering(CONTACT, { operationId: "list" }) },
          "/b": { get: answering(CONTACT, { operationId: "show" }) },
        },
        { schemas: { Contact: { type: "object" }, PickArgs: { type: "object" } } },
      ),
    ),
  );

  it.each<[chosen: Record<string, string>, wanted: string[][]]>([
    [
      {},
      [
        ["list", "ListArgs", "ListResult"],
        ["show", "ShowArgs", "ShowResult"],
      ],
    ],
    [
      { "get:/a": "show", "get:/b": "list" },
      [
        ["show", "ShowArgs", "ShowResult"],
        ["list", "ListArgs", "ListResult"],
      ],
    ],
    [
      { "get:/a": "$all", "get:/b": "pick" },
      [
        ["$all", "$allArgs", "$allResult"],
        ["pick", "PickOperationArgs", "PickOperationResult"],
      ],
    ],
  ])("are those of functions and their types: %j", (chosen, wanted) => {
    const { operations } = withChosenNames(api, chosen);
    expect(operations.map((one) => [one.name, one.argumentsTypeName, one.resultTypeName])).toEqual(wanted);
    expect(chosenNameFaults(withChosenNames(api, chosen), chosen)).toEqual([]);
  });

  it.each<[chosen: Record<string, string>, faults: string[]]>([
    [{ "get:/c": "all" }, ["names get:/c, which is not selected"]],
    [{ "get:/a": "SHOW" }, ["gives get:/a the name SHOW, which get:/b already has"]],
    [
      { "get:/a": "All", "get:/b": "all" },
      ["gives get:/a the name All, which get:/b already has", "gives get:/b the name all, which get:/a already has"],
    ],
    ...["delete", "unwrap"].map((name): [Record<string, string>, string[]] => [
      { "get:/b": name },
      [`gives get:/b the name ${name}, which is reserved by JavaScript or the generated code`],
    ]),
    ...["Contact", "ListResult", api.factoryName].map((name): [Record<string, string>, string[]] => [
      { "get:/b": name },
      [`gives get:/b the name ${name}, which a generated type or the factory already has`],
    ]),
  ])("are refused where they cannot be: %j", (chosen, faults) => {
    const found = chosenNameFaults(withChosenNames(api, chosen), chosen);
    expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual(
      faults.map((fault) => `B44-367 \`names\` of ${api.name} ${fault}.`),
    );
  });
});

describe("the name of an operation's function", () => {
  it.each<[operationId: string | undefined, id: string, wanted: string]>([
    ["listContacts", "get:/a", "listContacts"],
    ["ListContacts", "get:/a", "listContacts"],
    ["list_contacts", "get:/a", "listContacts"],
    ["repos/list-for-org", "get:/a", "reposListForOrg"],
    ["GET_USERS_ME", "get:/a", "getUSERSME"],
    ["HTTPServerStart", "get:/a", "httpServerStart"],
    ["ABTest", "get:/a", "abTest"],
    ["V2.users.list", "get:/a", "v2UsersList"],
    ["a", "get:/a", "a"],
    ["1", "get:/a", "_1"],
    ["404 handler", "get:/a", "_404Handler"],
    ["Crée un élève", "get:/a", "creeUnEleve"],
    ["größe-der_straße", "get:/a", "grosseDerStrasse"],
    ["Ærø Łódź œuvre Þór Đorđe ığdır", "get:/a", "aeroLodzOeuvreThorDordeIgdir"],
    ["user's", "get:/a", "users"],
    ["x".repeat(300), "get:/a", "x".repeat(100)],
    [undefined, "get:/contacts/{id}", "getContactsById"],
    ["", "get:/contacts/{id}", "getContactsById"],
    ["", "get:/contacts/<int:contact_id>.json", "getContactsByContactIdJson"],
    ["", "get:/contacts/<id>", "getContactsById"],
    ["", "get:/contacts/<id:int>/<path:path>", "getContactsByIdByPath"],
    ["", "get:/files/{file_path:path}", "getFilesByFilePathPath"],
    ["→", "delete:/contacts/{contact-id}/notes.json", "deleteContactsByContactIdNotesJson"],
    ["()", "get:/", "getRoot"],
    ["3fe8bf684063a5479fb27f5432db77e2", "get:/contacts/{id}", "getContactsById"],
    ["5A7B10CC3D2F4E0011223344", "get:/contacts", "getContacts"],
    ["0b5ec7a2-91d4-4f0e-8c56-2f8a7d9f1b3c", "post:/contacts", "postContacts"],
    ["facade", "get:/a", "facade"],
    [undefined, "post://", "postRoot"],
    ["获取用户", "get:/a", "获取用户"],
    ["获取ID", "get:/a", "获取ID"],
    ["获取_用户-ID", "get:/a", "获取用户ID"],
    ["ユーザー一覧", "get:/a", "ユーザー一覧"],
    ["ﾕｰｻﾞｰ一覧", "get:/a", "ユーザー一覧"],
    ["사용자 목록", "get:/a", "사용자목록"],
    ["ПолучитьЗаказ", "get:/a", "получитьЗаказ"],
    ["получить_заказ", "get:/a", "получитьЗаказ"],
    ["HTTPСервер", "get:/a", "httpСервер"],
    ["ИКС", "get:/a", "икс"],
    ["Λήψη χρήστη", "get:/a", "λήψηΧρήστη"],
    ["ἀρχή", "get:/a", "αρχή"],
    ["قائمة المستخدمين", "get:/a", "قائمةالمستخدمين"],
    ["کتاب\u200cها", "get:/a", "کتابها"],
    ["שָׁלוֹם", "get:/a", "שלום"],
    ["उपयोगकर्ता_सूची", "get:/a", "उपयोगकर्तासूची"],
    ["१ से", "get:/a", "_१से"],
    ["ค้นหาคำสั่งซื้อ", "get:/a", "ค้นหาคำสั่งซื้อ"],
    ["მომხმარებელი", "get:/a", "მომხმარებელი"],
    ["Ünï 漢字 😀", "get:/a", "uni漢字"],
    ["用".repeat(300), "get:/a", "用".repeat(100)],
    ["用\u202e户\u2066", "get:/a", "用户"],
    ["用a\u0301\u0301户", "get:/a", "用a户"],
    [undefined, "get:/用户/{编号}", "get用户By编号"],
    [undefined, "get:/日本", "get日本"],
    [undefined, "get:/ᏣᎳᎩ", expect.stringMatching(/^get_[0-9a-f]{8}$/) as unknown as string],
    [undefined, "get:/𠮷", expect.stringMatching(/^get_[0-9a-f]{8}$/) as unknown as string],
    [undefined, "m-search:/a", "mSearchA"],
    [undefined, "get:/1/2", "get12"],
    ["delete", "delete:/a", "deleteA"],
    ["new", "post:/things", "postThings"],
    ["call", "post:/calls", "postCalls"],
    ["client", "get:/clients", "getClients"],
    ["unwrap", "get:/b", "getB"],
    ["constructor", "get:/b", "getB"],
    ["__proto__", "get:/b", "proto"],
    ["then", "get:/b", "getB"],
    ["await", "get:/b", "getB"],
    ["get-/files/{id}_getFile", "get:/files/{id}", "getFile"],
    ["GET-/files/{id}_", "get:/files/{id}", "getFilesId"],
    ["get-/files/v2/{id}_/files/v1/{id}", "get:/files/v2/{id}", "getFilesV2ById"],
    ["v1-get-/files_list", "get:/files", "v1GetFilesList"],
    ["get-/files_delete", "get:/files", "getFilesDelete"],
    ["read_item_items__item_id__get", "get:/items/{item_id}", "readItem"],
    ["Read_item_v1_items__item_id___post", "post:/v1/items/{item_id}/", "readItem"],
    ["readItem_items_get", "get:/items", "readItem"],
    ["read_item_items_get", "put:/items", "readItemItemsGet"],
    ["read_item_items_get", "get:/other", "readItemItemsGet"],
    ["create_items_post", "post:/items", "createItemsPost"],
    ["create__items__id__post", "post:/items/{id}", "createItemsIdPost"],
    ["items_get", "get:/items", "itemsGet"],
    ["getItemUsingGET", "get:/items/{id}", "getItem"],
    ["getItemUsingGET_1", "get:/items/{id}", "getItemUsingGET1"],
    ["getItemUsingGET", "post:/items/{id}", "getItemUsingGET"],
    ["itemsUsingGET", "get:/items", "itemsUsingGET"],
    ["ItemsController_findAll", "get:/items", "itemsFindAll"],
    ["ItemsController.find", "get:/items", "itemsFind"],
    ["ReplicationControllers_list", "get:/items", "replicationControllersList"],
    ["Controller_list", "get:/items", "controllerList"],
    ["ItemsController", "get:/items", "itemsController"],
  ])("%s of %s is %s", (operationId, id, wanted) => {
    expect(functionNames({ [id]: operationId })).toEqual({ [id]: wanted });
  });

  it.each<[what: string, given: Record<string, string | undefined>, wanted: Record<string, unknown>]>([
    ["the same operationId twice", { "get:/a": "x", "get:/b": "x" }, { "get:/a": "getA", "get:/b": "getB" }],
    [
      "the same behind method and path",
      { "get:/a": "get-/a_list", "get:/b": "get-/b_list", "get:/c": "get-/c_read", "post:/c": "read2" },
      { "get:/a": "getAList", "get:/b": "getBList", "get:/c": "read", "post:/c": "read2" },
    ],
    [
      "the same before path and method",
      { "get:/v1/a": "list_all_v1_a_get", "get:/v2/a": "list_all_v2_a_get", "get:/b": "list_all_of_it_b_get" },
      { "get:/v1/a": "listAllV1AGet", "get:/v2/a": "listAllV2AGet", "get:/b": "listAllOfIt" },
    ],
    [
      "the same before several methods",
      { "get:/a": "handleItUsingGET", "put:/a": "handleItUsingPUT", "get:/b": "handleAllUsingGET" },
      { "get:/a": "handleItUsingGET", "put:/a": "handleItUsingPUT", "get:/b": "handleAll" },
    ],
    [
      "operationIds that differ by case",
      { "get:/a": "getX", "get:/b": "GETX" },
      { "get:/a": "getA", "get:/b": "getB" },
    ],
    [
      "operationIds that become the same",
      { "get:/a": "get_x", "get:/b": "get-x", "get:/c": "other" },
      { "get:/a": "getA", "get:/b": "getB", "get:/c": "other" },
    ],
    [
      "an operationId that is another one's method and path",
      { "get:/a": undefined, "get:/b": "getA" },
      { "get:/a": expect.stringMatching(/^getA_[0-9a-f]{8}$/), "get:/b": "getB" },
    ],
    [
      "paths that become the same",
      { "get:/a/b": undefined, "get:/a-b": undefined },
      {
        "get:/a/b": expect.stringMatching(/^getAB_[0-9a-f]{8}$/),
        "get:/a-b": expect.stringMatching(/^getAB_[0-9a-f]{8}$/),
      },
    ],
    [
      "long operationIds with one beginning",
      { "get:/a": `${"x".repeat(100)}1`, "get:/b": `${"x".repeat(100)}2` },
      { "get:/a": "getA", "get:/b": "getB" },
    ],
    [
      "operationIds that differ in form alone",
      { "get:/a": "ガス", "get:/b": "ｶﾞｽ", "get:/c": "カ\u3099ス" },
      { "get:/a": "getA", "get:/b": "getB", "get:/c": "getC" },
    ],
    [
      "operationIds in another script that differ by case",
      { "get:/a": "заказ", "get:/b": "ЗАКАЗ" },
      { "get:/a": "getA", "get:/b": "getB" },
    ],
    [
      "one that stays, since the other is on its second wish",
      { "get:/a": "delete", "get:/b": "getA" },
      { "get:/a": expect.stringMatching(/^getA_/), "get:/b": "getA" },
    ],
  ])("settles %s", (_, given, wanted) => {
    expect(functionNames(given)).toEqual(wanted);
  });
});

describe("the name of a schema's type", () => {
  it.each<[key: string, wanted: string | RegExp]>([
    ["Contact", "Contact"],
    ["contact", "Contact"],
    ["contact_list", "ContactList"],
    ["Contact_List", "Contact_List"],
    ["simple-user", "SimpleUser"],
    ["microsoft.graph.user", "MicrosoftGraphUser"],
    ["foo bar", "FooBar"],
    ["Foo«Bar»", "FooBar"],
    ["Outer$Inner", "OuterInner"],
    ["List<Map<string, Pet>>", "ListMapStringPet"],
    ["Élève", "Eleve"],
    ["1", "_1"],
    ["2fa-token", "_2faToken"],
    ["日本", "日本"],
    ["用户", "用户"],
    ["分页«用户»", "分页用户"],
    ["заказ", "Заказ"],
    ["Заказ_Товара", "Заказ_Товара"],
    ["Κατάλογος", "Κατάλογος"],
    ["ΐδιο", "ΐδιο"],
    ["ที่อยู่", "ที่อยู่"],
    ["→", "Schema"],
    ["", "Schema"],
    ["$ref", "Ref"],
    ["__proto__", "Proto"],
    ["constructor", "Constructor"],
    ["Error", "ErrorSchema"],
    ["error", "ErrorSchema"],
    ["Response", "ResponseSchema"],
    ["Blob", "BlobSchema"],
    ["Record", "RecordSchema"],
    ["Promise", "PromiseSchema"],
    ["string", "StringSchema"],
    ["ApiResult", "ApiResultSchema"],
    ["components", "Components"],
    [`a${"b".repeat(300)}`, `A${"b".repeat(99)}`],
  ])("%s is %s", (key, wanted) => {
    expect(typeNames([key]).schemas.get(key)?.name).toEqual(wanted);
  });

  it.each<[what: string, keys: string[], wanted: unknown[]]>([
    ["a key that is a name already, which it keeps", ["foo", "Foo"], ["FooSchema", "Foo"]],
    [
      "keys that become the same",
      ["foo-bar", "foo bar"],
      ["foo-bar", "foo bar"].map(() => expect.stringMatching(/^FooBar_[0-9a-f]{8}$/)),
    ],
    ["names that differ by case, which types may", ["FOO", "Foo"], ["FOO", "Foo"]],
    [
      "a schema that has the name which another one would go on to",
      ["Error", "ErrorSchema"],
      [expect.stringMatching(/^Error_[0-9a-f]{8}$/), "ErrorSchema"],
    ],
    [
      "several without a letter",
      ["→", "ᏣᎳᎩ", ""],
      ["→", "ᏣᎳᎩ", ""].map(() => expect.stringMatching(/^Schema_[0-9a-f]{8}$/)),
    ],
  ])("settles %s", (_, keys, wanted) => {
    const { schemas } = typeNames(keys);
    expect(keys.map((key) => schemas.get(key)?.name)).toEqual(wanted);
  });

  it("differs if an operation in a script without case has the same", () => {
    expect(typeNames(["用户"], [], ["用户"]).schemas.get("用户")?.name).toBe("用户Schema");
  });

  it.each<[keys: string[], wanted: string]>([
    [["Pet"], "PetRequest"],
    [["Pet", "PetRequest"], "PetRequestBody"],
    [["Pet", "pet-request", "PetRequestBody"], expect.stringMatching(/^PetRequest_[0-9a-f]{8}$/) as unknown as string],
  ])("has another one for requests: among %j", (keys, wanted) => {
    expect(typeNames(keys).schemas.get("Pet")?.requestName).toEqual(wanted);
  });

  it("from another document yields to all names in the root document", () => {
    const names = typeNames(["pet"], ["Pet", "FindArgs", "toy"], ["find"]);
    expect(names.schemas.get("pet")?.name).toBe("Pet");
    expect(names.schemas.get("Pet")?.name).toBe("PetSchema");
    expect(names.schemas.get("FindArgs")?.name).toBe("FindArgsSchema");
    expect(names.schemas.get("toy")?.name).toBe("Toy");
  });
});

describe("the names of an operation's types", () => {
  it.each<[operationId: string, schemas: string[], args: string, result: string]>([
    ["listPets", [], "ListPetsArgs", "ListPetsResult"],
    ["1", [], "Operation_1Args", "Operation_1Result"],
    ["获取用户", [], "获取用户Args", "获取用户Result"],
    ["получить", [], "ПолучитьArgs", "ПолучитьResult"],
    ["search", ["SearchResult"], "SearchOperationArgs", "SearchOperationResult"],
    ["api", [], "ApiOperationArgs", "ApiOperationResult"],
  ])("of %s beside %j are %s and %s", (operationId, schemas, argumentsTypeName, resultTypeName) => {
    const names = typeNames(schemas, [], [operationId]);
    expect(names.operationTypes.get(operationId)).toEqual({ argumentsTypeName, resultTypeName });
  });
});

describe("the names of an API", () => {
  it.each<[name: string, typeName: string, objectName: string, fileName: string]>([
    ["my-crm", "MyCrm", "myCrm", "my-crm"],
    ["MyCRM", "MyCRM", "myCRM", "MyCRM"],
    ["crm", "Crm", "crm", "crm"],
    ["2checkout", "Api2checkout", "api2checkout", "2checkout"],
    ["delete", "Delete", "deleteApi", "delete"],
    ["index", "Index", "index", "index-api"],
    ["CON", "CON", "con", "CON-api"],
    ["lpt1", "Lpt1", "lpt1", "lpt1-api"],
    ["__proto__", "Proto", "proto", "__proto__"],
    ["--", "Api", "api", "--"],
    ["create-crm", "CreateCrm", "createCrm_", "create-crm"],
    ["recreate-crm", "RecreateCrm", "recreateCrm", "recreate-crm"],
  ])("%s", (name, typeName, objectName, fileName) => {
    expect(apiNames(name)).toEqual({ typeName, objectName, fileName });
  });

  it.each<[functions: string[], wanted: string]>([
    [[], "createPets"],
    [["createPets"], "createPetsClient"],
    [["createPets", "createPetsClient"], "createPetsFunctions"],
    [["createPets", "createPetsClient", "createPetsFunctions"], "createPets_"],
  ])("the factory beside %j is %s", (functions, wanted) => {
    expect(factoryName("Pets", new Set(functions))).toBe(wanted);
  });
});

describe("reserved names", () => {
  const runtime = ["b44.runtime", "b44.invoke"]
    .map((name) => readFileSync(new URL(`../../src/runtime/app/${name}.ts`, import.meta.url), "utf8"))
    .join("\n");
  const template = (name: string) => readFileSync(new URL(`../../templates/${name}`, import.meta.url), "utf8");

  it("are all types that the runtime exports, except those that yield to a schema of the same name", () => {
    const types = [...runtime.matchAll(/^export (?:class|interface|type) (\w+)/gm)].map((match) => match[1]!);
    expect(types).toContain("ApiError");
    const ofResults = ["ApiSuccess", "ApiFailure", "SuccessIn", "FailureIn", "WithOtherFailures", "ResultOf"];
    const ofStatuses = ["OtherFailureStatus", ...[2, 3, 4, 5].map((digit) => `OtherStatus${digit}XX`)];
    const free = [...ofResults, ...ofStatuses, "ApiErrorOf"];
    expect(types.filter((name) => !RESERVED_TYPE_NAMES.has(name)).sort()).toEqual(free.sort());
  });

  it("are all functions that the runtime exports", () => {
    const functions = [...runtime.matchAll(/^export (?:async )?function (\w+)/gm)].map((match) => match[1]!);
    expect(functions).toContain("unwrap");
    expect(functions.filter((name) => !RESERVED_FUNCTION_NAMES.has(name))).toEqual([]);
  });

  it("are all types that the templates declare besides those of the spec", () => {
    const declared = [...template("types/types.d.ts.hbs").matchAll(/^(?:export )?(?:interface|type) (\w+)/gm)];
    expect(declared.map((match) => match[1]!)).toContain("components");
    expect(declared.map((match) => match[1]!).filter((name) => !RESERVED_TYPE_NAMES.has(name))).toEqual([]);
  });

  it("are all parameters and keywords in the templates' functions", () => {
    const module = template("module/module.ts.hbs").replace(/\{\{[^}]*\}\}/g, " ");
    const used = new Set(module.match(/(?<![.\w])[a-z]\w*\b(?=\s*[(<:,)])/g));
    expect([...used]).toEqual(expect.arrayContaining(["bindAll", "client", "args"]));
    const free = ["function", "return", "type"];
    expect([...used].filter((name) => !RESERVED_FUNCTION_NAMES.has(name) && !free.includes(name))).toEqual([]);
  });
});

/** Texts such as specs hold, and such as nobody expects. */
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "getPet",
      "GetPet",
      "get-pet",
      "get pet",
      "Pet",
      "pet",
      "PET",
      "pet_",
      "list",
      "petResult",
      "PetRequest",
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "",
      "1",
      "delete",
      "call",
      "__proto__",
      "constructor",
      "Error",
      "string",
      "日本",
      "ガス",
      "ｶﾞｽ",
      "カ\u3099ス",
      "заказ",
      "Заказ",
      "คำ",
      "ค\u0e4d-\u0e32",
      "가",
      "ᄀ-ᅡ",
      "a/b",
      "Foo«Bar»",
      "~1",
      "%41",
      "$ref",
      "toString",
    ),
  },
);

describe("settling names", () => {
  const anyWishes = fc.array(
    fc.tuple(
      fc.constantFrom("a", "A", "b", "a_2", "A_2", "c"),
      fc.array(fc.constantFrom("a", "b", "B", "c", "a_2", "d", "a_3"), { maxLength: 3 }),
    ),
    { maxLength: 12 },
  );
  const wishesOf = ([first, rest]: [string, string[]]): Wishes => [() => first, ...rest.map((name) => () => name)];

  it("terminates with unique names that are not reserved", () => {
    const anyTaken = fc.uniqueArray(fc.constantFrom("a", "A", "b", "a_2", "a_3", "c_2", "d"));
    fc.assert(
      fc.property(anyWishes, anyTaken, fc.constantFrom<CaseRule>("fold", "exact"), (all, taken, rule) => {
        const names = settleNames(all.map(wishesOf), new Set(taken), rule);
        const compared = rule === "fold" ? names.map((name) => name.toLowerCase()) : names;
        expect(names).toHaveLength(all.length);
        expect(new Set(compared).size).toBe(all.length);
        expect(names.filter((name) => taken.some((other) => other === name))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("does not depend on the order if each has a unique last candidate", () => {
    const withOwn = (all: [string, string[]][]) =>
      all.map(([first, rest], index): [string, string[]] => [first, [...rest, `own${index}`]]);
    fc.assert(
      fc.property(anyWishes.map(withOwn), fc.integer({ min: 0, max: 11 }), (all, shift) => {
        const rotated = [...all.slice(shift), ...all.slice(0, shift)].reverse();
        const names = (list: [string, string[]][]) => {
          const settled = settleNames(list.map(wishesOf), new Set(["b"]), "fold");
          return new Map(list.map(([, rest], index) => [rest.at(-1), settled[index]]));
        };
        expect(names(rotated)).toEqual(new Map([...names(rotated).keys()].map((own) => [own, names(all).get(own)])));
      }),
      { numRuns: 1_000 },
    );
  });

  it("terminates quickly if thousands have the same candidate", () => {
    const all = Array.from({ length: 5_000 }, (): Wishes => [() => "same", () => "other"]);
    expect(new Set(settleNames(all, new Set(["same"]), "fold")).size).toBe(5_000);
  });
});

describe("the names of a document", () => {
  const anyDocument = fc.record({
    operationIds: fc.array(anyText, { minLength: 1, maxLength: 8 }),
    paths: fc.uniqueArray(anyText, { minLength: 8, maxLength: 8 }),
    keys: fc.uniqueArray(anyText, { minLength: 1, maxLength: 8 }),
  });

  /** A document with an operation for each id; each answers the schema of a key. */
  function documentOf({ operationIds, paths, keys }: { operationIds: string[]; paths: string[]; keys: string[] }) {
    const items: JsonObject = {};
    for (const [index, operationId] of operationIds.entries()) {
      const key = encodeKey(keys[index % keys.length]!);
      setMember(items, `/${paths[index]}`, {
        get: answering({ $ref: `#/components/schemas/${key}` }, { operationId }),
      });
    }
    const schemas: JsonObject = {};
    for (const key of keys) setMember(schemas, key, { type: "object" });
    return specOf(openapi(items, { schemas }));
  }

  function encodeKey(key: string): string {
    const token = key.replaceAll("~", "~0").replaceAll("/", "~1");
    return /\p{Cs}/u.test(token) ? token : encodeURIComponent(token);
  }

  it("are valid, not reserved, and unique", () => {
    fc.assert(
      fc.property(anyDocument, (given) => {
        const { api } = built(documentOf(given));
        const functions = [...api.operations.map(({ name }) => name), api.factoryName];
        const types = [
          ...api.operations.flatMap((operation) => [operation.argumentsTypeName, operation.resultTypeName]),
          ...api.schemas.flatMap(({ name, requestName }) => [name, requestName]),
        ];
        const module = [
          ...functions.map((name) => `export function ${name}() {}`),
          ...types.map((name) => `export type ${name} = 1;`),
        ];
        expect(() => transformSync(module.join("\n"), { loader: "ts", format: "esm" })).not.toThrow();
        expect([...functions, ...types].filter((name) => !isIdentifier(name))).toEqual([]);
        expect(functions.filter((name) => RESERVED_FUNCTION_NAMES.has(name))).toEqual([]);
        expect(types.filter((name) => RESERVED_TYPE_NAMES.has(name))).toEqual([]);
        expect(new Set(functions.map((name) => name.toLowerCase())).size).toBe(functions.length);
        expect(new Set([...functions, ...types]).size).toBe(functions.length + types.length);
      }),
      { numRuns: 300 },
    );
  });

  it("are the same for any selection", () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(), (given, chosen) => {
        const spec = documentOf(given);
        const names = (choice: Choice) => {
          const { operations, schemas } = built(spec, choice).api;
          return new Map<string, string[]>([
            ...operations.map((item): [string, string[]] => [
              item.id,
              [item.name, item.argumentsTypeName, item.resultTypeName],
            ]),
            ...schemas.map((item): [string, string[]] => [`schema ${item.key}`, [item.name, item.requestName]]),
          ]);
        };
        const all = names("all");
        const some = spec.entries.filter((_, index) => index === 0 || (chosen >> index) % 2 === 1);
        for (const [what, name] of names(new Set(some.map(({ id }) => id))))
          expect([what, name]).toEqual([what, all.get(what)]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("names whose last wishes clash", () => {
  it.each<[wishes: string[], rule: CaseRule, names: string[]]>([
    [["a", "a", "b"], "exact", ["a", "a_2", "b"]],
    [["a", "a_2", "a"], "exact", ["a", "a_2", "a_3"]],
    [["A", "a"], "fold", ["A", "a_2"]],
    [["A", "a"], "exact", ["A", "a"]],
    [["taken", "taken", "b"], "exact", ["taken_2", "taken_3", "b"]],
  ])("%j are numbered, by case rule %s: %j", (wishes, rule, names) => {
    const all = wishes.map((wish): Wishes => [() => wish]);
    expect(settleNames(all, new Set(["taken"]), rule)).toEqual(names);
  });
});
