/** One customer's part in a division, by a weight that is never below zero. */
export type Party = { readonly customerId: number; readonly weight: bigint };

/** A customer whom a cost is for, over the days of the cost that are reported. */
export type InScope = {
  readonly customerId: number;
  /** Of the cost's driver, on those days on which they were a customer; never below zero. */
  readonly quantity: bigint;
  /** Days on which they were a customer. */
  readonly customerDays: number;
  /** The cost names them, rather than a segment, a playbook or everybody. */
  readonly named: boolean;
};

/** By what a cost is shared; `nobody` where there is no one to share it among. */
export type Weighed =
  | {
      readonly by: "driver" | "days" | "heads";
      readonly parties: readonly Party[];
      /** Something else than the driver decides who pays what: worth telling the reader. */
      readonly fellBack: boolean;
    }
  | { readonly by: "nobody" };

/**
 * The weights of those in scope: the driver's quantity; where nobody had any, the days they were customers; where
 * nobody was one on those days, those whom the cost names, alike.
 */
export function weigh(scope: readonly InScope[]): Weighed {
  const present = scope.filter(({ customerDays, named }) => customerDays > 0 || named);
  const fallback = (by: "days" | "heads", weightOf: (one: InScope) => bigint): Weighed => ({
    by,
    parties: partiesBy(present, weightOf),
    fellBack: present.length > 1,
  });
  if (present.some(({ quantity }) => quantity > 0n)) {
    return { by: "driver", parties: partiesBy(present, ({ quantity }) => quantity), fellBack: false };
  }
  if (present.some(({ customerDays }) => customerDays > 0)) {
    return fallback("days", ({ customerDays }) => BigInt(customerDays));
  }
  return present.length > 0 ? fallback("heads", () => 1n) : { by: "nobody" };
}

/**
 * Shares an amount out by weight, to the last minor unit: everyone gets the whole units of their exact share, and the
 * units left over go one each to the largest remainders, the lower customer id first where they are equal (the method
 * of Hamilton and Hare). An amount below zero is shared as its mirror image.
 *
 * @param amountMinor a safe integer
 * @returns by customer id; the parts add up to the amount, and none has the other sign
 * @throws RangeError where no weight is above zero, or one is below
 */
export function largestRemainder(amountMinor: number, parties: readonly Party[]): Map<number, number> {
  const size = BigInt(Math.abs(amountMinor));
  const total = parties.reduce((sum, { weight }) => sum + weight, 0n);
  if (total <= 0n || parties.some(({ weight }) => weight < 0n)) {
    throw new RangeError("Weights to share by have to be zero or more, with one above zero.");
  }
  const exact = parties.map(({ customerId, weight }) => ({
    customerId,
    units: (size * weight) / total,
    remainder: (size * weight) % total,
  }));
  const leftOver = Number(size - exact.reduce((sum, { units }) => sum + units, 0n));
  exact.sort((a, b) => compare(b.remainder, a.remainder) || a.customerId - b.customerId);
  const sign = amountMinor < 0 ? -1 : 1;
  return new Map(
    exact.map(({ customerId, units }, place) => {
      const part = Number(units) + Number(place < leftOver);
      return [customerId, part === 0 ? 0 : sign * part];
    }),
  );
}

function partiesBy(scope: readonly InScope[], weightOf: (one: InScope) => bigint): Party[] {
  return scope.map((one) => ({ customerId: one.customerId, weight: weightOf(one) }));
}

const compare = (a: bigint, b: bigint) => (a < b ? -1 : Number(a > b));
