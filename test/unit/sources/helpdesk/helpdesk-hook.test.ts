import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { helpdeskHook } from "../../../../src/sources/helpdesk/helpdesk-hook.ts";
import { shapeIn } from "../../../../src/sources/helpdesk/helpdesk-shape.ts";

const INTERCOM = `
ticket: data.item
id: id
updated_at: updated_at
kinds:
  - rows: tickets
    facts:
      external_id: id
      customer: source.author.external_id
      subject: { first_of: [title, id] }
      opened_at: { column: created_at, date: "epoch seconds" }
`;

function records(body: unknown, file = "") {
  if (helpdeskHook.tells !== "records") throw new Error("it tells records");
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return helpdeskHook.recordsIn({ headers: {}, body: Buffer.from(text), settings: { file } });
}

const ticket = { id: 17, updated_at: "2026-11-29T10:00:00Z", subject: "打印机坏了", opened_at: "2026-11-28" };

it("reads a ticket or several of our own shape, and that one was deleted", async () => {
  const at = new Date("2026-11-29T10:00:00Z");
  expect(await records({ ticket })).toMatchObject([
    { stream: "tickets", id: "17", at, record: { subject: "打印机坏了" } },
  ]);
  expect(await records({ ticket: [ticket, { ...ticket, id: 18, deleted: true }] })).toMatchObject([
    { id: "17" },
    { id: "18", at, record: null },
  ]);
  expect(await records({ ticket: { ...ticket, deleted: false } })).toMatchObject([{ record: { id: "17" } }]);
});

it("keeps an id of eighteen digits, and takes a time in seconds", async () => {
  const body = `{"ticket":{"id":123456789012345678,"updated_at":1795946400}}`;
  expect(await records(body)).toMatchObject([
    { id: "123456789012345678", at: new Date("2026-11-29T10:00:00Z") },
  ]);
});

it("reads another shape by a file", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "shape-")), "shape.yml");
  writeFileSync(file, INTERCOM);
  const body = { topic: "conversation.user.created", data: { item: { id: "9", updated_at: 1795946400 } } };
  expect(await records(body, file)).toMatchObject([{ id: "9", at: new Date("2026-11-29T10:00:00Z") }]);
  await expect(records({ data: {} }, file)).rejects.toThrow("there is no data.item");
  await expect(records({}, "nowhere.yml")).rejects.toThrow("there is no file nowhere.yml");
});

it.each([
  ["{", "no JSON"],
  [{}, "there is no ticket"],
  [{ ticket: { ...ticket, id: "" } }, "no id"],
  [{ ticket: { ...ticket, updated_at: "yesterday" } }, "updated_at of a ticket is no time"],
])("refuses %j", async (body, message) => {
  await expect(records(body)).rejects.toThrow(message);
});

it("refuses a shape that makes no tickets, or lacks what they need", () => {
  expect(() => shapeIn(INTERCOM.replace("rows: tickets", "rows: customers"))).toThrow("delivers tickets");
  expect(() => shapeIn(INTERCOM.replace("      opened_at:", "      opend_at:"))).toThrow("opend_at");
  expect(() => shapeIn(INTERCOM.replace("updated_at: updated_at", ""))).toThrow("updated_at");
});
