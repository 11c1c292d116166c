import { describe, expect, it } from "vitest";
import { clientErrors, collectState, withValue } from "../../../src/sandbox/page/state/form.ts";
import type { BlockJson, StateValues } from "../../../src/sandbox/page-protocol.ts";

const here = { currentConversationId: "C1" };
const input = (id: string, element: BlockJson, optional = false): BlockJson => ({
  type: "input",
  block_id: id,
  label: { type: "plain_text", text: id },
  optional,
  element: { action_id: id, ...element },
});
const option = { text: { type: "plain_text", text: "Phone" }, value: "phone" };

describe("the state of a form", () => {
  it("names every element's value as Slack does, empty ones too", () => {
    const blocks: BlockJson[] = [
      input("note", { type: "plain_text_input", multiline: true }),
      input("how", { type: "static_select", options: [option], initial_option: option }),
      input("who", { type: "multi_users_select" }),
      input("where", { type: "conversations_select", default_to_current_conversation: true }),
      input("at", { type: "datetimepicker", initial_date_time: 1795339800 }),
      { type: "section", block_id: "s", accessory: { type: "datepicker", action_id: "day" } },
      { type: "actions", block_id: "a", elements: [{ type: "button", action_id: "go" }] },
    ];
    expect(collectState(blocks, {}, here)).toEqual({
      note: { note: { type: "plain_text_input", value: null } },
      how: { how: { type: "static_select", selected_option: option } },
      who: { who: { type: "multi_users_select", selected_users: [] } },
      where: { where: { type: "conversations_select", selected_conversation: "C1" } },
      at: { at: { type: "datetimepicker", selected_date_time: 1795339800 } },
      s: { day: { type: "datepicker", selected_date: null } },
    });
  });

  it("keeps what was typed while its block stays, and drops it with the block", () => {
    const typed = withValue(
      {},
      { blockId: "note", actionId: "note" },
      { type: "plain_text_input", value: "hi" },
    );
    const note = input("note", { type: "plain_text_input", initial_value: "from the app" });
    expect(collectState([note], typed, here).note?.note?.value).toBe("hi");
    expect(collectState([], typed, here)).toEqual({});
  });

  it("finds elements in containers and cards", () => {
    const inner = { type: "actions", block_id: "in", elements: [{ type: "timepicker", action_id: "t" }] };
    const blocks: BlockJson[] = [{ type: "container", block_id: "out", child_blocks: [inner] }];
    expect(collectState(blocks, {}, here)).toEqual({
      in: { t: { type: "timepicker", selected_time: null } },
    });
  });
});

describe("what a form refuses before it is sent", () => {
  const problem = (element: BlockJson, value: Record<string, unknown>, optional = false) => {
    const values: StateValues = { f: { f: { type: element.type, ...value } } };
    return clientErrors([input("f", element, optional)], values).f;
  };

  it("asks for required fields only", () => {
    expect(problem({ type: "plain_text_input" }, { value: null })).toMatch(/required/);
    expect(problem({ type: "plain_text_input" }, { value: null }, true)).toBeUndefined();
    expect(problem({ type: "checkboxes" }, { selected_options: [] })).toMatch(/required/);
    expect(problem({ type: "timepicker" }, { selected_time: null, timezone: "UTC" })).toMatch(/required/);
    expect(problem({ type: "static_select" }, { selected_option: option })).toBeUndefined();
  });

  it.each([
    [{ type: "number_input", is_decimal_allowed: false }, "1.5", /number/],
    [{ type: "number_input", is_decimal_allowed: true }, "1.5", null],
    [{ type: "number_input", min_value: "1" }, "0", /1 or more/],
    [{ type: "number_input", max_value: "9" }, "10", /9 or less/],
    [{ type: "email_text_input" }, "dana", /email/],
    [{ type: "email_text_input" }, "dana@acme.com", null],
    [{ type: "url_text_input" }, "acme", /address/],
    [{ type: "plain_text_input", max_length: 3 }, "four", /at most 3/],
    [{ type: "plain_text_input", min_length: 3 }, "no", /at least 3/],
  ])("checks %j with %j", (element, value, expected) => {
    const found = problem(element, { value });
    if (expected === null) expect(found).toBeUndefined();
    else expect(found).toMatch(expected);
  });
});
