/**
 * Stands in for the two packages that openapi-typescript colours its own terminal output with. b44-gen uses its
 * schema transforms only, which print nothing.
 */
const noOutput = { enabled: false, stdout: false };

export default noOutput;
