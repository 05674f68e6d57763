/**
 * A relative URL of a Server Object from the address of the document that the object stands in, whatever that calls
 * itself by `$self` (OpenAPI 3.2.0, sections 4.5 and 4.5.2.1); what stands in braces stays as it is. Undefined where the
 * document is not from the network, and for what is no URL.
 */
export function resolvedServer(url: string, address: string): string | undefined {
  if (!/^https?:\/\//i.test(address)) return undefined;
  try {
    return decodeURI(new URL(url, address).href);
  } catch {
    return undefined;
  }
}
