/** The commands about metrics, segments and where to spend. */
export const cliValue = {
  "cli.metrics.title": "Metrics from {from} to {to}, amounts in {currency}",
  "cli.metrics.foot":
    "Data up to {dataUpTo}; a buyer without a contract counts for {window, plural, one {# day} other {# days}} after a purchase.",
  "cli.metrics.explain": "With --explain: the formula of each figure, its numbers, and what else to know.",
  "cli.metrics.over": "over",
  "cli.trace.one-row": "Ask about one of them: --customer, --segment, --owner, --channel or --unallocated.",
  "cli.trace.more": "{rows, plural, one {# more row} other {# more rows}}: --csv FILE",
  "cli.metrics.because": "n/a: {because}",
  "cli.metrics.percent": "{value, number, ::.0} %",
  "cli.metrics.hours": "{value, number, ::.0} h",
  "cli.metrics.days": "{value, number, ::.0} days",
  "cli.metrics.years": "{value, number, ::.0} years",
  "cli.metrics.data-up-to": "data up to {day}",

  "cli.segments.title": "{rule}: {customers, plural, one {# customer} other {# customers}} as of {day}",
  "cli.segments.period": "Revenue and cost from {from} to {to}, in {currency}.",
  "cli.segments.smaller":
    "… and {segments, plural, one {# smaller one} other {# smaller ones}} (--json has all).",
  "cli.segments.foot": "“a quarter ago” compares with {day}. Data up to {dataUpTo}.",
  "cli.segments.column.customers": "customers",
  "cli.segments.column.percent": "%",
  "cli.segments.column.revenue": "revenue 12 m",
  "cli.segments.column.clv": "margin CLV",
  "cli.segments.column.cost": "cost 12 m",
  "cli.segments.column.risk": "risk",
  "cli.segments.column.high": "high",
  "cli.segments.column.at-risk": "at risk",
  "cli.segments.column.before": "a quarter ago",
  "cli.segments.trend.customers": "{customers, number, ::sign-except-zero} customers",
  "cli.segments.trend.revenue": ", revenue {percent, number, ::sign-except-zero} %",
  "cli.segments.trend.revenue.none": ", revenue n/a",
  "cli.segments.trend.risk": ", risk {points, number, ::sign-except-zero} pp",
  "cli.segments.care": "Suggested care, top value first:",
  "cli.segments.care.level": "{segment}: {care} ({cap})",
  "cli.segments.care.no-margin": "margin not known",
  "cli.segments.care.cap": "{amount} a customer and year",

  "cli.spending.title": "Cost to serve from {from} to {to}, by {rule}",
  "cli.spending.list": "{list}, as of {day}",
  "cli.spending.nobody": "nobody",
  "cli.spending.column.customers": "customers",
  "cli.spending.column.cost": "cost",
  "cli.spending.column.budget": "budget",
  "cli.spending.column.used": "used",
  "cli.spending.column.margin": "margin retained",
  "cli.spending.column.return": "return",
  "cli.spending.no-budget": "none set",
  "cli.spending.return":
    "Return: (margin retained − cost) ÷ cost, both of customers who were kept and whose margin is known. Some would have stayed anyway.",
  "cli.spending.so-far": "Figures to {day}: {until} has not come yet.",
  "cli.spending.outside.not-kept":
    "Outside the return: {cost} on {customers, plural, one {# customer who joined, left or was none} other {# customers who joined, left or were none}}.",
  "cli.spending.outside.without-margin":
    "Outside the return: {cost} on {customers, plural, one {# customer who was kept, but whose} other {# customers who were kept, but whose}} margin is not known.",
  "cli.spending.unallocated": "Besides, {cost} was spent on nobody known.",
  "cli.spending.budgets-overlap":
    "Budgets overlap and do not add up: on each day the one for the fewest days counts, others where it does not reach.",
  "cli.spending.budget-part": "{segment}, {from} to {to}: {amount}, from the budget for {first} to {last}",

  "cli.what-if.title": "From {from} to {to}, by what was observed from {fromDay} to {toDay}",
} as const;
