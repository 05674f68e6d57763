import type { ChangeKind } from "./model.js";

/** Changes of the structure of requests: properties, items, choices and conditions. */
export const requestStructureKinds = {
  "request-required-property-added": {
    level: "breaking",
    title: "Required request property added",
    why: "Calls without it are rejected.",
  },
  "request-property-added": {
    level: "safe",
    title: "Optional request property added",
    why: "Calls may omit it.",
  },
  "request-property-removed": {
    level: "risky",
    title: "Request property removed",
    why: "Calls that pass it no longer compile. The API may reject it, or ignore it, which may change the meaning of the call.",
  },
  "request-property-forbidden": {
    level: "breaking",
    title: "Request property removed from an object that allows no others",
    why: "Calls that pass it are rejected.",
  },
  "request-property-became-read-only": {
    level: "risky",
    title: "Request property became readOnly",
    why: "Calls that pass it no longer compile, and the API ignores its value.",
  },
  "request-property-became-required": {
    level: "breaking",
    title: "Request property became required",
    why: "Calls without it are rejected.",
  },
  "request-property-became-optional": {
    level: "safe",
    title: "Request property became optional",
    why: "Calls may still pass it.",
  },
  "request-property-deprecated": {
    level: "safe",
    title: "Request property deprecated",
    why: "It works as before. Plan to stop using it before it is removed.",
  },
  "request-property-reactivated": {
    level: "safe",
    title: "Request property no longer deprecated",
    why: "It works as before.",
  },
  "request-additional-properties-removed": {
    level: "breaking",
    title: "Request object no longer has arbitrary properties",
    why: "Calls that pass undeclared properties are rejected and no longer compile.",
  },
  "request-additional-properties-undeclared": {
    level: "risky",
    title: "Additional request properties no longer declared",
    why: "Calls that pass undeclared properties no longer compile. The API may still accept them.",
  },
  "request-additional-properties-forbidden": {
    level: "risky",
    title: "Request object may have only declared properties",
    why: "The type had no others before. Calls that pass others all the same, from JavaScript for example, are rejected.",
  },
  "request-additional-properties-allowed": {
    level: "safe",
    title: "Additional request properties became allowed",
    why: "Everything accepted before still is.",
  },
  "request-tuple-length-changed": {
    level: "risky",
    title: "Length of a request tuple changed",
    why: "The API may reject an array of the old length, and the array's type changes.",
  },
  "request-union-member-added": {
    level: "safe",
    title: "Request alternative added",
    why: "Everything accepted before still is.",
  },
  "request-union-member-removed": {
    level: "breaking",
    title: "Request alternative removed",
    why: "Calls that send it are rejected.",
  },
  "request-discriminator-added": {
    level: "risky",
    title: "Discriminator of a request value added",
    why: "The property that selects the alternative gets a narrower type: code that does not set it no longer compiles.",
  },
  "request-discriminator-removed": {
    level: "safe",
    title: "Discriminator of a request value removed",
    why: "Everything accepted before still is.",
  },
  "request-discriminator-changed": {
    level: "breaking",
    title: "Discriminator of a request value is another property",
    why: "The API selects the alternative by a property that code does not set.",
  },
  "request-discriminator-value-added": {
    level: "safe",
    title: "Value of a request discriminator added",
    why: "Everything accepted before still is.",
  },
  "request-discriminator-value-removed": {
    level: "breaking",
    title: "Value of a request discriminator removed",
    why: "Calls that send it are rejected.",
  },
  "request-discriminator-value-changed": {
    level: "breaking",
    title: "Value of a request discriminator selects another alternative",
    why: "The API reads what code sends with it as something else.",
  },
  "request-condition-added": {
    level: "breaking",
    title: "Condition on a request value added",
    why: "Values that do not meet it are rejected.",
  },
  "request-condition-removed": {
    level: "safe",
    title: "Condition on a request value removed",
    why: "Everything accepted before still is.",
  },
  "request-condition-changed": {
    level: "risky",
    title: "Condition on a request value changed",
    why: "Values that met the old condition may not meet the new one.",
  },
  "request-schema-renamed": {
    level: "risky",
    title: "Type of a request value renamed",
    why: "The schema, and so its type, has a new name: code that imports the old name no longer compiles.",
  },
} as const satisfies Record<string, ChangeKind>;
