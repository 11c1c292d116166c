import { expect, it } from "vitest";
import { addDays } from "../../../../src/domain/calendar.ts";
import type { CustomerHistory } from "../../../../src/domain/figures/customer-history.ts";
import { whyUncounted } from "../../../../src/domain/figures/why-uncounted.ts";
import { NO_HISTORY } from "../../../support/customer-history.ts";

const DAY = "2026-11-23";
const why = (history: Partial<CustomerHistory>) => whyUncounted({ ...NO_HISTORY, ...history }, DAY);
const contract = (startedOn: string, endedOn: string | null) => ({
  ...{ startedOn, endedOn, continues: true, prices: [] },
});

it("counts a buyer until the 365th day after a purchase, and calls them silent from then on", () => {
  expect(why({ lastPurchaseBefore: addDays(DAY, -364) })).toBeNull();
  expect(why({ lastPurchaseBefore: addDays(DAY, -365) })).toBe("silent");
  expect(why({ lastPurchaseBefore: "2020-01-01" })).toBe("silent");
  const today = [{ bookedOn: DAY, day: DAY }];
  expect(why({ lastPurchaseBefore: "2020-01-01", purchases: today })).toBeNull();
});

it("tells the end of a contract or a relationship from silence", () => {
  expect(why({ contracts: [contract("2025-01-01", null)] })).toBeNull();
  expect(why({ contracts: [contract("2025-01-01", "2026-11-20")] })).toBe("ended");
  expect(why({ contracts: [contract("2025-01-01", DAY)] })).toBe("ended");
  const left = { ends: [{ endedOn: "2026-11-01", resumedOn: null }], lastPurchaseBefore: "2026-10-01" };
  expect(why(left)).toBe("ended");
  expect(why({ ...left, purchases: [{ bookedOn: DAY, day: DAY }] })).toBeNull();
});

it("calls silent who bought after a contract, and then no more", () => {
  const before = [contract("2020-01-01", "2020-12-31")];
  expect(why({ contracts: before, lastPurchaseBefore: "2025-02-01" })).toBe("silent");
});
