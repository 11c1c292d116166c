import { NOON, type PeerStream, type VendorPeer } from "../contract/sources/source-contract.ts";
import type { PeerAnswer, PeerRequest } from "./http-peer.ts";
import { type TokenDesk, tokenDesk } from "./token-desk.ts";

type Kept = Record<string, unknown> & { Id: string; IsDeleted: boolean; modified: number };
export type SalesforcePeer = VendorPeer & {
  readonly lists: Readonly<Record<string, Kept[]>>;
  readonly tokens: TokenDesk;
  /** Whether the organization has several currencies. */
  currencies: boolean;
  /** Query locators of before are refused from now on. */
  forgetQueries(): void;
};

const BEGAN = NOON.getTime() - 86_400_000;
const PER_PAGE = 2_000;
const QUERY = "/services/data/v63.0/query";
const stamp = (ms: number) => new Date(ms).toISOString().replace("Z", "+0000");

/** Queries and tokens of Salesforce, as developer.salesforce.com describes its REST API. */
export function salesforcePeer(many: number, perPage = PER_PAGE): SalesforcePeer {
  const tokens = tokenDesk();
  const queries = new Map<string, { name: string; rest: Kept[] }>();
  const made = (prefix: string, fields: (n: number) => Record<string, unknown>): Kept[] =>
    Array.from({ length: many }, (_, index) => ({
      ...{ Id: idOf(prefix, index + 1), IsDeleted: false, modified: BEGAN + index * 1_000 },
      ...fields(index + 1),
    }));
  const lists: Record<string, Kept[]> = {
    Account: made("001", (n) => ({
      ...{ Name: `Company ${n}`, Website: `www.company${n}.example`, Type: "Customer", Industry: "Retail" },
      ...{ BillingCountry: "France", Owner: { Email: "ada@acme.example" }, CurrencyIsoCode: "EUR" },
    })),
    Contact: made("003", (n) => ({
      ...{ AccountId: idOf("001", n), Name: `Ana Person ${n}`, Title: "Buyer", Birthdate: "1985-03-31" },
      ...{ Email: `p${n}@company.example`, Phone: null, MobilePhone: "+33 1" },
    })),
    Opportunity: made("006", (n) => ({
      ...{
        AccountId: idOf("001", n),
        Name: `Deal ${n}`,
        Amount: 1200.5,
        CloseDate: "2026-03-01",
        Type: null,
      },
      ...{ IsWon: true, CurrencyIsoCode: "GBP" },
    })),
    Case: made("500", (n) => ({
      ...{ CaseNumber: String(n).padStart(8, "0"), AccountId: idOf("001", n), Subject: `Broken ${n}` },
      ...{ Priority: "Medium", CreatedDate: stamp(BEGAN), IsClosed: n % 2 === 0 },
      ClosedDate: stamp(BEGAN + 3_600_000),
    })),
  };
  const streamOf = (name: string, needs: string, idField = "Id"): PeerStream => ({
    ...{ idField, needs },
    ids: () => lists[name]!.filter(({ IsDeleted }) => !IsDeleted).map((each) => String(each[idField])),
    change: () => {
      lists[name]![1]!.modified = peer.clock.now.getTime();
      return String(lists[name]![1]![idField]);
    },
    remove: () => {
      Object.assign(lists[name]![2]!, { IsDeleted: true, modified: peer.clock.now.getTime() });
      return String(lists[name]![2]![idField]);
    },
  });
  const page = (name: string, all: Kept[], fields: readonly string[]): PeerAnswer => {
    const records = all
      .slice(0, perPage)
      .map((each) => peer.sending(STREAMS[name]!, sent(each, name, fields)));
    const rest = all.slice(perPage);
    if (rest.length === 0) return { body: { totalSize: all.length, done: true, records } };
    const locator = `01g${queries.size}-${fields.join("+")}`;
    queries.set(locator, { name, rest });
    const nextRecordsUrl = `${QUERY}/${locator}`;
    return { body: { totalSize: all.length, done: false, nextRecordsUrl, records } };
  };
  const answer = (request: PeerRequest): PeerAnswer => {
    const { url, headers } = request;
    if (url.pathname === "/services/oauth2/token") return tokenFor(request, tokens);
    if (!tokens.isValid(String(headers.authorization).replace("Bearer ", "")))
      return {
        status: 401,
        body: [{ message: "Session expired or invalid", errorCode: "INVALID_SESSION_ID" }],
      };
    const [, locator] = decodeURIComponent(url.pathname).split(`${QUERY}/`);
    if (locator !== undefined) {
      const query = queries.get(locator);
      if (!query) return { status: 400, body: [{ errorCode: "INVALID_QUERY_LOCATOR" }] };
      return page(query.name, query.rest, locator.split("-")[1]!.split("+"));
    }
    const [, fields = "", name = "", since = stamp(0)] =
      /^SELECT (.+) FROM (\w+)(?: WHERE SystemModstamp >= (\S+))? ORDER BY SystemModstamp, Id$/.exec(
        url.searchParams.get("q") ?? "",
      ) ?? [];
    if (!(name in lists)) return { status: 400, body: [{ errorCode: "MALFORMED_QUERY" }] };
    if (!peer.currencies && fields.includes("CurrencyIsoCode"))
      return { status: 400, body: [{ message: "No such column", errorCode: "INVALID_FIELD" }] };
    const changed = lists[name]!.filter(({ modified }) => modified >= Date.parse(since));
    changed.sort((a, b) => a.modified - b.modified || (a.Id < b.Id ? -1 : 1));
    return page(name, changed, fields.split(", "));
  };
  const peer: SalesforcePeer = {
    ...{ lists, tokens, answer, clock: { now: NOON }, currencies: true },
    sending: (_, record) => record,
    forgetQueries: () => queries.clear(),
    streams: {
      accounts: streamOf("Account", "Name"),
      contacts: streamOf("Contact", "AccountId"),
      opportunities: streamOf("Opportunity", "CloseDate"),
      cases: streamOf("Case", "CreatedDate", "CaseNumber"),
    },
  };
  return peer;
}

const STREAMS: Readonly<Record<string, string>> = {
  ...{ Account: "accounts", Contact: "contacts", Opportunity: "opportunities", Case: "cases" },
};

export const idOf = (prefix: string, n: number) => `${prefix}D${String(n).padStart(11, "0")}AAA`;

function tokenFor({ headers, body }: PeerRequest, tokens: TokenDesk): PeerAnswer {
  const login = `Basic ${Buffer.from("client-secret-id:salesforce-secret").toString("base64")}`;
  const isKnown = headers.authorization === login && body === "grant_type=client_credentials";
  if (tokens.refusing || !isKnown)
    return {
      status: 400,
      body: { error: "invalid_client", error_description: "invalid client credentials" },
    };
  const given = { access_token: tokens.give(), instance_url: "https://acme.my.salesforce.com" };
  return { body: { ...given, token_type: "Bearer", issued_at: "1774958400000" } };
}

/** Only the columns that were asked for. */
function sent(record: Kept, type: string, fields: readonly string[]): Record<string, unknown> {
  const all: Record<string, unknown> = { ...record, SystemModstamp: stamp(record.modified) };
  const names = fields.map((field) => field.split(".")[0]!);
  return { attributes: { type }, ...Object.fromEntries(names.map((name) => [name, all[name] ?? null])) };
}
