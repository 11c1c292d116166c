const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/y;
const QUOTED = /"((?:\\.|[^"\\\n])*)"/y;
/** A part of a template: up to its end, or to the next thing that stands in it. */
const PART = /((?:\\.|\$(?!\{)|[^`\\$])*)(`|\$\{)/y;
const NOTHING = /(?!)/y;

/** Two words beside each other, as no code, action id or type of a block has them. */
export const SENTENCE = /\p{L}{2,}[,.:;]? \p{L}+/u;

/**
 * Every text in code, also the parts of a template around what stands in it.
 * @param leavingOut the beginnings of calls whose arguments are left out, up to the opening bracket
 */
export function textsIn(code: string, leavingOut: RegExp = NOTHING): string[] {
  const texts: string[] = [];
  const open: Array<"block" | "template" | "bracket" | "left out"> = [];
  let at = 0;
  const read = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(code);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const keep = (text: string) => {
    if (!open.includes("left out")) texts.push(text);
  };
  const readPart = () => {
    const [, text = "", end] = read(PART) ?? [];
    keep(text);
    if (end === "${") open.push("template");
  };
  while (at < code.length) {
    if (read(COMMENT)) continue;
    const quoted = read(QUOTED);
    if (quoted) {
      keep(quoted[1] ?? "");
      continue;
    }
    if (read(leavingOut)) {
      open.push("left out");
      continue;
    }
    const character = code[at++];
    if (character === "{") open.push("block");
    if (character === "(") open.push("bracket");
    if (character === ")") open.pop();
    if (character === "`" || (character === "}" && open.pop() === "template")) readPart();
  }
  return texts;
}
