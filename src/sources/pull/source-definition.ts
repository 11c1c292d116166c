import type { z } from "zod";
import type { KindMapping } from "../mapping/mapping.ts";
import type { SourceHook } from "./source-hook.ts";

/** One page of what a system has: records as it sends them, and where to go on. */
export type SourcePage = {
  readonly records: readonly unknown[];
  /** Ids of records that were deleted there, as `external_id` of the mapping has them. */
  readonly deleted: readonly string[];
  /** Kept once the page is written; the next pull begins here. Means something to its own stream alone. */
  readonly cursor: string;
  /** Whether more is there now. */
  readonly more: boolean;
};

/** One list of a system, pulled in its own order. */
export type SourceStream = {
  /** Of the definition, unique: "tickets". */
  readonly name: string;
  /**
   * What the records become, as a file of them would: flattened to dotted names ("via.channel"), with lists of plain values
   * joined by ", ".
   */
  readonly kinds: readonly KindMapping[];
  /** @param cursor null: from the beginning. @throws SourceError for what only the system's owner can mend */
  page(from: SourceConnection, cursor: string | null): Promise<SourcePage>;
};

/** What a stream asks a system through: requests wait for its rate limits, and are repeated where that helps. */
export type SourceConnection = {
  readonly settings: Readonly<Record<string, string>>;
  /** By the names that the definition states; never logged. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly fetch: SourceFetch;
  /** Now, for windows of time that a request names. */
  readonly now: Date;
};

/**
 * A request that obeys Retry-After, waits out 429 and 5xx, gives up after some attempts, and parses JSON.
 * @throws SourceError
 */
export type SourceFetch = (
  url: URL,
  request: {
    readonly headers: Readonly<Record<string, string>>;
    readonly method?: "GET" | "POST" | "PUT";
    readonly body?: string;
  },
) => Promise<unknown>;

/** Why a system gives nothing; `reason` is a code of src/words/en/sources.ts. */
export class SourceError extends Error {
  override readonly name = "SourceError";
  readonly reason: "unauthorised" | "forbidden" | "not-found" | "unreachable" | "limited" | "changed-shape";

  constructor(reason: SourceError["reason"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** The risk of one customer as it is written into a system. */
export type WrittenBack = {
  readonly externalId: string;
  /** By the field of the system; a text that is empty clears it. */
  readonly values: Readonly<Record<string, string | number>>;
};

/** How fields of a system's customers are written. Writing the same twice changes nothing. */
export type SourceWriteBack = {
  /** As the system calls what has the fields: "company properties". */
  readonly into: string;
  /** Permissions besides those for reading. */
  readonly scopes: readonly string[];
  /** Customers in one go. */
  readonly atOnce: number;
  /** Kinds of fields, by the system's own names, that can hold each of these. */
  readonly kinds: { readonly number: readonly string[]; readonly text: readonly string[] };
  /** The fields that are there, with the kind of each. @throws SourceError */
  fields(to: SourceConnection): Promise<ReadonlyMap<string, string>>;
  /** @returns ids of those that are there; the others are not. @throws SourceError */
  write(to: SourceConnection, customers: readonly WrittenBack[]): Promise<ReadonlySet<string>>;
};

/** A system that Mainstay can pull from: a folder of `src/sources`, and a line of the registry. */
export type SourceDefinition = {
  /** Also the `source` of its rows: "zendesk". */
  readonly name: string;
  /** As people know it: "Zendesk". */
  readonly title: string;
  /** What somebody has to state, e.g. the subdomain; every value a text. */
  readonly settings: z.ZodType<Readonly<Record<string, string>>>;
  /** Environment variables that hold what nobody may read, e.g. ZENDESK_TOKEN. */
  readonly secrets: readonly string[];
  /** Permissions that the token needs there, for documents and `source test`. */
  readonly scopes: readonly string[];
  /** In the order in which they are pulled: customers before what they did. */
  readonly streams: readonly SourceStream[];
  /** Left out: it says nothing by itself. */
  readonly hook?: SourceHook;
  /** Left out: nothing is written into it. */
  readonly writeBack?: SourceWriteBack;
};
