/**
 * How wide a text is at most, in pixels: measured by kind of character, since nothing here reads the font. Too wide rather than
 * too narrow, so that nothing is cut off or drawn over.
 */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return Math.ceil(ems * fontSize);
}

/** Of Noto Sans: Latin letters are up to 0.65 of its height wide, M and W more; what is from beyond Latin is square. */
function emsOf(character: string): number {
  if (/[MWmw@%]/.test(character)) return 0.95;
  if (/[ .,:;'|!ijl]/.test(character)) return 0.34;
  return (character.codePointAt(0) ?? 0) < 0x2000 ? 0.66 : 1;
}

/** Lines no wider than that; broken at blanks, or between any two characters where a word alone is too wide. */
export function wrapped(text: string, fontSize: number, mostWidth: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/(?<= )/)) {
    if (line !== "" && textWidth(line + word, fontSize) > mostWidth) {
      lines.push(line.trimEnd());
      line = "";
    }
    for (const character of word) {
      if (line !== "" && textWidth(line + character, fontSize) > mostWidth) {
        lines.push(line.trimEnd());
        line = "";
      }
      line += character;
    }
  }
  return [...lines, line.trimEnd()].filter((one, place) => one !== "" || place === 0);
}
