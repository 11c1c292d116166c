import { behaviour } from "./behaviour.ts";
import { fileSegment } from "./file-segment.ts";
import { geography } from "./geography.ts";
import { rfm } from "./rfm.ts";
import type { SegmentRule } from "./segment-rule.ts";
import { spend } from "./spend.ts";
import { valueTier } from "./value-tier.ts";

/** Every way to divide customers, in the order they are offered; the first is the usual one. */
export const SEGMENT_RULES: readonly SegmentRule[] = [
  valueTier,
  rfm,
  spend,
  geography,
  behaviour,
  fileSegment,
];

export function segmentRule(key: string): SegmentRule | null {
  return SEGMENT_RULES.find((rule) => rule.key === key) ?? null;
}
