import { expect, it } from "vitest";
import { auditStore } from "../../src/store/database/audit.ts";
import { addCustomer } from "../support/customer-rows.ts";
import { describeOnEachDatabase } from "../support/databases.ts";

const NOW = new Date("2026-12-09T14:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describeOnEachDatabase("a card that is shared", (database) => {
  const store = () => auditStore(database());
  const share = (customerId: number, channelId: string, at: Date, actor = "U1") => ({
    ...{ customerId, channelId, at, actor },
    ...{ action: "card.shared" as const, details: { channelId } },
  });

  it("is noted once of several at the same moment, and the others hear who was first", async () => {
    const acme = await addCustomer(database(), { name: "Acme" });
    const answers = await Promise.all(
      ["U1", "U2", "U3"].map((actor) => store().noteShare(share(acme, "C1", NOW, actor), later(-60))),
    );
    const first = answers.indexOf(null);
    expect(first).toBeGreaterThanOrEqual(0);
    const others = answers.filter((_, index) => index !== first);
    const expected = { by: ["U1", "U2", "U3"][first], at: NOW };
    expect(others).toEqual([expected, expected]);
  });

  it("is shared again by who has seen that it was, in another channel, or of another customer", async () => {
    const acme = await addCustomer(database(), { name: "Acme" });
    const other = await addCustomer(database(), { name: "Globex" });
    expect(await store().noteShare(share(acme, "C1", NOW), later(-60))).toBeNull();
    expect(await store().shareAfter(acme, "C1", later(-60))).toEqual({ by: "U1", at: NOW });
    expect(await store().shareAfter(acme, "C1", NOW)).toBeNull();
    expect(await store().noteShare(share(acme, "C2", later(1)), later(-60))).toBeNull();
    expect(await store().noteShare(share(other, "C1", later(1)), later(-60))).toBeNull();
    expect(await store().noteShare(share(acme, "C1", later(2)), NOW)).toBeNull();
    expect(await store().noteShare(share(acme, "C1", later(3)), NOW)).toEqual({ by: "U1", at: later(2) });
  });
});
