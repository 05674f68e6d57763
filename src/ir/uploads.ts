import type { MediaType } from "./model.js";

/** True for a body whose JSON form has files, which JSON has no way to carry, while its multipart form does. */
export function isUpload({ content }: { content: readonly MediaType[] }): boolean {
  const inJson = new Set(content.filter(({ isJson }) => isJson).flatMap(({ files }) => files));
  return content.some(({ kind, files }) => kind === "multipart" && files.some((name) => inJson.has(name)));
}
