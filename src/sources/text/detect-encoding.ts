import { isUtf8 } from "node:buffer";
import { COMMON_CHARACTERS } from "./common-characters.ts";
import { decodeText } from "./decode.ts";

/** How the encoding of a file is known: stated by whoever reads it, by its first bytes, or by what its bytes make. */
export type EncodingKnownBy = "stated" | "mark" | "content";

/** A file's encoding by its name in the Encoding Standard, in lower case: "utf-8", "gb18030", "windows-1252". */
export type TextEncoding = { readonly name: string; readonly knownBy: EncodingKnownBy };

/** Of the bytes: the first ones, and lines from anywhere in which not all of them are ASCII. */
export type ByteSample = { readonly head: Buffer; readonly notAscii: readonly Buffer[] };

const BYTE_ORDER_MARKS = [
  ["utf-8", "efbbbf"],
  ["utf-16le", "fffe"],
  ["utf-16be", "feff"],
  ["gb18030", "84319533"],
] as const;

/**
 * By the byte order mark; else UTF-16 where every other byte is 0; else UTF-8 as long as more lines are valid than
 * not, so that one bad line does not change how a file is read; else the encoding under which most characters are
 * frequent ones of the languages it is used for.
 */
export function detectEncoding({ head, notAscii }: ByteSample): TextEncoding {
  const start = head.subarray(0, 4).toString("hex");
  const mark = BYTE_ORDER_MARKS.find(([, bytes]) => start.startsWith(bytes));
  if (mark) return { name: mark[0], knownBy: "mark" };
  const name = utf16Of(head) ?? (isMostlyUtf8(notAscii) ? "utf-8" : legacyOf(notAscii));
  return { name, knownBy: "content" };
}

/** Of the pairs of bytes at least so many have a zero in UTF-16: line ends, delimiters and digits see to it. Chosen. */
const SHARE_OF_ZEROS = 0.05;
const FEWEST_ZEROS = 3;

/** A few zero bytes in a file of another encoding stand at odd and even places alike. */
function utf16Of(head: Buffer): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  for (let at = head.indexOf(0); at >= 0; at = head.indexOf(0, at + 1))
    zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = Math.max(even, odd);
  if (most < Math.max(FEWEST_ZEROS, (head.length / 2) * SHARE_OF_ZEROS) || most < 20 * Math.min(even, odd))
    return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** Two bytes may be valid UTF-8 by chance, three in a row hardly: they decide a tie. */
function isMostlyUtf8(lines: readonly Buffer[]): boolean {
  const valid = lines.filter((line) => isUtf8(line));
  const invalid = lines.length - valid.length;
  return (
    valid.length > invalid || (valid.length === invalid && (invalid === 0 || valid.some(hasLongSequence)))
  );
}

const hasLongSequence = (line: Buffer) => line.some((byte) => byte >= 0xe0);

type Candidate = {
  readonly name: string;
  readonly common: ReadonlySet<string>;
  /** A run of characters that are not ASCII, with the plain letters around it, that can stand in a text. */
  readonly word: RegExp;
  /** Characters that the encoding is mostly made of, though each is rare: better than none. */
  readonly likely: RegExp;
};

const ANY = /^/;
const NONE = /(?!)/;
const HAN = /\p{Script=Han}/u;
const HANGUL = /\p{Script=Hangul}/u;
/** Latin words have plain letters, too, no three accented ones in a row, and no sign inside; a sign stands alone. */
const LATIN =
  /^(?!.*[^\0-\x7f]{3})(?!.*(?:\p{L}[£§°©®²³¹¼½¾¿¡ª]\p{L}|£\p{L}))(?:.*[a-zA-Z].*|.)$|^[^\p{L}]+$/u;
/** Capitals at the start of a word or all through it. */
const CYRILLIC = /^[^\p{L}]*\p{Lu}?[\p{Ll}\P{L}]*$|^[\p{Lu}\P{L}]+$/u;

/** In the order in which they are taken where two fit equally well. */
const CANDIDATES: readonly Candidate[] = [
  candidate("windows-1252", "western", LATIN, NONE),
  candidate("gb18030", "simplifiedChinese", ANY, HAN),
  candidate("big5", "traditionalChinese", ANY, HAN),
  candidate("shift_jis", "japanese", ANY, HAN),
  candidate("euc-kr", "korean", ANY, HANGUL),
  candidate("windows-1250", "centralEuropean", LATIN, NONE),
  candidate("windows-1251", "cyrillic", CYRILLIC, NONE),
];

function candidate(
  name: string,
  language: keyof typeof COMMON_CHARACTERS,
  word: RegExp,
  likely: RegExp,
): Candidate {
  return { name, common: new Set(COMMON_CHARACTERS[language]), word, likely };
}

/** A character that is likely only counts so much of a frequent one; chosen. */
const LIKELY = 0.2;
/** A byte that is none under the encoding takes away so many characters' worth; chosen. */
const INVALID = 2;

function legacyOf(lines: readonly Buffer[]): string {
  const bytes = Buffer.concat(lines.filter((line) => !isUtf8(line)).flatMap((line) => [line, NEW_LINE]));
  const scored = CANDIDATES.map((each) => ({ name: each.name, fit: fitOf(each, bytes) }));
  return scored.reduce((best, each) => (each.fit > best.fit ? each : best)).name;
}

const NEW_LINE = Buffer.from("\n");

/** What share of the characters that are not ASCII look right under the encoding; 1 is all of them. */
function fitOf({ name, common, word, likely }: Candidate, bytes: Buffer): number {
  const counts = { right: 0, all: 0 };
  for (const [run] of decodeText(bytes, name).matchAll(/[a-zA-Z]{0,40}[^\0-\x7f]+[a-zA-Z]{0,40}/g)) {
    const isWord = word.test(run);
    for (const character of run) {
      if (character <= "\x7f") continue;
      counts.all += 1;
      counts.right += weightOf(character);
    }
    function weightOf(character: string): number {
      if (character === "\ufffd") return -INVALID;
      if (common.has(character)) return isWord ? 1 : 0;
      return likely.test(character) ? LIKELY : 0;
    }
  }
  return counts.all === 0 ? 0 : counts.right / counts.all;
}
