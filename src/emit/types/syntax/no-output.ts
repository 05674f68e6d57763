/**
 * Replaces the two packages with which openapi-typescript colours its terminal output. b44-gen uses only its schema
 * transforms, which print nothing.
 */
const noOutput = { enabled: false, stdout: false };

export default noOutput;
