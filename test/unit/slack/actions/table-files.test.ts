import { describe, expect, it, vi } from "vitest";
import {
  costsAsFile,
  retentionAsPicture,
  segmentsAsFile,
} from "../../../../src/slack/actions/table-files.ts";
import { decodeAsked, encodeAsked } from "../../../../src/slack/blocks/costs/asked-costs.ts";
import type { PermittedTools } from "../../../../src/slack/frame/handler.ts";
import { interactiveSlack } from "../../../../src/slack/frame/interactive-slack.ts";
import type { ActionRequest } from "../../../../src/slack/frame/payloads.ts";

const ASKED = { fromDay: "2026-07-01", toDay: "2026-09-30", dimension: "customer", currency: "EUR" } as const;
const row = (label: string) => ({
  ...{ key: label, label, customerId: 1, totalMinor: 1_250, directMinor: 1_000, indirectMinor: 250 },
  ...{ revenueMinor: null, acquisitionMinor: null, profitabilityMinor: null },
});

function pressed(value: string) {
  const showCosts = vi.fn(async (_question: object) => ({
    kind: "report",
    report: { ...ASKED, rows: [row("Acme"), row("=cmd()")], rowsLeftOut: 3 },
  }));
  const sendFile = vi.fn(async (_userId: string, _file: object) => {});
  const privately = vi.fn(async (_message: { text: string }) => {});
  const tools = {
    ...{ flows: { showCosts }, slack: { sendFile }, answer: { privately } },
    reader: { slackUserId: "U1", locale: null },
  } as unknown as PermittedTools;
  return { request: { value } as ActionRequest, tools, showCosts, sendFile, privately };
}

describe("a long table as a file", () => {
  it("goes to the direct message of whoever asks, with all rows of the same days", async () => {
    const { request, tools, showCosts, sendFile, privately } = pressed(encodeAsked(ASKED));
    await costsAsFile(request, tools);
    expect(showCosts.mock.calls[0]?.[0]).toMatchObject({
      period: { fromDay: "2026-07-01", toDay: "2026-09-30" },
      ...{ dimension: "customer", currency: "EUR", mostRows: 50_000 },
    });
    const [userId, file] = sendFile.mock.calls[0] ?? [];
    expect(userId).toBe("U1");
    expect(file).toMatchObject({
      name: "costs-customer-2026-07-01-2026-09-30-EUR.csv",
      content: "\uFEFFCustomer,Total,Direct,Indirect\r\nAcme,12.5,10,2.5\r\n'=cmd(),12.5,10,2.5\r\n",
    });
    expect(privately.mock.calls[0]?.[0].text).toMatch(
      /in our direct messages: 2 rows, the 3 last ones left out/,
    );
  });

  it.each(["", "costs", "2026-07-01 2026-06-01 customer EUR", "2026-07-01 2026-09-30 salary EUR"])(
    "is not made of what no button of ours says: “%s”",
    async (value) => {
      const { request, tools, sendFile, privately } = pressed(value);
      await costsAsFile(request, tools);
      await segmentsAsFile(request, tools);
      expect(sendFile).not.toHaveBeenCalled();
      expect(privately).toHaveBeenCalledTimes(2);
    },
  );

  it("asks for the same days again", () => {
    expect(decodeAsked(encodeAsked(ASKED))).toEqual(ASKED);
  });

  describe("who stayed, as a picture", () => {
    const asked = async (joined: number, isSent: boolean) => {
      const triangle = [{ month: "2026-08", joined, kept: [joined] }];
      const reportRetention = async () => ({ kind: "report", triangle });
      const sendPictures = vi.fn(async (_userId: string, _pictures: readonly object[]) => isSent);
      const { request, tools, privately } = pressed("triangle");
      const slack = { sendPictures };
      await retentionAsPicture(request, { ...tools, flows: { reportRetention }, slack } as never);
      return { sendPictures, told: privately.mock.calls[0]?.[0].text };
    };

    it("goes to the direct message of whoever asks, and where it cannot, that is said", async () => {
      const { sendPictures, told } = await asked(4, true);
      expect(sendPictures).toHaveBeenCalledWith("U1", [expect.objectContaining({ kind: "triangle" })]);
      expect(told).toBe("The picture is in your direct message with Mainstay.");
      expect((await asked(4, false)).told).toMatch(/could not be drawn or sent/);
    });

    it("is none where nobody joined", async () => {
      const { sendPictures, told } = await asked(0, true);
      expect(sendPictures).not.toHaveBeenCalled();
      expect(told).toMatch(/Nobody became a customer/);
    });
  });

  it("is uploaded into the conversation with its reader alone", async () => {
    const open = vi.fn(async () => ({ channel: { id: "D0ANA" } }));
    const filesUploadV2 = vi.fn(async (_given: object) => ({}));
    const slack = interactiveSlack({ conversations: { open }, filesUploadV2 } as never);
    await slack.sendFile("U1", { name: "a.csv", content: "é", comment: "c" });
    expect(open).toHaveBeenCalledWith({ users: "U1" });
    expect(filesUploadV2.mock.calls[0]?.[0]).toMatchObject({ channel_id: "D0ANA", filename: "a.csv" });
  });
});
