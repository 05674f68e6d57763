/** The specs of a folder, relative to it, in a fixed order. */
export function specsIn(folder: string): string[];
