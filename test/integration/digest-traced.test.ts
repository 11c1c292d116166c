import { expect, it } from "vitest";
import { digestMessage } from "../../src/domain/messages/digest.ts";
import { findForDigest } from "../../src/flows/messages/digest-findings.ts";
import { digestBlocks } from "../../src/slack/blocks/messages/digest.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { NO_MODEL } from "../support/no-model.ts";
import { digestLines, TRACED_NOW, TRACED_WEEK, tracedCompany } from "../support/traced-digest.ts";

describeOnEachDatabase("figures on the digest", (database) => {
  it("prints", async () => {
    await tracedCompany(database());
    const deps = {
      ...createStore(database()),
      model: NO_MODEL,
      clock: () => TRACED_NOW,
      clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
      timeZone: "UTC",
    };
    const occasion = { week: TRACED_WEEK, timeZone: "UTC" };
    const message = digestMessage(await findForDigest(deps, occasion, TRACED_NOW));
    console.log(digestLines(digestBlocks(message, "en")).join("\n"));
    expect(1).toBe(1);
  });
});
