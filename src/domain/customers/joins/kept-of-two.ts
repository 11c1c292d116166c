/** What decides who of two customers is kept when they are joined. */
export type Joinable = {
  readonly id: number;
  /** Closed books count them: what they are there may not change. */
  readonly isInClosedBooks: boolean;
  /** Known from rows alone, which no customer file named. */
  readonly isUnnamed: boolean;
  readonly hasOwner: boolean;
  readonly hasContract: boolean;
};

export type KeptOfTwo =
  | { readonly kind: "kept"; readonly keptId: number; readonly joinedId: number }
  /** Closed books count both as customers of their own. */
  | { readonly kind: "closed" };

/**
 * The one whose file has more to say: counted in closed books, named, under contract, owned, and then the older one. Its facts
 * win; what it leaves empty, such as the owner, is filled from the other.
 */
export function keptOfTwo(a: Joinable, b: Joinable): KeptOfTwo {
  if (a.isInClosedBooks && b.isInClosedBooks) return { kind: "closed" };
  const rank = ({ isInClosedBooks, isUnnamed, hasContract, hasOwner }: Joinable) =>
    [isInClosedBooks, !isUnnamed, hasContract, hasOwner].reduce((sum, is) => sum * 2 + (is ? 1 : 0), 0);
  const isFirst = rank(a) === rank(b) ? a.id < b.id : rank(a) > rank(b);
  return isFirst
    ? { kind: "kept", keptId: a.id, joinedId: b.id }
    : { kind: "kept", keptId: b.id, joinedId: a.id };
}
