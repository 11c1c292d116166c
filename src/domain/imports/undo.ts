/** What holds a customer that an import made, so that it stays when the import is taken back. */
export const HOLDS = [
  "activities",
  "records",
  "costs",
  "suggestions",
  "joined",
  "people",
  "changed",
  "closed",
] as const;
export type Hold = (typeof HOLDS)[number];

/** Customers who stay, by what holds them; and some of their names. */
export type Held = { readonly because: Hold; readonly customers: number; readonly names: readonly string[] };

/** What taking an import back would do, or did. */
export type Undo = {
  /** Rows it added that go: activities, contacts, tickets, feedback and touches. */
  readonly rows: number;
  /** Activities that get back what they said before. */
  readonly restored: number;
  /** Customers it added that go. */
  readonly customers: number;
  readonly held: readonly Held[];
  /** Activities that a later import changed; they stay as that one told. */
  readonly changedLater: number;
};

/** Why an import cannot be taken back; nothing was changed. */
export type UndoRefusal =
  | { readonly kind: "unknown" }
  | { readonly kind: "undone-already" }
  /** Its entries are in the ledger, which is only ever corrected. */
  | { readonly kind: "costs"; readonly entries: number }
  /** It told contracts, which are told anew, never taken back. */
  | { readonly kind: "contracts" }
  /** Rows on days of closed books. */
  | { readonly kind: "closed"; readonly rows: number; readonly through: string };
