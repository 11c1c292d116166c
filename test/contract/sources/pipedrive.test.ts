import { afterEach, describe, expect, it } from "vitest";
import { pipedriveSource } from "../../../src/sources/pipedrive/pipedrive-source.ts";
import type { SourceConnection } from "../../../src/sources/pull/source-definition.ts";
import { type HttpPeer, startHttpPeer } from "../../peers/http-peer.ts";
import { peerFetch } from "../../peers/peer-fetch.ts";
import { type PipedrivePeer, pipedrivePeer } from "../../peers/pipedrive-peer.ts";
import { pullAll, rowsOf } from "./pulled.ts";
import { keepsTheSourceContract, NOON } from "./source-contract.ts";

const settings = { domain: "acme" };
const secrets = { PIPEDRIVE_TOKEN: "pipedrive-secret" };
const later = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

describe("pulling from Pipedrive", () => {
  keepsTheSourceContract({
    ...{ definition: pipedriveSource, settings, secrets, peer: pipedrivePeer, longest: "organizations" },
  });

  let http: HttpPeer | undefined;
  afterEach(() => http?.stop());
  const streamOf = (name: string) => pipedriveSource.streams.find((stream) => stream.name === name)!;

  async function open(many: number, fill: (peer: PipedrivePeer) => void = () => {}) {
    const peer = pipedrivePeer(many);
    fill(peer);
    http = await startHttpPeer((request) => peer.answer(request));
    const from: SourceConnection = { settings, secrets, fetch: peerFetch(http.origin), now: NOON };
    const pull = (name: string, cursor: string | null = null, now = NOON) =>
      pullAll(streamOf(name), { ...from, now }, cursor);
    const rows = async (name: string) => rowsOf(streamOf(name), (await pull(name)).records, "pipedrive");
    return { peer, from, pull, rows };
  }

  it("makes a deal that was won an order of its organization, in its currency, when it was won", async () => {
    expect(await (await open(2)).rows("deals")).toMatchObject([
      {
        customer: "1",
        activity: { amountMinor: 120_050, currency: "EUR", at: new Date("2026-03-01T10:00:00Z") },
      },
      { customer: "2", activity: { currency: "USD" } },
    ]);
  });

  it("rejects a deal of no organization, so that it is seen to be missing", async () => {
    const { rows } = await open(1, ({ lists }) => {
      lists.deals![0]!.org_id = null;
    });
    expect(await rows("deals")).toMatchObject([{ kind: "rejected" }]);
  });

  it("tells a deal that was opened again as gone, and leaves lost ones out", async () => {
    const { peer, pull } = await open(2, ({ lists }) => {
      lists.deals![1]!.status = "lost";
    });
    const first = await pull("deals");
    expect(first).toMatchObject({ records: [{ id: "1" }], deleted: [] });
    Object.assign(peer.lists.deals![0]!, { status: "open", update_time: later(0.5).toISOString() });
    const second = await pull("deals", first.cursor, later(1));
    expect(second.records).toEqual([]);
    expect(second.deleted).toContain("1");
  });

  it("reads archived deals, which are another list, and does without where there is none", async () => {
    const { peer, pull } = await open(2);
    peer.lists["deals/archived"]!.push({ ...peer.lists.deals!.pop()!, id: 9 });
    const first = await pull("deals");
    expect(first.records).toMatchObject([{ id: "1" }, { id: "9" }]);
    delete (peer.lists as Record<string, unknown>)["deals/archived"];
    expect(await pull("deals", first.cursor, later(1))).toMatchObject({ pages: 2 });
  });

  it("takes the address and the number that come first for a person", async () => {
    const contact = { email: "p1@company.example", phone: "+372 1", role: "Buyer" };
    expect(await (await open(1)).rows("persons")).toMatchObject([{ customer: "1", record: contact }]);
  });

  const AT = "2026-03-01T10:00:00.000Z";
  it.each([
    ["planned for then, in UTC", {}, { at: AT, channel: "phone", minutes: 30 }],
    [
      "ticked off before",
      { marked_as_done_time: "2026-02-28T09:00:00Z" },
      { at: "2026-02-28T09:00:00.000Z" },
    ],
    ["ticked off later", { marked_as_done_time: "2026-03-05T09:00:00Z" }, { at: AT }],
    ["planned for a day", { due_time: null, duration: null }, { at: "2026-03-01", minutes: null }],
    [
      "never planned",
      { due_date: null, marked_as_done_time: "2026-03-05T09:00:00Z" },
      { at: "2026-03-05T09:00:00.000Z" },
    ],
    ["a lunch", { type: "lunch" }, { channel: "meeting" }],
  ])("knows when an activity was: %s", async (_, fields, expected) => {
    const { pull } = await open(1, ({ lists }) => void Object.assign(lists.activities![0]!, fields));
    expect((await pull("activities")).records).toMatchObject([expected]);
  });

  it.each([{ type: "task" }, { done: false }])(
    "takes no activity for a contact that is none: %o",
    async (fields) => {
      const { pull } = await open(1, ({ lists }) => void Object.assign(lists.activities![0]!, fields));
      expect((await pull("activities")).records).toEqual([]);
    },
  );

  it("goes on from the latest change where its cursor is refused", async () => {
    const { peer, from, pull } = await open(1_200);
    const first = await streamOf("organizations").page(from, null);
    peer.forgetCursors();
    const rest = await pull("organizations", first.cursor);
    const ids = [...first.records, ...rest.records].map((record) => (record as { id: string }).id);
    expect(new Set(ids).size).toBe(1_200);
  });

  it("takes no answer for a success that says it is none", async () => {
    const { from } = await open(1);
    http!.failNext({ body: { success: false, data: null } });
    await expect(streamOf("deals").page(from, null)).rejects.toMatchObject({ reason: "changed-shape" });
  });

  it.each(["acme.pipedrive.com", "evil.example/", "a b"])("refuses the domain %s", (domain) => {
    expect(pipedriveSource.settings.safeParse({ domain }).success).toBe(false);
  });
});
