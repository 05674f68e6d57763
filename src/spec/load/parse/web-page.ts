import { type Diagnostic, diagnostic } from "../../../diagnostics/index.js";
import { isAddress } from "../../../files/index.js";
import { displayUrl } from "../display.js";

/** The number of characters of a page that are searched. */
const LOOKED_AT = 65_536;

const SHOWS_SPECS = /swagger-?ui|redoc|rapi-?doc|stoplight|scalar/i;

/** The URL of the spec in a page that displays one: a setting of Swagger UI, or an attribute of other tools. */
const SPEC_OF_PAGE =
  /(?:["']?\burl["']?\s*:|\b(?:spec-url|data-url|apiDescriptionUrl)\s*=|\bRedoc\.init\()\s*["']([^"'\s]+)["']/;

/**
 * Returns the diagnostic for a web page that was given as a spec (B44-103). If the page displays a spec, the help says
 * where that is.
 */
export function webPage(text: string, display: string): Diagnostic {
  const location = { file: display };
  const looked = text.slice(0, LOOKED_AT);
  if (!SHOWS_SPECS.test(looked))
    return diagnostic("B44-103", { message: `"${display}" is a web page, not a spec.`, location });
  const spec = specOfPage(looked, display);
  const help = spec
    ? `Give the address of the spec itself, probably ${spec}.`
    : "Give the address of the spec itself: such pages usually link to it below the title.";
  return diagnostic("B44-103", {
    message: `"${display}" is a web page that displays a spec, not the spec itself.`,
    location,
    help,
  });
}

function specOfPage(text: string, display: string): string | undefined {
  const [, written = ""] = SPEC_OF_PAGE.exec(text) ?? [];
  const page = isAddress(display) && URL.canParse(display) ? display : undefined;
  if (written === "" || !URL.canParse(written, page)) return undefined;
  const url = new URL(written, page);
  return /^https?:$/.test(url.protocol) ? displayUrl(url) : undefined;
}
