export type WhyNotPartitioned =
  | "embedded"
  | "in-use"
  | "unique"
  | "locked"
  | "differs"
  | "changed"
  | "no-old"
  | "no-way-back"
  | "needed-elsewhere";

/** Nothing was changed that the next call does not go on from. */
export class PartitionRefused extends Error {
  override readonly name = "PartitionRefused";
  readonly why: WhyNotPartitioned;
  /** What it is about: an index, customers. */
  readonly about: Readonly<Record<string, string | number>>;

  constructor(
    why: WhyNotPartitioned,
    about: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(`${why} ${JSON.stringify(about)}`, options);
    this.why = why;
    this.about = about;
  }
}
