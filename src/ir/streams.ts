import type { ContentKind, EventForm } from "./model.js";

/** True for content that arrives piece by piece: server-sent events, or JSON by lines. */
export function isStream(kind: ContentKind | undefined): kind is "events" | "lines" {
  return kind === "events" || kind === "lines";
}

/** True if the type of an event shows whether its data is text or JSON. */
export function areToldApart(forms: readonly EventForm[]): boolean {
  const [texts, others] = [forms.filter(({ isText: is }) => is), forms.filter(({ isText: is }) => !is)];
  if (texts.length === 0 || others.length === 0) return true;
  const ofOthers = new Set(others.flatMap(({ types }) => types ?? []));
  return others.every(({ types }) => types) && texts.every(({ types }) => types?.every((type) => !ofOthers.has(type)));
}

/** Returns the form of events with unknown data, with the types of the given forms if all of them list theirs. */
export function unknownForm(forms: readonly EventForm[] = []): EventForm {
  const areKnown = forms.length > 0 && forms.every(({ types }) => types);
  const types = areKnown ? [...new Set(forms.flatMap((form) => form.types ?? []))] : undefined;
  return { types, data: undefined, isText: false };
}
