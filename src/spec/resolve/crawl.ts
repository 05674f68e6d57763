/**
 * Reads documents that refer to each other, each once, until there are no new ones. swagger-parser does the crawling. It sees only the
 * references of a document, because it fails altogether if one of them is not a URL.
 * @param read takes an absolute URI, and returns the URIs that the document refers to; must not throw
 */
export async function crawl(uris: string[], read: (uri: string) => Promise<string[]>): Promise<void> {
  const { default: SwaggerParser } = await import("@apidevtools/swagger-parser");
  const entry = { openapi: "3.1.0", info: { title: "", version: "" }, paths: {}, ...referringTo(uris) };
  await SwaggerParser.resolve("https://b44-gen.invalid/", entry, {
    continueOnError: true,
    resolve: {
      file: false,
      http: false,
      guarded: {
        order: 1,
        canRead: true,
        read: async (file: { url: string }) => referringTo(await read(file.url)),
      },
    },
    parse: {
      json: false,
      yaml: false,
      text: false,
      binary: false,
      guarded: {
        order: 1,
        canParse: true,
        parse: (file: { data: unknown }) => file.data,
      },
    },
  });
}

function referringTo(uris: string[]) {
  return { "x-refs": uris.map((uri) => ({ $ref: uri })) };
}
