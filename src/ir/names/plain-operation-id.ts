/** The parts of an operation from which frameworks make its `operationId`. */
interface Operation {
  operationId: string;
  method: string;
  path: string;
}

/**
 * Returns an `operationId` (OpenAPI 3.1, section 4.8.10) without what a framework adds to the operation's name in its code. Returns it
 * unchanged if it has no known form, and "" if it contains no name.
 *
 * - `get-/files/{id}_getFile` is `getFile`: method and path come first, as written (HubSpot, whose newer specs have no name after
 *   them, but the path of another version);
 * - `read_item_items__item_id__get` is `read_item`: path and method come last (FastAPI);
 * - `getItemUsingGET` is `getItem` (Springfox, which numbers repeated names: those stay);
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
 * Returns the name if it has several words, and is thus likely to stay unique in a document. Many operations could be called by one
 * word (`create`, `search`): one that is added later would want the same name, and rename the first one.
 */
function severalWords(name: string): string | undefined {
  return /[a-z\d][A-Z]|[A-Za-z\d]_+[A-Za-z\d]/.test(name) ? name : undefined;
}
