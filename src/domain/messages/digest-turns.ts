import type { Turn, Turned } from "../customers/won-and-lost.ts";
import type { Money } from "../money.ts";

/** Those of one kind, the largest by name. */
export type TurnedList = {
  readonly count: number;
  /** `yearMoney`: what they bring or brought in a year; null where it is not known. */
  readonly top: ReadonlyArray<{
    readonly customerId: number;
    readonly name: string;
    readonly yearMoney: Money | null;
  }>;
};

/** Who was won and lost in a week. */
export type DigestTurns = Readonly<Record<Turn, TurnedList>> & {
  /** After so many days without a purchase a buyer counts as lost. */
  readonly horizonDays: number;
};

/** Names a kind: the week's news, not its list. Chosen by the product. */
const NAMED = 3;

/** @param yearMoney all of one currency; who is not in it comes last */
export function digestTurns(
  turned: readonly Turned[],
  yearMoney: ReadonlyMap<number, Money>,
  horizonDays: number,
): DigestTurns {
  const size = ({ customerId }: Turned) => yearMoney.get(customerId)?.minor ?? Number.NEGATIVE_INFINITY;
  const largestFirst = [...turned].sort((a, b) =>
    size(a) === size(b) ? a.customerId - b.customerId : size(b) - size(a),
  );
  const list = (turn: Turn): TurnedList => {
    const all = largestFirst.filter((one) => one.turn === turn);
    const named = ({ customerId, name }: Turned) => ({
      customerId,
      name,
      yearMoney: yearMoney.get(customerId) ?? null,
    });
    return { count: all.length, top: all.slice(0, NAMED).map(named) };
  };
  return {
    started: list("started"),
    "came-back": list("came-back"),
    ended: list("ended"),
    lapsed: list("lapsed"),
    horizonDays,
  };
}
