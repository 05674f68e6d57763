import { basename } from "node:path";
import Handlebars from "handlebars";

/**
 * The helpers that may print a value in a template. Each converts a value to code in one safe way (src/emit/code). A
 * template that prints anything else does not compile.
 */
const PRINTING_HELPERS = new Set(["identifier", "string", "key", "type", "doc", "literal", "block", "module"]);
const BLOCK_HELPERS = new Set(["each", "if", "unless"]);

/**
 * Refuses templates that could print a value without a helper, or print a helper's code where it would not be code:
 * inside a comment, string or template literal of the file. Only a module may be printed in a line comment, as a
 * reference.
 */
class TemplateGuard extends Handlebars.Visitor {
  constructor(file, isScript) {
    super();
    this.file = file;
    this.isScript = isScript;
    this.place = "code";
  }

  refuse(node, why) {
    throw new Error(`${this.file}:${node.loc.start.line}: ${why}`);
  }

  ContentStatement(node) {
    if (this.isScript) this.place = placeAfter(node.original, this.place);
  }

  MustacheStatement(node) {
    if (node.escaped === false) this.refuse(node, "triple-stash prints a bare value");
    this.refuseExpressions(node);
    if (!PRINTING_HELPERS.has(node.path.original) || node.params.length !== 1 || node.hash) {
      this.refuse(node, `{{${node.path.original}}} is not one of the printing helpers with one value`);
    }
    const isReference = this.place === "line comment" && node.path.original === "module";
    if (this.place !== "code" && !isReference)
      this.refuse(node, `{{${node.path.original}}} prints code into a ${this.place}`);
  }

  BlockStatement(node) {
    if (!BLOCK_HELPERS.has(node.path.original)) this.refuse(node, `unknown block {{#${node.path.original}}}`);
    this.refuseExpressions(node);
    super.BlockStatement(node);
  }

  refuseExpressions(node) {
    if (node.params.some(({ type }) => type === "SubExpression")) this.refuse(node, "subexpressions are not used");
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

/** The ends of the places of a script in which a helper's output would not be code. */
const ENDS = { "line comment": /\n/g, comment: /\*\//g, '"': /"|\n/g, "'": /'|\n/g, "`": /`/g };
const BEGINNINGS = { "//": "line comment", "/*": "comment", '"': '"', "'": "'", "`": "`" };

/** The state of a script after a text: `code`, a kind of comment, or a literal by its quote. */
function placeAfter(text, before) {
  let place = before;
  for (let at = 0; at < text.length; ) {
    const next = place === "code" ? /\/\/|\/\*|["'`]/g : ENDS[place];
    next.lastIndex = at;
    const found = next.exec(text);
    if (!found) break;
    at = next.lastIndex;
    place = place === "code" ? BEGINNINGS[found[0]] : "code";
  }
  return place;
}

/** True for templates of scripts, in which the place of a value can be determined: all except YAML. */
function isScript(file) {
  return /\.[jt]s\.hbs$|config\.hbs$/.test(file);
}

/**
 * Precompiles a Handlebars template into an ES module whose default export is `(data) => string`. Throws if the
 * template could print a value that no helper made safe.
 *
 * @param {string} source the template's text
 * @param {string} file its path, for messages
 * @param {string} runtime module specifier of src/emit/code/template.ts, relative to the template
 */
export function templateModule(source, file, runtime) {
  const text = source.replaceAll("\r\n", "\n");
  new TemplateGuard(basename(file), isScript(file)).accept(Handlebars.parse(text));
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
