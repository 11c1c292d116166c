/** A company as plain rows: what is in the tables, and nothing worked out. Days are `YYYY-MM-DD`, instants ISO 8601. */
export type PlainCompany = {
  readonly timeZone: string;
  readonly customers: readonly PlainCustomer[];
  readonly members: readonly PlainMember[];
  readonly entries: readonly PlainEntry[];
  readonly rates: readonly PlainRate[];
  readonly budgets: readonly PlainBudget[];
  /** Through this day the books are closed; null: they are open. */
  readonly closedThrough: string | null;
};

export type PlainFile = {
  readonly segment: string | null;
  readonly ownerEmail: string | null;
  readonly country: string | null;
  readonly currency: string;
  readonly marginPercent: number | null;
  readonly acquisitionMinor: number | null;
};

export type PlainCustomer = {
  readonly id: number;
  readonly source: string;
  readonly externalId: string;
  readonly name: string;
  readonly file: PlainFile;
  /** What the file said when days through this one were closed. */
  readonly closedFiles: readonly { readonly throughDay: string; readonly file: PlainFile }[];
  readonly contracts: readonly PlainContract[];
  readonly ends: readonly { readonly endedOn: string; readonly resumedOn: string | null }[];
  readonly sales: readonly PlainSale[];
  readonly tickets: readonly PlainTicket[];
  readonly touches: readonly PlainTouch[];
  readonly answers: readonly PlainAnswer[];
  readonly suggestions: readonly { readonly playbook: string; readonly at: string }[];
  readonly adjustments: readonly PlainAdjustment[];
};

export type PlainContract = {
  readonly startedOn: string;
  readonly endedOn: string | null;
  /** Goes on from a contract that ended the day before; not where we were told after that day was closed. */
  readonly continues: boolean;
  readonly prices: readonly {
    readonly fromDay: string;
    readonly monthlyMinor: number | null;
    readonly currency: string;
  }[];
};

/** Told late: the first day that was open then. */
type Booked = { readonly bookedOn: string | null };

export type PlainSale = Booked & {
  readonly kind: "order" | "refund" | "usage";
  readonly at: string;
  readonly minor: number;
  readonly currency: string;
};

export type PlainTicket = Booked &
  Answered & {
    readonly externalId: string;
    readonly openedAt: string;
    /** What it said when days were closed, where it says something else by now. */
    readonly closedSays: Answered | null;
  };

type Answered = { readonly firstReplyAt: string | null; readonly solvedAt: string | null };

export type PlainTouch = Booked & {
  readonly externalId: string;
  readonly at: string;
  readonly memberId: string | null;
  readonly channel: string;
  readonly minutes: number;
};

export type PlainAnswer = Booked & {
  readonly kind: "nps" | "csat" | "ces";
  readonly score: number;
  readonly scaleMax: number;
  readonly at: string;
};

export type PlainAdjustment = {
  readonly bookedOn: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly minor: number;
  readonly currency: string;
};

export type PlainMember = {
  readonly id: string;
  readonly email: string;
  readonly hourly: readonly { readonly fromDay: string; readonly minor: number; readonly currency: string }[];
};

export type PlainTarget =
  | { readonly kind: "all" }
  | {
      readonly kind: "segment" | "customer" | "ticket" | "touch" | "playbook";
      readonly name: string;
    };

export type PlainEntry = Booked & {
  readonly source: string;
  readonly category: string;
  readonly kind: "direct" | "indirect";
  readonly minor: number;
  readonly currency: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly targets: readonly PlainTarget[];
  readonly driver: "equal" | "revenue" | "orders" | "tickets" | "touches" | "minutes";
  /** The place of the entry it corrects. */
  readonly corrects: number | null;
};

export type PlainRate = {
  readonly from: string;
  readonly to: string;
  readonly day: string;
  readonly rate: string;
};

export type PlainBudget = {
  readonly scope: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly minor: number;
  readonly currency: string;
};

/** Days of a report, both included, and the currency its amounts are in. */
export type PlainQuestion = {
  readonly fromDay: string;
  readonly toDay: string;
  readonly currency: string;
};
