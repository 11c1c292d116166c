import { describe, expect, it } from "vitest";
import { excerptOf } from "../excerpt.ts";
import { rowsOf, toCorrect } from "../read-text.ts";

const { header, line: LINE } = excerptOf("mainstay-tickets");
const read = (...lines: string[]) => rowsOf(`${header}${lines.join("\n")}\n`, "mainstay-tickets");

it("reads a row as a ticket with its moments", async () => {
  expect(await read(LINE)).toEqual([
    {
      ...{ kind: "record", of: "tickets", line: 2, raw: LINE, customer: "C1" },
      record: {
        ...{ source: "mainstay", externalId: "T-1", subject: "Invoice is wrong", severity: "urgent" },
        openedAt: new Date("2026-03-31T07:30:00Z"),
        firstReplyAt: new Date("2026-03-31T08:00:00Z"),
        solvedAt: new Date("2026-04-02T08:00:00Z"),
      },
    },
  ]);
});

it("needs no customer: a helpdesk may not say whose a ticket is", async () => {
  expect(await read(LINE.replace("C1", " "))).toMatchObject([{ kind: "record", customer: null }]);
});

it("calls a ticket without a subject by its number, and one without a severity normal", async () => {
  expect(await read("T-9,C1,,,2026-04-03,,")).toMatchObject([
    { record: { subject: "T-9", severity: "normal", firstReplyAt: null, solvedAt: null } },
  ]);
});

it.each([
  ["low", ["Low", "minor", "Niedrig", "faible", "BAJA", "低", "P4"]],
  ["normal", ["normal", "Medium", "mittel", "Moyenne", "media", "中", "普通", "p3"]],
  ["high", ["HIGH", "major", "hoch", "Élevée", "elevee", "alta", "高"]],
  ["urgent", ["urgent", "Critical", "very_high", "Dringend", "urgente", "紧急", "ｕｒｇｅｎｔ", "P1"]],
])("reads the usual words for %s", async (severity, words) => {
  const rows = await read(...words.map((word) => LINE.replace("Dringend", word)));
  expect(rows).toMatchObject(words.map(() => ({ record: { severity } })));
});

describe("moments", () => {
  const times = (opened: string, replied: string, solved: string) =>
    `T-1,C1,Late,,${opened},${replied},${solved}`;

  it("reads plain days as the team's", async () => {
    const file = `${header}${times("2024-04-01", "", "2024-04-02")}\n`;
    expect(await rowsOf(file, "mainstay-tickets", "America/New_York")).toMatchObject([
      { record: { openedAt: new Date("2024-04-01T04:00:00Z"), solvedAt: new Date("2024-04-02T04:00:00Z") } },
    ]);
  });

  it("takes a plain day of the opening as its moment: it is not earlier", async () => {
    expect(await read(times("2026-03-31T09:30:00Z", "2026-03-31", "2026-03-31"))).toMatchObject([
      {
        record: {
          firstReplyAt: new Date("2026-03-31T09:30:00Z"),
          solvedAt: new Date("2026-03-31T09:30:00Z"),
        },
      },
    ]);
  });

  it.each([
    [times("2026-03-31T09:30:00Z", "", "2026-03-31T09:29:59Z"), "solved_at is earlier than opened_at."],
    [times("2026-03-31T09:30:00Z", "2026-03-31T09:00:00Z", ""), "first_reply_at is earlier than opened_at."],
    [times("2026-03-31", "", "2026-03-30"), "solved_at is earlier than opened_at."],
    [times("2026-03-31T09:30:00Z", "", "2026-03-29"), "solved_at is earlier than opened_at."],
  ])("refuses %s", async (line, problem) => {
    const rows = await read(line);
    expect(rows).toMatchObject([{ reason: "bad_period" }]);
    expect(toCorrect(rows[0])).toContain(problem);
  });
});

it.each([
  ["missing_id", LINE.replace("T-1", ""), "external_id is empty."],
  ["bad_date", LINE.replace("2026-03-31T09:30:00+02:00", ""), "opened_at “” is no date"],
  ["bad_date", LINE.replace("2026-04-02T08", "2026-04-31T08"), "solved_at “2026-04-31T08:00:00Z” is no date"],
  [
    "unknown_severity",
    LINE.replace("Dringend", "purple"),
    "severity “purple” is not one of low, normal, high, urgent,",
  ],
  ["unknown_severity", LINE.replace("Dringend", "1"), "severity “1” is not one of"],
])("rejects as %s: %s", async (reason, line, problem) => {
  const rows = await read(line, LINE);
  expect(rows).toMatchObject([{ line: 2, raw: line, reason }, { kind: "record" }]);
  expect(toCorrect(rows[0])).toContain(problem);
});
