import { expect, it } from "vitest";
import { excerptOf } from "../excerpt.ts";
import { rowsOf, toCorrect } from "../read-text.ts";

const { header, line: LINE, text: EXCERPT } = excerptOf("mainstay-feedback");
const read = (...lines: string[]) => rowsOf(`${header}${lines.join("\n")}\n`, "mainstay-feedback");
const answer = (kind: string, score: string, scale = "") => `F1,C1,${kind},${score},${scale},,2026-04-01`;

it("reads a row as an answer", async () => {
  expect(await read(LINE)).toEqual([
    {
      ...{ kind: "record", of: "feedback", line: 2, raw: LINE, customer: "C1" },
      record: {
        ...{ source: "mainstay", externalId: "F1", kind: "csat", score: 4, scaleMax: 5 },
        ...{ comment: "Quick, friendly", at: new Date("2026-03-31T07:30:00Z") },
      },
    },
  ]);
});

it("takes the usual scale of each kind where none is named", async () => {
  expect(await rowsOf(EXCERPT, "mainstay-feedback")).toMatchObject([
    {},
    { record: { kind: "nps", score: 0, scaleMax: 10, comment: null } },
    { record: { kind: "thumbs", score: 1, scaleMax: 1, comment: "很好" } },
    { record: { kind: "ces", score: 6.5, scaleMax: 7 } },
  ]);
  expect(await read(answer("csat", "5"), answer("ces", "7"))).toMatchObject([
    { record: { scaleMax: 5 } },
    { record: { scaleMax: 7 } },
  ]);
});

it("takes scores at either end of a scale", async () => {
  const rows = await read(
    ...[answer("csat", "1"), answer("csat", "100", "100"), answer("nps", "10", "10")],
    ...[answer("thumbs", "0"), answer("thumbs", "Down", "1"), answer("Customer-Effort", "1", "5")],
  );
  expect(rows.map((row) => row.kind)).toEqual(Array(6).fill("record"));
  expect(rows[4]).toMatchObject({ record: { score: 0, scaleMax: 1 } });
});

it.each([
  ["missing_id", LINE.replace("F1", ""), "external_id is empty."],
  ["missing_customer", LINE.replace("C1", ""), "customer is empty."],
  ["unknown_kind", answer("stars", "4"), "kind “stars” is not one of csat, ces, nps, thumbs,"],
  ["missing_score", answer("csat", " "), "score is empty."],
  ["not_a_number", answer("csat", "good"), "score “good” is not a number."],
  ["out_of_range", answer("csat", "0"), "score “0” is not a number from 1 to 5."],
  ["out_of_range", answer("csat", "6"), "score “6” is not a number from 1 to 5."],
  ["out_of_range", answer("nps", "11"), "score “11” is not a number from 0 to 10."],
  ["out_of_range", answer("nps", "-1"), "score “-1” is not a number from 0 to 10."],
  ["out_of_range", answer("thumbs", "0.5"), "score “0.5” is not a number from 0 to 1."],
  ["out_of_range", answer("nps", "4", "5"), "scale “5” is not a number from 10 to 10."],
  ["out_of_range", answer("csat", "1", "1"), "scale “1” is not a number from 2 to 100."],
  ["out_of_range", answer("csat", "1", "101"), "scale “101” is not a number from 2 to 100."],
  ["bad_date", LINE.replace("2026-03-31", "2026-03-32"), "is no date"],
])("rejects as %s: %s", async (reason, line, problem) => {
  const rows = await read(line, LINE);
  expect(rows).toMatchObject([{ line: 2, raw: line, reason }, { kind: "record" }]);
  expect(toCorrect(rows[0])).toContain(problem);
});
