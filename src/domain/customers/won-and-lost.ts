/**
 * How somebody became a customer in a period, or stopped being one: as all figures count customers
 * (`figures/customer-days.ts`). `ended` is on a day that the contract or the file names, `lapsed` after
 * `ACTIVITY_WINDOW_DAYS` without a purchase.
 */
export type Turn = "started" | "came-back" | "ended" | "lapsed";

export type Turned = { readonly customerId: number; readonly name: string; readonly turn: Turn };

type FromSource = Turned & { readonly source: string };

/**
 * Without those whom silence or a purchase would only seem to have turned: where a source stopped sending, or sent
 * again, it was its silence and not theirs. A contract's days are known whatever a source sends.
 * @param restless sources that stopped, or came again within the period
 */
export function turnedThemselves(turned: readonly FromSource[], restless: ReadonlySet<string>): Turned[] {
  return turned
    .filter(({ turn, source }) => !(BY_PURCHASES.includes(turn) && restless.has(source)))
    .map(({ customerId, name, turn }) => ({ customerId, name, turn }));
}

const BY_PURCHASES: readonly Turn[] = ["came-back", "lapsed"];
