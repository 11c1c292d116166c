import type { Day } from "../../../domain/calendar.ts";
import { currenciesWithoutPoints } from "../../../domain/value/loyalty/expected-points.ts";
import { accountOf, balanceOn } from "../../../domain/value/loyalty/points-account.ts";
import type { KeptPointsEntry, PointsEntry } from "../../../domain/value/loyalty/points-entry.ts";
import {
  type LoyaltyProgramme,
  lastDayOfPoints,
  programmeOn,
  type StatedProgramme,
  worthOf,
} from "../../../domain/value/loyalty/programme.ts";
import { settleAccount } from "../../../domain/value/loyalty/settle-account.ts";
import { noteIn } from "../../database/audit.ts";
import type { Database, Queryable } from "../../database/database.ts";
import { inTransaction } from "../../database/transaction.ts";
import {
  ACTIVITIES,
  ADD_ENTRIES,
  ALL_ARE_DUE,
  ENTRIES,
  entryFrom,
  entryValues,
  IS_BOOKED,
  lockAccounts,
  type OwnEntry,
  readProgrammes,
  STATE_PROGRAMME,
} from "./loyalty-sql.ts";

export type LoyaltyLedger = ReturnType<typeof loyaltyLedger>;

/** When points are settled, whose days count, and by whom. */
export type SettlingMoment = {
  readonly now: Date;
  /** Of `now`, where the team is. */
  readonly today: Day;
  readonly timeZone: string;
  readonly by: string;
};

export type SettledPoints = {
  /** Entries that were missing. */
  readonly made: number;
  /** Currencies in which something earned nothing, since the programme has no points for them. */
  readonly withoutPoints: readonly string[];
};

/** Points that somebody uses or changes by hand. */
export type PointsByHand = {
  readonly customerId: number;
  /** Of a redemption what is used; of an adjustment above or below zero. */
  readonly points: number;
  readonly reason: string;
  /** The same twice is one. */
  readonly reference: string;
};

export type ByHandResult =
  | { readonly kind: "booked" | "repeated"; readonly balance: number }
  | { readonly kind: "not-enough"; readonly balance: number }
  | { readonly kind: "no-programme" };

/** The ledger of points. Whoever writes holds the customer's account, so that nothing is used or earned twice. */
export function loyaltyLedger(database: Pick<Database, "pool" | "turns">) {
  const { pool, turns } = database;
  return {
    programmes: (): Promise<StatedProgramme[]> => readProgrammes(pool),

    /** States rules from a day on; from now on everybody is looked at by them. */
    state: (
      rules: LoyaltyProgramme,
      validFrom: Day,
      { by, at }: { readonly by: string; readonly at: Date },
    ): Promise<StatedProgramme> =>
      inTransaction(database, async (client) => {
        const { id } = await STATE_PROGRAMME.one(client, { rules, validFrom, by, at });
        await ALL_ARE_DUE.run(client);
        const details = { id, validFrom, rules };
        await noteIn(client, { at, actor: by, action: "loyalty.stated", customerId: null, details });
        return { ...rules, id, validFrom };
      }),

    /** Books what is missing for these customers, some at a time, each time all or nothing. */
    async settle(customerIds: readonly number[], moment: SettlingMoment): Promise<SettledPoints> {
      let made = 0;
      const withoutPoints = new Set<string>();
      for (let from = 0; from < customerIds.length; from += turns.customersPerQuery) {
        const some = customerIds.slice(from, from + turns.customersPerQuery);
        const settled = await inTransaction(database, (client) => settleIn(client, some, moment));
        made += settled.made;
        for (const currency of settled.withoutPoints) withoutPoints.add(currency);
      }
      return { made, withoutPoints: [...withoutPoints].sort() };
    },

    /** A customer's entries in the order in which they were booked. */
    async entries(customerId: number): Promise<KeptPointsEntry[]> {
      return (await ENTRIES.all(pool, { customerIds: [customerId] })).map(entryFrom);
    },

    /** Uses points, never more than there are; noted in the audit log with what they were worth. */
    redeem: (given: PointsByHand, moment: SettlingMoment): Promise<ByHandResult> =>
      byHand(database, { ...given, points: -given.points, kind: "redeemed" }, moment),

    /** Gives or takes points by hand, never below zero; noted in the audit log. */
    adjust: (given: PointsByHand, moment: SettlingMoment): Promise<ByHandResult> =>
      byHand(database, { ...given, kind: "adjusted" }, moment),
  };
}

async function settleIn(
  client: Queryable,
  customerIds: readonly number[],
  moment: SettlingMoment,
): Promise<SettledPoints> {
  const { now, today, timeZone, by } = moment;
  await lockAccounts(client, customerIds);
  const programmes = await readProgrammes(client);
  const fromDay = programmes[0]?.validFrom;
  if (fromDay === undefined) return { made: 0, withoutPoints: [] };
  const activities = grouped(await ACTIVITIES.all(client, { customerIds, timeZone, fromDay, now }));
  const entries = grouped(await ENTRIES.all(client, { customerIds }));
  const made: OwnEntry[] = customerIds.flatMap((customerId) =>
    settleAccount({
      customerId,
      entries: (entries.get(customerId) ?? []).map(entryFrom),
      activities: activities.get(customerId) ?? [],
      programmes,
      today,
    }).map((entry) => ({ customerId, entry })),
  );
  if (made.length > 0) await ADD_ENTRIES.run(client, { ...entryValues(made), by, at: now });
  const withoutPoints = currenciesWithoutPoints([...activities.values()].flat(), programmes);
  return { made: made.length, withoutPoints };
}

function grouped<Row extends { readonly customerId: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const byCustomer = new Map<number, Row[]>();
  for (const row of rows) {
    const own = byCustomer.get(row.customerId);
    if (own) own.push(row);
    else byCustomer.set(row.customerId, [row]);
  }
  return byCustomer;
}

type ByHand = PointsByHand & { readonly kind: "redeemed" | "adjusted" };

function byHand(
  database: Pick<Database, "pool">,
  { customerId, points, reason, reference, kind }: ByHand,
  moment: SettlingMoment,
): Promise<ByHandResult> {
  return inTransaction(database, async (client) => {
    await settleIn(client, [customerId], moment);
    const { today, by, now: at } = moment;
    const programme = programmeOn(await readProgrammes(client), today);
    if (programme === null) return { kind: "no-programme" };
    const kept = (await ENTRIES.all(client, { customerIds: [customerId] })).map(entryFrom);
    const balance = balanceOn(accountOf(kept), today);
    const key = JSON.stringify([customerId, kind, reference]);
    if ((await IS_BOOKED.one(client, { key })).booked) return { kind: "repeated", balance };
    if (points < 0 && balance < -points) return { kind: "not-enough", balance };
    const expiresOn = points > 0 ? lastDayOfPoints(today, programme) : null;
    const entry: PointsEntry = { key, kind, points, day: today, lot: null, expiresOn, cause: null, reason };
    await ADD_ENTRIES.run(client, { ...entryValues([{ customerId, entry }]), by, at });
    const details = { points, reason, reference, worth: worthOf(points, programme) };
    await noteIn(client, { at, actor: by, action: `points.${kind}`, customerId, details });
    return { kind: "booked", balance: balance + points };
  });
}
