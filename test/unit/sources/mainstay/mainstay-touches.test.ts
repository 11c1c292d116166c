import { expect, it } from "vitest";
import { excerptOf } from "../excerpt.ts";
import { rowsOf, toCorrect } from "../read-text.ts";

const { header, line: LINE, text: EXCERPT } = excerptOf("mainstay-touches");
const read = (...lines: string[]) => rowsOf(`${header}${lines.join("\n")}\n`, "mainstay-touches");

it("reads a row as a contact with a customer", async () => {
  expect(await read(LINE)).toEqual([
    {
      ...{ kind: "record", of: "touches", line: 2, raw: LINE, customer: "C1" },
      record: {
        ...{ source: "mainstay", externalId: "U1", channel: "phone", outcome: "reached", minutesSpent: 13 },
        ...{ note: "Will renew", member: "Ana@Team.example", at: new Date("2026-03-31T07:30:00Z") },
      },
    },
  ]);
});

it("counts no minutes where none are told, and calls an outcome that is not told another", async () => {
  expect(await rowsOf(EXCERPT, "mainstay-touches")).toMatchObject([
    {},
    { record: { channel: "email", outcome: "other", minutesSpent: 0, note: null, member: null } },
    { record: { channel: "visit", outcome: "no_answer", minutesSpent: 30, member: "U0123ABCD" } },
  ]);
});

it("takes up to a day", async () => {
  expect(await read(LINE.replace("12.5", "1440"))).toMatchObject([{ record: { minutesSpent: 1440 } }]);
});

it.each([
  ["missing_id", LINE.replace("U1", ""), "external_id is empty."],
  ["missing_customer", LINE.replace("C1", ""), "customer is empty."],
  ["bad_date", LINE.replace("2026-03-31T09:30:00+02:00", "soon"), "at “soon” is no date"],
  ["unknown_channel", LINE.replace("Call", ""), "channel “” is not one of phone, email,"],
  ["unknown_channel", LINE.replace("Call", "fax"), "channel “fax” is not one of phone, email,"],
  [
    "unknown_outcome",
    LINE.replace("Connected", "maybe"),
    "outcome “maybe” is not one of reached, no_answer,",
  ],
  ["out_of_range", LINE.replace("12.5", "1441"), "minutes “1441” is not a number from 0 to 1,440."],
  ["out_of_range", LINE.replace("12.5", "-1"), "minutes “-1” is not a number from 0 to 1,440."],
  ["not_a_number", LINE.replace("12.5", "0:12"), "minutes “0:12” is not a number."],
])("rejects as %s: %s", async (reason, line, problem) => {
  const rows = await read(line, LINE);
  expect(rows).toMatchObject([{ line: 2, raw: line, reason }, { kind: "record" }]);
  expect(toCorrect(rows[0])).toContain(problem);
});
