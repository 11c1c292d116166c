import type { Activity } from "../activity.ts";
import type { CostEntry } from "../costs/cost-entry.ts";
import type { CustomerProfile } from "../customer.ts";
import type {
  ContactRecord,
  FeedbackRecord,
  MentionRecord,
  ProductRecord,
  TicketRecord,
  TouchRecord,
} from "../customer-records.ts";
import type { Phrase } from "../phrase.ts";
import type { Rejection, RejectReason } from "../rejection.ts";
import type { ContractLine } from "./contract-lines.ts";

/** Where in the file something stood: its first physical line (the header is 1) and its text. */
export type FilePlace = { readonly line: number; readonly raw: string };

/** A rejected line of an earlier import, which a file of corrected lines tells anew. */
export type CorrectedLine = { readonly importId: number; readonly line: number };

export type RejectedRow = FilePlace & Rejection & { readonly kind: "rejected" };

/**
 * One activity of a file. `newCustomer` is what the file itself tells about the customer, where its rows are the only
 * source of customers; null where the customer has to be known already.
 */
export type ActivityRow = FilePlace & {
  readonly kind: "activity";
  readonly customer: string;
  readonly newCustomer: CustomerProfile | null;
  readonly activity: Activity;
  /** The line equals an earlier one of the same file and counts as a second occurrence. */
  readonly repeated: boolean;
};

export type CustomerRow = FilePlace & { readonly kind: "customer"; readonly profile: CustomerProfile };

export type CostRow = FilePlace & { readonly kind: "cost"; readonly entry: CostEntry };

/** What else a file can hold, a record a row. */
export type FileRecords = {
  readonly contacts: ContactRecord;
  readonly tickets: TicketRecord;
  readonly feedback: FeedbackRecord;
  /** The member as the file names them: Slack user id or e-mail. */
  readonly touches: Omit<TouchRecord, "memberId"> & { readonly member: string | null };
  readonly mentions: MentionRecord;
  readonly products: ProductRecord;
};
export type RecordKind = keyof FileRecords;
export type FileRecord = FileRecords[RecordKind];

/** Whether a record needs a customer who is known; `optional`: it stays without one. */
export const CUSTOMER_OF: Readonly<Record<RecordKind, "needed" | "optional" | "none">> = {
  contacts: "needed",
  tickets: "optional",
  feedback: "needed",
  touches: "needed",
  mentions: "optional",
  products: "none",
};

export type RecordRowOf<Kind extends RecordKind> = FilePlace & {
  readonly kind: "record";
  readonly of: Kind;
  /** By its id in the same source; null: the row names none. */
  readonly customer: string | null;
  readonly record: FileRecords[Kind];
};
export type RecordRow = { readonly [Kind in RecordKind]: RecordRowOf<Kind> }[RecordKind];

export type ImportedRow = ActivityRow | CustomerRow | ContractRow | CostRow | RecordRow | RejectedRow;

/** By the fact that it fills, the name of each column that a file of records has; other facts keep their stored value. */
export type RecordColumns = ReadonlyMap<string, string>;

export type ContractRow = FilePlace & { readonly kind: "contract"; readonly told: ContractLine };

/** What stands in a file among its rows and is none: the header once more, units or a translation below it, totals. */
export type SkippedAs = "header" | "second_header" | "totals";

export type SkippedLine = FilePlace & { readonly as: SkippedAs };

/** How a file was read, for whoever has to see whether that was right. */
export type FileReading = {
  /** Its name in the Encoding Standard: "utf-8", "gb18030". */
  readonly encoding: string;
  readonly encodingKnownBy: "stated" | "mark" | "content";
  /** Null for JSON, whose records name their columns themselves. */
  readonly delimiter: string | null;
  readonly skipped: { readonly total: number; readonly first: readonly SkippedLine[] };
};

/** The optional facts of a profile that a file has columns for; a fact without a column keeps its stored value. */
export type ProfileColumns = {
  readonly facts: ReadonlySet<keyof CustomerProfile>;
  readonly attributes: readonly string[];
};

/** Why a file was not read at all; nothing was written. */
export type ImportRefusal = {
  readonly kind: "refused";
  readonly because:
    | "not_a_file"
    | "not_csv"
    | "empty"
    | "unknown_encoding"
    | "bad_json"
    | "missing_columns"
    | "repeated_columns";
  /** What is wrong and what to do next. */
  readonly problem: Phrase;
  /** Needed columns that the header lacks, and the header as found. */
  readonly missing: readonly string[];
  readonly found: readonly string[];
};

/** `read` = accepted + duplicates + updated + rejected.total; blank lines and `file.skipped` are not read. */
/** A file that was imported, with all its runs together. */
export type KeptImport = {
  readonly id: number;
  readonly preset: string;
  readonly source: string;
  readonly fileName: string;
  readonly startedAt: Date;
  readonly status: ImportStatus;
  /** Of all runs together: rows that were new, and known ones that took other facts. */
  readonly accepted: number;
  readonly updated: number;
  /** Of the last run. */
  readonly read: number;
  readonly duplicates: number;
  /** Lines that are rejected still. */
  readonly rejected: number;
};

/** `running` is also one that was killed; the same file again takes it up. */
export type ImportStatus = "running" | "done" | "undone";

/** Lines that are rejected for the same reason, and the first of them. */
export type RejectedReason = {
  readonly reason: RejectReason;
  readonly rows: number;
  readonly example: RejectedRow;
};

export type ImportReport = {
  readonly kind: "imported";
  readonly importId: number;
  readonly preset: string;
  readonly source: string;
  readonly file: FileReading;
  readonly read: number;
  readonly accepted: number;
  /** Rows that were there already, from this file or another. */
  readonly duplicates: number;
  /** Customers, activities, lines of contracts or records that were there already with other facts. */
  readonly updated: number;
  /**
   * Lines equal to an earlier line of the file, or with the id of an earlier one, which they replace; counted among the
   * above.
   */
  readonly repeated: number;
  /** Lines that are about something else than these rows; not among those read. */
  readonly aboutElse: number;
  readonly rejected: {
    readonly total: number;
    readonly byReason: Readonly<Partial<Record<RejectReason, number>>>;
    /** The first rejected rows of the file, with what to correct. */
    readonly first: readonly RejectedRow[];
    /** Where nothing was taken over: the commonest reasons, most lines first. */
    readonly commonest: readonly RejectedReason[];
  };
  /** What was taken over, but does not count as whoever wrote the file may think. */
  readonly warnings: readonly Phrase[];
  readonly seconds: number;
};
