import type { Member } from "../customer.ts";

/** What the comparison found of a playbook among the customers of a segment; shares of one. */
export type HarmEvidence = {
  /** How much fewer of those nudged stayed: below 0. */
  readonly effect: number;
  /** 95 %, valid at every look. */
  readonly low: number;
  readonly high: number;
  readonly nudged: number;
  readonly heldOut: number;
};

/** Whom contact does no good, and why. */
export type QuietEntry = {
  readonly id: number;
  readonly whom:
    | { readonly kind: "customer"; readonly customerId: number; readonly name: string }
    /** What a playbook says to customers of a segment; `quarter` as 2026-Q4. */
    | {
        readonly kind: "segment";
        readonly segment: string;
        readonly playbook: string;
        readonly quarter: string;
        readonly evidence: HarmEvidence;
      };
  /** `suggested`: the bot found it, and nothing keeps quiet until somebody says so. */
  readonly status: "suggested" | "quiet";
  /** In the words of whoever set it; null: the bot suggested it. */
  readonly because: string | null;
  /** Slack user id of whoever set it, or decided that a suggestion holds; null: nobody yet. */
  readonly by: string | null;
  readonly byName: string | null;
  readonly since: Date;
};

/** Long enough for two sentences. Chosen by the product. */
export const LONGEST_QUIET_BECAUSE = 500;

/** Rows on a page, two blocks each: what is read without scrolling far. Chosen by the product. */
export const QUIET_PER_PAGE = 10;

/** Who may let a customer be contacted again: whoever steers, and whoever asked for quiet themselves. */
export const mayAllowAgain = (
  member: Pick<Member, "role" | "slackUserId">,
  { by, whom }: Pick<QuietEntry, "by" | "whom">,
): boolean => member.role !== "rep" || (whom.kind === "customer" && by === member.slackUserId);
