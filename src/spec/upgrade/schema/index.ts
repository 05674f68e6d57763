export { collectDiscriminatorValues } from "./discriminator-object.js";
export { withNullableOf } from "./nullable.js";
export { upgradeSchema } from "./schema-object.js";
