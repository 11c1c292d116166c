import { expect, it } from "vitest";
import type { Member } from "../../../../../src/domain/customer.ts";
import { reportCosts } from "../../../../../src/flows/costs/report-costs.ts";
import type { ShowCostsDeps } from "../../../../../src/flows/costs/show-costs.ts";
import { showCosts as showCostsFlow } from "../../../../../src/flows/costs/show-costs.ts";
import { showCosts } from "../../../../../src/slack/commands/costs/costs.ts";
import type { PermittedTools } from "../../../../../src/slack/frame/handler.ts";
import type { CommandRequest } from "../../../../../src/slack/frame/payloads.ts";
import { commandLineText } from "../../../../../src/words/command-line.ts";

const MANAGER = { role: "manager", email: "mia@example.com", timeZone: "UTC" } as unknown as Member;
const noCosts = {
  costAllocation: { currencies: async () => [] },
  currencies: { inUse: async () => [] },
  clock: () => new Date("2026-11-22T09:00:00Z"),
  workspace: { channel: async () => null },
  timeZone: "UTC",
} as unknown as ShowCostsDeps;

it("tells a manager in Slack how to record the first cost, and the command line which option to give", async () => {
  const said: string[] = [];
  const tools = {
    flows: {
      showCosts: (request: Parameters<typeof showCostsFlow>[1]) => showCostsFlow(noCosts, request),
    },
    answer: { privately: async (message: object) => void said.push(JSON.stringify(message)) },
    clock: () => new Date("2026-11-22T09:00:00Z"),
    reader: MANAGER,
  } as unknown as PermittedTools;
  await showCosts({ userId: "U1", channelId: null } as unknown as CommandRequest, tools, "");
  expect(said).toEqual([expect.stringContaining("Record the first with `/customer cost add`")]);
  expect(said.join()).not.toMatch(/--|npm run/);

  const days = { fromDay: "2026-10-01", toDay: "2026-10-31", timeZone: "UTC" };
  const asked = { ...days, dimension: "segment" as const, currency: null, mostRows: null };
  const refused = await reportCosts(noCosts, asked);
  expect(refused.kind === "refused" && commandLineText(refused.problem)).toContain("--currency EUR");
});
