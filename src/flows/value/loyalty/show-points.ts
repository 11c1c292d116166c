import { mayKeepLedger, mayRedeemPoints, maySeeMoney, type Place } from "../../../domain/access.ts";
import type { Day } from "../../../domain/calendar.ts";
import type { Customer, Member } from "../../../domain/customer.ts";
import type { Money } from "../../../domain/money.ts";
import type { KeptPointsEntry } from "../../../domain/value/loyalty/points-entry.ts";
import { programmeOn, type StatedProgramme } from "../../../domain/value/loyalty/programme.ts";
import { type PointsStanding, pointsStanding } from "../../../domain/value/loyalty/standing.ts";
import type { ExchangeRateStore } from "../../../store/costs/exchange-rates.ts";
import { type NoteMoneyReadDeps, noteMoneyRead } from "../../customers/note-money-read.ts";
import { type LedgerOf, settlingMoment, type WhenDeps } from "./loyalty-deps.ts";

export type ShowPointsDeps = LedgerOf<"programmes" | "settle" | "entries"> &
  NoteMoneyReadDeps &
  WhenDeps & {
    /** What they brought in 12 months, as the card says. */
    readonly facts: {
      read(
        keys: readonly "revenue12Months"[],
        customerIds: readonly number[],
        now: Date,
      ): Promise<
        ReadonlyMap<number, { readonly customer: Customer; readonly revenue12Months: readonly Money[] }>
      >;
    };
    readonly exchangeRates: Pick<ExchangeRateStore, "all">;
  };

export type ShowPoints = {
  readonly customerId: number;
  /** Null: whoever sits at the command line, who may have everything. */
  readonly reader: Member | null;
  readonly place: Place;
  /** Movements shown at most; null: all. */
  readonly most?: number | null;
};

export type ShownPoints = {
  readonly kind: "points";
  readonly customer: Customer;
  readonly standing: PointsStanding;
  readonly programme: StatedProgramme;
  /** Newest first. */
  readonly movements: readonly KeptPointsEntry[];
  /** Currencies in which something of theirs earned nothing. */
  readonly withoutPoints: readonly string[];
  readonly today: Day;
  /** Whether amounts are shown. */
  readonly showsMoney: boolean;
  readonly mayRedeem: boolean;
  readonly mayAdjust: boolean;
};
export type NoPoints =
  | { readonly kind: "gone" }
  | {
      readonly kind: "no-programme";
      /** When the first one begins; null: none is set. */
      readonly beginsOn: Day | null;
    };

const MOVEMENTS = 10;

/** A customer's points as of now: what changed since the last night is booked first. */
export async function showPoints(
  deps: ShowPointsDeps,
  { customerId, reader, place, most = MOVEMENTS }: ShowPoints,
): Promise<ShownPoints | NoPoints> {
  const moment = settlingMoment(deps, reader?.slackUserId ?? "command line");
  const { now, today } = moment;
  const known = (await deps.facts.read(["revenue12Months"], [customerId], now)).get(customerId);
  if (known === undefined) return { kind: "gone" };
  const programmes = await deps.loyalty.programmes();
  const programme = programmeOn(programmes, today);
  if (programme === null) return { kind: "no-programme", beginsOn: programmes[0]?.validFrom ?? null };
  const { withoutPoints } = await deps.loyalty.settle([customerId], moment);
  const [entries, rates] = await Promise.all([deps.loyalty.entries(customerId), deps.exchangeRates.all()]);
  const { customer, revenue12Months: revenue } = known;
  const showsMoney = reader === null || maySeeMoney(reader, customer, place);
  if (showsMoney)
    await noteMoneyRead(deps, { reader, surface: "points", customerIds: [customerId], at: now });
  return {
    kind: "points",
    customer,
    standing: pointsStanding(entries, programme.tiers, { revenue, today, rates }),
    programme,
    movements: (most === null ? entries : entries.slice(-most)).toReversed(),
    withoutPoints,
    today,
    showsMoney,
    mayRedeem: reader === null || mayRedeemPoints(reader, customer),
    mayAdjust: reader === null || mayKeepLedger(reader),
  };
}
