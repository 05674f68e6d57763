export { brokenEntries, bundledDiscriminator } from "./discriminator-mapping.js";
export { Leads } from "./leads.js";
export { SchemeLeads } from "./scheme-leads.js";
