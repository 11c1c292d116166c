import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { expect, it, vi } from "vitest";
import { readPlace } from "../../../../src/flows/messages/read-place.ts";
import { slackWorkspace } from "../../../../src/slack/frame/interactive-slack.ts";

function workspaceWhere(error: string) {
  const info = vi.fn(async () => {
    throw new WebAPIPlatformError({ ok: false, error });
  });
  const warn = vi.fn();
  const log = { info: () => {}, error: () => {}, warn };
  const workspace = slackWorkspace({ conversations: { info } } as unknown as WebClient, log);
  const deps = { workspace, members: {} as never, channelSettings: {} as never };
  return { info, warn, place: (channelId: string) => readPlace(deps, { channelId, isPost: false }) };
}

it("knows the direct message without asking Slack", async () => {
  const { info, warn, place } = workspaceWhere("missing_scope");
  expect(await place("D0ANA")).toBe("direct");
  expect([info.mock.calls.length, warn.mock.calls.length]).toEqual([0, 0]);
});

it.each(["channel_not_found", "missing_scope"])(
  "takes %s for out of sight, without a warning",
  async (error) => {
    const { info, warn, place } = workspaceWhere(error);
    expect(await place("G0SEVERAL")).toBe("unseen");
    expect([info.mock.calls.length, warn.mock.calls.length]).toEqual([1, 0]);
  },
);

it("warns of what it does not expect", async () => {
  const { warn, place } = workspaceWhere("internal_error");
  expect(await place("C0SALES")).toBe("unseen");
  expect(warn).toHaveBeenCalledOnce();
});
