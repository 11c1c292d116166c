import type { Phrase } from "../phrase.ts";
import type { ImportReport, RejectedRow } from "./imports.ts";

/** As much as Slack takes by a form; larger files go in where the bot runs. */
export const MOST_UPLOAD_MEGABYTES = 10;
export const MOST_UPLOAD_BYTES = MOST_UPLOAD_MEGABYTES * 1024 * 1024;

/** What a file has to be called to be taken; what it holds is looked at besides. */
export const UPLOAD_TYPES: readonly string[] = ["csv", "tsv", "txt", "json"];

export const isUploadType = (name: string): boolean =>
  UPLOAD_TYPES.includes(name.split(".").at(-1)?.toLowerCase() ?? "");

/** A file that somebody handed over, and what they chose about it. */
export type UploadRequest = {
  /** Slack's own id of the file. */
  readonly fileId: string;
  /** The system the rows come from; null: the one that is recognised. */
  readonly source: string | null;
  /** ISO 4217, of amounts that name none; null: nobody said so far. */
  readonly currency: string | null;
  /** Of each column that can be read in more than one way, in their order; null: nobody said so far. */
  readonly formats: ReadonlyArray<string | null>;
};

/** A column that can be read in more than one way. */
export type OpenColumn = {
  readonly column: string;
  readonly example: string;
  readonly chosen: string | null;
  /** What the example says in each: an ISO day or moment, or a plain decimal. */
  readonly ways: ReadonlyArray<{
    readonly format: string;
    readonly kind: "day" | "number";
    readonly reads: string;
  }>;
};

/** The first rows of one kind, as they would arrive. */
export type KindPreview = {
  readonly called: string;
  readonly facts: readonly string[];
  readonly lines: ReadonlyArray<{
    readonly line: number;
    /** By fact. */
    readonly texts: readonly string[];
    /** Why it would be rejected; empty: it would not. */
    readonly problems: readonly Phrase[];
  }>;
};

/** How a file would be imported, for whoever handed it over. */
export type UploadPreview = {
  readonly fileName: string;
  /** Null: understood by the names of its columns. */
  readonly recognisedAs: string | null;
  readonly kinds: readonly KindPreview[];
  /** Columns that are not taken. */
  readonly unused: readonly string[];
  readonly open: readonly OpenColumn[];
  /** Null where the file says which currency its amounts are in, or has none. */
  readonly currency: {
    readonly chosen: string | null;
    /** What most customers have, taken where nobody chooses. */
    readonly assumed: string | null;
    /** Of customers on record, most of them first. */
    readonly inUse: readonly string[];
  } | null;
};

/** Whether somebody still has to say how the file is meant. */
export const isOpen = ({ open, currency }: Pick<UploadPreview, "open" | "currency">): boolean =>
  open.some(({ chosen }) => chosen === null) ||
  (currency !== null && (currency.chosen ?? currency.assumed) === null);

/** Lines rejected for the same reason. */
export type RejectedGroup = { readonly rows: number; readonly example: RejectedRow | null };

/** What became of one kind of rows. */
export type ImportedKind = Pick<
  ImportReport,
  "importId" | "read" | "accepted" | "updated" | "duplicates" | "warnings"
> & {
  readonly called: string;
  readonly rejected: number;
  /** The commonest reasons, most lines first. */
  readonly because: readonly RejectedGroup[];
};

/** More reasons than these nobody reads at once; the file of rejected lines has all of them. Chosen. */
const MOST_REASONS = 3;

/** The commonest reasons why lines were rejected, each with the first line of it among `rows`. */
export function commonestReasons(
  byReason: ImportReport["rejected"]["byReason"],
  rows: readonly RejectedRow[],
): RejectedGroup[] {
  return Object.entries(byReason)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_REASONS)
    .map(([reason, count]) => ({
      rows: count,
      example: rows.find((row) => row.reason === reason) ?? null,
    }));
}
