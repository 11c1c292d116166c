import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { anyBlock } from "../../../src/sandbox/block-kit/blocks.ts";
import type { Check } from "../../../src/sandbox/block-kit/checks.ts";
import {
  anyText,
  confirmation,
  conversationFilter,
  dispatchActionConfiguration,
  imageElement,
  linkOption,
  optionGroup,
  workflow,
} from "../../../src/sandbox/block-kit/composition.ts";
import {
  accessoryElement,
  actionsElement,
  inputElement,
  urlSource,
} from "../../../src/sandbox/block-kit/elements.ts";
import { richTextLine, richTextPiece } from "../../../src/sandbox/block-kit/rich-text.ts";
import {
  blockProblems,
  hasSeveralTables,
  isTooLongForOneMessage,
  viewProblems,
} from "../../../src/sandbox/block-kit/validate.ts";
import { CONSTRUCTIONS, type Construction } from "./invalid-constructions.ts";
import moreFixtures from "./rich-text-and-attachments.json" with { type: "json" };

const CONTRACT = join(import.meta.dirname, "../../contract/slack");
const readJson = (file: string) => JSON.parse(readFileSync(join(CONTRACT, file), "utf8"));
// biome-ignore lint/suspicious/noExplicitAny: whatever the fixture holds
type Json = any;
/** All valid fixtures of slackblocks (MIT, see test/contract/slack): those kept there, and the rest. */
const VALID: Readonly<Record<string, Json>> = { ...readJson("block-kit-valid.json"), ...moreFixtures };
const fixtures = (folder: string): [string, Json][] =>
  Object.entries(VALID).flatMap(([path, value]): [string, Json][] =>
    path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), value]] : [],
  );

const section = { type: "section", text: { type: "mrkdwn", text: "text" } };
const button = (actionId: string) => ({
  type: "button",
  action_id: actionId,
  text: { type: "plain_text", text: "Go" },
});

describe("valid fixtures are accepted", () => {
  it.each(fixtures("blocks"))("block %s", (_file, block) => {
    expect(anyBlock(block, "/blocks/0")).toEqual([]);
  });

  it.each(fixtures("messages"))("message %s", (_file, message) => {
    expect(blockProblems(message.blocks ?? [], "message", "/blocks")).toEqual([]);
  });

  it.each(fixtures("attachments"))("attachment %s", (_file, attachment) => {
    expect(blockProblems(attachment.blocks, "message", "/attachments/0/blocks")).toEqual([]);
  });

  it.each(fixtures("views"))("view %s", (_file, view) => {
    expect(viewProblems(view, view.type, "/view")).toEqual([]);
  });

  it.each(fixtures("elements"))("element %s", (_file, element) => {
    const hosts: Check[] = [actionsElement, accessoryElement, inputElement, imageElement, urlSource];
    expect(
      hosts.map((host) => host(element, "")).filter((found) => found.length === 0).length,
    ).toBeGreaterThan(0);
  });

  it.each(fixtures("rich_text"))("rich text %s", (_file, part) => {
    const check = part.type.startsWith("rich_text_") ? richTextLine : richTextPiece;
    expect(check(part, "")).toEqual([]);
  });

  const objects: Record<string, Check> = {
    confirmation_dialogue: confirmation,
    conversation_filter: conversationFilter,
    dispatch_action_configuration: dispatchActionConfiguration,
    option_group: optionGroup,
    option: linkOption,
    text: anyText(),
    workflow,
  };
  it.each(fixtures("objects").filter(([file]) => Object.keys(objects).some((name) => file.startsWith(name))))(
    "object %s",
    (file, value) => {
      const name = Object.keys(objects).find((prefix) => file.startsWith(prefix));
      expect(objects[name!]!(value, "")).toEqual([]);
    },
  );
});

