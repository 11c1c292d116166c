import { hash } from "node:crypto";
import type { Day } from "../../domain/calendar.ts";
import type { CustomerProfile } from "../../domain/customer.ts";
import {
  contractFactsOf,
  contractsOfRows,
  type KeptRowContract,
} from "../../domain/imports/contracts-of-rows.ts";
import { RepeatedLines } from "../../sources/csv/repeated-lines.ts";
import type { ImportSource } from "../../sources/import-source.ts";
import type { ContractImportStore } from "../../store/imports/contract-import.ts";

/** Rows of customers who stand on several rows of a file that say different things of their contract. */
export type SeveralRows = ReadonlyMap<string, readonly CustomerProfile[]>;

/** Some tenths of a second on the embedded database, where a card waits for it. */
const CUSTOMERS_PER_TRANSACTION = 250;

/**
 * Who stands on several rows: the file is read once for it, and once more where there are some, so that neither the order
 * of the rows nor where a batch ends decides. Two rows of one customer are told as long as they lie less than 250,000
 * other customers apart.
 */
export async function severalRowsOf(source: ImportSource): Promise<SeveralRows> {
  const ids = new Set<string>();
  const seen = { customers: new RepeatedLines(), contracts: new RepeatedLines() };
  for await (const profile of profilesOf(source)) {
    const { externalId } = profile;
    const isKnown = seen.customers.occurrence(fingerprintOf(externalId)) > 1;
    const ofContract = fingerprintOf(`${externalId} ${contractFactsOf(profile)}`);
    if (seen.contracts.occurrence(ofContract) === 1 && isKnown) ids.add(externalId);
  }
  const several = new Map<string, CustomerProfile[]>();
  if (ids.size === 0) return several;
  for await (const profile of profilesOf(source)) {
    if (!ids.has(profile.externalId)) continue;
    const rows = several.get(profile.externalId);
    if (rows) rows.push(profile);
    else several.set(profile.externalId, [profile]);
  }
  return several;
}

async function* profilesOf(source: ImportSource): AsyncGenerator<CustomerProfile> {
  for await (const { rows } of source.rows())
    for (const row of rows) if (row.kind === "customer") yield row.profile;
}

/** 48 bits: two of a million customers meet by chance once in some hundred files, and are then looked at in vain. */
function fingerprintOf(text: string): number {
  return Number.parseInt(hash("sha1", text, "hex").slice(0, 12), 16) + 1;
}

/**
 * Tells the contracts of customers who are there by now.
 * @returns of how many customers
 */
export async function tellContractsOfRows(
  contractImport: Pick<ContractImportStore, "customers" | "newestPrices" | "tell">,
  context: { readonly importId: number; readonly at: Date; readonly today: Day },
  source: string,
  several: SeveralRows,
): Promise<number> {
  const all = [...several];
  let told = 0;
  for (let from = 0; from < all.length; from += CUSTOMERS_PER_TRANSACTION) {
    const some = all.slice(from, from + CUSTOMERS_PER_TRANSACTION);
    const ids = some.map(([externalId]) => externalId);
    const [customers, kept] = await Promise.all([
      contractImport.customers(source, ids),
      contractImport.newestPrices(source, ids),
    ]);
    const lines = some.flatMap(([externalId, rows]) => {
      const customerId = customers.get(externalId)?.id;
      const prices: ReadonlyMap<string, KeptRowContract> = kept.get(externalId) ?? new Map();
      if (customerId === undefined) return [];
      return contractsOfRows(rows, prices, context.today).map((line) => ({ customerId, told: line }));
    });
    if (lines.length > 0) await contractImport.tell({ ...context, isOfCustomerFile: true }, lines);
    told += new Set(lines.map(({ customerId }) => customerId)).size;
  }
  return told;
}
