import { type JsonObject, setMember } from "../../../src/json/index.js";
import { create, list } from "./places.js";
import { at, isInherited, key, member, type Position } from "./position.js";

const flows = ["components", "securitySchemes", "oauth", "flows"];
const oauth = [...flows, "authorizationCode"];
const client = [...flows, "clientCredentials"];

/** Of security schemes and requirements. */
export const SECURITY: Position[] = [
  {
    name: "security scheme",
    isSpecial: isInherited,
    put: (document, text) => {
      setMember(at(document, "components", "securitySchemes"), text, { type: "http", scheme: "bearer" });
      const requirement: JsonObject = {};
      setMember(requirement, text, []);
      setMember(at(document, ...list), "security", [requirement]);
    },
  },
  member("security scheme description", ["components", "securitySchemes", "key"], "description"),
  member("security scheme type", ["components", "securitySchemes", "key"], "type"),
  member("security header", ["components", "securitySchemes", "key"], "name"),
  key("scope", [...oauth, "scopes"], () => "One more."),
  {
    name: "required scope",
    put: (document, text) => {
      setMember(at(document, ...client, "scopes"), text, "One more.");
      setMember(at(document, ...create), "security", [{ oauth: [text] }]);
    },
  },
  member("scope description", [...oauth, "scopes"], "things.write"),
  member("authorization URL", oauth, "authorizationUrl"),
  member("token URL", client, "tokenUrl"),
  {
    name: "query of a token URL",
    put: (document, text) => setMember(at(document, ...client), "tokenUrl", `https://id.acme.com/token?a=${text}`),
  },
];
