import { describe, expect, it } from "vitest";
import { MAPPING } from "../../../../src/sources/mapping/mapping.ts";
import { flatRecords, recordReader } from "../../../../src/sources/pull/records-to-rows.ts";

const FROM = { source: "desk", timeZone: "UTC" };
const [TICKETS] = MAPPING.parse({
  source: "desk",
  kinds: [
    {
      rows: "tickets",
      only: [{ column: "status", is_not: ["deleted"] }],
      facts: {
        external_id: "id",
        customer: "organization.id",
        subject: "subject",
        severity: { column: "priority", otherwise: "normal" },
        opened_at: { column: "created_at", date: "auto" },
      },
    },
  ],
}).kinds;

const ticket = (id: number, more: object = {}) => ({
  ...{
    id,
    subject: `No. ${id}`,
    organization: { id: 7 },
    priority: "urgent",
    status: "open",
    tags: ["a", "b"],
  },
  ...{ created_at: "2026-03-04T05:06:07+02:00", ...more },
});
const reader = () => recordReader(TICKETS as never, FROM);
const read = (...records: object[]) => reader().read(flatRecords(records));

describe("the records of a page", () => {
  it("become rows, by dotted names and with days as ISO 8601", () => {
    expect(read(ticket(1), ticket(2, { status: "deleted" }))).toMatchObject([
      {
        ...{ kind: "record", of: "tickets", customer: "7" },
        record: {
          source: "desk",
          externalId: "1",
          subject: "No. 1",
          openedAt: new Date("2026-03-04T03:06:07Z"),
        },
      },
    ]);
  });

  it("are never read by what another page would decide: 3/4/2026 is no ISO day", () => {
    expect(read(ticket(1, { created_at: "3/4/2026" }), ticket(2))).toMatchObject([
      { kind: "rejected", line: 2 },
      { kind: "record", line: 3 },
    ]);
  });

  it("keep what the mapping reads of a rejected one, as a line under its header", () => {
    const { header } = reader();
    expect(header).toBe("id,organization.id,subject,priority,created_at,status");
    const [rejected] = read(ticket(9, { created_at: "soon", subject: 'Says "no", 再来' }));
    expect(rejected?.raw).toBe('9,7,"Says ""no"", 再来",urgent,soon,open');
  });

  it("count on from page to page", () => {
    const one = reader();
    one.read(flatRecords([ticket(1), ticket(2)]));
    expect(one.read(flatRecords([ticket(3)]))).toMatchObject([{ line: 4 }]);
  });

  it("may have new fields, and lack those that a few do not fill", () => {
    expect(read({ ...ticket(1), brand_new: { x: 1 } })).toMatchObject([{ kind: "record" }]);
    const { created_at: _, ...without } = ticket(2);
    expect(read(ticket(1), without)).toMatchObject([{ kind: "record" }, { kind: "rejected" }]);
  });

  it("are refused as a whole where every one of a page lacks a needed field: it was renamed", () => {
    const renamed = Array.from({ length: 20 }, (_, id) => {
      const { subject: title, ...others } = ticket(id);
      return { ...others, title };
    });
    expect(() => read(...renamed)).toThrow("no record has subject");
    expect(() => flatRecords(["x"])).toThrow("no fields");
  });
});
