import { describe, expect, it } from "vitest";
import { nearestCostsQuestion } from "../../../../src/slack/commands/costs/costs-question.ts";
import { SUBCOMMANDS } from "../../../../src/slack/commands/customer.ts";
import { HELP_ASKED, HELP_ON } from "../../../../src/slack/commands/help.ts";
import { nearestChannelCommand, nearestCommand } from "../../../../src/slack/commands/nearest-command.ts";

const isCommand = (text: string) => SUBCOMMANDS.some(([pattern]) => pattern.test(text));

describe("a misspelt command", () => {
  it.each([
    ["hlep", "help"],
    ["modle", "model"],
    ["segmnts", "segments"],
    ["segmnts by rfm", "segments by rfm"],
    ["cotss quarter by owner", "costs quarter by owner"],
    ["cost ad acme", "cost add acme"],
    ["chanel on digest", "channel on digest"],
    ["channel onn digest", "channel help"],
    ["model please", "model help"],
    ["playboks setings", "playbooks settings"],
    ["playbooks settings now", "playbooks settings help"],
  ])("“%s” means “%s”, which is understood", (typed, meant) => {
    expect(nearestCommand(typed)).toBe(meant);
    expect(isCommand(meant)).toBe(true);
  });

  it.each(["Globex", "Costa Coffee", "Models Ltd", "help me", "北京贸易", "md", ""])(
    "“%s” comes near none",
    (typed) => {
      expect(nearestCommand(typed)).toBeNull();
    },
  );

  it.each([
    ["quater by onwer", "costs quarter by owner"],
    ["2026-09 by custmer", "costs 2026-09 by customer"],
    ["fortnight", null],
    ["by colour", null],
    ["quarter by owner", null],
  ])("costs “%s” means %s", (typed, meant) => {
    expect(nearestCostsQuestion(typed)).toBe(meant);
  });

  it.each([
    ["channel on digets", "channel on digest"],
    ["channel off alert", "channel off alerts"],
    ["channel on everything", null],
    ["channel on digest", null],
  ])("“%s” means %s", (typed, meant) => {
    expect(nearestChannelCommand(typed)).toBe(meant);
  });
});

describe("a call for help", () => {
  const words = ["help", "?", "？", "usage", "帮助", "幫助", "说明", "說明", "怎么用", "怎麼用", "用法"];
  it.each(words)("“%s”, alone and with every subcommand, whichever comes first", (word) => {
    expect(HELP_ASKED.test(word)).toBe(true);
    for (const topic of ["channel", "costs", "cost add", "segments", "model", "playbooks settings"]) {
      expect(HELP_ON.exec(`${word} ${topic}`)?.[1]).toBe(topic);
      expect(HELP_ON.exec(`${topic} ${word}`)?.[2]).toBe(topic);
    }
    const first = (text: string) => SUBCOMMANDS.find(([pattern]) => pattern.test(text))?.[1];
    expect(["costs", "segments", "model", "channel"].map((topic) => first(`${topic} ${word}`))).toEqual(
      Array(4).fill("help"),
    );
  });
});
