import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { assertSendable, problemsOf } from "../support/block-kit.ts";

type Json = Record<string, unknown>;
const read = (name: string) => JSON.parse(readFileSync(new URL(`slack/${name}`, import.meta.url), "utf8"));
const valid: Record<string, Json> = read("block-kit-valid.json");
const invalidCases: { cases: { id: string; description: string }[] } = read("block-kit-invalid-cases.json");

const message = (...blocks: unknown[]) => ({ blocks, text: "fallback" });
const text = (length: number, type = "plain_text") => ({ type, text: "x".repeat(length) });
const button = (rest: Json) => ({ type: "button", action_id: "a", text: text(5), ...rest });
const inActions = (...elements: unknown[]) => message({ type: "actions", elements });
const inInput = (element: unknown, rest: Json = {}) =>
  message({ type: "input", label: text(5), element, ...rest });
const option = (rest: Json = {}) => ({ text: text(5), value: "v", ...rest });
const many = (count: number, make: (place: number) => unknown = () => option()) =>
  Array.from({ length: count }, (_, place) => make(place));
const select = (rest: Json) => inActions({ type: "static_select", action_id: "a", ...rest });
const section = (rest: Json) => message({ type: "section", ...rest });
const confirm = (rest: Json) =>
  inActions(button({ confirm: { title: text(5), text: text(5), confirm: text(5), deny: text(5), ...rest } }));
const modal = (rest: Json) => ({
  type: "modal" as const,
  title: text(5),
  blocks: [{ type: "divider" }],
  ...rest,
});
const image = { type: "image", image_url: "https://example.com/a.png", alt_text: "a" };
const cell = { type: "raw_text", text: "x" };

