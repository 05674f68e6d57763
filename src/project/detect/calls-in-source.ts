/** A call in a source text whose first argument is a string without anything to put in. */
interface StringCall {
  argument: string;
  /** From 1. */
  line: number;
}

/** After these words, and after any mark but a closing one, a slash begins a regular expression. */
const BEFORE_REGEXP = new Set("return typeof case in of void delete throw new else do await yield".split(" "));

const COMMENT = /\/\/[^\r\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const SPACE = /\s+/y;
const STRING = /"(?:[^"\\\r\n]|\\[\s\S])*"?|'(?:[^'\\\r\n]|\\[\s\S])*'?/y;
const REGEXP = /\/(?:[^/\\[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.)*\])+\/[a-z]*/y;
const WORD = /[\p{ID_Continue}$]+/uy;
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))+/y;
const ARGUMENT = /\s*(?:<[^<>()]*>\s*)?\(\s*(?:"([^"\\\r\n]*)"|'([^'\\\r\n]*)'|`([^`\\$]*)`)\s*[,)]/y;

/**
 * Finds the calls of functions or methods by name in JavaScript or TypeScript, without parsing it: comments, strings,
 * regular expressions and the text of template literals are skipped, what stands in `${}` is not.
 */
export function stringCalls(text: string, names: ReadonlySet<string>): StringCall[] {
  const calls: StringCall[] = [];
  /** One number a level of `${}`: how many braces are open in it. A template's own text is -1. */
  const levels = [0];
  let before = "";
  let index = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = index;
    const match = pattern.exec(text)?.[0];
    index += match?.length ?? 0;
    return match;
  };
  while (index < text.length) {
    if (levels.at(-1) === -1) {
      take(TEMPLATE_TEXT);
      if (text.startsWith("${", index)) levels.push(0);
      else levels.pop();
      before = text.startsWith("${", index) ? "{" : "`";
      index += before === "{" ? 2 : 1;
      continue;
    }
    if (take(SPACE) ?? take(COMMENT)) continue;
    const word = take(WORD);
    if (word !== undefined) {
      ARGUMENT.lastIndex = index;
      const argument = names.has(word) ? ARGUMENT.exec(text) : null;
      if (argument) {
        const line = text.slice(0, index).split("\n").length;
        calls.push({ argument: argument[1] ?? argument[2] ?? argument[3] ?? "", line });
      }
      before = word;
      continue;
    }
    const isOperand = /[\p{ID_Continue}$)\]}"'`]$/u.test(before) && !BEFORE_REGEXP.has(before);
    before = take(STRING) ?? (isOperand ? undefined : take(REGEXP) && '"') ?? text[index++] ?? "";
    if (before === "`") levels.push(-1);
    else if (before === "{") levels.push((levels.pop() ?? 0) + 1);
    else if (before === "}") closeBrace(levels);
  }
  return calls;
}

function closeBrace(levels: number[]): void {
  const open = levels.pop() ?? 0;
  if (open > 0 || levels.length === 0) levels.push(Math.max(open - 1, 0));
}