describe("invalid cases are refused", () => {
  const cases: { id: string; description: string }[] = readJson("block-kit-invalid-cases.json").cases;

  it("has a construction for each", () => {
    expect(Object.keys(CONSTRUCTIONS).sort()).toEqual(cases.map(({ id }) => id).sort());
  });

  it.each(cases)("$id: $description", ({ id }) => {
    const problems = problemsOf(CONSTRUCTIONS[id]!);
    // Two of them break a rule in two places.
    expect(problems.length).toBe(/too-few-columns|categories-empty/.test(id) ? 2 : 1);
    expect(problems[0]!.pointer).toMatch(/^\/(blocks|view)/);
  });

  function problemsOf(construction: Construction) {
    return "view" in construction
      ? viewProblems(construction.view, construction.surface, "/view")
      : blockProblems(construction.blocks, construction.surface, "/blocks");
  }
});

describe("a message's blocks", () => {
  const message = (...blocks: unknown[]) => blockProblems(blocks, "message", "/blocks");

  it("are named by Slack's own sentence and pointer", () => {
    expect(message(section, { type: "header", text: { type: "plain_text", text: "x".repeat(151) } })).toEqual(
      [{ message: "must be less than 151 characters", pointer: "/blocks/1/text/text" }],
    );
  });

  it("may not be of an unknown type or have an unknown field", () => {
    expect(message({ type: "chart" })).toEqual([
      { message: "unsupported type: chart", pointer: "/blocks/0/type" },
    ]);
    expect(message({ ...section, colour: "red" })).toEqual([
      { message: "invalid additional property: colour", pointer: "/blocks/0" },
    ]);
    expect(message({ type: "constructor" })).toHaveLength(1);
  });

  it("are at most 50, and 100 in a view", () => {
    const many = (count: number) => Array.from({ length: count }, () => section);
    expect(message(...many(50))).toEqual([]);
    expect(message(...many(51))).toEqual([{ message: "no more than 50 items allowed", pointer: "/blocks" }]);
    expect(viewProblems({ type: "home", blocks: many(100) }, "home", "/view")).toEqual([]);
    expect(viewProblems({ type: "home", blocks: many(101) }, "home", "/view")).toHaveLength(1);
  });

  it("belong to their surface", () => {
    const table = {
      type: "data_table",
      caption: "c",
      rows: [[{ type: "raw_text", text: "h" }], [{ type: "raw_text", text: "v" }]],
    };
    expect(message(table)).toEqual([]);
    expect(blockProblems([table], "home", "/view/blocks")).toHaveLength(1);
    expect(message({ type: "alert", text: section.text })).toHaveLength(1);
    expect(message({ type: "file", external_id: "1", source: "remote" })).toHaveLength(1);
  });

  it("have action ids of their own within a block, and block ids of their own within a view", () => {
    const twice = [
      { ...section, block_id: "a" },
      { ...section, block_id: "a" },
    ];
    expect(viewProblems({ type: "home", blocks: twice }, "home", "/view")).toEqual([
      { message: "`block_id` a already exists", pointer: "/view/blocks/1/block_id" },
    ]);
    expect(message({ type: "actions", elements: [button("a"), button("a")] })).toEqual([
      { message: "`action_id` a already exists", pointer: "/blocks/0/elements/1/action_id" },
    ]);
    expect(
      message({ type: "actions", elements: [button("a")] }, { type: "actions", elements: [button("a")] }),
    ).toEqual([]);
  });

  it("hold 12,000 characters of markdown together, and 13,200 of text in all", () => {
    const markdown = (length: number) => ({ type: "markdown", text: "x".repeat(length) });
    expect(message(markdown(6000), markdown(6000))).toEqual([]);
    expect(message(markdown(6000), markdown(6001))).toHaveLength(1);
    const long = (length: number) => ({
      type: "section",
      text: { type: "mrkdwn", text: "x".repeat(length) },
    });
    expect(isTooLongForOneMessage([...Array(4).fill(long(3000)), long(1200)])).toBe(false);
    expect(isTooLongForOneMessage([...Array(4).fill(long(3000)), long(1201)])).toBe(true);
  });

  it("hold one table", () => {
    const table = { type: "table", rows: [[{ type: "raw_text", text: "v" }]] };
    expect(hasSeveralTables([table, section])).toBe(false);
    expect(hasSeveralTables([table, { type: "container", child_blocks: [table] }])).toBe(true);
  });
});

