import { basename } from "node:path";
import Handlebars from "handlebars";

/**
 * The helpers that may print a value in a template. Each turns a value into code in one safe way (src/emit/code);
 * a template that prints anything else does not compile.
 */
const PRINTING_HELPERS = new Set(["identifier", "string", "key", "type", "doc", "literal", "block", "module"]);
const BLOCK_HELPERS = new Set(["each", "if", "unless"]);

class TemplateGuard extends Handlebars.Visitor {
  constructor(file) {
    super();
    this.file = file;
  }

  refuse(node, why) {
    throw new Error(`${this.file}:${node.loc.start.line}: ${why}`);
  }

  MustacheStatement(node) {
    if (node.escaped === false) this.refuse(node, "triple-stash prints a bare value");
    if (!PRINTING_HELPERS.has(node.path.original) || node.params.length !== 1) {
      this.refuse(node, `{{${node.path.original}}} is not one of the printing helpers with one value`);
    }
  }

  BlockStatement(node) {
    if (!BLOCK_HELPERS.has(node.path.original)) this.refuse(node, `unknown block {{#${node.path.original}}}`);
    super.BlockStatement(node);
  }

  PartialStatement(node) {
    this.refuse(node, "partials are not used");
  }

  PartialBlockStatement(node) {
    this.refuse(node, "partials are not used");
  }

  Decorator(node) {
    this.refuse(node, "decorators are not used");
  }

  DecoratorBlock(node) {
    this.refuse(node, "decorators are not used");
  }
}

/**
 * Precompiles a Handlebars template into an ES module whose default export is `(data) => string`.
 * Throws when the template could print a value that no helper made safe.
 *
 * @param {string} source the template's text
 * @param {string} file its path, for messages
 * @param {string} runtime module specifier of src/emit/code/template.ts as seen from the template
 */
export function templateModule(source, file, runtime) {
  const text = source.replaceAll("\r\n", "\n");
  new TemplateGuard(basename(file)).accept(Handlebars.parse(text));
  const known = Object.fromEntries([...PRINTING_HELPERS, ...BLOCK_HELPERS].map((name) => [name, true]));
  const code = Handlebars.precompile(text, {
    noEscape: true,
    strict: true,
    knownHelpers: known,
    knownHelpersOnly: true,
    preventIndent: true,
  });
  return `import { template } from ${JSON.stringify(runtime)};\nexport default template(${code});\n`;
}
