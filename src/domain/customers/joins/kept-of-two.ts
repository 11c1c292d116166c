/** What decides who of two customers is kept when they are joined. */
export type Joinable = {
  readonly id: number;
  /** Closed books count them: what they are there may not change. */
  readonly isInClosedBooks: boolean;
  /** Points of a loyalty programme were redeemed or changed by hand: that stays booked on them. */
  readonly hasSpentPoints: boolean;
  /** Known from rows alone, which no customer file named. */
  readonly isUnnamed: boolean;
  readonly hasOwner: boolean;
  readonly hasContract: boolean;
};

export type KeptOfTwo =
  | { readonly kind: "kept"; readonly keptId: number; readonly joinedId: number }
  /** Closed books count both as customers of their own. */
  | { readonly kind: "closed" }
  /** Each has something booked that cannot move, and of one it is spent points. */
  | { readonly kind: "points" };

/**
 * The one whose file has more to say: counted in closed books, named, under contract, owned, and then the older one. Its facts
 * win; what it leaves empty, such as the owner, is filled from the other.
 */
export function keptOfTwo(a: Joinable, b: Joinable): KeptOfTwo {
  if (a.isInClosedBooks && b.isInClosedBooks) return { kind: "closed" };
  if (isBooked(a) && isBooked(b)) return { kind: "points" };
  const rank = (one: Joinable) =>
    [isBooked(one), !one.isUnnamed, one.hasContract, one.hasOwner].reduce(
      (sum, is) => sum * 2 + (is ? 1 : 0),
      0,
    );
  const isFirst = rank(a) === rank(b) ? a.id < b.id : rank(a) > rank(b);
  return isFirst
    ? { kind: "kept", keptId: a.id, joinedId: b.id }
    : { kind: "kept", keptId: b.id, joinedId: a.id };
}

const isBooked = ({ isInClosedBooks, hasSpentPoints }: Joinable) => isInClosedBooks || hasSpentPoints;
