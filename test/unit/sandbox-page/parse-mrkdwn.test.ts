import { describe, expect, it } from "vitest";
import { type Inline, parseInline, parseMrkdwn } from "../../../src/sandbox/page/text/parse-mrkdwn.ts";

const written = { isVerbatim: true };
const inline = (source: string, isVerbatim = true) => parseInline(source, { isVerbatim });
const text = (words: string): Inline => ({ kind: "text", text: words });

describe("mrkdwn", () => {
  it("reads bold, italic, strike and code, also inside each other", () => {
    expect(inline("*b _i_* ~s~ `*c*`")).toEqual([
      { kind: "bold", children: [text("b "), { kind: "italic", children: [text("i")] }] },
      text(" "),
      { kind: "strike", children: [text("s")] },
      text(" "),
      { kind: "code", text: "*c*" },
    ]);
  });

  it.each([
    "2*3*4",
    "a*b* c",
    "snake_case_name",
    "中文*粗体*中文",
    "* not bold *",
    "*two\nlines*",
    "a * b",
    "**",
    "_\u200BMedia_\u200B ~\u200BGroup~\u200B",
  ])("leaves the signs of %j alone", (source) => {
    const kinds = inline(source).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== "text" && kind !== "break")).toEqual([]);
  });

  it("keeps times, and names of emoji that nobody knows, as written", () => {
    expect(inline("at 12:00:30 :nope: :+1:")).toEqual([
      text("at 12:00:30 :nope: "),
      { kind: "emoji", name: "+1", sign: "👍" },
    ]);
  });

  it("never makes anything of HTML but text, and decodes Slack's three escapes once", () => {
    expect(inline("<b>&lt;script&gt; &amp;lt; <img src=x>")).toEqual([text("<b><script> &lt; <img src=x>")]);
  });

  it("reads links, and turns bare addresses into links only where that is wanted", () => {
    expect(inline("<https://a.b/?x=1&amp;y=2|the *sheet*>")).toEqual([
      {
        kind: "link",
        url: "https://a.b/?x=1&y=2",
        children: [text("the "), { kind: "bold", children: [text("sheet")] }],
      },
    ]);
    expect(inline("see https://a.b/c.", false)).toEqual([
      text("see "),
      { kind: "link", url: "https://a.b/c", children: [text("https://a.b/c")] },
      text("."),
    ]);
    expect(inline("see https://a.b/c.")).toEqual([text("see https://a.b/c.")]);
    expect(inline("<javascript:alert(1)|x>")).toEqual([text("<javascript:alert(1)|x>")]);
  });

  it("reads people, channels, groups and dates", () => {
    expect(inline("<@U1><#C1|sales><!here><!subteam^S1|@team><!date^1795339800^{date_short}|then>")).toEqual([
      { kind: "person", id: "U1", label: null },
      { kind: "channel", id: "C1", label: "sales" },
      { kind: "group", label: "@here" },
      { kind: "group", label: "@team" },
      { kind: "date", epochSeconds: 1795339800, pattern: "{date_short}", link: null, fallback: "then" },
    ]);
  });

  it("ends bold after a link, not inside of its address", () => {
    expect(inline("*a <https://x.y/*z|l>*")).toEqual([
      {
        kind: "bold",
        children: [text("a "), { kind: "link", url: "https://x.y/*z", children: [text("l")] }],
      },
    ]);
  });

  it("parts quotes and code from lines", () => {
    expect(parseMrkdwn("one\n&gt; two\n&gt; three\nfour ```\n*five*\n``` six", written)).toEqual([
      { kind: "lines", children: [text("one")] },
      { kind: "quote", children: [text("two"), { kind: "break" }, text("three")] },
      { kind: "lines", children: [text("four ")] },
      { kind: "preformatted", text: "*five*" },
      { kind: "lines", children: [text(" six")] },
    ]);
  });
});
