import {
  CUSTOMER_OF,
  type FileRecord,
  type RecordColumns,
  type RecordKind,
  type RejectedRow,
} from "../../domain/imports/imports.ts";
import { keepLedgerOpen } from "../costs/ledger-lock.ts";
import { arrayOf, text } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";
import { type ImportedBatch, settleValues } from "./imports.ts";
import { changingColumns, fieldsOf, RECORD_STATEMENTS } from "./record-sql.ts";

export type RecordRowsStore = ReturnType<typeof recordRowsStore>;

/** A record with the customer's id in the store; of a touch `member` is the Slack user id by now. */
export type OwnedRecord = { readonly customerId: number | null; readonly record: FileRecord };

/** Why a record that is there keeps what it says. */
export type RecordRefusal = {
  readonly externalId: string;
  /** To whom it belongs, by the id in its source. */
  readonly customer: string | null;
  readonly otherCustomer: boolean;
  /** The last closed day, where the row would change figures of closed days. */
  readonly closedThrough: string | null;
};

export type SavedRecords = {
  readonly accepted: number;
  readonly updated: number;
  readonly refused: readonly RejectedRow[];
};

/** Bulk writing of contacts, tickets, feedback, touches, mentions and products. */
export function recordRowsStore(database: Database) {
  return {
    /** Slack user ids of those who are known, by what a file calls them: the same id, or an e-mail in any case. */
    async membersNamed(names: readonly string[]): Promise<Map<string, string>> {
      const rows = await MEMBERS.all(database.pool, { names });
      return new Map(rows.map(({ name, slackUserId }) => [name, slackUserId]));
    },

    /**
     * Writes one batch of an import, all or nothing: adds new records, corrects changed ones. A fact that the file has no
     * column for keeps its stored value.
     * @param records each id once, all of one source and kind
     * @param explain the rows of the file behind a record that has to stay as it is, with why
     */
    async saveBatch(
      batch: ImportedBatch & RecordFile,
      records: readonly OwnedRecord[],
      explain: (refusal: RecordRefusal) => readonly RejectedRow[],
    ): Promise<SavedRecords> {
      const { of, columns, now } = batch;
      const changing = changingColumns(of, (fact) => columns.has(fact));
      const { refused: refusedOf, save } = RECORD_STATEMENTS[of];
      return inTransaction(database, async (client) => {
        await keepLedgerOpen(client);
        const refusals = await refusedOf(changing).all(client, valuesOf(batch, records));
        const stays = new Set(refusals.map(({ externalId }) => externalId));
        const good = records.filter(({ record }) => !stays.has(record.externalId));
        const refused = refusals.flatMap(explain);
        const settled = settleValues({ ...batch, rejected: [...batch.rejected, ...refused] });
        const counts = await save(changing).one(client, { ...settled, ...valuesOf(batch, good), now });
        return { ...counts, refused };
      });
    },

    /** Fresh statistics after many rows. */
    async tidy(of: RecordKind): Promise<void> {
      await RECORD_STATEMENTS[of].tidy.run(database.pool);
    },
  };
}

export type RecordFile = {
  readonly of: RecordKind;
  readonly source: string;
  readonly columns: RecordColumns;
  readonly now: Date;
};

function valuesOf({ of, source }: RecordFile, records: readonly OwnedRecord[]) {
  const fields = fieldsOf(of).map(([fact, [column]]) => [
    column,
    records.map(({ record }) => (record as Readonly<Record<string, unknown>>)[fact]),
  ]);
  return {
    source,
    externalIds: records.map(({ record }) => record.externalId),
    ...(CUSTOMER_OF[of] === "none" ? {} : { customerIds: records.map(({ customerId }) => customerId) }),
    ...Object.fromEntries(fields),
  };
}

const MEMBERS = statement({
  name: "imports/record-rows: members named",
  sql: `
  SELECT called AS name, slack_user_id AS "slackUserId"
  FROM unnest(:names::text[]) AS given (called) JOIN members ON slack_user_id = called
  UNION
  SELECT called, slack_user_id
  FROM unnest(:names::text[]) AS given (called) JOIN members ON lower(email) = lower(called)`,
  parameters: { names: arrayOf(text) },
  row: { name: text, slackUserId: text },
});
