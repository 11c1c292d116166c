/** Stand around what is put into a message, until the spaces beside it are right. Private use: no text of ours has them. */
const OPEN = "\u{E000}";
const CLOSE = "\u{E001}";

const HAN = "\\p{Script=Han}";
/** What Chinese sets a space beside: letters, digits, signs of money, mentions and dates of Slack's. */
const LATIN = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Nd}\\p{Sc}<@#:+−-]";
const LATIN_END = "[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Nd}>%.:)]";

/** What stands in a message, marked. */
export const marked = (text: string): string => `${OPEN}${text}${CLOSE}`;

/**
 * The text with the right spaces where a message and what stands in it touch: one between a Chinese character and
 * Latin, none between two Chinese ones. What stands in it stays as it is: it may be somebody's name.
 */
export function withJoints(text: string): string {
  return RULES.reduce((mended, [pattern, instead]) => mended.replace(pattern, instead), text).replace(
    MARKS,
    "",
  );
}

const MARKS = new RegExp(`[${OPEN}${CLOSE}]`, "gu");

const RULES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(${HAN})${OPEN}(?=${LATIN})`, "gu"), `$1 ${OPEN}`],
  [new RegExp(`(?<=${LATIN_END})${CLOSE}(?=${HAN})`, "gu"), `${CLOSE} `],
  [new RegExp(`(${HAN}) ${OPEN}(?=${HAN})`, "gu"), `$1${OPEN}`],
  [new RegExp(`(?<=${HAN})${CLOSE} (?=${HAN})`, "gu"), CLOSE],
  // Slack sets no bold and no code where anything but a blank or an ASCII sign touches it outside.
  [new RegExp(`(?<=[^\\p{ASCII}${OPEN}]${CLOSE}?)(?=${OPEN}[*_~\`])`, "gu"), " "],
  [new RegExp(`(?<=[*_~\`]${CLOSE})(?=${OPEN}?[^\\p{ASCII}${OPEN}${CLOSE}])`, "gu"), " "],
];
