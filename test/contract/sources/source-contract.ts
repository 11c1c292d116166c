import { afterEach, describe, expect, it } from "vitest";
import type {
  SourceConnection,
  SourceDefinition,
  SourceError,
  SourceStream,
} from "../../../src/sources/pull/source-definition.ts";
import { type HttpPeer, type PeerAnswer, type PeerRequest, startHttpPeer } from "../../peers/http-peer.ts";
import { peerFetch } from "../../peers/peer-fetch.ts";
import type { TokenDesk } from "../../peers/token-desk.ts";
import { type Pulled, pullAll, rowsOf } from "./pulled.ts";

/** A stand-in for a system, built from its documentation; its clock stands still until it is moved. */
export type VendorPeer = {
  answer(request: PeerRequest): PeerAnswer;
  clock: { now: Date };
  /** Every record of a stream as it is sent; to be replaced by a test. */
  sending: (stream: string, record: Record<string, unknown>) => Record<string, unknown>;
  readonly streams: Readonly<Record<string, PeerStream>>;
  /** Where it gives tokens that expire. */
  readonly tokens?: TokenDesk;
};

export type PeerStream = {
  /** Of what is there, as the records that the stream hands on have them in `idField`. */
  ids(): readonly string[];
  readonly idField: string;
  /** Changes one that is there, now; returns its id. */
  change(): string;
  /** Takes one away, now; null where the system never tells. */
  readonly remove: (() => string) | null;
  /** Without which nothing can be made of a record. */
  readonly needs: string;
};

export type SourceCase = {
  readonly definition: SourceDefinition;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** @param many records in each list */
  peer(many: number): VendorPeer;
  /** The stream whose list is the longest. */
  readonly longest: string;
  /** How long it is made; ten thousand records where it is left out. */
  readonly long?: number;
  /** Where it goes on by a cursor of the system's: nothing can come in behind it. */
  readonly ownCursor?: true;
  /** Whether a request asks for a token: it has to say with what. */
  isTokenRequest?(request: PeerRequest): boolean;
};

export const NOON = new Date("2026-03-31T12:00:00Z");
const MINUTE = 60_000;

/** What every source keeps to, whatever the system. */
export function keepsTheSourceContract(source: SourceCase): void {
  const running: HttpPeer[] = [];
  afterEach(async () => void (await Promise.all(running.splice(0).map((peer) => peer.stop()))));

  async function open(many: number, ours: Date = NOON) {
    const vendor = source.peer(many);
    const http = await startHttpPeer((request) => vendor.answer(request));
    running.push(http);
    const waits: number[] = [];
    const { settings } = source;
    // As each pull has: tokens are kept by it.
    const secrets = { ...source.secrets };
    const from: SourceConnection = { settings, secrets, fetch: peerFetch(http.origin, waits), now: ours };
    return { vendor, http, waits, from };
  }
  const later = (from: SourceConnection, minutes: number): SourceConnection => ({
    ...from,
    now: new Date(from.now.getTime() + minutes * MINUTE),
  });
  const idsIn = ({ records }: Pulled, field: string) =>
    records.map((record) => String((record as Record<string, unknown>)[field])).sort();

  it("takes its settings", () => {
    expect(source.definition.settings.parse(source.settings)).toEqual(source.settings);
    expect(Object.keys(source.secrets).sort()).toEqual([...source.definition.secrets].sort());
  });

  it("reads a long list to its end, each record once", async () => {
    const { vendor, from } = await open(source.long ?? 10_000);
    const stream = streamOf(source.definition, source.longest);
    const { ids, idField } = vendor.streams[stream.name]!;
    const pulled = await pullAll(stream, from);
    expect(pulled.pages).toBeGreaterThan(5);
    expect(new Set(idsIn(pulled, idField)).size).toBe(new Set(ids()).size);
    expect(pulled.records).toHaveLength(ids().length);
  });

  describe.each(source.definition.streams.map((stream) => [stream.name, stream] as const))(
    "%s",
    (name, stream) => {
      it("become rows, none of them refused", async () => {
        const { vendor, from } = await open(5);
        const pulled = await pullAll(stream, from);
        expect(idsIn(pulled, vendor.streams[name]!.idField)).toEqual([...vendor.streams[name]!.ids()].sort());
        const rows = rowsOf(stream, pulled.records, source.definition.name);
        expect(rows.filter(({ kind }) => kind === "rejected")).toEqual([]);
        expect(rows.length).toBeGreaterThanOrEqual(5);
      });

      it("bring a change at the next pull", async () => {
        const { vendor, from } = await open(5);
        const first = await pullAll(stream, from);
        vendor.clock.now = new Date(NOON.getTime() + 30 * MINUTE);
        const changed = vendor.streams[name]!.change();
        const second = await pullAll(stream, later(from, 60), first.cursor);
        expect(idsIn(second, vendor.streams[name]!.idField)).toContain(changed);
      });

      it.each([
        ["ahead", 10],
        ["behind", -10],
      ])("lose nothing where our clock is ten minutes %s", async (_, minutes) => {
        const { vendor, from } = await open(5, new Date(NOON.getTime() + minutes * MINUTE));
        const first = await pullAll(stream, from);
        vendor.clock.now = new Date(NOON.getTime() + MINUTE);
        const changed = vendor.streams[name]!.change();
        vendor.clock.now = new Date(NOON.getTime() + 20 * MINUTE);
        const second = await pullAll(stream, later(from, 20), first.cursor);
        expect(idsIn(second, vendor.streams[name]!.idField)).toContain(changed);
      });

      // A cursor of the system's own goes by no times of ours.
      if (!source.ownCursor)
        it("bring a change that shows later than its time says", async () => {
          const { vendor, from } = await open(5);
          const { change, idField } = vendor.streams[name]!;
          change();
          const first = await pullAll(stream, from);
          vendor.clock.now = new Date(NOON.getTime() - 2 * MINUTE);
          const changed = change();
          const second = await pullAll(stream, later(from, 60), first.cursor);
          expect(idsIn(second, idField)).toContain(changed);
        });

      it("tell what was deleted, where the system does", async () => {
        const { vendor, from } = await open(5);
        const { remove } = vendor.streams[name]!;
        if (remove === null) return;
        const first = await pullAll(stream, from);
        vendor.clock.now = new Date(NOON.getTime() + 26 * 60 * MINUTE);
        const removed = remove();
        const second = await pullAll(stream, later(from, 27 * 60), first.cursor);
        expect(second.deleted).toContain(removed);
        expect(idsIn(second, vendor.streams[name]!.idField)).not.toContain(removed);
      });

      it("come whole through a limit and a failure", async () => {
        const { vendor, http, waits, from } = await open(5);
        http.failNext(
          { status: 429, headers: { "retry-after": "7" }, body: {} },
          { status: 500, body: { error: "oops" } },
        );
        const pulled = await pullAll(stream, from);
        expect(waits).toContain(7);
        expect(pulled.records).toHaveLength(vendor.streams[name]!.ids().length);
      });

      it("fail by name where the login is refused", async () => {
        const { http, from } = await open(5);
        http.failNext({ status: 401, body: {} });
        await expect(stream.page(from, null)).rejects.toMatchObject({ reason: "unauthorised" });
      });

      it("name the field that is missing", async () => {
        const { vendor, from } = await open(5);
        const { needs } = vendor.streams[name]!;
        vendor.sending = (sent, record) => (sent === name ? without(record, needs) : record);
        const failed = await pullAll(stream, from).catch((error: SourceError) => error);
        expect(failed).toMatchObject({ name: "SourceError", reason: "changed-shape" });
        expect((failed as SourceError).message).toContain(needs);
      });

      it("do not mind a new field", async () => {
        const { vendor, from } = await open(5);
        const before = rowsOf(stream, (await pullAll(stream, from)).records, source.definition.name);
        vendor.sending = (_, record) => ({ ...record, brand_new: { nested: [1, { two: 2 }] } });
        const after = rowsOf(stream, (await pullAll(stream, from)).records, source.definition.name);
        expect(after).toEqual(before);
      });

      it("keep secrets to the header", async () => {
        const { http, from } = await open(5);
        await pullAll(stream, from);
        for (const secret of Object.values(source.secrets))
          for (const request of http.requests) {
            expect(request.url.href).not.toContain(secret);
            if (!source.isTokenRequest?.(request)) expect(request.body).not.toContain(secret);
          }
        expect(http.requests.length).toBeGreaterThan(0);
      });
    },
  );

  if (source.isTokenRequest) keepsTokensFresh(source, open);
}

