/** True for a spec that comes from the network. */
export function isUrl(spec: string): boolean {
  return /^https?:\/\//i.test(spec);
}
