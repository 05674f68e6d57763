export function packagesLoaded(
  args: string[],
  cwd: string,
  env?: Record<string, string>,
): { status: number | null; packages: Set<string> };
