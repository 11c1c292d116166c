import { NOON, type PeerStream, type VendorPeer } from "../contract/sources/source-contract.ts";
import type { PeerAnswer, PeerRequest } from "./http-peer.ts";
import { tokenDesk } from "./token-desk.ts";

type Thing = Record<string, unknown> & { id: string };
type Kept = { modified: number; deleted: number | null; record: Thing };
export type ZohoPeer = VendorPeer & {
  readonly lists: Readonly<Record<string, Kept[]>>;
  readonly tokens: ReturnType<typeof tokenDesk>;
  /** Page tokens of before are refused from now on. */
  forgetPages(): void;
};

const BEGAN = NOON.getTime() - 86_400_000;
const PER_PAGE = 200;
/** As Zoho writes moments: in the zone of the user whose token it is, here of Kolkata. */
const local = (ms: number) => `${new Date(ms + 19_800_000).toISOString().slice(0, 19)}+05:30`;
const owner = { name: "Ada", id: "9001", email: "ada@acme.example" };

/** Records, deletions and tokens of Zoho CRM, as www.zoho.com/crm/developer/docs/api/v8 describes them. */
export function zohoPeer(many: number): ZohoPeer {
  const tokens = tokenDesk();
  let era = 0;
  const made = (base: number, record: (n: number) => Record<string, unknown>): Kept[] =>
    Array.from({ length: many }, (_, index) => ({
      ...{ modified: BEGAN + index * 1_000, deleted: null },
      record: { id: String(base + index + 1), ...record(index + 1) },
    }));
  const account = (n: number) => ({ name: `Company ${n}`, id: String(BASE + n) });
  const lists: Record<string, Kept[]> = {
    Accounts: made(BASE, (n) => ({
      ...{
        Account_Name: `Company ${n}`,
        Website: `https://www.company${n}.example/`,
        Account_Type: "Customer",
      },
      ...{ Industry: "Retail", Billing_Country: "India", Currency: "INR", Owner: owner },
    })),
    Contacts: made(BASE * 2, (n) => ({
      ...{
        Full_Name: `Ana Person ${n}`,
        Last_Name: `Person ${n}`,
        Title: "Buyer",
        Phone: null,
        Mobile: "+91 1",
      },
      ...{ Email: `p${n}@company.example`, Date_of_Birth: "1985-03-31", Account_Name: account(n) },
    })),
    Deals: made(BASE * 3, (n) => ({
      ...{ Deal_Name: `Deal ${n}`, Stage: "Closed Won", Amount: 1200.5, Closing_Date: "2026-03-01" },
      ...{ Currency: n % 2 === 0 ? "USD" : null, Type: null, Pipeline: "Standard", Account_Name: account(n) },
    })),
    Calls: made(BASE * 4, (n) => ({
      ...{ Call_Start_Time: "2026-03-01T15:30:00+05:30", Call_Type: "Outbound", Subject: `About ${n}` },
      ...{ Outbound_Call_Status: "Completed", Call_Duration_in_seconds: 605, Owner: owner },
      ...{ Who_Id: null, What_Id: account(n), $se_module: "Accounts" },
    })),
  };
  const streamOf = (module: string, needs: string): PeerStream => {
    const there = () => lists[module]!.filter(({ deleted }) => deleted === null);
    return {
      ...{ idField: "id", needs, ids: () => there().map(({ record }) => exported(record)) },
      change: () => {
        lists[module]![1]!.modified = peer.clock.now.getTime();
        return exported(lists[module]![1]!.record);
      },
      remove: () => {
        lists[module]![2]!.deleted = peer.clock.now.getTime();
        return exported(lists[module]![2]!.record);
      },
    };
  };
  const answer = (request: PeerRequest): PeerAnswer => {
    const { url, headers } = request;
    if (url.pathname === "/oauth/v2/token") return tokenFor(request, tokens);
    const token = String(headers.authorization ?? "").replace("Zoho-oauthtoken ", "");
    if (!tokens.isValid(token)) return { status: 401, body: { code: "INVALID_TOKEN", status: "error" } };
    const [, , , module = "", list] = url.pathname.split("/");
    if (!(module in lists)) return { status: 400, body: { code: "INVALID_MODULE" } };
    const since = Date.parse(String(headers["if-modified-since"] ?? local(0)));
    if (list === "deleted") return deletions(url, lists[module]!, since);
    const there = lists[module]!.filter(({ deleted }) => deleted === null);
    return records({ url, since, era: String(era) }, there, (record) =>
      peer.sending(module.toLowerCase(), record),
    );
  };
  const peer: ZohoPeer = {
    ...{ lists, tokens, answer, clock: { now: NOON } },
    sending: (_, record) => record,
    forgetPages: () => {
      era += 1;
    },
    streams: {
      accounts: streamOf("Accounts", "Account_Name"),
      contacts: streamOf("Contacts", "Account_Name"),
      deals: streamOf("Deals", "Closing_Date"),
      calls: streamOf("Calls", "Call_Start_Time"),
    },
  };
  return peer;
}

/** As files have it. */
const exported = ({ id }: Thing) => `zcrm_${id}`;
const BASE = 1_150_868_000_000_000;

function tokenFor({ body }: PeerRequest, tokens: ReturnType<typeof tokenDesk>): PeerAnswer {
  const form = new URLSearchParams(body);
  const isKnown = form.get("client_secret") === "zoho-secret" && form.get("refresh_token") === "1000.refresh";
  // Refused with 200, as it was seen to be.
  if (tokens.refusing || !isKnown || form.get("client_id") !== "1000.client")
    return { body: { error: "invalid_code" } };
  const given = { access_token: tokens.give(), api_domain: "https://www.zohoapis.eu" };
  return { body: { ...given, token_type: "Bearer", expires_in: 3_600 } };
}

function records(
  { url, since, era }: { url: URL; since: number; era: string },
  list: readonly Kept[],
  send: (record: Thing) => Record<string, unknown>,
): PeerAnswer {
  const asked = url.searchParams;
  if (asked.get("fields") === null) return { status: 400, body: { code: "REQUIRED_PARAM_MISSING" } };
  const written = ({ modified, record }: Kept) => ({ ...record, Modified_Time: local(modified) });
  const ids = asked.get("ids")?.split(",");
  if (ids) return { body: { data: list.filter(({ record }) => ids.includes(record.id)).map(written) } };
  const [madeIn, place] = (asked.get("page_token") ?? `${era}.0`).split(".");
  if (madeIn !== era) return { status: 400, body: { code: "INVALID_DATA" } };
  const changed = list.filter(({ modified }) => modified >= since).sort((a, b) => a.modified - b.modified);
  if (changed.length === 0) return { status: 304, body: null };
  const end = Number(place) + PER_PAGE;
  const more_records = end < changed.length;
  const info = { per_page: PER_PAGE, more_records, next_page_token: more_records ? `${era}.${end}` : null };
  const data = changed.slice(Number(place), end).map((each) => send(written(each)));
  return { body: { data, info } };
}

function deletions(url: URL, list: readonly Kept[], since: number): PeerAnswer {
  const gone = list.filter(({ deleted }) => deleted !== null && deleted >= since);
  if (gone.length === 0) return { status: 204, body: null };
  const end = Number(url.searchParams.get("page")) * PER_PAGE;
  const data = gone.slice(end - PER_PAGE, end).map(({ record, deleted }) => ({
    ...{ id: record.id, type: "recycle", deleted_time: local(deleted ?? 0) },
  }));
  return { body: { data, info: { per_page: PER_PAGE, more_records: end < gone.length } } };
}
