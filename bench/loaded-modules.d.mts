export function packagesLoaded(args: string[], cwd: string): { status: number | null; packages: Set<string> };
