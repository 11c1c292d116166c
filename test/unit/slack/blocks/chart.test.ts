import { describe, expect, test } from "vitest";
import {
  chart,
  hasCharts,
  type MessageBlock,
  picturesOf,
  withoutCharts,
} from "../../../../src/slack/blocks/chart.ts";
import { assertSendable } from "../../../support/block-kit.ts";

const data = {
  title: "Cost by segment",
  type: "bar" as const,
  locale: "en" as const,
  categories: ["Enterprise", "Mid-market"],
  series: [{ name: "EUR", values: [12, 7] }],
};

describe("chart", () => {
  test("is drawn from one value per category and series", () => {
    const [block] = chart(data);
    expect(block?.chart.series).toEqual([
      {
        name: "EUR",
        data: [
          { label: "Enterprise", value: 12 },
          { label: "Mid-market", value: 7 },
        ],
      },
    ]);
    assertSendable({ blocks: chart(data), text: "Cost by segment" });
  });

  test("is a picture as well, with whole names and every value in words", () => {
    const name = "北京市海淀区中关村科技有限公司第一分公司以及其他";
    const [picture] = picturesOf(chart({ ...data, categories: [name, "Mid-market"] }));
    expect(picture).toMatchObject({ kind: "bars", categories: [name, "Mid-market"] });
    expect(picture?.altText).toBe(`Cost by segment: EUR: ${name} 12, Mid-market 7`);
    expect(picturesOf(chart({ ...data, finding: "Enterprise costs most." }))[0]?.altText).toBe(
      "Cost by segment: Enterprise costs most.",
    );
    expect(JSON.stringify(chart(data))).not.toContain("altText");
  });

  test("gives series of one name names apart", () => {
    const twice = [data.series, data.series].flat();
    expect(chart({ ...data, series: twice })[0]?.chart.series.map(({ name }) => name)).toEqual([
      "EUR",
      "EUR (2)",
    ]);
  });

  test("is nothing where there is nothing to draw", () => {
    expect(chart({ ...data, categories: [] })).toEqual([]);
    expect(chart({ ...data, series: [] })).toEqual([]);
  });

  test("stays within what Slack takes, and tells equal labels apart", () => {
    const long = "北京市海淀区中关村科技有限公司第一分公司以及其他";
    const categories = Array.from({ length: 40 }, () => long);
    const series = Array.from({ length: 30 }, (_, n) => ({
      name: `Series ${n}`,
      values: categories.map(() => 1),
    }));
    const [block] = chart({ ...data, title: long.repeat(4), categories, series });
    assertSendable({ blocks: block ? [block] : [], text: "x" });
    expect(new Set(block?.chart.axis_config.categories).size).toBe(20);
    expect(block?.chart.series).toHaveLength(12);
  });

  test("can be taken out, and nothing else with it", () => {
    const message: MessageBlock[] = [{ type: "divider" }, ...chart(data)];
    expect(hasCharts(message)).toBe(true);
    const said = "Slack took no charts here: they are in the thread as pictures.";
    expect(withoutCharts([...message, ...chart(data)], "thread")).toEqual([
      { type: "divider" },
      { type: "context", elements: [{ type: "mrkdwn", text: said, verbatim: true }] },
    ]);
  });
});
