import type { JsonObject } from "../../json/index.js";
import { collectionStyle } from "./collection-format.js";
import type { UpgradeContext } from "./context.js";
import { upgradeTyped } from "./parameter-object.js";

/**
 * Upgrades a Header Object or a reference to one: its type moves to `schema` (OpenAPI 3.1, "Header Object"). Its style
 * is `simple`, unless Swagger 2.0 has another `collectionFormat`.
 */
export function upgradeHeader(written: JsonObject, context: UpgradeContext): JsonObject {
  return context.onceInlined("header", written, (header) =>
    upgradeTyped(header, context, () => {
      const style = collectionStyle(header, "header", context.family);
      return style.get("style") === "simple" ? new Map() : style;
    }),
  );
}
