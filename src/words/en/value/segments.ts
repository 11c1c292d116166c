/** How customers are divided, what each part is called, and the care suggested for it. Written for a manager. */
export const segments = {
  "segment-rule.behaviour.name": "Behaviour",
  "segment-rule.behaviour.title": "Customers by behaviour",
  "segment-rule.behaviour.description":
    "How regularly they buy; for contracts, how use has changed over four weeks.",
  "segment-rule.geography.name": "Geography",
  "segment-rule.geography.title": "Customers by country",
  "segment-rule.geography.description": "The country in the customer file.",
  "segment-rule.rfm.name": "RFM",
  "segment-rule.rfm.title": "Customers by RFM: how recently, how often, how much",
  "segment-rule.rfm.description":
    "How recently, how often and for how much they bought in the last 12 months, each scored from 1 to 5. Contracts stand apart.",
  "segment-rule.segment.name": "Segment",
  "segment-rule.segment.title": "Customers by segment",
  "segment-rule.segment.description":
    "The segment in the customer file, the one that costs and budgets are for.",
  "segment-rule.spend.name": "Spend",
  "segment-rule.spend.title": "Customers by spend",
  "segment-rule.spend.description":
    "Their average order in the last 12 months, and how much of it they gave back.",
  "segment-rule.value-tier.name": "Value tier",
  "segment-rule.value-tier.title": "Customers by value tier",
  "segment-rule.value-tier.description":
    "The 20 % worth most, the next 30 % and the rest, by a year's margin if they stay, or by revenue where that is not known. Risk does not move anybody's tier.",

  "segment.behaviour.dormant.name": "Dormant buyers",
  "segment.behaviour.dormant.criterion":
    "no purchase for over {gaps, number} times as long as usual, and at least {days, number} days",
  "segment.behaviour.irregular.name": "Irregular buyers",
  "segment.behaviour.irregular.criterion": "bought on two days or more, without a rhythm",
  "segment.behaviour.one-time.name": "One-time buyers",
  "segment.behaviour.one-time.criterion": "bought on one day only",
  "segment.behaviour.regular.name": "Regular buyers",
  "segment.behaviour.regular.criterion":
    "the time between purchases strays from its mean by {stray, number} % at most",
  "segment.behaviour.unused.name": "Contract, not used",
  "segment.behaviour.unused.criterion": "no use in 28 days",
  "segment.behaviour.use-falling.name": "Contract, use falling",
  "segment.behaviour.use-falling.criterion": "use down by over {change, number} % on the 28 days before",
  "segment.behaviour.use-growing.name": "Contract, use growing",
  "segment.behaviour.use-growing.criterion": "use up by over {change, number} % on the 28 days before",
  "segment.behaviour.use-steady.name": "Contract, use steady",
  "segment.behaviour.use-steady.criterion": "use within {change, number} % of the 28 days before",
  "segment.behaviour.use-unknown.name": "Contract, use not measured",
  "segment.behaviour.use-unknown.criterion": "a contract, and neither use nor orders on file",

  "segment.country.named.criterion": "country {key}",
  "segment.country.none.criterion": "the file names no country",
  "segment.country.none.name": "no country",
  "segment.segment.named.criterion": "segment {key}",
  "segment.segment.none.criterion": "the file names no segment",
  "segment.segment.none.name": "no segment",
  "segment.nobody-any-more": "nobody any more",

  "segment.rfm.at-risk.name": "At risk",
  "segment.rfm.at-risk.criterion": "long ago (1–2), though often and for much before (3–5)",
  "segment.rfm.champions.name": "Champions",
  "segment.rfm.champions.criterion": "lately, often and for much (4–5)",
  "segment.rfm.contract.name": "Under contract",
  "segment.rfm.contract.criterion": "a running contract: what they pay is agreed, not bought at a time",
  "segment.rfm.hibernating.name": "Hibernating",
  "segment.rfm.hibernating.criterion": "long ago (1–2), seldom or for little",
  "segment.rfm.loyal.name": "Loyal",
  "segment.rfm.loyal.criterion": "not long ago, often and for much (3–5)",
  "segment.rfm.new.name": "New",
  "segment.rfm.new.criterion": "first purchase within {days, number} days",
  "segment.rfm.promising.name": "Promising",
  "segment.rfm.promising.criterion": "not long ago (3–5), but seldom or for little so far",

  "segment.spend.bargain-hunter.name": "Bargain hunters",
  "segment.spend.bargain-hunter.criterion":
    "the {small, number} % with the smaller average orders, who gave back {returns, number} % of their value or more",
  "segment.spend.big-spender.name": "Big spenders",
  "segment.spend.big-spender.criterion": "the {big, number} % with the largest average order",
  "segment.spend.everyday.name": "Everyday buyers",
  "segment.spend.everyday.criterion": "everybody else who ordered in the last 12 months",
  "segment.spend.no-orders.name": "No orders",
  "segment.spend.no-orders.criterion": "no order in the last 12 months",

  "segment.value-tier.middle.name": "Middle",
  "segment.value-tier.middle.criterion":
    "next {next, number} % by {basis, select, revenue {revenue of the last 12 months} other {a year's margin}}",
  "segment.value-tier.not-valued.name": "Not valued",
  "segment.value-tier.not-valued.criterion": "margin or revenue is not known",
  "segment.value-tier.rest.name": "Rest",
  "segment.value-tier.rest.criterion": "everybody else, and those who brought nothing",
  "segment.value-tier.top.name": "Top",
  "segment.value-tier.top.criterion":
    "best {top, number} % by {basis, select, revenue {revenue of the last 12 months} other {a year's margin}}",

  "segments.no-signal":
    "No signal found in this history: nothing in it tells who leaves. So risk and margin CLV are not known.",

  "segments.note.leaving":
    "{customers, plural, one {# customer has} other {# customers have}} a known last day: their margin CLV counts only what they bring until then.",
  "segments.note.no-discounts":
    "The customer file holds no discounts or list prices: bargain hunters are told by small orders and by what they give back.",
  "segments.note.no-trend.basis":
    "No trend: a quarter ago customers could only be ranked by {basis, select, revenue {revenue} other {margin}}.",
  "segments.note.no-trend.rates": "No trend: a quarter ago an exchange rate was missing that is there now.",
  "segments.note.no-trend.nobody": "No trend: nobody was a customer a quarter ago.",
  "segments.note.not-valued":
    "{customers, plural, one {# customer stands} other {# customers stand}} apart: their margin or their revenue is not known.",
  "segments.note.ranked-by-revenue":
    "Ranked by revenue of the last 12 months: the margin is known of {known, number} of {customers, number} customers, and it takes {needed, number} %. Ask whoever runs the bot to import margins.",
  "segments.note.ranked-by-revenue.cli":
    "Ranked by revenue of the last 12 months: the margin is known of {known, number} of {customers, number} customers, and it takes {needed, number} % (margin_percent in the file, or MARGIN_PERCENT for all).",

  "segments.unknown-rule":
    "I cannot divide customers by {typed}. Type `/customer segments` and one of {rules}.",

  care: "every {days, plural, one {day} other {# days}} by {channels}, {by}; at most {percent, number} % of their margin",
  "care.by.owner": "from the account owner",
  "care.by.owner-in-person": "from the account owner in person",
  "care.by.team": "from the team by newsletter, from a person when they ask",
  "care.channel.chat": "chat",
  "care.channel.email": "e-mail",
  "care.channel.meeting": "meeting",
  "care.channel.other": "any channel",
  "care.channel.phone": "phone",
  "care.channel.sms": "text message",
  "care.channel.social": "social media",
  "care.channel.visit": "visit",
} as const;
