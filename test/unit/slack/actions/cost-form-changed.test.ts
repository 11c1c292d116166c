import { expect, it, vi } from "vitest";
import { costFormChanged } from "../../../../src/slack/actions/cost-buttons.ts";
import type { PermittedTools } from "../../../../src/slack/frame/handler.ts";
import { parseAction } from "../../../../src/slack/frame/payloads.ts";
import { ACTION, FIELD } from "../../../../src/slack/ids.ts";

/** A choice in the open form, as Slack sends it. */
const chosen = (values: Record<string, string>) =>
  parseAction({
    type: "block_actions",
    user: { id: "U1" },
    trigger_id: "1",
    container: { type: "view", view_id: "V1" },
    view: {
      ...{ id: "V1", callback_id: "cost.add", private_metadata: '{"responseUrl":null,"channelId":"C1"}' },
      state: {
        values: Object.fromEntries(
          Object.entries(values).map(([block, value]) => [
            block,
            { [ACTION.costFormChanged]: { type: "static_select", selected_option: { value } } },
          ]),
        ),
      },
    },
    actions: [{ type: "static_select", action_id: ACTION.costFormChanged, block_id: "x", action_ts: "1" }],
  });

const tools = () => {
  const updateModal = vi.fn(async (_viewId: string, _view: object) => {});
  const facts = { onlyOwn: false, segments: ["大客户 <VIP>"], currency: "EUR" };
  const days = { fromDay: "2026-11-01", toDay: "2026-11-30" };
  const flows = { openCostForm: async () => ({ ...facts, ...days }) };
  const answer = { privately: vi.fn(async () => {}) };
  const given = { flows, answer, slack: { updateModal }, reader: { locale: null } };
  return { updateModal, answer, given: given as unknown as PermittedTools };
};

it("shows the same form again with the fields that apply, and knows where it was opened", async () => {
  const { updateModal, given } = tools();
  await costFormChanged(chosen({ [FIELD.costScope]: "segment", [FIELD.costCategory]: "labour" }), given);
  const [viewId, view] = updateModal.mock.calls[0] ?? [];
  expect(viewId).toBe("V1");
  expect(view).toMatchObject({ private_metadata: '{"responseUrl":null,"channelId":"C1"}' });
  expect(JSON.stringify(view)).toMatch(/cost_subcategory.*cost_segment.*大客户 <VIP>.*cost_driver/s);
  expect(JSON.stringify(view)).not.toContain(FIELD.costCustomer);
});

it("says that a button is too old where there is no form", async () => {
  const { updateModal, answer, given } = tools();
  await costFormChanged({ ...chosen({}), form: null }, given);
  expect(updateModal).not.toHaveBeenCalled();
  expect(answer.privately).toHaveBeenCalledOnce();
});
