import { describe, expect, it } from "vitest";
import { readable } from "../../src/emit/code/readable.js";

describe("a text of a spec in source code", () => {
  it.each<[what: string, text: string, want: string]>([
    ["plain text", "a < b && c [d] (e)", "a < b && c [d] (e)"],
    ["emphasis", "a <b>b</b>, <em> c </em>d <STRONG class='x'>e</STRONG>", "a **b**, _c_ d **e**"],
    ["code", "<code>a</code> and <tt>&lt;b&gt;</tt>", "`a` and `<b>`"],
    ["tags that a sentence is about", "Tags such as <b> and <i> are removed", "Tags such as <b> and <i> are removed"],
    ["tags without a meaning", "a <span style='x'>b</span> <u>c</u>", "a b c"],
    ["tags without Markdown", "10<sup>2</sup> <id> <int:x> <Foo>", "10<sup>2</sup> <id> <int:x> <Foo>"],
    ["names that every object has", "<constructor>a</constructor>", "<constructor>a</constructor>"],
    ["lines", "a<br>b<br/>\nc <BR />d<br>\n\ne<br><br>f", "a\nb\nc \nd\n\ne\n\nf"],
    ["lines in a row of a table", "| a | b<br>c |\n| - | - |", "| a | b c |\n| - | - |"],
    ["paragraphs", "<p>a</p>\n  <p>b</p> c<p>d", "\n\na\n\nb\n\nc\n\nd"],
    ["headings", "<h2>A</h2>\nb<h5>C</h5>d", "\n\n## A\n\nb\n\n##### C\n\nd"],
    ["lists", "a: <ul>\n  <li>b</li>\n  <li> <p>c</p> </li></ul> d", "a: \n- b\n- c\n\nd"],
    [
      "tables",
      "<table><tr><th>a</th> <th>b</th></tr>\n <tr><td>c</td><td>d</td></tr></table>e",
      "\n\n| a | b |\n| c | d |\n\ne",
    ],
    ["preformatted text", 'a<pre><code class="x">{\n  "b": 1\n}</code></pre>', 'a\n```\n{\n  "b": 1\n}\n```\n'],
    [
      "links",
      `<a target=_blank href='https://a.test/b'>c</a>, <a href="mailto:a@b.test">d</a>`,
      "[c](https://a.test/b), [d](mailto:a@b.test)",
    ],
    ["links that lead nowhere", '<a href="/docs">a</a>, <a href="#b">b</a>, <a name="c"></a>c', "a, b, c"],
    [
      "links in Markdown",
      "[a](https://a.test/b), ![c](https://a.test/d.png)",
      "[a](https://a.test/b), ![c](https://a.test/d.png)",
    ],
    [
      "links in Markdown that lead nowhere",
      '[a `b`](/c), [d](#e "f"), [g](doc:g), ![h](../h.png), [i]()',
      "a `b`, d, g, h, i",
    ],
    ["such links over two lines", "a [b\nc](/d) [e](#f) [g\n\nh](/i)", "a b\nc e [g\n\nh](/i)"],
    ["what looks like such a link", "f[0](x) [a] (b) [](c)", "f[0](x) [a] (b) [](c)"],
    [
      "character references",
      "&amp;lt; &quot;a&apos;&nbsp;&#39;&#x41; &copy; &#0; &#x110000; a&b;",
      "&lt; \"a' 'A &copy; &#0; &#x110000; a&b;",
    ],
    [
      "code in Markdown",
      "`<b>a</b> &lt; [b](/c)`\n```\n<p>\n&amp;\n```\n<b>d</b>",
      "`<b>a</b> &lt; [b](/c)`\n```\n<p>\n&amp;\n```\n**d**",
    ],
    [
      "quotes and sections",
      "a<blockquote><b>Note:</b> b</blockquote><section>c</section>d<section>e",
      "a\n\n> **Note:** b\n\nc\n\nd\n\ne",
    ],
    [
      "names behind @",
      "@here, @channel and a@b.test (@c) @ d\n@e `x @f`\n```\n@g\n```\n",
      "\\@here, \\@channel and a@b.test (@c) @ d\n\\@e `x @f`\n```\n@g\n```\n",
    ],
    ["a tag that is cut", "a <a hre", "a <a hre"],
    ["a link that is not opened", "a</a> b</b>", "a b**"],
  ])("has %s", (_, text, want) => {
    expect(readable(text)).toBe(want);
  });

  it.each<[what: string, text: string]>([
    ["blanks", " ".repeat(200_000)],
    ["brackets", "[".repeat(100_000)],
    ["backticks", "`".repeat(100_001)],
    ["beginnings of tags", "<a ".repeat(60_000)],
    ["beginnings of links", "[a](".repeat(50_000)],
    ["tags", "<p> ".repeat(50_000)],
    ["lines in brackets", "[a\n".repeat(50_000)],
    ["mentions", " @a".repeat(50_000)],
  ])("is read at once, of however many %s", (_, text) => {
    const start = performance.now();
    readable(`&${text}`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