describe("what Slack refuses of newer blocks", () => {
  const message = (...blocks: unknown[]) => blockProblems(blocks, "message", "/blocks");
  const point = (label: string, value = 1) => ({ label, value });
  const line = (name: string, ...labels: string[]) => ({ name, data: labels.map((label) => point(label)) });
  const chart = (...series: object[]) => ({
    type: "data_visualization",
    title: "Risk",
    chart: { type: "line", series, axis_config: { categories: ["a", "b"] } },
  });

  it("a third chart in a message", () => {
    const one = chart(line("x", "a", "b"));
    expect(message(one, section, one)).toEqual([]);
    expect(message(one, one, one)).toEqual([
      { message: "no more than 2 data_visualization blocks allowed", pointer: "/blocks" },
    ]);
  });

  it("series of one name", () => {
    expect(message(chart(line("x", "a", "b"), line("y", "a", "b")))).toEqual([]);
    expect(message(chart(line("x", "a", "b"), line("x", "a", "b")))).toEqual([
      { message: "series name x already exists", pointer: "/blocks/0/chart/series/1/name" },
    ]);
  });

  it("a category without a point, or with two", () => {
    const problem = {
      message: "must have one point for each category",
      pointer: "/blocks/0/chart/series/0/data",
    };
    expect(message(chart(line("x", "a")))).toEqual([problem]);
    expect(message(chart(line("x", "a", "b", "b")))).toEqual([problem]);
  });

  it("a chart outside of a message", () => {
    const one = chart(line("x", "a", "b"));
    for (const surface of ["home", "modal"] as const)
      expect(blockProblems([one], surface, "/view/blocks")).toEqual([
        { message: `unsupported type: data_visualization in a ${surface}`, pointer: "/view/blocks/0/type" },
      ]);
  });

  it("a number without words in a table", () => {
    const table = (cell: object) => ({
      type: "data_table",
      caption: "c",
      rows: [[{ type: "raw_text", text: "h" }], [{ type: "raw_number", value: 1, ...cell }]],
    });
    expect(message(table({}))).toEqual([]);
    expect(message(table({ text: "1" }))).toEqual([]);
    expect(message(table({ text: "" }))).toEqual([
      { message: "must be more than 0 characters", pointer: "/blocks/0/rows/1/0/text" },
    ]);
  });

  it("a card with two icons", () => {
    const icon = { type: "image", image_url: "https://example.com/i.png", alt_text: "i" };
    const slackIcon = { type: "icon", name: "star" };
    const card = (more: object) => ({ type: "card", title: { type: "mrkdwn", text: "t" }, ...more });
    expect(message(card({ icon }))).toEqual([]);
    expect(message(card({ slack_icon: slackIcon }))).toEqual([]);
    expect(message(card({ icon, slack_icon: slackIcon }))).toEqual([
      { message: "only one of icon, slack_icon may be given", pointer: "/blocks/0" },
    ]);
  });

  it("a number field whose least is above its most", () => {
    const asked = (least?: string, most?: string) => [
      {
        type: "input",
        label: { type: "plain_text", text: "N" },
        element: { type: "number_input", is_decimal_allowed: true, min_value: least, max_value: most },
      },
    ];
    const problems = (least?: string, most?: string) =>
      blockProblems(asked(least, most), "modal", "/view/blocks");
    for (const [least, most] of [["-2", "-1"], ["3", "3"], ["9", "10"], ["1"]] as const)
      expect(problems(least, most)).toEqual([]);
    expect(problems(undefined, "1")).toEqual([]);
    expect(problems("10", "9")).toEqual([
      { message: "must not be above max_value", pointer: "/view/blocks/0/element/min_value" },
    ]);
  });
});

describe("a modal", () => {
  it("that asks for something needs a submit button", () => {
    const input = {
      type: "input",
      label: { type: "plain_text", text: "Note" },
      element: { type: "plain_text_input", action_id: "note" },
    };
    const view = { type: "modal", title: { type: "plain_text", text: "Note" }, blocks: [input] };
    expect(viewProblems(view, "modal", "/view")).toEqual([
      { message: "missing required field: submit", pointer: "/view" },
    ]);
    expect(viewProblems({ ...view, submit: { type: "plain_text", text: "Save" } }, "modal", "/view")).toEqual(
      [],
    );
  });
});
