import { describe, expect, it } from "vitest";
import {
  commandBeingWritten,
  completionsAt,
  encodeText,
  readDraft,
} from "../../../src/sandbox/page/state/composer.ts";
import { workspace } from "./workspace-fixture.ts";

const { workspace: own, people, conversations } = workspace();
const vocabulary = { commands: own.commands, people, channels: conversations };
const labels = (text: string, caret = text.length) =>
  completionsAt(text, caret, vocabulary).map(({ label }) => label);

describe("the composer", () => {
  it("tells commands from messages", () => {
    expect(readDraft("  ", vocabulary)).toEqual({ kind: "empty" });
    expect(readDraft("/customer acme corp ", vocabulary)).toEqual({
      kind: "command",
      command: "/customer",
      text: "acme corp",
    });
    expect(readDraft("/costs", vocabulary)).toEqual({ kind: "command", command: "/costs", text: "" });
    expect(readDraft("/custom acme", vocabulary)).toEqual({ kind: "unknown_command", command: "/custom" });
    expect(readDraft("see /customer", vocabulary)).toEqual({ kind: "message", text: "see /customer" });
  });

  it("keeps what follows a command as typed: Chinese, signs and lines", () => {
    const draft = readDraft("/customer 张三 & <Söhne>\nline", vocabulary);
    expect(draft).toEqual({ kind: "command", command: "/customer", text: "张三 & <Söhne>\nline" });
  });

  it("escapes text as Slack's clients do and replaces the names it knows", () => {
    expect(encodeText("a < b & c > d", vocabulary)).toBe("a &lt; b &amp; c &gt; d");
    expect(encodeText("@mainstay see #c1, @nobody #nowhere me@wei", vocabulary)).toBe(
      "<@UBOT> see <#C1|c1>, @nobody #nowhere me@wei",
    );
    expect(encodeText("<@UBOT>", vocabulary)).toBe("&lt;@UBOT&gt;");
  });

  it("completes commands only at the start, people after @, channels after #", () => {
    expect(labels("/")).toEqual(["/customer [name]", "/costs"]);
    expect(labels("/cu")).toEqual(["/customer [name]"]);
    expect(labels("hi /cu")).toEqual([]);
    expect(labels("hi @WE")).toEqual(["@wei"]);
    expect(labels("in #c2")).toEqual(["#c2"]);
    expect(labels("/customer a")).toEqual([]);
  });

  it("offers the app first to whoever types @, and then those whose handle begins so", () => {
    expect(labels("@")[0]).toBe("@mainstay");
    expect(labels("@d")[0]).toBe("@dana");
  });

  it("replaces the word at the caret and nothing after it", () => {
    const [first] = completionsAt("ask @da now", 7, vocabulary);
    expect(first).toMatchObject({ insert: "@dana ", from: 4, to: 7 });
  });

  it("shows how a command goes on once it is written out", () => {
    expect(commandBeingWritten("/customer ac", vocabulary)?.usageHint).toBe("[name]");
    expect(commandBeingWritten("/customer", vocabulary)).toBeNull();
  });
});
