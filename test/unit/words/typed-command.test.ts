import { expect, it } from "vitest";
import { SUBCOMMANDS } from "../../../src/slack/commands/customer.ts";
import { LANGUAGES } from "../../../src/words/languages.ts";
import { commandInEnglish, withoutFillers } from "../../../src/words/typed-command.ts";

it.each([
  ["說明", "help"],
  ["帮助", "help"],
  ["說明 成本", "help costs"],
  ["風險", "at-risk"],
  ["風險　團隊", "at-risk team"],
  ["风险 零售", "at-risk 零售"],
  ["模型", "model"],
  ["成本 本季 依 負責人", "costs this quarter by owner"],
  ["成本 上季度 按 渠道", "costs last quarter by channel"],
  ["成本 新增 Acme", "costs add Acme"],
  ["客群 依 消費", "segments by spend"],
  ["頻道 開啟 週報", "channel on digest"],
  ["频道 语言 繁體中文", "channel language 繁體中文"],
  ["方案 設定", "playbooks settings"],
  ["阈值 60%", "threshold 60%"],
  ["提醒 團隊", "nudges team"],
  ["查詢 模型", "find 模型"],
  ["為何不提醒 台積電", "why-silent 台積電"],
  ["Acme 歷史", "Acme history"],
  ["台積電歷史", "台積電 history"],
  ["Acme 成本", "Acme cost"],
  ["华为反馈", "华为 feedback"],
  ["Acme 暫停 兩週", "Acme snooze 兩週"],
  ["Acme 勿扰", "Acme quiet"],
  ["Acme 頻道 #acc-acme", "Acme channel #acc-acme"],
  ["Acme 频道 关闭", "Acme channel 关闭"],
  ["Acme頻道", "Acme channel"],
  ["Acme 链接", "Acme link"],
])("“%s” is “%s”", (typed, english) => {
  expect(commandInEnglish(typed)).toBe(english);
});

it.each([
  "acme",
  "costs quarter by owner",
  "Acme history",
  "風險管理公司",
  "成本",
  "台灣 成本 顧問",
  "台灣 頻道 顧問",
  "",
])("“%s” keeps its names", (typed) => {
  const english = commandInEnglish(typed);
  expect(typed === "成本" ? english === "costs" : english === typed).toBe(true);
});

it("reaches a command by every word of every language", () => {
  const isCommand = (text: string) => SUBCOMMANDS.some(([pattern]) => pattern.test(text));
  const needsMore = { find: null, show: null, "why-silent": " Acme" } as const;
  const lost = Object.values(LANGUAGES).flatMap(({ commands }) => [
    ...Object.entries(commands.commands).flatMap(([english, words]) => {
      const more = english in needsMore ? needsMore[english as keyof typeof needsMore] : "";
      return more === null ? [] : words.filter((word) => !isCommand(commandInEnglish(`${word}${more}`)));
    }),
    ...Object.values(commands.ofCustomer)
      .flat()
      .filter((word) => !isCommand(commandInEnglish(`Acme ${word}`))),
  ]);
  expect(lost).toEqual([]);
});

it("has no word that means two commands", () => {
  const words = Object.values(LANGUAGES).flatMap(({ commands }) => Object.entries(commands.commands));
  const meanings = new Map<string, Set<string>>();
  for (const [english, named] of words)
    for (const word of named) meanings.set(word, (meanings.get(word) ?? new Set()).add(english));
  expect([...meanings].filter(([, meant]) => meant.size > 1)).toEqual([]);
});

it.each([
  ["at-risk list", "at-risk"],
  ["at risk  list", "at risk"],
  ["please list at risk", "at risk"],
  ["at-risk customers please", "at-risk"],
  ["AT-RISK LIST", "AT-RISK"],
  ["風險 列表", "風險"],
  ["風險 名單", "風險"],
  ["请 列出 高风险 名单", "高风险"],
  ["at-risk all", "at-risk team"],
  ["all at risk", "at risk team"],
  ["風險 全部", "風險 team"],
  ["所有 变动", "变动 team"],
  ["movers list", "movers"],
  ["show all events", "events"],
  ["the nudges team please", "nudges team"],
  ["成本 本季 列表", "成本 本季"],
  ["segments by spend please", "segments by spend"],
  ["costs by customer", "costs by customer"],
  ["成本 依 客戶", "成本 依 客戶"],
])("“%s” asks what “%s” asks", (typed, plain) => {
  expect(withoutFillers(typed)).toBe(plain);
});

it.each(["list", "all", "Please Show Me", "全部", ""])("“%s” stays, for there is nothing else", (typed) => {
  expect(withoutFillers(typed)).toBe(typed);
});

it("changes no command by its fillers, nor has one that is a command or an argument", () => {
  const english = Object.values(LANGUAGES).map(({ commands }) => commands);
  for (const { fillers, everybody } of english)
    for (const word of [...fillers, ...everybody]) {
      expect([word, commandInEnglish(word)]).toEqual([word, word]);
      expect([word, commandInEnglish(`costs ${word}`)]).toEqual([word, `costs ${word}`]);
    }
});
