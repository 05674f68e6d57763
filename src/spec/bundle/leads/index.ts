export { leadDiscriminator } from "./discriminator-leads.js";
export { Leads, type LeadsInput } from "./leads.js";
export { leadSchemes } from "./scheme-leads.js";
