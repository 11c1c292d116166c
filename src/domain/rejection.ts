import type { Phrase } from "./phrase.ts";

/** Why a line of a file was not taken over. Kept with the line, so never rename one. */
export type RejectReason =
  | "already_recorded"
  | "bad_amount"
  | "bad_date"
  | "bad_domain"
  | "bad_email"
  | "bad_encoding"
  | "bad_json"
  | "bad_period"
  | "bad_target"
  | "bad_url"
  | "closed_period"
  | "contradicting_lines"
  | "control_character"
  | "erased"
  | "invalid_utf8"
  | "missing_currency"
  | "missing_customer"
  | "missing_id"
  | "missing_name"
  | "missing_network"
  | "missing_score"
  | "missing_target"
  | "missing_text"
  | "negative_amount"
  | "no_first_price"
  | "not_a_number"
  | "not_above_zero"
  | "other_customer"
  | "out_of_range"
  | "other_customer"
  | "stray_quote"
  | "too_long"
  | "unknown_category"
  | "unknown_channel"
  | "unknown_currency"
  | "unknown_customer"
  | "unknown_driver"
  | "unknown_kind"
  | "unknown_outcome"
  | "unknown_playbook"
  | "unknown_segment"
  | "unknown_severity"
  | "unknown_state"
  | "unknown_ticket"
  | "unknown_touch"
  | "wrong_column_count";

/** Why a line was not taken over, by its first fault; and every fault with what to correct. */
export type Rejection = { readonly reason: RejectReason; readonly problems: readonly [Phrase, ...Phrase[]] };

/** A rejection with one fault. */
export const rejection = (reason: RejectReason, problem: Phrase): Rejection => ({
  reason,
  problems: [problem],
});
