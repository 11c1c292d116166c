import { EMOJI } from "./emoji.ts";

/** A piece of a line. Text is decoded: `&lt;` is already `<`. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: "emoji"; readonly name: string; readonly sign: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "bold" | "italic" | "strike"; readonly children: readonly Inline[] }
  | { readonly kind: "link"; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: "person"; readonly id: string; readonly label: string | null }
  | { readonly kind: "channel"; readonly id: string; readonly label: string | null }
  | { readonly kind: "group"; readonly label: string }
  | {
      readonly kind: "date";
      readonly epochSeconds: number;
      readonly pattern: string;
      readonly link: string | null;
      readonly fallback: string;
    };

export type Part =
  | { readonly kind: "lines"; readonly children: readonly Inline[] }
  | { readonly kind: "quote"; readonly children: readonly Inline[] }
  | { readonly kind: "preformatted"; readonly text: string };

/** `isVerbatim`: bare addresses do not become links. */
export type ParseOptions = { readonly isVerbatim: boolean };

/** Slack's mrkdwn as a tree. Whatever is not markup is text: nothing in it can become HTML. */
export function parseMrkdwn(text: string, options: ParseOptions): readonly Part[] {
  return text.split(/```\n?([\s\S]*?)```\n?/).flatMap((piece, place): readonly Part[] => {
    if (place % 2 === 1) return [{ kind: "preformatted", text: decode(piece).replace(/\n$/, "") }];
    return piece === "" ? [] : linesAndQuotes(piece, options);
  });
}

function linesAndQuotes(piece: string, options: ParseOptions): readonly Part[] {
  const groups: Array<{ kind: "lines" | "quote"; lines: string[] }> = [];
  for (const line of piece.split("\n")) {
    const [, quoted] = /^(?:&gt;|>) ?(.*)$/.exec(line) ?? [];
    const kind = quoted === undefined ? "lines" : "quote";
    const last = groups.at(-1);
    if (last?.kind === kind) last.lines.push(quoted ?? line);
    else groups.push({ kind, lines: [quoted ?? line] });
  }
  return groups
    .map(({ kind, lines }) => ({ kind, children: parseInline(lines.join("\n"), options) }))
    .filter(({ children }) => children.some((child) => child.kind !== "break"));
}

const SPECIAL = /<((?:[@#!]|https?:|mailto:|tel:|slack:)[^<>\n]*)>/y;
const CODE = /`([^`\n]+)`/y;
const SHORTCODE = /:([a-z0-9_+'-]+):(?::skin-tone-\d:)?/y;
const ADDRESS = /https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]}'"*_~]/y;
const STYLE = { "*": "bold", _: "italic", "~": "strike" } as const;
/** A zero-width space too: apps set it behind a sign that is to mean itself. */
const isSpace = (sign: string) => /[\s\u200B]/.test(sign);
const isWordSign = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** Formatting never crosses a line, and signs inside words (`a_b_c`, `2*3*4`) mean themselves, as in Slack. */
export function parseInline(source: string, options: ParseOptions): readonly Inline[] {
  const found: Inline[] = [];
  let plainFrom = 0;
  let at = 0;
  while (at < source.length) {
    const token = tokenAt(source, at, options);
    if (token === null) {
      at += 1;
      continue;
    }
    if (at > plainFrom) found.push({ kind: "text", text: decode(source.slice(plainFrom, at)) });
    found.push(token.inline);
    at = token.end;
    plainFrom = at;
  }
  if (source.length > plainFrom) found.push({ kind: "text", text: decode(source.slice(plainFrom)) });
  return found;
}

type Token = { readonly inline: Inline; readonly end: number };

function tokenAt(source: string, at: number, options: ParseOptions): Token | null {
  const sign = source[at];
  if (sign === "\n") return { inline: { kind: "break" }, end: at + 1 };
  if (sign === "`")
    return match(CODE, source, at, ([, code]) => ({ kind: "code", text: decode(code ?? "") }));
  if (sign === "<") return match(SPECIAL, source, at, ([, inner]) => special(inner ?? "", options));
  if (sign === ":") return match(SHORTCODE, source, at, ([, name]) => emoji(name ?? ""));
  if (sign === "*" || sign === "_" || sign === "~") return styled(source, at, sign, options);
  if (sign === "h" && !options.isVerbatim && !isWordSign(source[at - 1]))
    return match(ADDRESS, source, at, ([url]) => link(decode(url), url, options));
  return null;
}

function match(
  pattern: RegExp,
  source: string,
  at: number,
  read: (match: RegExpExecArray) => Inline | null,
): Token | null {
  pattern.lastIndex = at;
  const found = pattern.exec(source);
  const inline = found === null ? null : read(found);
  return found === null || inline === null ? null : { inline, end: at + found[0].length };
}

function emoji(name: string): Inline | null {
  const sign = EMOJI[name];
  return sign === undefined ? null : { kind: "emoji", name, sign };
}

function styled(source: string, at: number, sign: keyof typeof STYLE, options: ParseOptions): Token | null {
  const next = source[at + 1];
  if (isWordSign(source[at - 1]) || next === undefined || isSpace(next) || next === sign) return null;
  const end = closingSign(source, at, sign);
  if (end === null) return null;
  const children = parseInline(source.slice(at + 1, end), options);
  return { inline: { kind: STYLE[sign], children }, end: end + 1 };
}

/** The sign that ends what starts at `from`, on the same line and outside of code and links. */
function closingSign(source: string, from: number, sign: string): number | null {
  for (let at = from + 1; at < source.length && source[at] !== "\n"; at += 1) {
    const skipped = source[at] === "`" ? CODE : source[at] === "<" ? SPECIAL : null;
    const inner = skipped === null ? null : match(skipped, source, at, () => ({ kind: "break" }));
    if (inner !== null) {
      at = inner.end - 1;
      continue;
    }
    const isEnd = source[at] === sign && !isSpace(source[at - 1] ?? " ") && !isWordSign(source[at + 1]);
    if (isEnd && at > from + 1) return at;
  }
  return null;
}

function special(inner: string, options: ParseOptions): Inline {
  const bar = inner.indexOf("|");
  const target = bar === -1 ? inner : inner.slice(0, bar);
  const label = bar === -1 ? null : decode(inner.slice(bar + 1));
  if (target.startsWith("@")) return { kind: "person", id: target.slice(1), label };
  if (target.startsWith("#")) return { kind: "channel", id: target.slice(1), label };
  if (target.startsWith("!date^")) return date(target, label);
  if (target.startsWith("!subteam^")) return { kind: "group", label: label ?? "@group" };
  if (target.startsWith("!")) return { kind: "group", label: label ?? `@${target.slice(1)}` };
  return link(decode(target), bar === -1 ? target : inner.slice(bar + 1), options);
}

function link(url: string, label: string, options: ParseOptions): Inline {
  const isBare = decode(label) === url;
  const children = isBare
    ? [{ kind: "text" as const, text: url }]
    : parseInline(label, { ...options, isVerbatim: true });
  return { kind: "link", url, children };
}

function date(target: string, label: string | null): Inline {
  const [, seconds, pattern, address] = target.split("^");
  const fallback = label ?? "";
  const epochSeconds = Number(seconds);
  if (!Number.isFinite(epochSeconds) || pattern === undefined) return { kind: "text", text: fallback };
  return { kind: "date", epochSeconds, pattern: decode(pattern), link: address ?? null, fallback };
}

/** Slack escapes exactly these three. */
export const decode = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
