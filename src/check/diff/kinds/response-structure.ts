import type { ChangeKind } from "./model.js";

/** Changes of the structure of responses: properties, items, choices and conditions. */
export const responseStructureKinds = {
  "response-property-removed": {
    level: "breaking",
    title: "Property of an answer removed",
    why: "Code that reads it finds nothing and no longer compiles, even where it was optional.",
  },
  "response-property-added": {
    level: "safe",
    title: "Property of an answer added",
    why: "No code reads it yet.",
  },
  "response-property-became-write-only": {
    level: "breaking",
    title: "Property of an answer became writeOnly",
    why: "Answers no longer have it.",
  },
  "response-property-became-optional": {
    level: "breaking",
    title: "Property of an answer became optional",
    why: "Code that uses it as it is fails where it is missing.",
  },
  "response-property-became-required": {
    level: "safe",
    title: "Property of an answer became sure",
    why: "Code that looks whether it is there finds that it is.",
  },
  "response-property-deprecated": {
    level: "safe",
    title: "Property of an answer deprecated",
    why: "It is there as before. Plan to leave it before it is removed.",
  },
  "response-property-reactivated": {
    level: "safe",
    title: "Property of an answer no longer deprecated",
    why: "It is there as before.",
  },
  "response-additional-properties-removed": {
    level: "breaking",
    title: "Answer no longer has properties of any name",
    why: "Code that reads properties by names of its own finds nothing and no longer compiles.",
  },
  "response-additional-properties-forbidden": {
    level: "safe",
    title: "Answer has no properties besides the declared ones",
    why: "None was promised before.",
  },
  "response-additional-properties-allowed": {
    level: "safe",
    title: "Answer may have properties besides the declared ones",
    why: "Code that reads the declared ones is not touched.",
  },
  "response-tuple-length-changed": {
    level: "risky",
    title: "Number of typed items of a list in an answer changed",
    why: "Code that reads items by their place may read another one, and the list's type is another.",
  },
  "response-union-member-added": {
    level: "risky",
    title: "Choice in an answer added",
    why: "Code may meet a value that it does not know.",
  },
  "response-union-member-removed": {
    level: "risky",
    title: "Choice in an answer removed",
    why: "Code that looks for it may no longer compile; it does not come any more.",
  },
  "response-discriminator-added": {
    level: "safe",
    title: "Discriminator of an answer added",
    why: "The choices are told apart better than before.",
  },
  "response-discriminator-removed": {
    level: "risky",
    title: "Discriminator of an answer removed",
    why: "Code that tells the choices apart by it may no longer compile.",
  },
  "response-discriminator-changed": {
    level: "breaking",
    title: "Discriminator of an answer is another property",
    why: "Code tells the choices apart by a property that no longer does.",
  },
  "response-discriminator-value-added": {
    level: "risky",
    title: "Value of a discriminator in an answer added",
    why: "Code may meet a value that it does not know.",
  },
  "response-discriminator-value-removed": {
    level: "risky",
    title: "Value of a discriminator in an answer removed",
    why: "A comparison with it no longer compiles; it does not come any more.",
  },
  "response-discriminator-value-changed": {
    level: "breaking",
    title: "Value of a discriminator in an answer means another choice",
    why: "Code takes the value for something else than it is.",
  },
  "response-condition-added": {
    level: "safe",
    title: "Condition on a value in an answer added",
    why: "More is promised than before.",
  },
  "response-condition-removed": {
    level: "risky",
    title: "Condition on a value in an answer removed",
    why: "Code may meet a value that did not come before.",
  },
  "response-condition-changed": {
    level: "risky",
    title: "Condition on a value in an answer changed",
    why: "Code may meet a value that did not come before.",
  },
  "response-schema-renamed": {
    level: "risky",
    title: "Type of a value in an answer renamed",
    why: "The schema has another name, and so has its type: code that imports it by name no longer compiles.",
  },
} as const satisfies Record<string, ChangeKind>;
