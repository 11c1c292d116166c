import { localTime } from "../../domain/calendar.ts";
import type { Clock } from "../../domain/clock.ts";
import { type KeptContract, rejectedContractLines } from "../../domain/imports/contract-lines.ts";
import type { ContractRow, ImportedRow, RejectedRow } from "../../domain/imports/imports.ts";
import { rejectedRow } from "../../sources/csv/rejected-row.ts";
import type { ContractImportStore, OwnedContractLine } from "../../store/imports/contract-import.ts";
import { type BatchWriter, countReasons, linesOf } from "./import-batch.ts";

type Deps = {
  readonly contractImport: Omit<ContractImportStore, "tidy">;
  readonly clock: Clock;
  readonly timeZone: string;
};

/** Ids asked for at once. */
const IDS_PER_QUERY = 4_000;
/** Some 0.2 s on the embedded database with two contracts each, for which a card waits. */
const CUSTOMERS_PER_TRANSACTION = 100;

type KnownCustomers = Awaited<ReturnType<ContractImportStore["customers"]>>;

/**
 * Writes contracts; of the whole file at once, since a contract's lines may stand anywhere in it and are judged together.
 * Each customer's are written in one transaction.
 */
export function contractBatchWriter(deps: Deps, source: string): BatchWriter {
  return async (importId, rows) => {
    const lines = rows.filter((row) => row.kind === "contract");
    const customers = await customersOf(deps, source, lines);
    const kept = await keptContracts(deps, source, lines);
    const names = new Map([...customers].map(([id, { name }]) => [id, name]));
    const rejected = rejectedContractLines(lines, { source, customers: names, kept });
    const bad = rows.flatMap((row) => badRow(row, rejected));
    await deps.contractImport.settle({ importId, ...linesOf(rows), rejected: bad });
    const sound = lines.filter((row) => !rejected.has(row));
    const { added, changed, same } = await tellAll(deps, importId, ownedLines(sound, customers));
    const counts = { accepted: added, updated: changed, duplicates: same, repeated: 0 };
    return { ...counts, rejected: countReasons(bad) };
  };
}

function badRow(row: ImportedRow, rejected: ReturnType<typeof rejectedContractLines>): RejectedRow[] {
  if (row.kind === "rejected") return [row];
  const rejection = row.kind === "contract" ? rejected.get(row) : undefined;
  return rejection === undefined ? [] : [rejectedRow(row, rejection)];
}

async function customersOf({ contractImport }: Deps, source: string, lines: readonly ContractRow[]) {
  const known: KnownCustomers = new Map();
  for (const ids of chunks(
    distinct(lines, ({ told }) => told.customer),
    IDS_PER_QUERY,
  ))
    for (const [id, customer] of await contractImport.customers(source, ids)) known.set(id, customer);
  return known;
}

async function keptContracts({ contractImport }: Deps, source: string, lines: readonly ContractRow[]) {
  const kept = new Map<string, KeptContract>();
  for (const ids of chunks(
    distinct(lines, ({ told }) => told.contract),
    IDS_PER_QUERY,
  ))
    for (const [id, contract] of await contractImport.kept(source, ids)) kept.set(id, contract);
  return kept;
}

/** By customer, each one's together. */
function ownedLines(lines: readonly ContractRow[], customers: KnownCustomers): OwnedContractLine[][] {
  const byCustomer = new Map<number, OwnedContractLine[]>();
  for (const { told } of lines) {
    const customerId = customers.get(told.customer)?.id;
    if (customerId === undefined) continue;
    const own = byCustomer.get(customerId);
    if (own === undefined) byCustomer.set(customerId, [{ customerId, told }]);
    else own.push({ customerId, told });
  }
  return [...byCustomer.values()];
}

async function tellAll(
  { contractImport, clock, timeZone }: Deps,
  importId: number,
  byCustomer: readonly OwnedContractLine[][],
) {
  const total = { added: 0, changed: 0, same: 0 };
  for (const some of chunks(byCustomer, CUSTOMERS_PER_TRANSACTION)) {
    const at = clock();
    const context = { importId, at, today: localTime(at, timeZone).day };
    const { added, changed, same } = await contractImport.tell(context, some.flat());
    total.added += added;
    total.changed += changed;
    total.same += same;
  }
  return total;
}

const distinct = <Row>(rows: readonly Row[], idOf: (row: Row) => string): string[] => [
  ...new Set(rows.map(idOf)),
];

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, place) =>
    all.slice(place * size, (place + 1) * size),
  );
}
