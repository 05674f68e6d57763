import type { ContentKind, EventForm } from "./model.js";

/** True for content that comes piece by piece: server-sent events, or JSON by lines. */
export function isStream(kind: ContentKind | undefined): kind is "events" | "lines" {
  return kind === "events" || kind === "lines";
}

/** True where whoever reads events of these forms can tell by an event's type whether it holds text or JSON. */
export function areToldApart(forms: readonly EventForm[]): boolean {
  const [texts, others] = [forms.filter(({ isText: is }) => is), forms.filter(({ isText: is }) => !is)];
  if (texts.length === 0 || others.length === 0) return true;
  const ofOthers = new Set(others.flatMap(({ types }) => types ?? []));
  return others.every(({ types }) => types) && texts.every(({ types }) => types?.every((type) => !ofOthers.has(type)));
}

/** The form of events of which nothing is known but the types, where all of these forms say theirs. */
export function unknownForm(forms: readonly EventForm[] = []): EventForm {
  const areKnown = forms.length > 0 && forms.every(({ types }) => types);
  const types = areKnown ? [...new Set(forms.flatMap((form) => form.types ?? []))] : undefined;
  return { types, data: undefined, isText: false };
}
