import type { RiskOverTime } from "../risk/risk-over-time.ts";
import type { ValueBridge } from "../value/value-bridge.ts";

/** What a digest draws. */
export type DigestCharts = {
  readonly riskOverTime: RiskOverTime;
  /** Null: the risks of now or of a week before are not known, or nobody's value is. */
  readonly valueBridge: ValueBridge | null;
};
