import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

interface Build {
  templateModule(source: string, file: string, runtime: string): string;
}

const { templateModule } = (await import(new URL("../../scripts/templates.mjs", import.meta.url).href)) as Build;
const compile = (source: string, file = "x.ts.hbs") => templateModule(source, file, "./template.js");

const folder = join(import.meta.dirname, "../../templates");
const templates = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".hbs"));

describe("a template that breaks the rule fails the build", () => {
  it.each<[given: string, source: string, why: RegExp]>([
    ["a bare value", "a {{name}} b", /x\.ts\.hbs:1: .*printing helpers/],
    ["a bare value on another line", "a\nb\n{{name}}", /x\.ts\.hbs:3/],
    ["a bare value of an outer place", "{{#each a}}{{../name}}{{/each}}", /printing helpers/],
    ["this", "{{#each a}}{{this}}{{/each}}", /printing helpers/],
    ["a triple-stash", "{{{name}}}", /triple-stash/],
    ["a triple-stash with a helper", "{{{string name}}}", /triple-stash/],
    ["an ampersand", "{{&name}}", /triple-stash/],
    ["a helper without a value", "{{string}}", /printing helpers/],
    ["a helper with two", "{{string a b}}", /printing helpers/],
    ["a helper with options", "{{string a b=c}}", /printing helpers/],
    ["a helper of Handlebars", "{{lookup a b}}", /printing helpers/],
    ["a helper that is not there", "{{raw name}}", /printing helpers/],
    ["a value inside an expression", "{{string (lookup a b)}}", /subexpressions/],
    ["an expression in a condition", "{{#if (raw a)}}{{/if}}", /subexpressions/],
    ["a block that is not there", "{{#raw}}x{{/raw}}", /unknown block/],
    ["with", "{{#with a}}{{string b}}{{/with}}", /unknown block/],
    ["a bare value in a block", "{{#if a}}{{b}}{{/if}}", /printing helpers/],
    ["a bare value in else", "{{#if a}}{{else}}{{b}}{{/if}}", /printing helpers/],
    ["a partial", "{{> other}}", /partials/],
    ["a partial block", "{{#> other}}x{{/other}}", /partials/],
    ["a decorator", "{{* other}}", /decorators/],
    ["a decorator block", '{{#*inline "a"}}x{{/inline}}', /decorators/],
    ["a value in a comment", "/* {{string a}} */", /into a comment/],
    ["a value in a JSDoc comment", "/**\n * {{string a}}\n */", /into a comment/],
    ["a value in a line comment", "// {{string a}}\n", /into a line comment/],
    ["a value in a string", 'const a = "{{string a}}";', /into a "/],
    ["a value in a single-quoted string", "const a = '{{identifier a}}';", /into a '/],
    ["a value in a template literal", "const a = `\n{{string a}}`;", /into a `/],
    ["a value in a comment that a block begins", "{{#if a}}/* {{/if}}{{string a}}", /into a comment/],
  ])("%s", (_, source, why) => {
    expect(() => compile(source)).toThrow(why);
  });

  it.each([
    "{{string a}}",
    "// a\n{{string a}}",
    "/* a */ {{literal a}}",
    'a("b", {{string c}})',
    "{{#each a}}{{identifier this}}{{#unless @last}}, {{/unless}}{{/each}}",
    "\\{{ not.a.value }}",
  ])("%s is well", (source) => {
    expect(compile(source)).toContain("export default template(");
  });
});

describe("the project's own templates", () => {
  it("exist", () => expect(templates.length).toBeGreaterThan(15));

  it.each(templates)("%s follows the rule", (file) => {
    const path = join(folder, file);
    expect(() => compile(readFileSync(path, "utf8"), path)).not.toThrow();
  });

  it.each(templates)("%s with a bare value anywhere does not", (file) => {
    const path = join(folder, file);
    const lines = readFileSync(path, "utf8").split("\n");
    for (const at of [0, Math.floor(lines.length / 2), lines.length]) {
      expect(() => compile([...lines.slice(0, at), "{{evil}}", ...lines.slice(at)].join("\n"), path)).toThrow();
    }
  });
});
