import type { Clock } from "../../domain/clock.ts";
import type { ExchangeRate } from "../../domain/exchange-rates.ts";
import type { ExchangeRateStore, StatedRate } from "../../store/costs/exchange-rates.ts";

export type StateRateDeps = {
  readonly exchangeRates: Pick<ExchangeRateStore, "state">;
  readonly clock: Clock;
};

export type StateRateRequest = {
  readonly rate: ExchangeRate;
  /** For the audit: a Slack user id, a job's name, `command line`. */
  readonly by: string;
};

/** States what one unit of a currency is in another, from a day on. */
export function stateRate(
  { exchangeRates, clock }: StateRateDeps,
  { rate, by }: StateRateRequest,
): Promise<StatedRate> {
  return exchangeRates.state(rate, { by, at: clock() });
}
