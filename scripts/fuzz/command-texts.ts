import fc from "fast-check";
import { HOSTILE } from "./hostile.ts";

/** Names by which JavaScript finds what nobody put there. */
export const PROTOTYPE_NAMES = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "valueOf",
];

/** Every word that a subcommand or one of its questions knows. */
const WORDS = [
  ..."help find show at-risk cost costs add history feedback override overrides quiet do-not-disturb why-silent".split(
    " ",
  ),
  ..."drafts playbooks settings threshold nudges team snooze segments by spend model mentions advocates events".split(
    " ",
  ),
  ..."channel on off digest escalations alerts post-mortems points products duplicates quarter month year last".split(
    " ",
  ),
  ..."owner segment customer category rfm value-tier until mine all me Q4 2026-Q4 60% 2w 3d forever".split(
    " ",
  ),
  ..."两周 历史 勿扰 判断 反馈 积分 产品 提醒 暂停".split(" "),
];
const NAMES = ["acme", "Acme Ltd", "C-1", "北京科技", "globex", "Müller & Söhne", ...HOSTILE];

const day = fc
  .tuple(
    fc.integer({ min: -1, max: 99_999 }),
    fc.integer({ min: 0, max: 14 }),
    fc.integer({ min: 0, max: 33 }),
  )
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
const amount = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
    fc.constantFrom("", "%", "EUR", "€", ".5", "e9", "w"),
  )
  .map(([number, unit]) => `${number}${unit}`);

/** Text that nobody types and somebody sends. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...HOSTILE, ...PROTOTYPE_NAMES) },
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 60 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "",
      " ",
      "\u0000",
      "\ud800",
      "a\udfffb",
      "%00",
      "%",
      "\\",
      "'",
      '"',
      "$1",
      ":x",
      "--",
      "\t\n",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("x".repeat(3_000), "é".repeat(9_000), "( ".repeat(500), "*hb7* ".repeat(700)),
  },
);

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: day },
  { weight: 1, arbitrary: amount },
  { weight: 2, arbitrary: oddText },
);

/** A part taken out, doubled or replaced by something odd. */
const damaged = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.nat(200), fc.nat(8), fc.constantFrom("drop", "double", "put"), oddText)
    .map(([given, at, length, how, odd]) => {
      const from = given.length === 0 ? 0 : at % given.length;
      const part = given.slice(from, from + length);
      const instead = { drop: "", double: part + part, put: odd }[how as "drop" | "double" | "put"];
      return given.slice(0, from) + instead + given.slice(from + length);
    });

const named = fc
  .tuple(fc.constantFrom(...NAMES), fc.constantFrom("", ...WORDS), fc.constantFrom("", "2w", "all", "x"))
  .map((parts) => parts.filter(Boolean).join(" "));
const several = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(" "));

/** What stands behind `/customer`. */
export const commandText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: named },
  { weight: 4, arbitrary: several },
  { weight: 2, arbitrary: damaged(fc.oneof(named, several)) },
  { weight: 2, arbitrary: oddText },
);
