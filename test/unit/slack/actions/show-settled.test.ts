import { expect, it } from "vitest";
import type { NudgeMessage } from "../../../../src/domain/messages/messages.ts";
import type { Suggestion } from "../../../../src/domain/outreach/suggestion.ts";
import { showSettled } from "../../../../src/slack/actions/nudge-buttons.ts";
import type { PermittedTools } from "../../../../src/slack/frame/handler.ts";

const NOW = new Date("2026-11-23T09:00:00Z");
const nudgeOf = (memberId: string): NudgeMessage => ({
  kind: "nudge",
  memberId,
  day: "2026-11-23",
  createdAt: NOW.toISOString(),
  basis: null,
  items: [],
  overBudget: 0,
});
const suggestion = { key: "nudge:7:2026-11-23", status: "reached_out", settledBy: "U1", settledAt: NOW };

/** What U1 sees after an answer, where the message of the suggestion is `message`. */
async function seen(message: NudgeMessage | null, kind: "settled" | "settled-before") {
  const shown: string[] = [];
  const tools = {
    answer: {
      replacing: async () => void shown.push("replaced"),
      privately: async ({ text }: { text: string }) => void shown.push(text),
    },
    flows: { readNudge: async () => message && { message, answers: [] } },
    reader: { slackUserId: "U1", name: "Ana", timeZone: "UTC", locale: "en" },
    clock: () => NOW,
  };
  await showSettled(
    { kind, suggestion: suggestion as unknown as Suggestion },
    tools as unknown as PermittedTools,
  );
  return shown;
}

it("shows an answer on the reader's own nudge, and in words where there is none to show it on", async () => {
  expect(await seen(nudgeOf("U1"), "settled")).toEqual(["replaced"]);
  expect(await seen(nudgeOf("U2"), "settled")).toEqual(["You reached out to this customer just now."]);
  expect(await seen(null, "settled")).toEqual(["You reached out to this customer just now."]);
});

it("says also in words that another answer was first", async () => {
  expect(await seen(nudgeOf("U1"), "settled-before")).toEqual([
    "replaced",
    "You reached out to this customer just now.",
  ]);
});
