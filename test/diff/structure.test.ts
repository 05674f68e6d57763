import { describe, expect, test } from "vitest";
import { linesOf } from "./support.js";

/** The pairs of fixtures/changes: what is found from before to after, and from after to before. */
const pairs: Record<string, { there: string[]; back: string[] }> = {
  "all-of": {
    there: ["breaking request-required-property-added @ payload.c", "safe response-property-added @ data 200.c"],
    back: ["risky request-property-removed @ payload.c", "breaking response-property-removed @ data 200.c"],
  },
  "all-of-circle": {
    there: [
      "breaking request-type-changed @ payload.value.lives",
      "breaking response-type-changed @ data 200.value.lives",
    ],
    back: [
      "breaking request-type-changed @ payload.value.lives",
      "breaking response-type-changed @ data 200.value.lives",
    ],
  },
  "any-of": {
    there: ["safe request-union-member-added @ payload.value", "breaking response-type-widened @ data 200.value"],
    back: [
      "breaking request-union-member-removed @ payload.value",
      "risky response-union-member-removed @ data 200.value",
    ],
  },
  "bare-object": {
    there: [
      "safe request-property-added @ payload.value.a",
      "risky request-additional-properties-undeclared @ payload.value",
      "safe response-property-added @ data 200.value.a",
      "risky response-additional-properties-undeclared @ data 200.value",
    ],
    back: ["risky request-property-removed @ payload.value.a", "breaking response-property-removed @ data 200.value.a"],
  },
  closed: {
    there: [
      "risky request-additional-properties-forbidden @ payload",
      "safe response-additional-properties-forbidden @ data 200",
    ],
    back: [
      "safe request-additional-properties-allowed @ payload",
      "safe response-additional-properties-allowed @ data 200",
    ],
  },
  "dependent-required": {
    there: ["breaking request-condition-added @ payload.value", "safe response-condition-added @ data 200.value"],
    back: ["safe request-condition-removed @ payload.value", "risky response-condition-removed @ data 200.value"],
  },
  discriminator: {
    there: ["risky request-discriminator-added @ payload.value", "safe response-discriminator-added @ data 200.value"],
    back: [
      "safe request-discriminator-removed @ payload.value",
      "risky response-discriminator-removed @ data 200.value",
    ],
  },
  "discriminator-mapping": {
    there: [
      "breaking request-discriminator-value-changed @ payload.value",
      "breaking response-discriminator-value-changed @ data 200.value",
    ],
    back: [
      "breaking request-discriminator-value-changed @ payload.value",
      "breaking response-discriminator-value-changed @ data 200.value",
    ],
  },
  "discriminator-property": {
    there: [
      "breaking request-discriminator-changed @ payload.value",
      "breaking response-discriminator-changed @ data 200.value",
    ],
    back: [
      "breaking request-discriminator-changed @ payload.value",
      "breaking response-discriminator-changed @ data 200.value",
    ],
  },
  "discriminator-value": {
    there: [
      "safe request-discriminator-value-added @ payload.value",
      "risky response-discriminator-value-added @ data 200.value",
    ],
    back: [
      "breaking request-discriminator-value-removed @ payload.value",
      "risky response-discriminator-value-removed @ data 200.value",
    ],
  },
  items: {
    there: ["breaking request-type-changed @ payload.value[]", "breaking response-type-changed @ data 200.value[]"],
    back: ["breaking request-type-changed @ payload.value[]", "breaking response-type-changed @ data 200.value[]"],
  },
  "map-removed": {
    there: [
      "breaking request-additional-properties-removed @ payload.value",
      "breaking response-additional-properties-removed @ data 200.value",
    ],
    back: [
      "safe request-additional-properties-allowed @ payload.value",
      "safe response-additional-properties-allowed @ data 200.value",
    ],
  },
  "map-value": {
    there: ["breaking request-type-changed @ payload.value[*]", "breaking response-type-changed @ data 200.value[*]"],
    back: ["breaking request-type-changed @ payload.value[*]", "breaking response-type-changed @ data 200.value[*]"],
  },
  not: {
    there: ["risky request-condition-changed @ payload.value", "risky response-condition-changed @ data 200.value"],
    back: ["risky request-condition-changed @ payload.value", "risky response-condition-changed @ data 200.value"],
  },
  "one-of": {
    there: ["safe request-union-member-added @ payload.value", "risky response-union-member-added @ data 200.value"],
    back: [
      "breaking request-union-member-removed @ payload.value",
      "risky response-union-member-removed @ data 200.value",
    ],
  },
  "one-of-circle": {
    there: [
      "breaking request-type-changed @ payload.cat.lives",
      "breaking request-type-changed @ payload.pet.lives",
      "breaking response-type-changed @ data 200.cat.lives",
      "breaking response-type-changed @ data 200.pet.lives",
    ],
    back: [
      "breaking request-type-changed @ payload.cat.lives",
      "breaking request-type-changed @ payload.pet.lives",
      "breaking response-type-changed @ data 200.cat.lives",
      "breaking response-type-changed @ data 200.pet.lives",
    ],
  },
  "one-of-inline": {
    there: ["breaking request-type-changed @ payload.value.x", "breaking response-type-changed @ data 200.value.x"],
    back: ["breaking request-type-changed @ payload.value.x", "breaking response-type-changed @ data 200.value.x"],
  },
  "one-of-member": {
    there: [
      "breaking request-type-changed @ payload.value.lives",
      "breaking response-type-changed @ data 200.value.lives",
    ],
    back: [
      "breaking request-type-changed @ payload.value.lives",
      "breaking response-type-changed @ data 200.value.lives",
    ],
  },
  "one-of-other": {
    there: ["breaking request-type-changed @ payload.value", "breaking response-type-changed @ data 200.value"],
    back: ["breaking request-type-changed @ payload.value", "breaking response-type-changed @ data 200.value"],
  },
  "property-became-required": {
    there: [
      "breaking request-property-became-required @ payload.a",
      "safe response-property-became-required @ data 200.a",
    ],
    back: [
      "safe request-property-became-optional @ payload.a",
      "breaking response-property-became-optional @ data 200.a",
    ],
  },
  "property-closed": {
    there: ["breaking request-property-forbidden @ payload.b", "breaking response-property-removed @ data 200.b"],
    back: ["safe request-property-added @ payload.b", "safe response-property-added @ data 200.b"],
  },
  "property-deprecated": {
    there: ["safe request-property-deprecated @ payload.a", "safe response-property-deprecated @ data 200.a"],
    back: ["safe request-property-reactivated @ payload.a", "safe response-property-reactivated @ data 200.a"],
  },
  "property-false": {
    there: ["breaking request-property-forbidden @ payload.b", "breaking response-property-removed @ data 200.b"],
    back: ["safe request-property-added @ payload.b", "safe response-property-added @ data 200.b"],
  },
  "property-nested": {
    there: ["breaking request-type-changed @ payload.a.b[]", "breaking response-type-changed @ data 200.a.b[]"],
    back: ["breaking request-type-changed @ payload.a.b[]", "breaking response-type-changed @ data 200.a.b[]"],
  },
  "property-optional": {
    there: ["safe request-property-added @ payload.b", "safe response-property-added @ data 200.b"],
    back: ["risky request-property-removed @ payload.b", "breaking response-property-removed @ data 200.b"],
  },
  "property-pattern": {
    there: ["risky request-condition-changed @ payload", "risky response-condition-changed @ data 200"],
    back: ["risky request-condition-changed @ payload", "risky response-condition-changed @ data 200"],
  },
  "property-read-only": {
    there: ["risky request-property-became-read-only @ payload.a"],
    back: ["safe request-property-added @ payload.a", "risky request-additional-properties-undeclared @ payload"],
  },
  "property-read-only-added": {
    there: ["safe response-property-added @ data 200.a", "risky response-additional-properties-undeclared @ data 200"],
    back: ["breaking response-property-removed @ data 200.a"],
  },
  "property-read-only-limits": {
    there: ["safe response-max-length-tightened @ data 200.a"],
    back: ["risky response-max-length-loosened @ data 200.a"],
  },
  "property-required": {
    there: ["breaking request-required-property-added @ payload.b", "safe response-property-added @ data 200.b"],
    back: ["risky request-property-removed @ payload.b", "breaking response-property-removed @ data 200.b"],
  },
  "property-required-undeclared": {
    there: ["breaking request-condition-added @ payload", "safe response-condition-added @ data 200"],
    back: ["safe request-condition-removed @ payload", "risky response-condition-removed @ data 200"],
  },
  "property-write-only": {
    there: ["breaking response-property-became-write-only @ data 200.a"],
    back: ["safe response-property-added @ data 200.a", "risky response-additional-properties-undeclared @ data 200"],
  },
  recursive: {
    there: ["breaking request-type-changed @ payload.name", "breaking response-type-changed @ data 200.name"],
    back: ["breaking request-type-changed @ payload.name", "breaking response-type-changed @ data 200.name"],
  },
  "required-alternatives": {
    there: ["breaking request-condition-added @ payload.value", "safe response-condition-added @ data 200.value"],
    back: ["safe request-condition-removed @ payload.value", "risky response-condition-removed @ data 200.value"],
  },
  "schema-renamed": {
    there: ["risky request-schema-renamed @ payload.value", "risky response-schema-renamed @ data 200.value"],
    back: ["risky request-schema-renamed @ payload.value", "risky response-schema-renamed @ data 200.value"],
  },
  "shared-schema": {
    there: [
      "risky response-enum-value-added @ data 200[].name",
      "safe request-enum-value-added @ payload.name",
      "risky response-enum-value-added @ data 200.name",
    ],
    back: [
      "risky response-enum-value-removed @ data 200[].name",
      "breaking request-enum-value-removed @ payload.name",
      "risky response-enum-value-removed @ data 200.name",
    ],
  },
  "single-to-one-of": {
    there: ["safe request-union-member-added @ payload.value", "breaking response-type-widened @ data 200.value"],
    back: [
      "breaking request-union-member-removed @ payload.value",
      "risky response-union-member-removed @ data 200.value",
    ],
  },
  tuple: {
    there: [
      "risky request-tuple-length-changed @ payload.value",
      "breaking request-type-changed @ payload.value[]",
      "risky response-tuple-length-changed @ data 200.value",
      "breaking response-type-changed @ data 200.value[]",
    ],
    back: [
      "risky request-tuple-length-changed @ payload.value",
      "breaking request-type-changed @ payload.value[]",
      "risky response-tuple-length-changed @ data 200.value",
      "breaking response-type-changed @ data 200.value[]",
    ],
  },
  "union-beside-additional": {
    there: ["safe request-union-member-added @ payload.value", "breaking response-type-widened @ data 200.value"],
    back: [
      "breaking request-union-member-removed @ payload.value",
      "risky response-union-member-removed @ data 200.value",
    ],
  },
  "union-enum": {
    there: ["safe request-enum-value-added @ payload.value", "risky response-enum-value-added @ data 200.value"],
    back: ["breaking request-enum-value-removed @ payload.value", "risky response-enum-value-removed @ data 200.value"],
  },
  "union-of-same-types": {
    there: [
      "breaking request-min-length-tightened @ payload.value",
      "safe response-min-length-tightened @ data 200.value",
    ],
    back: ["safe request-min-length-loosened @ payload.value", "risky response-min-length-loosened @ data 200.value"],
  },
  "union-with-anything": {
    there: ["safe request-type-widened @ payload.value", "breaking response-type-widened @ data 200.value"],
    back: ["breaking request-type-narrowed @ payload.value", "safe response-type-added @ data 200.value"],
  },
};

describe("changes of the structure of values", () => {
  test.each(Object.entries(pairs))("%s", async (name, wanted) => {
    expect(await linesOf(name)).toEqual(wanted);
  });
});
