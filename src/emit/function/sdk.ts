/**
 * The version of `@base44/sdk` that generated functions import: the first one with everything that they use
 * (`callApi`), and the one that b44-gen is tested with.
 */
const SDK_VERSION = "0.8.50";

/** The module specifier of the SDK in functions. */
export const SDK_MODULE = `npm:@base44/sdk@${SDK_VERSION}`;
