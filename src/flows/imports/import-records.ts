import { hash } from "node:crypto";
import type { Clock } from "../../domain/clock.ts";
import {
  CUSTOMER_OF,
  type ImportedRow,
  type RecordColumns,
  type RecordKind,
  type RecordRow,
  type RejectedRow,
} from "../../domain/imports/imports.ts";
import { phrase } from "../../domain/phrase.ts";
import { rejection } from "../../domain/rejection.ts";
import { rejectedRow } from "../../sources/csv/rejected-row.ts";
import { RepeatedLines } from "../../sources/csv/repeated-lines.ts";
import type { OwnedRecord, RecordRefusal, RecordRowsStore } from "../../store/imports/record-rows.ts";
import { type BatchWriter, countReasons, linesOf, type Noticed } from "./import-batch.ts";
import { type KnownCustomersDeps, knownCustomers } from "./known-customers.ts";
import { unknownCustomer } from "./unknown-customer.ts";

type Deps = KnownCustomersDeps & {
  readonly recordRows: Pick<RecordRowsStore, "membersNamed" | "saveBatch">;
  readonly clock: Clock;
};

type RecordsFile = { readonly makes: RecordKind; readonly source: string; readonly columns: RecordColumns };

/** Rows about a customer nobody has told of wait for them: what they say of a customer is not enough to know one by. */
const KNOWN_CUSTOMERS_ONLY = true;

/** A row with its record as the store wants it. */
type OwnedRow = OwnedRecord & { readonly row: RecordRow };

/**
 * Writes contacts, tickets, feedback, touches, mentions and products. Of rows with one id the last counts; one that names
 * another customer than the first is rejected, as is one that would change figures of closed days.
 */
export function recordBatchWriter(deps: Deps, file: RecordsFile): BatchWriter {
  const { makes: of, source, columns } = file;
  const learnCustomers = knownCustomers(deps, source, KNOWN_CUSTOMERS_ONLY);
  const members = remembering(deps.recordRows.membersNamed);
  const seen = new RepeatedLines();
  return async (importId, rows) => {
    const records = rows.filter((row) => row.kind === "record");
    const { known } = await learnCustomers(importId, records.flatMap(namingCustomer));
    await members.learn(records.flatMap((row) => memberOf(row) ?? []));
    const batch = new RecordBatch(file, rows);
    for (const row of records) {
      batch.add(row, row.customer === null ? undefined : known.get(row.customer), members.get(memberOf(row)));
      if (seen.occurrence(fingerprintOf(row.record.externalId)) > 1) batch.notice("repeated-id");
    }
    const place = { importId, ...linesOf(rows), rejected: batch.bad };
    const saved = await deps.recordRows.saveBatch(
      { ...place, of, source, columns, now: deps.clock() },
      batch.latest(),
      (refusal) => batch.refuse(refusal),
    );
    const bad = [...batch.bad, ...saved.refused];
    const { accepted, updated } = saved;
    const duplicates = rows.length - bad.length - accepted - updated;
    const { noticed } = batch;
    return { accepted, duplicates, updated, repeated: 0, rejected: countReasons(bad), noticed };
  };
}

const namingCustomer = ({ customer }: RecordRow) =>
  customer === null ? [] : [{ customer, newCustomer: null }];

/** The rows of one batch: which are bad, and of the good ones those of each id in the order of the file. */
class RecordBatch {
  readonly bad: RejectedRow[];
  readonly noticed: Partial<Record<Noticed, number>> = {};
  readonly #good = new Map<string, [OwnedRow, ...OwnedRow[]]>();
  readonly #file: RecordsFile;

  constructor(file: RecordsFile, rows: readonly ImportedRow[]) {
    this.#file = file;
    this.bad = rows.filter((row) => row.kind === "rejected");
  }

  /** @param customerId undefined: nobody known, or nobody named */
  add(row: RecordRow, customerId: number | undefined, memberId: string | undefined): void {
    const { customer } = row;
    const unknown = customer !== null && customerId === undefined;
    if (unknown && CUSTOMER_OF[row.of] === "needed") {
      this.bad.push(unknownCustomer({ ...row, customer }, this.#file.source));
      return;
    }
    const { externalId } = row.record;
    const earlier = this.#good.get(externalId);
    const owner = earlier?.find((other) => other.customerId !== null);
    if (owner && customerId !== undefined && owner.customerId !== customerId) {
      this.bad.push(otherCustomer(row, owner.row.customer));
      return;
    }
    if (unknown) this.notice("unknown-customer");
    if (memberOf(row) !== null && memberId === undefined) this.notice("unknown-member");
    const record = row.of === "touches" ? { ...row.record, member: memberId ?? null } : row.record;
    // Whom a row does not name stays whom an earlier one named.
    const owned = { row, record, customerId: customerId ?? owner?.customerId ?? null };
    if (earlier) earlier.push(owned);
    else this.#good.set(externalId, [owned]);
  }

  latest(): OwnedRow[] {
    return [...this.#good.values()].map((rows) => rows.at(-1) ?? rows[0]);
  }

  refuse({ externalId, customer, otherCustomer: isOther, closedThrough }: RecordRefusal): RejectedRow[] {
    const rows = this.#good.get(externalId) ?? [];
    return rows.map(({ row }) =>
      isOther || closedThrough === null ? otherCustomer(row, customer) : closedDays(row, closedThrough),
    );
  }

  notice(what: Noticed): void {
    this.noticed[what] = (this.noticed[what] ?? 0) + 1;
  }
}

function otherCustomer(row: RecordRow, recorded: string | null): RejectedRow {
  const facts = { externalId: row.record.externalId, recorded: recorded ?? "", here: row.customer ?? "" };
  return rejectedRow(row, rejection("other_customer", phrase("rejected.other-customer", facts)));
}

function closedDays(row: RecordRow, through: string): RejectedRow {
  const facts = { externalId: row.record.externalId, through: { day: through } };
  return rejectedRow(row, rejection("closed_period", phrase("rejected.closed-record", facts)));
}

const memberOf = (row: RecordRow): string | null => (row.of === "touches" ? row.record.member : null);

/** Names remembered between batches; beyond that they are looked up again. */
const REMEMBERED = 200_000;

/** What stands behind names, known or not, each asked for once. */
function remembering<Value>(find: (names: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {
  const found = new Map<string, Value | undefined>();
  return {
    async learn(names: readonly string[]): Promise<void> {
      if (found.size > REMEMBERED) found.clear();
      const asked = [...new Set(names)].filter((name) => !found.has(name));
      if (asked.length === 0) return;
      const answers = await find(asked);
      for (const name of asked) found.set(name, answers.get(name));
    },
    get: (name: string | null): Value | undefined => (name === null ? undefined : found.get(name)),
  };
}

/** 48 bits and above 0, as `RepeatedLines` wants them. */
const fingerprintOf = (externalId: string) =>
  Number.parseInt(hash("sha1", externalId, "hex").slice(0, 12), 16) + 1;
