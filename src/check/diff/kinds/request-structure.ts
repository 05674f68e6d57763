import type { ChangeKind } from "./model.js";

/** Changes of the structure of what is sent: properties, items, choices and conditions. */
export const requestStructureKinds = {
  "request-required-property-added": {
    level: "breaking",
    title: "Required property to send added",
    why: "Calls without it are refused.",
  },
  "request-property-added": {
    level: "safe",
    title: "Optional property to send added",
    why: "Calls may leave it out.",
  },
  "request-property-removed": {
    level: "risky",
    title: "Property to send removed",
    why: "A call that gives it no longer compiles; the API ignores it, which may be another meaning, or refuses it.",
  },
  "request-property-forbidden": {
    level: "breaking",
    title: "Property to send removed where no others are allowed",
    why: "Calls that give it are refused.",
  },
  "request-property-became-read-only": {
    level: "risky",
    title: "Property to send became readOnly",
    why: "A call that gives it no longer compiles, and the API does not take its value.",
  },
  "request-property-became-required": {
    level: "breaking",
    title: "Property to send became required",
    why: "Calls without it are refused.",
  },
  "request-property-became-optional": {
    level: "safe",
    title: "Property to send became optional",
    why: "Calls may go on giving it.",
  },
  "request-property-deprecated": {
    level: "safe",
    title: "Property to send deprecated",
    why: "It works as before. Plan to leave it before it is removed.",
  },
  "request-property-reactivated": {
    level: "safe",
    title: "Property to send no longer deprecated",
    why: "It works as before.",
  },
  "request-additional-properties-forbidden": {
    level: "breaking",
    title: "Further properties to send no longer allowed",
    why: "Calls that give properties besides the declared ones are refused.",
  },
  "request-additional-properties-allowed": {
    level: "safe",
    title: "Further properties to send became allowed",
    why: "What was taken still is.",
  },
  "request-tuple-length-changed": {
    level: "risky",
    title: "Number of typed items of a list to send changed",
    why: "A list of the old length may be refused, and its type is another.",
  },
  "request-union-member-added": {
    level: "safe",
    title: "Choice to send added",
    why: "What was taken still is.",
  },
  "request-union-member-removed": {
    level: "breaking",
    title: "Choice to send removed",
    why: "Code that sends it is refused.",
  },
  "request-discriminator-added": {
    level: "risky",
    title: "Discriminator of a value to send added",
    why: "The property that tells the choices apart gets a narrower type: code that does not set it no longer compiles.",
  },
  "request-discriminator-removed": {
    level: "safe",
    title: "Discriminator of a value to send removed",
    why: "What was taken still is.",
  },
  "request-discriminator-changed": {
    level: "breaking",
    title: "Discriminator of a value to send is another property",
    why: "The API tells the choices apart by a property that code does not set.",
  },
  "request-discriminator-value-added": {
    level: "safe",
    title: "Value of a discriminator to send added",
    why: "What was taken still is.",
  },
  "request-discriminator-value-removed": {
    level: "breaking",
    title: "Value of a discriminator to send removed",
    why: "Code that sends it is refused.",
  },
  "request-discriminator-value-changed": {
    level: "breaking",
    title: "Value of a discriminator to send means another choice",
    why: "What code sends with it is read as something else.",
  },
  "request-condition-added": {
    level: "breaking",
    title: "Condition on a value to send added",
    why: "Values that do not meet it are refused.",
  },
  "request-condition-removed": {
    level: "safe",
    title: "Condition on a value to send removed",
    why: "What was taken still is.",
  },
  "request-condition-changed": {
    level: "risky",
    title: "Condition on a value to send changed",
    why: "What met the old condition may not meet the new one.",
  },
  "request-schema-renamed": {
    level: "risky",
    title: "Type of a value to send renamed",
    why: "The schema has another name, and so has its type: code that imports it by name no longer compiles.",
  },
} as const satisfies Record<string, ChangeKind>;
