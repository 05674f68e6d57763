import { type MediaType, sentByFunction, sentJson, sentWithFiles } from "../../../ir/index.js";
import type { ChangeKindName } from "../kinds/index.js";
import type { Direction } from "../schema/side/index.js";

/** The media types of a payload or a response in both versions. Neither array is empty. */
interface MediaTypeLists {
  before: readonly MediaType[];
  after: readonly MediaType[];
  direction: Direction;
}

/** A media type in both versions. */
export interface MediaTypePair {
  before: MediaType;
  after: MediaType;
}

/** Records a change of a payload or a response, or of one of its media types. */
export type AddChange = (kind: ChangeKindName, predicate: string, mediaType?: string) => void;

/**
 * Reports added and removed media types (OpenAPI 3.1, section 4.8.14). Those that generated code sends or reads are
 * reported as other kinds of change than the rest.
 * @returns the pairs of media types whose schemas can be compared
 */
export function compareMediaTypeLists(lists: MediaTypeLists, add: AddChange): MediaTypePair[] {
  const matched = matchUsed(lists);
  const pairs = compareUsed(lists.direction, matched, add);
  compareUnused(lists, matched, add);
  return pairs;
}

interface MatchedMediaTypes {
  pairs: MediaTypePair[];
  removed: MediaType[];
  added: MediaType[];
}

/**
 * Matches the media types that generated code sends or reads by name. Several that differ only in parameters have the
 * same name.
 */
function matchUsed({ before, after, direction }: MediaTypeLists): MatchedMediaTypes {
  const usedIn = direction === "request" ? sentMediaTypes : readMediaTypes;
  const used = { before: usedIn(before), after: usedIn(after) };
  const left = new Set(used.after);
  const pairs = used.before.flatMap((was) => {
    const is = [...left].find((item) => item.mediaType === was.mediaType);
    if (!is) return [];
    left.delete(is);
    return [{ before: was, after: is }];
  });
  return {
    pairs,
    removed: used.before.filter((item) => !hasMediaType(used.after, item)),
    added: used.after.filter((item) => !hasMediaType(used.before, item)),
  };
}

/**
 * Returns the media types that generated code sends: for an integration, JSON; for a function, also one for files that
 * JSON cannot carry, and the form for payloads with files.
 */
function sentMediaTypes(content: readonly MediaType[]): MediaType[] {
  const sent = [sentJson(content), sentByFunction({ content }), sentWithFiles({ content })];
  return [...new Set(sent)].filter((item) => item !== undefined);
}

/** Returns the media types that generated code reads: all JSON ones, or the first if there is none. */
function readMediaTypes(content: readonly MediaType[]): MediaType[] {
  const json = content.filter((item) => item.isJson);
  return json.length > 0 ? json : content.slice(0, 1);
}

function compareUsed(direction: Direction, matched: MatchedMediaTypes, add: AddChange): MediaTypePair[] {
  const { pairs, removed, added } = matched;
  const [was] = removed;
  const [is] = added;
  if (was && is && pairs.length === 0 && was.kind !== is.kind) {
    add(`${direction}-content-changed`, `was ${was.mediaType} and is now ${is.mediaType}`, was.mediaType);
    return [];
  }
  const replaced: MediaTypePair[] = [];
  for (const [index, media] of removed.entries()) {
    const replacement = added[index];
    if (replacement) {
      const predicate = `was ${media.mediaType} and is now ${replacement.mediaType}`;
      add(`${direction}-media-type-replaced`, predicate, media.mediaType);
      replaced.push({ before: media, after: replacement });
    } else {
      add(`${direction}-media-type-removed`, `can no longer be ${media.mediaType}`, media.mediaType);
    }
  }
  for (const { mediaType } of added.slice(removed.length)) {
    add(`${direction}-media-type-added`, `can now also be ${mediaType}`, mediaType);
  }
  return [...pairs, ...replaced];
}

/** Reports added and removed media types that generated code does not use. */
function compareUnused(lists: MediaTypeLists, { removed, added }: MatchedMediaTypes, add: AddChange): void {
  const { before, after, direction } = lists;
  const isRequest = direction === "request";
  for (const media of before) {
    if (hasMediaType(after, media) || hasMediaType(removed, media)) continue;
    const kind = isRequest ? "request-unused-media-type-removed" : "response-media-type-removed";
    add(kind, `can no longer be ${media.mediaType}`, media.mediaType);
  }
  for (const media of after) {
    if (hasMediaType(before, media) || hasMediaType(added, media)) continue;
    const kind = isRequest ? "request-media-type-added" : "response-unused-media-type-added";
    add(kind, `can now also be ${media.mediaType}`, media.mediaType);
  }
}

function hasMediaType(list: readonly MediaType[], { mediaType }: MediaType): boolean {
  return list.some((item) => item.mediaType === mediaType);
}
