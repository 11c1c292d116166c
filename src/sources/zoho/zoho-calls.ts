import { z } from "zod";
import { expectShape } from "../pull/expect-shape.ts";
import type { SourceConnection } from "../pull/source-definition.ts";
import { askZoho } from "./zoho-api.ts";
import { ZOHO_LOOKUP, ZOHO_OWNER, ZOHO_RECORD, zohoId } from "./zoho-modules.ts";

export const CALL = z.looseObject({
  ...ZOHO_RECORD,
  Call_Start_Time: z.string().min(1),
  Call_Type: z.string().nullable(),
  Outbound_Call_Status: z.string().nullish(),
  Call_Duration_in_seconds: z.number().nullish(),
  Subject: z.string().nullish(),
  Who_Id: ZOHO_LOOKUP,
  What_Id: ZOHO_LOOKUP,
  $se_module: z.string().nullish(),
  Owner: ZOHO_OWNER,
});
type Call = z.output<typeof CALL>;

export const CALL_FIELDS = [
  ...["Call_Start_Time", "Call_Type", "Outbound_Call_Status", "Call_Duration_in_seconds", "Subject"],
  ...["Who_Id", "What_Id", "$se_module", "Owner", "Modified_Time"],
];

const TALKED = new Set(["Inbound", "Outbound"]);

/** A call that took place: neither missed nor only planned. */
export function tookPlace({ Call_Type, Outbound_Call_Status }: Call): boolean {
  return TALKED.has(Call_Type ?? "") && (Outbound_Call_Status ?? "Completed") === "Completed";
}

/** Calls with the account that each was with: its own, or that of its deal or contact. */
export async function callRecords(calls: readonly Call[], from: SourceConnection): Promise<unknown[]> {
  const ofDeals = await accountsOf(from, "Deals", calls.flatMap(dealOf));
  const ofContacts = await accountsOf(
    from,
    "Contacts",
    calls.flatMap(({ Who_Id }) => Who_Id?.id ?? []),
  );
  return calls.map((call) => {
    const own = call.$se_module === "Accounts" ? call.What_Id?.id : ofDeals.get(dealOf(call)[0] ?? "");
    const account = own ?? ofContacts.get(call.Who_Id?.id ?? "") ?? null;
    const seconds = call.Call_Duration_in_seconds ?? null;
    return {
      ...{ id: zohoId(call.id), at: call.Call_Start_Time, subject: call.Subject ?? null },
      ...{ member: call.Owner?.email ?? null, minutes: seconds === null ? null : Math.round(seconds / 60) },
      account: account === null ? null : zohoId(account),
    };
  });
}

const dealOf = ({ $se_module, What_Id }: Call): string[] =>
  $se_module === "Deals" && What_Id !== null ? [What_Id.id] : [];

const NAMED = z.looseObject({
  data: z.array(z.looseObject({ id: z.string(), Account_Name: ZOHO_LOOKUP })),
});
/** So many records are given by their ids at once. */
const MOST_IDS = 100;

async function accountsOf(
  from: SourceConnection,
  module: "Contacts" | "Deals",
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const accounts = new Map<string, string>();
  const all = [...new Set(ids)];
  for (let first = 0; first < all.length; first += MOST_IDS) {
    const query = { ids: all.slice(first, first + MOST_IDS).join(","), fields: "Account_Name" };
    const answer = await askZoho(from, module, query);
    const { data } = expectShape(NAMED, answer ?? { data: [] }, `Zoho ${module}`);
    for (const { id, Account_Name } of data) if (Account_Name !== null) accounts.set(id, Account_Name.id);
  }
  return accounts;
}
