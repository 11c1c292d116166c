import { WebAPIPlatformError } from "@slack/web-api";
import { expect, it, vi } from "vitest";
import { chartSupport } from "../../../../src/charts/chart-support.ts";
import { createLog } from "../../../../src/log.ts";
import { chart } from "../../../../src/slack/blocks/chart.ts";
import type { SlackMessage } from "../../../../src/slack/blocks/elements.ts";
import { tellWithCharts } from "../../../../src/slack/frame/charts-as-pictures.ts";

const drawn = chart({
  title: "Costs",
  type: "bar",
  locale: "zh-Hans",
  categories: ["Oct"],
  series: [{ name: "Support", values: [1] }],
});
const message: SlackMessage = { text: "t", blocks: [{ type: "divider" }, ...drawn] };
const refused = new WebAPIPlatformError({ ok: false, error: "invalid_blocks" } as never);

function telling({ takes, draws = true }: { takes: boolean; draws?: boolean }) {
  const support = chartSupport(async () => {
    if (!draws) throw new Error("no library");
    return new Uint8Array([1]);
  });
  const tell = vi.fn(async ({ blocks }: SlackMessage) => {
    if (!takes && blocks.some(({ type }) => String(type) === "data_visualization")) throw refused;
  });
  const filesUploadV2 = vi.fn(async (_given: object) => ({}));
  const web = { conversations: { open: async () => ({ channel: { id: "D1" } }) }, filesUploadV2 } as never;
  const charts = { support, log: createLog("silent") };
  return { tell, filesUploadV2, support, told: { charts, web, userId: "U1", tell } };
}

it("tells somebody with charts where they are taken", async () => {
  const { tell, filesUploadV2, told } = telling({ takes: true });
  await tellWithCharts(told, message);
  expect(tell).toHaveBeenCalledExactlyOnceWith(message);
  expect(filesUploadV2).not.toHaveBeenCalled();
});

it("sends them as pictures into the direct message where they are not, and says so in the reader's language", async () => {
  const { tell, filesUploadV2, support, told } = telling({ takes: false });
  await tellWithCharts(told, message);
  const files = [expect.objectContaining({ filename: "chart-1.png", title: "Costs" })];
  expect(filesUploadV2).toHaveBeenCalledExactlyOnceWith({ channel_id: "D1", file_uploads: files });
  expect(JSON.stringify(tell.mock.calls[1])).toContain("私信");
  expect(support.takesCharts()).toBe(false);
  await tellWithCharts(told, message);
  expect(tell).toHaveBeenCalledTimes(3);
});

it("says that there are none where they cannot be drawn", async () => {
  const { tell, told } = telling({ takes: false, draws: false });
  await tellWithCharts(told, message);
  expect(JSON.stringify(tell.mock.calls[1])).toContain("无法绘制");
});