type Opened = {
  readonly vendor: VendorPeer;
  readonly http: HttpPeer;
  readonly from: SourceConnection;
};

/** What sources keep to whose access tokens last for an hour or two. */
function keepsTokensFresh(source: SourceCase, open: (many: number) => Promise<Opened>): void {
  const stream = streamOf(source.definition, source.longest);
  const many = 450;
  const asked = ({ http }: Opened) => http.requests.filter((request) => source.isTokenRequest?.(request));

  it("ask for one token in a pull, and name it in no address", async () => {
    const opened = await open(many);
    for (const each of source.definition.streams) await pullAll(each, opened.from);
    const [token] = opened.vendor.tokens!.given;
    expect(asked(opened)).toHaveLength(1);
    for (const { url } of opened.http.requests) expect(url.href).not.toContain(token);
  });

  it("get another token where one has expired, and ask for the same page again", async () => {
    const opened = await open(many);
    const { tokens, streams } = opened.vendor;
    const first = await stream.page(opened.from, null);
    tokens!.expire();
    const rest = await pullAll(stream, opened.from, first.cursor);
    expect(first.more).toBe(true);
    expect(first.records.length + rest.records.length).toBe(streams[stream.name]!.ids().length);
    expect(asked(opened)).toHaveLength(2);
  });

  it("give up where another token helps no more than the first", async () => {
    const opened = await open(5);
    opened.vendor.tokens!.isValid = () => false;
    await expect(stream.page(opened.from, null)).rejects.toMatchObject({ reason: "unauthorised" });
    expect(asked(opened)).toHaveLength(2);
  });

  it("say that the key is refused where no token is given, and not what it is", async () => {
    const opened = await open(5);
    opened.vendor.tokens!.refusing = true;
    const failed = await stream.page(opened.from, null).catch((error: SourceError) => error);
    expect(failed).toMatchObject({ name: "SourceError", reason: "unauthorised" });
    for (const secret of Object.values(source.secrets)) expect(String(failed)).not.toContain(secret);
    opened.vendor.tokens!.refusing = false;
    await expect(stream.page(opened.from, null)).resolves.toMatchObject({ deleted: [] });
  });
}

function streamOf({ streams }: SourceDefinition, name: string): SourceStream {
  const stream = streams.find((each) => each.name === name);
  if (stream === undefined) throw new Error(`No stream is called ${name}`);
  return stream;
}

function without(record: Record<string, unknown>, field: string): Record<string, unknown> {
  const { [field]: _, ...rest } = record;
  return rest;
}
