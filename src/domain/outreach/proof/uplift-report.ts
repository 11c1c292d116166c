import type { Day } from "../../calendar.ts";
import type { Phrase } from "../../phrase.ts";
import type { ArmsCheck } from "./arms-as-drawn.ts";
import type { ForeseenQuarter } from "./foreseen-quarter.ts";
import type { NudgeCost } from "./nudge-costs.ts";
import type { Precision, PrecisionAdvice } from "./precision.ts";
import type { Gain, ReturnOnNudges } from "./return-on-nudges.ts";
import type { UpliftSoFar } from "./uplift.ts";

/** What comparing those nudged with those held out says of who stayed. */
export type StayingUplift = {
  readonly nudged: number;
  readonly heldOut: number;
  /** Of them, those of whom it is known. */
  readonly known: number;
  readonly arms: ArmsCheck;
  /** Null before there are enough in both arms, and where the arms are not as they were drawn. */
  readonly soFar: UpliftSoFar | null;
  /** What so many would show four times in five, in the share that stays; null where nobody is held out. */
  readonly smallest: number | null;
};

/** What comparing them says of the margin they brought; minor units of the report's currency. */
export type MarginUplift = {
  /** Of whom it is known what margin they brought. */
  readonly known: number;
  /** Of whom it would be, if their file or the settings named a margin: in neither arm, and not zero. */
  readonly withoutMargin: number;
  /** Per customer; null before there are enough in both arms, and where they are not as drawn. */
  readonly soFar: UpliftSoFar | null;
  /** Of all who were to be nudged and are known together: per customer × customers. */
  readonly gain: Gain | null;
};

/** What the nudges of one playbook brought and cost, or those of all together. */
export type PlaybookUplift = StayingUplift & {
  /** `all playbooks` for all together: whoever got none, of everybody. */
  readonly playbook: string;
  /** Of the nudges that arrived, also of customers who were nudged before. */
  readonly sent: number;
  /** Somebody reached out or logged a touch. */
  readonly reachedOut: number;
  readonly notUseful: number;
  readonly margin: MarginUplift;
  /** Up to now, also of what it is not known yet what came of. */
  readonly cost: NudgeCost;
  readonly returned: ReturnOnNudges;
  readonly precision: Precision;
  readonly advice: PrecisionAdvice;
};

export type UpliftReport = {
  readonly quarter: string;
  /** The first day of the quarter before. */
  readonly quarterBefore: Day;
  /** Stayed: bought again, or still under contract, so many days later. Margins are of as many days. */
  readonly withinDays: number;
  /** Of all amounts. */
  readonly currency: string;
  /** Why there are no margins: a rate that nobody stated. */
  readonly missingRate: Phrase | null;
  /** From which risk on customers are nudged about, 0–1. */
  readonly threshold: number;
  /** What the quarter was foreseen to be able to show; null where nobody is held out. */
  readonly foreseen: ForeseenQuarter | null;
  /** Most nudges first; all together last. Empty where there were none. */
  readonly playbooks: readonly PlaybookUplift[];
};

/** Nudges as they were sent, and as they would have been. */
export type ThresholdChange = { readonly was: Precision; readonly would: Precision };

/** What another threshold would have made of the nudges of a quarter. */
export type ThresholdPreview =
  | {
      readonly kind: "preview";
      readonly quarter: string;
      readonly withinDays: number;
      /** 0–1. */
      readonly threshold: number;
      readonly together: ThresholdChange;
      /** Most nudges first. */
      readonly playbooks: ReadonlyArray<ThresholdChange & { readonly playbook: string }>;
    }
  /** Nobody was nudged below the threshold of now, so nothing is known of them. */
  | { readonly kind: "below-now"; readonly threshold: number; readonly now: number }
  | { readonly kind: "no-nudges"; readonly quarters: readonly string[] };
