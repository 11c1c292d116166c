import type { CostNote } from "../../domain/costs/allocation-notes.ts";
import { joinedFacts } from "../../domain/costs/sharing/joined-facts.ts";
import { addCohorts } from "../../domain/figures/cohort-count.ts";
import type { CustomerHistory } from "../../domain/figures/customer-history.ts";
import { type CustomerRange, customerRanges } from "../database/customer-ranges.ts";
import type { Database, Queryable } from "../database/database.ts";
import { exportSnapshot, onSnapshotOf } from "../database/snapshot.ts";
import { readCustomerFiles } from "../figures/customer-files.ts";
import { CUSTOMERS_PER_RANGE, customerHistoriesStore } from "../figures/customer-histories.ts";
import type {
  HelpOptions,
  HelpResult,
  RangeSteps,
  SharedRange,
  SharedWork,
} from "../shared-work/shared-work.ts";
import { readConversions } from "./cost-conversions.ts";
import {
  type CostCustomers,
  type CustomerBrought,
  gatherCustomers,
  type Onlooker,
  readCostCustomers,
} from "./cost-customers.ts";
import type { CostScope } from "./cost-scope.ts";
import type { Conversion } from "./cost-sql.ts";
import { type MissingRates, missingRates } from "./missing-rates.ts";

/** The number goes up when the same range would come out otherwise, or in another shape. */
const COST_CUSTOMERS = "cost customers 1";

type Settings = {
  readonly scope: CostScope;
  /** What the leader sees, for as long as it reads. */
  readonly snapshot: string;
};

export type WithRanges = {
  readonly customersPerRange: number;
  /** Fewer are read before another process has noticed. */
  readonly leastRanges: number;
};
/** Chosen: workers look twice a second, and ten ranges take longer than that. */
const RANGES: WithRanges = { customersPerRange: CUSTOMERS_PER_RANGE, leastRanges: 10 };

/** Of a range of customers; without a name where another process read them, so that none is kept in between. */
type CustomersOfRange = Omit<CostCustomers, "rows"> & {
  readonly rows: ReadonlyMap<number, CustomerBrought | Row>;
  readonly missing: readonly RateMissing[];
};
type Row = CostCustomers["rows"] extends ReadonlyMap<number, infer Named> ? Named : never;
type RateMissing = Extract<CostNote, { kind: "rate-missing" }>;

export type EverybodysCosts = ReturnType<typeof everybodysCosts>;

/** Everybody's history of a period for an allocation. On a server other processes read a part of it, of the same snapshot. */
export function everybodysCosts(
  database: Pick<Database, "kind" | "pool">,
  work: SharedWork | null,
  { customersPerRange, leastRanges } = RANGES,
) {
  let leading = false;

  const lead = async (
    shared: SharedWork,
    { db, scope, conversions }: Seen,
    ranges: readonly SharedRange[],
  ): Promise<readonly CustomersOfRange[]> => {
    leading = true;
    try {
      const steps = stepsOf({ db, scope, conversions });
      const settings: Settings = { scope, snapshot: await exportSnapshot(db) };
      const run = { kind: COST_CUSTOMERS, settings, topic: null, ranges };
      return (await shared.lead(run, () => steps)).results;
    } finally {
      leading = false;
    }
  };

  return {
    /** @param missing null: nobody asks what has no rate */
    async read(
      db: Queryable,
      scope: CostScope,
      conversions: readonly Conversion[],
      missing: MissingRates | null,
      onlooker: Onlooker | null = null,
    ): Promise<CostCustomers> {
      const alone = () => readCostCustomers(db, scope, conversions, missing, onlooker);
      // One at a time: while it holds its connection it needs others for its claims.
      if (work === null || leading || database.kind !== "server" || onlooker !== null) return alone();
      const ranges = await customerRanges({ pool: db }, customersPerRange);
      if (ranges.length < leastRanges || leading) return alone();
      const parts = await lead(work, { db, scope, conversions }, ranges.map(sharedRange));
      for (const { what, from, day, minor } of parts.flatMap((part) => part.missing))
        missing?.add(what, from, day, minor);
      return joinedCustomers(db, scope, parts);
    },

    /** Reads ranges of an allocation that another process leads, as that one sees them. */
    async help(options: HelpOptions): Promise<HelpResult> {
      if (work === null) return { kind: "nothing-to-do" };
      return work.help<Settings>(
        COST_CUSTOMERS,
        ({ scope, snapshot }, take) =>
          onSnapshotOf(database, snapshot, async (db) => {
            const conversions = await readConversions(db, scope.currency, scope);
            const { work: gather, ...steps } = stepsOf({ db, scope, conversions });
            return take({ ...steps, work: async (histories) => withoutNames(await gather(histories)) });
          }),
        options,
      );
    },
  };
}

type Seen = {
  readonly db: Queryable;
  readonly scope: CostScope;
  readonly conversions: readonly Conversion[];
};

const sharedRange = ({ firstCustomerId, lastCustomerId }: CustomerRange): SharedRange => ({
  fromCustomerId: firstCustomerId,
  toCustomerId: lastCustomerId,
});

/** A connection answers one question at a time, so one range is read while another is worked on. */
function stepsOf({ db, scope, conversions }: Seen): RangeSteps<CustomerHistory[], CustomersOfRange> {
  return {
    atOnce: 1,
    read: ({ fromCustomerId, toCustomerId }) =>
      customerHistoriesStore({ pool: db }).within(scope, {
        firstCustomerId: fromCustomerId,
        lastCustomerId: toCustomerId,
      }),
    work: async (histories) => {
      const missing = missingRates(scope.currency);
      const gathered = gatherCustomers(scope, conversions, missing);
      for (const history of histories) gathered.add(history);
      return { ...gathered.finish(), missing: missing.notes() };
    },
  };
}

function withoutNames({ rows, ...range }: CustomersOfRange): CustomersOfRange {
  const unnamed = [...rows].map(
    ([id, { revenueMinor, acquisitionMinor, adjustmentsMinor, ordersNotCountedMinor }]) =>
      [id, { revenueMinor, acquisitionMinor, adjustmentsMinor, ordersNotCountedMinor }] as const,
  );
  return { ...range, rows: new Map(unnamed) };
}

async function joinedCustomers(
  db: Queryable,
  scope: CostScope,
  parts: readonly CustomersOfRange[],
): Promise<CostCustomers> {
  const all = parts.flatMap(({ rows }) => [...rows]);
  const unnamed = all.flatMap(([id, row]) => ("name" in row ? [] : [id]));
  const files = await readCustomerFiles(db, unnamed, scope.toDay);
  const fileOf = new Map(files.map((file) => [file.customerId, file]));
  const named = all.map(([id, row]): [number, Row] => {
    if ("name" in row) return [id, row];
    const file = fileOf.get(id);
    if (file === undefined) throw new Error(`Customer ${id} has a history and is not in the file.`);
    return [id, { ...file, ...row }];
  });
  return {
    facts: joinedFacts(
      scope,
      parts.map(({ facts }) => facts),
    ),
    cohort: parts.map(({ cohort }) => cohort).reduce(addCohorts),
    rows: new Map(named),
  };
}
