export { DiscriminatorLeads } from "./discriminator-leads.js";
export { Leads } from "./leads.js";
export { SchemeLeads } from "./scheme-leads.js";
