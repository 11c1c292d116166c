import { expect, it } from "vitest";
import { excerptOf } from "../excerpt.ts";
import { rowsOf, toCorrect } from "../read-text.ts";

const { header, line: LINE, text: EXCERPT } = excerptOf("mainstay-contacts");
const read = (...lines: string[]) => rowsOf(`${header}${lines.join("\n")}\n`, "mainstay-contacts");

it("reads a row as a person at a customer", async () => {
  expect(await read(LINE)).toEqual([
    {
      ...{ kind: "record", of: "contacts", line: 2, raw: LINE, customer: "C1" },
      record: {
        ...{ source: "mainstay", externalId: "P1", name: "Dana Berg", role: "Head of purchasing" },
        ...{ email: "dana@acme.example", phone: "+49 30 1234", preferredChannel: "phone" },
        ...{ language: "de", birthday: "1985-03-31", leftOn: null },
      },
    },
  ]);
});

it("reads empty fields as not known, and Chinese names and channels", async () => {
  expect(await rowsOf(EXCERPT, "mainstay-contacts")).toMatchObject([
    {},
    {
      record: {
        ...{ name: "Söhne, Kim", email: null, preferredChannel: null, birthday: null },
        leftOn: "2026-11-20",
      },
    },
    { record: { name: "陳怡君", preferredChannel: "chat", language: "zh-TW" } },
  ]);
});

it.each([
  ["missing_id", LINE.replace("P1", ""), "external_id is empty."],
  ["missing_customer", LINE.replace("C1", " "), "customer is empty."],
  ["missing_name", LINE.replace("Dana Berg", ""), "name is empty."],
  [
    "bad_email",
    LINE.replace("Dana@Acme.example", "Dana at Acme"),
    "email “Dana at Acme” is no e-mail address.",
  ],
  [
    "unknown_channel",
    LINE.replace("Telefon", "pigeon"),
    "preferred_channel “pigeon” is not one of phone, email,",
  ],
  ["bad_date", LINE.replace("1985-03-31", "1985-02-29"), "birthday “1985-02-29” is no day from 1900 on"],
  ["bad_date", LINE.replace("1985-03-31", "1885-03-31"), "birthday “1885-03-31” is no day from 1900 on"],
  ["bad_date", LINE.replace("1985-03-31", "31.3.85"), "birthday “31.3.85” is no day"],
])("rejects as %s: %s", async (reason, line, problem) => {
  const rows = await read(line, LINE);
  expect(rows).toMatchObject([{ line: 2, raw: line, reason }, { kind: "record" }]);
  expect(toCorrect(rows[0])).toContain(problem);
});
