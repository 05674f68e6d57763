export { DiscriminatedMembers } from "./discriminator.js";
