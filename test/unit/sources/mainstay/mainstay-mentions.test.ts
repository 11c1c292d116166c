import { expect, it } from "vitest";
import { excerptOf } from "../excerpt.ts";
import { rowsOf, toCorrect } from "../read-text.ts";

const { header, line: LINE, text: EXCERPT } = excerptOf("mainstay-mentions");
const read = (...lines: string[]) => rowsOf(`${header}${lines.join("\n")}\n`, "mainstay-mentions");

it("reads a row as something said in public", async () => {
  expect(await read(LINE)).toEqual([
    {
      ...{ kind: "record", of: "mentions", line: 2, raw: LINE, customer: "C1" },
      record: {
        ...{ source: "mainstay", externalId: "M1", network: "X", author: "@dana", reach: 1200 },
        ...{ text: "Great tools, slow delivery", url: "https://x.example/dana/1" },
        at: new Date("2026-03-31T07:30:00Z"),
        answeredAt: new Date("2026-03-31T09:00:00Z"),
      },
    },
  ]);
});

it("needs neither customer nor author, address, reach or answer", async () => {
  const [, second] = await rowsOf(EXCERPT, "mainstay-mentions");
  expect(second).toMatchObject({ customer: null });
  expect(second).toMatchObject({
    record: { author: null, url: null, reach: null, answeredAt: null, text: "从未收到货" },
  });
});

it("takes an answer of the same plain day", async () => {
  expect(await read(LINE.replace("2026-03-31T11:00:00+02:00", "2026-03-31"))).toMatchObject([
    { record: { answeredAt: new Date("2026-03-31T07:30:00Z") } },
  ]);
});

it.each([
  ["missing_id", LINE.replace("M1", ""), "external_id is empty."],
  ["missing_network", LINE.replace(",X,", ",,"), "network is empty."],
  ["missing_text", LINE.replace("Great tools, slow delivery", " "), "text is empty."],
  [
    "bad_url",
    LINE.replace("https:", "javascript:"),
    "url “javascript://x.example/dana/1” is no address like https:",
  ],
  ["bad_url", LINE.replace("https://x.example/dana/1", "x.example"), "url “x.example” is no address"],
  ["out_of_range", LINE.replace("1200", "-5"), "reach “-5” is not a number from 0 to 2,000,000,000."],
  ["bad_period", LINE.replace("T11:00", "T09:00"), "answered_at is earlier than at."],
  ["bad_date", LINE.replace("2026-03-31T09:30:00+02:00", ""), "at “” is no date"],
])("rejects as %s: %s", async (reason, line, problem) => {
  const rows = await read(line, LINE);
  expect(rows).toMatchObject([{ line: 2, raw: line, reason }, { kind: "record" }]);
  expect(toCorrect(rows[0])).toContain(problem);
});
