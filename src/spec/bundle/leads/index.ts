export { leadDiscriminator } from "./discriminator-leads.js";
export { Leads } from "./leads.js";
export { leadSchemes } from "./scheme-leads.js";
