import { expect, it } from "vitest";
import { digestMessage } from "../../src/domain/messages/digest.ts";
import type { DigestMessage } from "../../src/domain/messages/messages.ts";
import { findForDigest } from "../../src/flows/messages/digest-findings.ts";
import { digestBlocks } from "../../src/slack/blocks/messages/digest.ts";
import type { Database } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { digestFacts } from "../support/digest-facts.ts";
import { linesWithoutOrigin } from "../support/digest-origins.ts";
import { NO_MODEL } from "../support/no-model.ts";
import { digestLines, TRACED_NOW, TRACED_WEEK, tracedCompany } from "../support/traced-digest.ts";

const depsOf = (database: Database) => ({
  ...createStore(database),
  model: NO_MODEL,
  clock: () => TRACED_NOW,
  clv: { years: 3, discountRatePercent: 10, marginPercentIfUnknown: null },
  timeZone: "UTC",
});

describeOnEachDatabase("every figure on the digest", (database) => {
  const read = async () => {
    await tracedCompany(database());
    const deps = depsOf(database());
    const occasion = { week: TRACED_WEEK, timeZone: "UTC" };
    const message = digestMessage(await findForDigest(deps, occasion, TRACED_NOW));
    return { message, facts: await digestFacts(deps) };
  };
  const untraced = (message: DigestMessage, facts: Awaited<ReturnType<typeof digestFacts>>) =>
    linesWithoutOrigin(digestLines(digestBlocks(message, "en")), facts);

  it("is what the function that works it out gives for the same data", async () => {
    const { message, facts } = await read();
    expect(untraced(message, facts)).toEqual([]);
  });

  it("would be missed if it were another, or had no origin", async () => {
    const { message, facts } = await read();
    const bridge = message.charts?.valueBridge;
    if (!bridge || !message.charts) throw new Error("nothing to change");
    const wrong: [string, DigestMessage][] = [
      ["high", { ...message, customersAtRisk: { ...message.customersAtRisk, high: 4 } }],
      [
        "retained",
        {
          ...message,
          retention: { ...message.retention, cohort: { ...message.retention.cohort, retained: 6 } },
        },
      ],
      ["sent", { ...message, nudges: { ...message.nudges, sent: 7 } }],
      ["new", { ...message, newlyHigh: { ...message.newlyHigh, count: 3 } }],
      [
        "the bridge",
        {
          ...message,
          charts: { ...message.charts, valueBridge: { ...bridge, startMinor: bridge.startMinor + 1 } },
        },
      ],
      [
        "a figure of the month",
        {
          ...message,
          figures: (message.figures ?? []).map((one) => ({
            ...one,
            value: one.value === null ? null : one.value + 1,
          })),
        },
      ],
    ];
    for (const [what, changed] of wrong) expect(untraced(changed, facts), what).not.toEqual([]);
    expect(linesWithoutOrigin(["12 customers more"], facts)).toEqual(["12 customers more"]);
  });
});
