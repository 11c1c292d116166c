import { afterEach, describe, expect, it } from "vitest";
import { intercomSource } from "../../../src/sources/intercom/intercom-source.ts";
import type { SourceConnection } from "../../../src/sources/pull/source-definition.ts";
import { type HttpPeer, startHttpPeer } from "../../peers/http-peer.ts";
import { type IntercomPeer, intercomPeer } from "../../peers/intercom-peer.ts";
import { peerFetch } from "../../peers/peer-fetch.ts";
import { pullAll, rowsOf } from "./pulled.ts";
import { keepsTheSourceContract, NOON } from "./source-contract.ts";

const settings = { region: "eu" };
const secrets = { INTERCOM_TOKEN: "intercom-secret" };
const later = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

describe("pulling from Intercom", () => {
  keepsTheSourceContract({
    ...{ definition: intercomSource, settings, secrets, peer: intercomPeer, longest: "contacts" },
  });

  let http: HttpPeer | undefined;
  afterEach(() => http?.stop());
  const streamOf = (name: string) => intercomSource.streams.find((stream) => stream.name === name)!;

  async function open(many: number, fill: (peer: IntercomPeer) => void = () => {}) {
    const peer = intercomPeer(many);
    fill(peer);
    http = await startHttpPeer((request) => peer.answer(request));
    const from: SourceConnection = { settings, secrets, fetch: peerFetch(http.origin), now: NOON };
    const pull = (name: string, cursor: string | null = null, now = NOON) =>
      pullAll(streamOf(name), { ...from, now }, cursor);
    const rows = async (name: string) => rowsOf(streamOf(name), (await pull(name)).records, "intercom");
    return { peer, from, pull, rows };
  }
  const idsIn = (records: readonly unknown[]) => records.map((record) => (record as { id: string }).id);

  it("makes a conversation a ticket of its person's company, solved only while it is closed", async () => {
    const tickets = (await (await open(3)).rows("conversations")).slice(0, 3);
    const firstReplyAt = new Date("2026-03-30T12:01:00Z");
    expect(tickets).toMatchObject([
      { customer: "co1", record: { subject: "Broken 1", severity: "normal", firstReplyAt, solvedAt: null } },
      { customer: "co2", record: { solvedAt: new Date("2026-03-30T13:00:00Z") } },
      { customer: "ct3" },
    ]);
  });

  it("makes a rating an answer of one to five", async () => {
    const [, , rating] = await (await open(2)).rows("conversations");
    const record = {
      kind: "csat",
      score: 4,
      scaleMax: 5,
      comment: "Quick",
      at: new Date("2026-03-30T14:00:00Z"),
    };
    expect(rating).toMatchObject({ of: "feedback", customer: "co1", record });
  });

  it("takes a user of no company for a customer, and a lead of none for nobody", async () => {
    const { rows } = await open(3, ({ lists }) => {
      lists.contacts[0]!.companies = { data: [] };
      lists.contacts[0]!.role = "lead";
    });
    expect(await rows("contacts")).toMatchObject([
      { kind: "customer", profile: { externalId: "ct3", name: "Ana Person 3", language: "fr" } },
      { customer: "co2", record: { email: "p2@company.example" } },
    ]);
  });

  it("finds who changed today though a search knows days alone, and hands on nobody else", async () => {
    const { peer, pull } = await open(5);
    const { cursor } = await pull("contacts");
    peer.lists.contacts[3]!.updated_at = later(0.5).getTime() / 1_000;
    expect(idsIn((await pull("contacts", cursor, later(1))).records)).toEqual(["ct4"]);
  });

  it("hands on those companies alone that changed since the last pull", async () => {
    const { peer, pull } = await open(250);
    const { cursor, pages } = await pull("companies");
    peer.lists.companies[3]!.updated_at = later(0.5).getTime() / 1_000;
    const second = await pull("companies", cursor, later(1));
    expect({ ids: idsIn(second.records), pages: second.pages }).toEqual({ ids: ["co4"], pages });
  });

  it.each(["companies", "contacts", "conversations"])(
    "begins %s again where its place is forgotten",
    async (name) => {
      const { peer, from, pull } = await open(350);
      const first = await streamOf(name).page(from, null);
      peer.forgetPlaces();
      const rest = await pull(name, first.cursor);
      expect(new Set(idsIn([...first.records, ...rest.records])).size).toBe(350);
    },
  );

  it("comes back later where another scroll is open", async () => {
    const { from } = await open(1);
    http!.failNext({ status: 400, body: { type: "error.list", errors: [{ code: "scroll_exists" }] } });
    await expect(streamOf("companies").page(from, null)).rejects.toMatchObject({ reason: "limited" });
  });

  it("refuses a region that is none", () => {
    expect(intercomSource.settings.safeParse({ region: "api.evil.example" }).success).toBe(false);
  });
});
