/** Major, minor, patch, and 0 for a prerelease or 1 for a release. */
type Version = [number, number, number, number];

const PART = String.raw`\d+|[xX*]`;
const VERSION = new RegExp(String.raw`^(\d+)(?:\.(${PART}))?(?:\.(${PART}))?(-[\w.-]+)?(?:\+[\w.-]+)?$`);
const COMPARATOR = /^(\^|~>?|>=|<=|>|<|=|v)?v?(.*)$/;

/**
 * Whether every version that a range in a package.json allows is at least `version`, judged by the range's lower bound.
 * For example, `^0.8.4` is not at least `0.8.20`, although it allows that version. Undefined if the range has no lower
 * bound that can be read: `latest`, `*`, `<1`, `workspace:*`, paths, URLs.
 */
export function sdkAtLeast(range: string, version: string): boolean | undefined {
  const wanted = parse(version);
  const floors = range
    .trim()
    .replace(/^npm:@?[^@]+@/, "")
    .split("||")
    .map(floorOf);
  if (!wanted || floors.some((floor) => floor === undefined)) return undefined;
  return floors.every((floor) => floor !== undefined && compare(floor, wanted) >= 0);
}

/** Returns the lower bound of one alternative: the versions that all of its comparators allow. */
function floorOf(alternative: string): Version | undefined {
  const [plain = ""] = alternative.split(/\s+-\s+/);
  const comparators = plain
    .trim()
    .replace(/([<>=^~])\s+/g, "$1")
    .split(/\s+/);
  let floor: Version | undefined;
  for (const comparator of comparators) {
    const [, operator = "", text = ""] = COMPARATOR.exec(comparator) ?? [];
    const version = parse(text);
    if (!version) return undefined;
    if (operator.startsWith("<")) continue;
    const least: Version = operator === ">" ? [version[0], version[1], version[2] + 1, 0] : version;
    if (!floor || compare(least, floor) > 0) floor = least;
  }
  return floor;
}

function parse(text: string): Version | undefined {
  const match = VERSION.exec(text.trim());
  if (!match) return undefined;
  const [, major = "", minor = "0", patch = "0", prerelease] = match;
  const number = (part: string) => (/^\d+$/.test(part) ? Number(part) : 0);
  return [number(major), number(minor), number(patch), prerelease ? 0 : 1];
}

function compare(one: Version, other: Version): number {
  const index = one.findIndex((part, place) => part !== other[place]);
  return index === -1 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}
