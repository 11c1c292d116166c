/** Where to spend, where to save and what moving money would change. Written for a manager who decides about it. */
export const spending = {
  "spending.save":
    "They cost {cost} in 12 months, brought {revenue}, and are unlikely to leave (risk {risk, number} %). {cap}",
  "spending.cap": "Care for this tier should cost {cap} at most, {percent, number} % of their margin.",
  "spending.margin-unknown": "Their margin is not known.",
  "spending.spend": "Their risk rose by {points, number} points in a quarter, to {risk, number} %. {stake}",
  "spending.plan":
    "{tier, select, top {Top tier} middle {Middle tier} rest {Lowest tier} other {Not valued}}, risk {risk, number} %. {stake}",
  "spending.stake": "At stake: {amount} of a year's margin.",
  "spending.stake.none": "No margin is at stake.",
  "spending.stake.no-margin": "They brought {revenue} in 12 months; their margin is not known.",
  "spending.stake.no-revenue":
    "They brought {revenue} in 12 months; what they would bring next is not known.",

  "spending.where-to-spend": "Where to spend: high value, rising risk",
  "spending.where-to-spend.nobody": "No top customer's risk has risen by much in a quarter.",
  "spending.where-to-save": "Where to save: high cost, low value, low risk",
  "spending.where-to-save.nobody": "Nobody of low value and low risk costs much.",
  "spending.keep-first": "Whom to keep first: top value first",
  "spending.more": "and {customers, number} more",

  "spending.note.no-costs":
    "No costs fall on any customer, so there is nothing to save yet. Record them first with `/customer cost add`.",
  "spending.note.no-costs.cli":
    "No costs fall on any customer, so there is nothing to save yet. Record them first: npm run mainstay -- ledger add",
  "spending.note.no-earlier-score":
    "{customers, plural, one {# customer has} other {# customers have}} no score from a quarter ago: whether the risk rises is not known yet.",
  "spending.note.unscored":
    "{customers, plural, one {# customer has no score and is} other {# customers have no score and are}} on no list.",

  "spending.segment.since": "not there at the start",

  "what-if.return":
    "{segment}: {margin} margin kept ÷ {cost} cost = {perUnit, number, ::.00} for every 1 spent, {customers, plural, one {# customer} other {# customers}}",
  "what-if.return.interval":
    "{segment}: {margin} margin kept ÷ {cost} cost = {perUnit, number, ::.00} for every 1 spent ({low, number, ::.00} to {high, number, ::.00}), {customers, plural, one {# customer} other {# customers}}",
  "what-if.return.no-costs":
    "{segment}: {margin} margin kept, at no cost, {customers, plural, one {# customer} other {# customers}}",
  "what-if.moved":
    "Moving {amount}: × ({to, number, ::.00} − {from, number, ::.00}) = {change}, most likely between {low} and {high} (95 % interval, from how much customers differ)",
  "what-if.direction-unknown":
    "That may be a gain or a loss: the data does not even tell whether moving it helps.",
  "what-if.association":
    "This is what went together, not what caused what: these are averages of the period, more spending may bring less, and customers who got more care may be different ones.",
  "what-if.not-enough-data": "Not enough data yet: {because}.",
  "what-if.no-costs": "{segment} had no costs in the period",
  "what-if.too-few": "fewer than {least} customers of {segment} have costs and a known margin",
  "what-if.unknown-segment":
    "No customer was in a segment “{asked}” ({rule}) when the period began. There were: {known}.",

  "value.no-customers":
    "There are no customers on file for that time. Ask whoever runs the bot to import customers or activities first.",
  "value.no-customers.cli":
    "Nobody was a customer then. Import customers or activities first: npm run mainstay -- import FILE",
  "value.not-begun": "The period has not begun: it starts on {from}. Ask for days that have come.",
  "value.missing-rates": "{problem} Also missing: {others}.",
} as const;
