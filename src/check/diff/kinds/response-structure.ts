import type { ChangeKind } from "./model.js";

/** Changes of the structure of responses: properties, items, choices and conditions. */
export const responseStructureKinds = {
  "response-property-removed": {
    level: "breaking",
    title: "Response property removed",
    why: "Code that reads it gets undefined and no longer compiles, even if the property was optional.",
  },
  "response-property-added": {
    level: "safe",
    title: "Response property added",
    why: "No code reads it yet.",
  },
  "response-property-became-write-only": {
    level: "breaking",
    title: "Response property became writeOnly",
    why: "Responses no longer contain it.",
  },
  "response-property-became-optional": {
    level: "breaking",
    title: "Response property became optional",
    why: "Code that relies on it fails when it is missing.",
  },
  "response-property-became-required": {
    level: "safe",
    title: "Response property became required",
    why: "Code that checks for it always finds it.",
  },
  "response-property-deprecated": {
    level: "safe",
    title: "Response property deprecated",
    why: "It works as before. Plan to stop using it before it is removed.",
  },
  "response-property-reactivated": {
    level: "safe",
    title: "Response property no longer deprecated",
    why: "It works as before.",
  },
  "response-additional-properties-removed": {
    level: "breaking",
    title: "Response object no longer has arbitrary properties",
    why: "Code that reads undeclared properties gets undefined and no longer compiles.",
  },
  "response-additional-properties-undeclared": {
    level: "risky",
    title: "Additional response properties no longer declared",
    why: "Code that reads undeclared properties no longer compiles. The API may still return them.",
  },
  "response-additional-properties-forbidden": {
    level: "safe",
    title: "Response object has only declared properties",
    why: "The spec promised no others before.",
  },
  "response-additional-properties-allowed": {
    level: "safe",
    title: "Response object may have undeclared properties",
    why: "Code that reads the declared ones is not affected.",
  },
  "response-tuple-length-changed": {
    level: "risky",
    title: "Length of a response tuple changed",
    why: "Code that reads items by index may get another one, and the array's type changes.",
  },
  "response-union-member-added": {
    level: "risky",
    title: "Response alternative added",
    why: "Code may get a value that it does not know.",
  },
  "response-union-member-removed": {
    level: "risky",
    title: "Response alternative removed",
    why: "It no longer occurs, and code that checks for it may no longer compile.",
  },
  "response-discriminator-added": {
    level: "safe",
    title: "Discriminator of a response added",
    why: "Code can tell the alternatives apart better than before.",
  },
  "response-discriminator-removed": {
    level: "risky",
    title: "Discriminator of a response removed",
    why: "Code that tells the alternatives apart by it may no longer compile.",
  },
  "response-discriminator-changed": {
    level: "breaking",
    title: "Discriminator of a response is another property",
    why: "Code tells the alternatives apart by a property that no longer selects them.",
  },
  "response-discriminator-value-added": {
    level: "risky",
    title: "Value of a response discriminator added",
    why: "Code may get a value that it does not know.",
  },
  "response-discriminator-value-removed": {
    level: "risky",
    title: "Value of a response discriminator removed",
    why: "It no longer occurs, and comparisons with it no longer compile.",
  },
  "response-discriminator-value-changed": {
    level: "breaking",
    title: "Value of a response discriminator selects another alternative",
    why: "Code treats the value as something else than it is.",
  },
  "response-condition-added": {
    level: "safe",
    title: "Condition on a response value added",
    why: "The spec promises more than before.",
  },
  "response-condition-removed": {
    level: "risky",
    title: "Condition on a response value removed",
    why: "Code may get values that were not possible before.",
  },
  "response-condition-changed": {
    level: "risky",
    title: "Condition on a response value changed",
    why: "Code may get values that were not possible before.",
  },
  "response-schema-renamed": {
    level: "risky",
    title: "Type of a response value renamed",
    why: "The schema, and so its type, has a new name: code that imports the old name no longer compiles.",
  },
} as const satisfies Record<string, ChangeKind>;
