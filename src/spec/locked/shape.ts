import { isIdentifier } from "../../identifiers/index.js";
import { isObject } from "../../json/index.js";
import { LOCKED_SPEC_FORMAT, type LockedSpecHeader } from "./model.js";

/** True for what {@link LockedSpecHeader} describes: a copy is a file like any other, and may have been damaged. */
export function isHeader(value: unknown): value is LockedSpecHeader {
  if (!isObject(value) || value.format !== LOCKED_SPEC_FORMAT) return false;
  if (value.tokens !== undefined && typeof value.tokens !== "boolean") return false;
  return isOrigin(value.origin) && isTexts(value.selection) && isNames(value.names) && isSecurity(value.security);
}

function isOrigin(value: unknown): boolean {
  if (!isObject(value) || !hasTexts(value, ["spec", "url", "hash"])) return false;
  const { etag = "", lastModified = "", documents = [] } = value;
  if (typeof etag !== "string" || typeof lastModified !== "string" || !Array.isArray(documents)) return false;
  return documents.every((item) => hasTexts(item, ["path", "hash"]));
}

function isNames(value: unknown): boolean {
  if (!isObject(value) || !isName(value.factory)) return false;
  const { operations, schemas } = value;
  if (!isObject(operations) || !isObject(schemas)) return false;
  const areOperations = Object.values(operations).every((item) =>
    hasNames(item, ["name", "argumentsTypeName", "resultTypeName"]),
  );
  return areOperations && Object.values(schemas).every((item) => hasNames(item, ["name", "requestName"]));
}

function isSecurity(value: unknown): boolean {
  return Array.isArray(value) && value.every(isCounted);
}

function isCounted(item: unknown): boolean {
  if (!isObject(item) || !Array.isArray(item.requirements)) return false;
  if (!Number.isSafeInteger(item.operations) || Number(item.operations) < 0) return false;
  return item.requirements.every((one) => isObject(one) && Object.values(one).every(isTexts));
}

function hasNames(value: unknown, keys: readonly string[]): boolean {
  return isObject(value) && keys.every((key) => isName(value[key]));
}

/** Names become code: a copy that was written by hand must not bring anything else in. */
function isName(value: unknown): boolean {
  return typeof value === "string" && value.length <= 1000 && isIdentifier(value);
}

function hasTexts(value: unknown, keys: readonly string[]): boolean {
  return isObject(value) && keys.every((key) => typeof value[key] === "string");
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