/** The named constructions of the specification, for everything this bot sends. */
const CASES: Record<string, () => Parameters<typeof assertSendable>[0]> = {
  "text-empty": () => section({ text: text(0) }),
  "text-too-long": () => section({ text: text(3001) }),
  "button-text-too-long": () => inActions(button({ text: text(76) })),
  "button-url-too-long": () => inActions(button({ url: "u".repeat(3001) })),
  "button-accessibility-label-too-long": () => inActions(button({ accessibility_label: "x".repeat(76) })),
  "confirmation-title-too-long": () => confirm({ title: text(101) }),
  "confirmation-text-too-long": () => confirm({ text: text(301) }),
  "confirmation-deny-too-long": () => confirm({ deny: text(31) }),
  "option-text-too-long": () => select({ options: [option({ text: text(76) })] }),
  "option-url-too-long": () => select({ options: [option({ url: "x".repeat(3001) })] }),
  "option-description-too-long": () => select({ options: [option({ description: text(76) })] }),
  "option-group-empty": () => select({ option_groups: [{ label: text(5), options: [] }] }),
  "option-group-too-many-options": () => select({ option_groups: [{ label: text(5), options: many(101) }] }),
  "select-too-many-options": () => select({ options: many(101) }),
  "select-too-many-option-groups": () =>
    select({ option_groups: many(101, () => ({ label: text(5), options: [option()] })) }),
  "overflow-too-many-options": () => inActions({ type: "overflow", action_id: "a", options: many(6) }),
  "checkboxes-empty": () => inActions({ type: "checkboxes", action_id: "a", options: [] }),
  "radio-buttons-empty": () => inActions({ type: "radio_buttons", action_id: "a", options: [] }),
  "radio-buttons-too-many-options": () =>
    inActions({ type: "radio_buttons", action_id: "a", options: many(11) }),
  "table-too-many-rows": () => message({ type: "table", rows: many(101, () => [cell]) }),
  "table-column-settings-mismatch": () =>
    message({ type: "table", rows: [[cell]], column_settings: [{ align: "right" }, { align: "left" }] }),
  "file-input-max-files-too-small": () => inInput({ type: "file_input", max_files: 0 }),
  "plain-text-input-max-length-too-large": () => inInput({ type: "plain_text_input", max_length: 3001 }),
  "actions-too-many-elements": () => inActions(...many(26, (place) => button({ action_id: `a${place}` }))),
  "header-text-too-long": () => message({ type: "header", text: text(151) }),
  "image-url-too-long": () => message({ ...image, image_url: "x".repeat(3001) }),
  "input-label-too-long": () => inInput({ type: "plain_text_input" }, { label: text(2001) }),
  "input-hint-too-long": () => inInput({ type: "plain_text_input" }, { hint: text(2001) }),
  "markdown-too-long": () => message({ type: "markdown", text: "x".repeat(12_001) }),
  "section-text-too-long": () => section({ text: text(3001, "mrkdwn") }),
  "section-field-too-long": () => section({ fields: [text(2001)] }),
  "view-missing-blocks": () => modal({ blocks: [] }),
  "view-private-metadata-too-long": () => modal({ private_metadata: "x".repeat(3001) }),
  "view-callback-id-too-long": () => modal({ callback_id: "x".repeat(256) }),
  "view-close-too-long": () => modal({ close: text(25) }),
  "view-submit-too-long": () => modal({ submit: text(25) }),
  "static-select-options-and-groups": () =>
    select({ options: [option()], option_groups: [{ label: text(5), options: [option()] }] }),
  "image-url-and-slack-file": () => message({ ...image, slack_file: { id: "F1" } }),
  "context-invalid-element": () => message({ type: "context", elements: [button({})] }),
  "input-invalid-element": () => inInput(button({})),
  "data-table-too-many-rows": () =>
    message({ type: "data_table", caption: "c", rows: many(202, () => [cell]) }),
  "data-table-too-few-columns": () => message({ type: "data_table", caption: "c", rows: [[], []] }),
  "data-table-page-size-too-small": () =>
    message({ type: "data_table", caption: "c", page_size: 0, rows: [[cell], [cell]] }),
  "data-table-page-size-too-large": () =>
    message({ type: "data_table", caption: "c", page_size: 101, rows: [[cell], [cell]] }),
  "data-table-content-too-long": () =>
    message({
      type: "data_table",
      caption: "c",
      rows: [[cell], [{ type: "raw_text", text: "x".repeat(20_001) }]],
    }),
};

const inMessage = (name: string, fixture: Json) => {
  if (name.startsWith("views/")) return fixture as unknown as Parameters<typeof problemsOf>[0];
  if (name.startsWith("messages/")) {
    // The fixtures give every block the same placeholder id, which Slack itself would refuse.
    const blocks = ((fixture.blocks ?? []) as Json[]).map(({ block_id: _, ...block }) => block);
    return { blocks, text: "fallback" };
  }
  return message(fixture);
};

describe("the Block Kit check", () => {
  it.each(Object.entries(valid))("accepts the valid fixture %s", (name, fixture) => {
    expect(problemsOf(inMessage(name, fixture))).toEqual([]);
  });

  it.each(Object.keys(CASES))("refuses %s", (id) => {
    expect(invalidCases.cases.map((invalid) => invalid.id)).toContain(id);
    expect(() => assertSendable(CASES[id]!())).toThrow("Slack would refuse this");
  });

  it("counts the blocks and characters of a whole message", () => {
    const divider = { type: "divider" };
    expect(problemsOf(message(...many(50, () => divider)))).toEqual([]);
    expect(problemsOf(message(...many(51, () => divider)))).toEqual(["51 blocks; at most 50"]);
    const long = many(5, () => ({ type: "section", text: text(2700) }));
    expect(problemsOf(message(...long))).toEqual(["13500 characters in all blocks"]);
    expect(problemsOf({ blocks: [], text: " " })).toEqual(["no fallback text"]);
  });

  it("refuses an id that stands twice", () => {
    const repeated = inActions(button({}), button({}));
    expect(problemsOf(repeated)).toEqual(["an action_id stands twice in a block"]);
  });
});
