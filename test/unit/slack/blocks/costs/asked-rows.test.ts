import { describe, expect, it } from "vitest";
import {
  type AskedRows,
  decodeAskedRows,
  encodeAskedRows,
  rowsButton,
} from "../../../../../src/slack/blocks/costs/asked-rows.ts";
import { sayIn } from "../../../../../src/words/say.ts";

const asked: AskedRows = {
  ...{ figure: "cost:labour", fromDay: "2026-01-01", toDay: "2026-03-31" },
  ...{ currency: "EUR", customerId: null, group: null },
};

describe("which rows a button asks for", () => {
  it.each<AskedRows>([
    asked,
    { ...asked, customerId: 7, figure: "profitability" },
    { ...asked, currency: null, figure: "retention-rate" },
    { ...asked, figure: "ces-7" },
    { ...asked, group: { by: "segment", key: "大客户 & Söhne: 2 <b>" } },
    { ...asked, figure: "profitability", group: { by: "owner", key: "no owner" } },
    { ...asked, figure: "cost", group: { by: "nobody" } },
  ])("comes back as it went out: %j", (one) => {
    expect(decodeAskedRows(encodeAskedRows(one))).toEqual(one);
  });

  it.each([
    ["nothing", ""],
    ["another button's value", '[1,"nudge:1",1796824800000]'],
    ["an unknown figure", "wealth 2026-01-01 2026-03-31 EUR -"],
    ["a day that is none", "cost 2026-01-01 2026-02-30 EUR -"],
    ["days the wrong way round", "cost 2026-03-31 2026-01-01 EUR -"],
    ["no currency", "cost 2026-01-01 2026-03-31 EURO -"],
    ["somebody who is none", "cost 2026-01-01 2026-03-31 EUR 0"],
    ["somebody's share of what only everybody has", "retention-rate 2026-01-01 2026-03-31 EUR 7"],
    ["the revenue of a channel", "revenue 2026-01-01 2026-03-31 EUR channel:phone"],
    ["a segment's share of what only everybody has", "nps 2026-01-01 2026-03-31 EUR segment:VIP"],
    ["a row of no such kind", "cost 2026-01-01 2026-03-31 EUR country:DE"],
    ["more than that", "cost 2026-01-01 2026-03-31 EUR 7 8"],
  ])("is refused for %s", (_, value) => {
    expect(decodeAskedRows(value)).toBeNull();
  });

  it("names another action for one customer's figure, of which others have the rights", () => {
    expect(rowsButton(asked, sayIn("en")).action_id).toBe("figure.rows:cost:labour");
    expect(rowsButton({ ...asked, customerId: 7 }, sayIn("en")).action_id).toBe("customer.rows:cost:labour");
  });
});
