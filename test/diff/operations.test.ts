import { describe, expect, test } from "vitest";
import { linesOf } from "./support.js";

/** The pairs of fixtures/changes: what is found from before to after, and from after to before. */
const pairs: Record<string, { there: string[]; back: string[] }> = {
  "body-became-required": {
    there: ["breaking request-body-became-required @ payload"],
    back: ["safe request-body-became-optional @ payload"],
  },
  "body-encoding": {
    there: ["risky request-encoding-changed @ payload"],
    back: ["risky request-encoding-changed @ payload"],
  },
  "body-form": {
    there: ["breaking request-content-changed @ payload"],
    back: ["breaking request-content-changed @ payload"],
  },
  "body-form-property": {
    there: ["breaking request-required-property-added @ payload.b"],
    back: ["risky request-property-removed @ payload.b"],
  },
  "body-files-beside-json": {
    there: ["breaking request-media-type-removed @ payload"],
    back: ["safe request-media-type-added @ payload"],
  },
  "body-files-form": {
    there: ["breaking request-media-type-removed @ payload"],
    back: ["safe request-media-type-added @ payload"],
  },
  "body-media-type": {
    there: ["safe request-media-type-added @ payload"],
    back: ["safe request-unused-media-type-removed @ payload"],
  },
  "body-media-type-replaced": {
    there: ["risky request-media-type-replaced @ payload"],
    back: ["risky request-media-type-replaced @ payload"],
  },
  "body-of-bytes": {
    there: ["breaking request-content-changed @ payload"],
    back: ["breaking request-content-changed @ payload"],
  },
  "body-of-fewer-bytes": {
    there: ["breaking request-max-length-tightened @ payload"],
    back: ["safe request-max-length-loosened @ payload"],
  },
  // All of them are sent as JSON.
  "body-of-other-bytes": { there: [], back: [] },
  "body-optional": {
    there: ["safe request-body-added @ payload"],
    back: ["risky request-body-removed @ payload"],
  },
  "body-required": {
    there: ["breaking request-body-required-added @ payload"],
    back: ["risky request-body-removed @ payload"],
  },
  "body-unused-media-type": {
    there: ["safe request-unused-media-type-removed @ payload"],
    back: ["safe request-media-type-added @ payload"],
  },
  "function-renamed": {
    there: ["breaking function-renamed @ operation"],
    back: ["breaking function-renamed @ operation"],
  },
  "operation-deprecated": {
    there: ["safe operation-deprecated @ operation"],
    back: ["safe operation-reactivated @ operation"],
  },
  "operation-id": {
    there: ["safe operation-id-changed @ operation"],
    back: ["safe operation-id-changed @ operation"],
  },
  "operation-id-reused": {
    there: ["breaking function-renamed @ operation", "safe operation-added @ operation"],
    back: ["breaking function-renamed @ operation", "breaking operation-removed @ operation"],
  },
  "operation-moved": {
    there: ["breaking operation-moved @ operation"],
    back: ["breaking operation-moved @ operation"],
  },
  "operation-removed": {
    there: ["breaking operation-removed @ operation"],
    back: ["safe operation-added @ operation"],
  },
  "operation-types-renamed": {
    there: ["risky operation-types-renamed @ operation", "risky response-schema-renamed @ data 200"],
    back: ["risky operation-types-renamed @ operation", "risky response-schema-renamed @ data 200"],
  },
  "parameter-became-required": {
    there: ["breaking parameter-became-required @ query limit"],
    back: ["safe parameter-became-optional @ query limit"],
  },
  "parameter-case": {
    there: ["risky parameter-case-changed @ header X-Trace"],
    back: ["risky parameter-case-changed @ header x-trace"],
  },
  "parameter-content": {
    there: ["risky parameter-content-changed @ query ids"],
    back: ["risky parameter-content-changed @ query ids"],
  },
  "parameter-content-schema": {
    there: ["breaking request-type-changed @ query filter"],
    back: ["breaking request-type-changed @ query filter"],
  },
  "parameter-default": {
    there: ["risky request-default-changed @ query limit"],
    back: ["risky request-default-changed @ query limit"],
  },
  "parameter-default-referenced": {
    there: ["risky request-default-changed @ query limit"],
    back: ["risky request-default-changed @ query limit"],
  },
  "parameter-deprecated": {
    there: ["safe parameter-deprecated @ query limit"],
    back: ["safe parameter-reactivated @ query limit"],
  },
  "parameter-enum-value": {
    there: ["breaking request-enum-value-removed @ query sort"],
    back: ["safe request-enum-value-added @ query sort"],
  },
  "parameter-explode": {
    there: ["risky parameter-explode-changed @ query ids"],
    back: ["risky parameter-explode-changed @ query ids"],
  },
  "parameter-header": {
    there: ["breaking parameter-required-added @ header X-Version"],
    back: ["risky parameter-removed @ header X-Version"],
  },
  "parameter-moved": {
    there: ["breaking parameter-moved @ query key"],
    back: ["breaking parameter-moved @ header key"],
  },
  "parameter-optional": {
    there: ["safe parameter-added @ query limit"],
    back: ["risky parameter-removed @ query limit"],
  },
  "parameter-property": {
    there: ["breaking request-required-property-added @ query filter.kind"],
    back: ["risky request-property-removed @ query filter.kind"],
  },
  "parameter-encoding": {
    there: ["risky parameter-style-changed @ querystring filter"],
    back: ["risky parameter-style-changed @ querystring filter"],
  },
  "parameter-required": {
    there: ["breaking parameter-required-added @ query limit"],
    back: ["risky parameter-removed @ query limit"],
  },
  "parameter-reserved": {
    there: ["risky parameter-reserved-changed @ query limit"],
    back: ["risky parameter-reserved-changed @ query limit"],
  },
  "parameter-style": {
    there: ["risky parameter-style-changed @ query ids"],
    back: ["risky parameter-style-changed @ query ids"],
  },
  "parameter-type": {
    there: ["breaking request-type-changed @ query limit"],
    back: ["breaking request-type-changed @ query limit"],
  },
  "path-parameter-renamed": {
    there: ["breaking parameter-renamed @ path id"],
    back: ["breaking parameter-renamed @ path thingId"],
  },
  security: {
    there: ["breaking security-added @ security"],
    back: ["safe security-removed @ security"],
  },
  "security-alternative": {
    there: ["safe security-alternative-added @ security"],
    back: ["breaking security-alternative-removed @ security"],
  },
  "security-alternative-replaced": {
    there: ["breaking security-alternative-removed @ security", "safe security-alternative-added @ security"],
    back: ["breaking security-alternative-removed @ security", "safe security-alternative-added @ security"],
  },
  "security-flow": {
    there: [],
    back: ["breaking security-scheme-changed @ security"],
  },
  "security-scheme": {
    there: ["breaking security-scheme-changed @ security"],
    back: ["breaking security-scheme-changed @ security"],
  },
  "security-scheme-renamed": {
    there: ["risky security-scheme-renamed @ security"],
    back: ["risky security-scheme-renamed @ security"],
  },
  "security-scope": {
    there: ["breaking security-scope-added @ security"],
    back: ["safe security-scope-removed @ security"],
  },
  "security-scope-alternatives": {
    there: ["breaking security-alternative-removed @ security"],
    back: ["safe security-alternative-added @ security"],
  },
  "security-token-url": {
    there: ["breaking security-scheme-changed @ security"],
    back: ["breaking security-scheme-changed @ security"],
  },
  server: {
    there: ["risky server-changed @ server"],
    back: ["risky server-changed @ server"],
  },
  "server-added": {
    there: ["safe server-added @ server"],
    back: ["risky server-removed @ server"],
  },
  "server-of-operation": {
    there: ["risky server-changed @ server"],
    back: ["risky server-changed @ server"],
  },
  swagger: {
    there: ["risky parameter-explode-changed @ query ids", "safe response-enum-added @ data 200[].a"],
    back: ["risky parameter-explode-changed @ query ids", "risky response-enum-removed @ data 200[].a"],
  },
};

describe("changes of operations, parameters, payloads, security and servers", () => {
  test.each(Object.entries(pairs))("%s", async (name, wanted) => {
    expect(await linesOf(name)).toEqual(wanted);
  });
});
