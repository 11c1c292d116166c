import { describe, expect, it } from "vitest";
import { type SnoozeFormView, snoozeForm } from "../../../../../src/slack/blocks/outreach/snooze-form.ts";
import { whyNotForm } from "../../../../../src/slack/blocks/outreach/why-not-form.ts";
import { PSEUDO_LOCALE } from "../../../../../src/words/locale.ts";
import { assertSendable } from "../../../../support/block-kit.ts";

const view: SnoozeFormView = {
  ...{
    customerName: "Acme",
    metadata: "{}",
    now: new Date("2026-12-09T14:00:00Z"),
    timeZone: "Europe/Berlin",
  },
  ...{ locale: "en", readerId: "U1", snooze: null, renewsOn: null },
};
const written = (given: Partial<SnoozeFormView>) => JSON.stringify(snoozeForm({ ...view, ...given }));
const snooze = { until: new Date("2026-12-15T23:00:00Z"), by: "U2", byName: "Bo *x*" };

describe("the form that snoozes", () => {
  it("says what is snoozed now, until when and by whom, and offers to end it", () => {
    expect(written({ snooze })).toContain("Bo *\u200bx*\u200b has snoozed this customer until 16 Dec.");
    expect(written({ snooze: { ...snooze, by: "U1" } })).toContain(
      "You have snoozed this customer until 16 Dec.",
    );
    expect(written({ snooze: { ...snooze, by: null, byName: null } })).toContain("is snoozed until 16 Dec.");
    expect(written({ snooze })).toContain("End the snooze now");
    expect(written({})).not.toMatch(/End the snooze now|snoozed/);
  });

  it("warns of the choices that lie past the renewal, and of those alone", () => {
    const text = written({ renewsOn: "2026-12-20" });
    expect(text).toContain("The contract renews on 20 Dec: a later day sleeps through it.");
    // Two weeks and a month; a week ends before.
    expect(text.match(/Past the renewal on 20 Dec/g)).toHaveLength(2);
    expect(written({ renewsOn: "2026-12-08" })).not.toContain("renewal on");
  });

  it("can be sent in a language whose words are longer, as can the one that asks why", () => {
    const longest = { customerName: "漢".repeat(500), metadata: "{}", locale: PSEUDO_LOCALE } as const;
    assertSendable(snoozeForm({ ...view, ...longest, snooze, renewsOn: "2026-12-20" }) as never);
    assertSendable(whyNotForm(longest) as never);
  });
});
