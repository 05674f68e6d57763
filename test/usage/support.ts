import { fileURLToPath } from "node:url";
import { checkUsage, type KnownApi, type UsageInput } from "../../src/check/usage/index.js";
import type { KnownOperation } from "../../src/check/usage/model.js";

/** The app that shows every kind of misuse. */
export const APP = fileURLToPath(new URL("../../fixtures/usage/app", import.meta.url));

/** An operation of the fixtures, its path parameters read from its path. */
export function operation(id: string, name: string, more: Partial<KnownOperation> = {}): KnownOperation {
  const pathParams = [...id.matchAll(/\{(\w+)\}/g)].map(([, one = ""]) => one);
  return { id, name, operationId: name, pathParams, queryParams: [], hasPayload: false, ...more };
}

/** The two APIs that the fixtures know. */
export function knownApis(output: string): KnownApi[] {
  return [
    {
      name: "my-crm",
      via: "integration",
      module: `${output}/my-crm`,
      factory: "createMyCrm",
      object: "myCrm",
      operations: [
        operation("get:/contacts", "listContacts", { queryParams: ["limit", "tag"] }),
        operation("post:/contacts", "createContact", { hasPayload: true }),
        operation("get:/contacts/{contactId}", "getContact"),
        operation("patch:/contacts/{contactId}", "updateContact", { hasPayload: true }),
        operation("put:/contacts/{contactId}/tags/{tag}", "tagContact", { hasPayload: true }),
        operation("get:/deals", "listDeals", { queryParams: ["limit"] }),
        operation("get:/status", "getStatus"),
      ],
    },
    {
      name: "calendar",
      via: "connector",
      module: `${output}/calendar`,
      operations: [operation("get:/events", "listEvents")],
    },
  ];
}

/** What is checked in a project that is laid out as the builder does it. */
export function usageInput(root: string, more: Partial<UsageInput> = {}): UsageInput {
  const output = `${root}/src/api/generated`;
  return {
    root,
    output,
    known: knownApis(output),
    client: { module: "@/api/base44Client", export: "base44" },
    functions: ["bad", "right"],
    connectors: ["slack"],
    functionsDir: `${root}/base44/functions`,
    ...more,
  };
}

/** `file:line code` of everything that is found in a project. */
export async function found(root: string, more: Partial<UsageInput> = {}): Promise<string[]> {
  const { diagnostics } = await checkUsage(usageInput(root, more));
  return diagnostics.map(
    ({ code, location }) => `${/(?:src|base44)\/.*/.exec(location?.file ?? "")?.[0]}:${location?.line} ${code}`,
  );
}
