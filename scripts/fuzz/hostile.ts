/** Text as somebody writes it who wants it to do something in Slack: each of these, shown as it is, would. */
const MARKS = ["*hb7*", "_hi7_", "~hs7~", "`hc7`", ":h7e:"] as const;
const CONTROLS = ["<!channel>", "<!here>", "<@UEVIL>", "<#CEVIL>", "<https://evil.example|h7l>"] as const;

/** Names and notes of customers. */
export const HOSTILE: readonly string[] = [
  ...CONTROLS,
  `Nova ${MARKS.join(" ")}`,
  "Zeta <!channel> & <https://evil.example|h7l> Ltd",
  "Omega \u202Egnp.exe\u202C \u200E\u200F\u061C Co",
  "*hb7* <@UEVIL>",
  "O'Neil \"Quote\" \\ back\\slash {0} {name} ''; DROP TABLE customers;--",
  "=cmd|'/c calc'!A1",
  "{count, plural, one {#} other {#}}",
  "北京科技<!channel>",
  "ــ عميل ــ",
  "constructor",
  "__proto__",
];

export type Finding = { readonly what: "unescaped" | "turned" | "too-large"; readonly text: string };

/** Characters that turn the reading order. */
const TURNING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
/** What only somebody else's text can have brought into markup. */
const ALIVE = new RegExp(
  [...MARKS, ...CONTROLS.slice(0, 4)].map((text) => text.replace(/[*|]/g, "\\$&")).join("|") +
    "|<[^>]*evil\\.example|<(?:javascript|data|file):",
);

/** Where links of ours lead: an address says nothing of itself, its label does. */
const OUR_LINKS = /<https:\/\/(?:crm|social)\.example\/[^|>\s]*\|/g;

/**
 * What text from outside does in a message or view that goes to Slack: markup that is alive, or an order of reading that is
 * turned.
 */
export function findingsIn(body: unknown): Finding[] {
  return texts(body).flatMap(({ text, isMarkup }): Finding[] => [
    ...(isMarkup && ALIVE.test(text.replace(OUR_LINKS, "<")) ? [{ what: "unescaped", text } as const] : []),
    ...(TURNING.test(text) ? [{ what: "turned", text } as const] : []),
  ]);
}

type Shown = { readonly text: string; readonly isMarkup: boolean };

/** Every text that is shown. The top-level text of a message is mrkdwn. */
function texts(part: unknown, isTop = true): Shown[] {
  if (typeof part !== "object" || part === null) return [];
  if (Array.isArray(part)) return part.flatMap((each) => texts(each, false));
  const { type, text, ...rest } = part as Record<string, unknown>;
  const isMarkup = isTop || type === "mrkdwn" || type === "markdown";
  const own: Shown[] = typeof text === "string" ? [{ text, isMarkup }] : texts(text, false);
  // What somebody typed into a field stands there again as they typed it.
  const { initial_value: _, value: __, private_metadata: ___, metadata: ____, ...shown } = rest;
  return [...own, ...Object.values(shown).flatMap((each) => texts(each, false))];
}
