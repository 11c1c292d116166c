import { afterEach, describe, expect, it } from "vitest";
import type { SourceConnection } from "../../../src/sources/pull/source-definition.ts";
import { zendeskSource } from "../../../src/sources/zendesk/zendesk-source.ts";
import { type HttpPeer, startHttpPeer } from "../../peers/http-peer.ts";
import { peerFetch } from "../../peers/peer-fetch.ts";
import { zendeskPeer } from "../../peers/zendesk-peer.ts";
import { pullAll, rowsOf } from "./pulled.ts";
import { keepsTheSourceContract, NOON } from "./source-contract.ts";

const settings = { subdomain: "acme", email: "ada@acme.example" };
const secrets = { ZENDESK_TOKEN: "zendesk-secret" };

describe("pulling from Zendesk", () => {
  keepsTheSourceContract({
    ...{ definition: zendeskSource, settings, secrets },
    ...{ peer: zendeskPeer, longest: "tickets", ownCursor: true },
  });

  let http: HttpPeer | undefined;
  afterEach(() => http?.stop());

  async function rowsFrom(
    name: string,
    sending: (record: Record<string, unknown>) => Record<string, unknown>,
  ) {
    const peer = zendeskPeer(2);
    peer.sending = (_, record) => sending(record);
    http = await startHttpPeer((request) => peer.answer(request));
    const from: SourceConnection = { settings, secrets, fetch: peerFetch(http.origin), now: NOON };
    const stream = zendeskSource.streams.find((each) => each.name === name)!;
    return rowsOf(stream, (await pullAll(stream, from)).records, "zendesk");
  }

  it("takes the first reply and the solution from a ticket's metrics", async () => {
    const [open, solved] = await rowsFrom("tickets", (record) => record);
    const opened = new Date("2026-03-30T11:00:00Z");
    const firstReplyAt = new Date("2026-03-30T12:30:00Z");
    expect(open).toMatchObject({
      customer: "1001",
      record: { openedAt: opened, firstReplyAt, solvedAt: null },
    });
    expect(solved).toMatchObject({
      record: { severity: "high", solvedAt: new Date("2026-03-30T12:00:00Z") },
    });
  });

  it("makes a ticket without an organization its requester's", async () => {
    const [row] = await rowsFrom("tickets", (record) => ({ ...record, organization_id: null }));
    expect(row).toMatchObject({ customer: "200001" });
  });

  it("leaves agents out", async () => {
    expect(await rowsFrom("users", (record) => ({ ...record, role: "agent" }))).toEqual([]);
  });

  it("takes who belongs to no organization for a customer", async () => {
    const [row] = await rowsFrom("users", (record) => ({ ...record, organization_id: null }));
    expect(row).toMatchObject({ kind: "customer", profile: { externalId: "200001", name: "Person 1" } });
  });

  it("counts a rating for the customer of its ticket, good as 5 and bad as 1", async () => {
    const [bad, good] = await rowsFrom("satisfaction ratings", (record) => record);
    expect(bad).toMatchObject({ customer: "1001", record: { kind: "csat", score: 1, scaleMax: 5 } });
    expect(good).toMatchObject({ customer: "1002", record: { score: 5 } });
  });

  it("asks for no organizations of the last minute, which Zendesk refuses", async () => {
    const peer = zendeskPeer(2);
    peer.streams.organizations!.change();
    http = await startHttpPeer((request) => peer.answer(request));
    const from: SourceConnection = { settings, secrets, fetch: peerFetch(http.origin), now: NOON };
    const organizations = zendeskSource.streams[0]!;
    const { cursor } = await pullAll(organizations, from);
    await expect(pullAll(organizations, from, cursor)).resolves.toMatchObject({ pages: 1 });
  });

  it.each(["acme.zendesk.com", "https://evil.example/", "a b"])("refuses the subdomain %s", (subdomain) => {
    expect(zendeskSource.settings.safeParse({ ...settings, subdomain }).success).toBe(false);
  });
});
