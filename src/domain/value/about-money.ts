import { estimate, type Money } from "../money.ts";
import { type Phrase, phrase } from "../phrase.ts";

/** "about €270" or "under €1": an amount whose digits come from a forecast. */
export function aboutAmount(money: Money): Phrase {
  const { is, money: whole } = estimate(money);
  return phrase(`money.${is}`, { amount: { ...whole, digits: "whole" } });
}
