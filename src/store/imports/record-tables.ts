import type { FileRecord, FileRecords, RecordKind } from "../../domain/imports/imports.ts";
import {
  bool,
  date,
  float8,
  int4,
  int8,
  type Kind,
  nullable,
  text,
  timestamptz,
} from "../database/column-kinds.ts";

/** Any of the columns may be null in a list, as the rows have it. */
export const FIELD_KINDS = {
  text: nullable(text),
  bigint: nullable(int8),
  int: nullable(int4),
  float8: nullable(float8),
  bool: nullable(bool),
  date: nullable(date),
  timestamptz: nullable(timestamptz),
} satisfies Readonly<Record<string, Kind<unknown>>>;

/** Where a fact is kept. It changes where the file has a column for it, or for the fact it is part of. */
export type Field = readonly [column: string, kind: keyof typeof FIELD_KINDS, partOf?: string];

export type RecordTable<Of extends FileRecord = FileRecord> = {
  readonly name: string;
  readonly fields: Readonly<Record<Exclude<keyof Of, "source" | "externalId">, Field>>;
  /** Figures count these rows by day: by which column, and which facts change what they come to. */
  readonly counted?: { readonly by: "at" | "opened_at"; readonly facts: readonly (keyof Of & string)[] };
  /** The column that keeps when we were told. */
  readonly toldAt?: "logged_at" | "listed_at";
};

/** Where the records of a file are kept. */
export const RECORD_TABLES: { readonly [Of in RecordKind]: RecordTable<FileRecords[Of]> } = {
  contacts: {
    name: "contacts",
    fields: {
      name: ["name", "text"],
      role: ["role", "text"],
      email: ["email", "text"],
      phone: ["phone", "text"],
      preferredChannel: ["preferred_channel", "text"],
      language: ["language", "text"],
      birthday: ["birthday", "date"],
      leftOn: ["left_on", "date"],
    },
  },
  tickets: {
    name: "tickets",
    fields: {
      subject: ["subject", "text"],
      severity: ["severity", "text"],
      openedAt: ["opened_at", "timestamptz"],
      firstReplyAt: ["first_reply_at", "timestamptz"],
      solvedAt: ["solved_at", "timestamptz"],
    },
    // What closed days said of reply and solution is kept by a trigger, so these may change.
    counted: { by: "opened_at", facts: ["openedAt"] },
  },
  feedback: {
    name: "feedback",
    fields: {
      kind: ["kind", "text"],
      score: ["score", "float8"],
      scaleMax: ["scale_max", "float8", "score"],
      comment: ["comment", "text"],
      at: ["at", "timestamptz"],
    },
    counted: { by: "at", facts: ["kind", "score", "scaleMax", "at"] },
  },
  touches: {
    name: "touches",
    fields: {
      member: ["member_id", "text"],
      channel: ["channel", "text"],
      outcome: ["outcome", "text"],
      note: ["note", "text"],
      minutesSpent: ["minutes_spent", "int"],
      at: ["at", "timestamptz"],
    },
    counted: { by: "at", facts: ["at", "channel", "minutesSpent", "member"] },
    toldAt: "logged_at",
  },
  mentions: {
    name: "mentions",
    fields: {
      network: ["network", "text"],
      author: ["author", "text"],
      text: ["text", "text"],
      url: ["url", "text"],
      at: ["at", "timestamptz"],
      reach: ["reach", "int"],
      answeredAt: ["answered_at", "timestamptz"],
    },
  },
  products: {
    name: "products",
    fields: {
      name: ["name", "text"],
      category: ["category", "text"],
      priceMinor: ["price_minor", "bigint"],
      currency: ["currency", "text", "priceMinor"],
      active: ["active", "bool"],
    },
    toldAt: "listed_at",
  },
};

export const RECORD_KINDS = Object.keys(RECORD_TABLES) as readonly RecordKind[];
