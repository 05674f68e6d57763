/** What of an operation frameworks make its `operationId` from. */
interface Operation {
  operationId: string;
  method: string;
  path: string;
}

/**
 * An `operationId` (OpenAPI 3.1, section 4.8.10) without what a framework puts around the name that the operation has in its
 * code; the `operationId` itself where it is in none of the forms that are known, and "" where it has no name in it.
 *
 * - `get-/files/{id}_getFile` is `getFile`: method and path in front, as written (HubSpot, whose newer specs have no name behind them,
 *   but the path of another version);
 * - `read_item_items__item_id__get` is `read_item`: path and method behind (FastAPI);
 * - `getItemUsingGET` is `getItem` (Springfox, which numbers the further ones of a name: those stay);
 * - `ItemsController_findAll` and `ItemsController.findAll` are `Items_findAll` (NestJS, LoopBack).
 */
export function plainOperationId(operation: Operation): string {
  return behindPlace(operation) ?? beforePlace(operation) ?? beforeMethod(operation) ?? ofController(operation);
}

function behindPlace({ operationId, method, path }: Operation): string | undefined {
  if (!operationId.includes("/")) return undefined;
  const place = `${method.toLowerCase()}-${path}_`;
  if (!operationId.toLowerCase().startsWith(place.toLowerCase())) return undefined;
  const name = operationId.slice(place.length);
  if (name === "") return undefined;
  return name.startsWith("/") ? "" : name;
}

function beforePlace({ operationId, method, path }: Operation): string | undefined {
  const place = `${path.replace(/\W/g, "_")}_${method.toLowerCase()}`;
  return operationId.endsWith(place) ? severalWords(operationId.slice(0, -place.length)) : undefined;
}

function beforeMethod({ operationId, method }: Operation): string | undefined {
  const ending = `Using${method.toUpperCase()}`;
  return operationId.endsWith(ending) ? severalWords(operationId.slice(0, -ending.length)) : undefined;
}

function ofController({ operationId }: Operation): string {
  if (!operationId.includes("Controller")) return operationId;
  return operationId.replace(/^([A-Za-z]\w*?)Controller[_.](?=[A-Za-z])/, "$1_");
}

/**
 * A name that has a place of its own in a whole document. One word (`create`, `search`) is said of many things: an operation
 * that is added would soon want it too, and rename the first one.
 */
function severalWords(name: string): string | undefined {
  return /[a-z\d][A-Z]|[A-Za-z\d]_+[A-Za-z\d]/.test(name) ? name : undefined;
}
