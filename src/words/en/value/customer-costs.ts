/** What one customer costs and brings. Written for the account owner. */
export const customerCosts = {
  "customer-costs.title": "Cost of {name}",
  "customer-costs.summary": "Cost of {name}: {total} in 12 months",
  "customer-costs.not-yours":
    "Only the account owner, managers and operations see what a customer costs and is worth.",

  "customer-costs.cost": "Cost, 12 months",
  "customer-costs.cost.figure": "{total} = {direct} direct + {indirect} indirect",
  "customer-costs.revenue": "Revenue, 12 months",
  "customer-costs.revenue.figure": "{revenue}",
  "customer-costs.profit": "Profitability",
  "customer-costs.profit.none": "n/a: an exchange rate is missing",
  "customer-costs.profit.figure": "{profit} = {revenue} revenue − {acquisition} acquisition − {total} cost",
  "customer-costs.clv": "Margin CLV",
  "customer-costs.clv.figure":
    "{amount} ({low}–{high}) over {years, plural, one {# year} other {# years}}: {margin, number} % margin{assumed, select, yes { (assumed)} other {}}, weighed by the risk of leaving, discounted by {discount, number} % a year",
  "customer-costs.clv.no-customer": "n/a: not a customer at present",
  "customer-costs.clv.no-margin": "n/a: the margin is not known",
  "customer-costs.clv.no-revenue": "n/a: no revenue yet",
  "customer-costs.clv.no-score": "n/a: the risk of leaving is not known",
  "customer-costs.lifetime": "Lifetime revenue",
  "customer-costs.lifetime.figure": "{amount}: revenue, not profit",
  "customer-costs.lifetime.figure.years":
    "{amount} over {years, plural, one {# year} other {# years}}: revenue, not profit",
  "customer-costs.lifetime.none": "n/a: nothing bought in 12 months",

  "customer-costs.by-category": "By category",
  "customer-costs.by-category.one": "{category}: {amount} ({percent, number} %)",
  "customer-costs.by-category.contact":
    "{category}: {amount} ({percent, number} %), {contact} of it logged contact time",
  "customer-costs.by-category.none":
    "No cost falls on this customer in these months. Record one with `/customer cost add`.",
  "customer-costs.by-category.unpriced":
    "{minutes, plural, one {# minute} other {# minutes}} of contact have no price, as no hourly cost is set for whoever made it",

  "customer-costs.months": "Last three months",
  "customer-costs.month": "{month}: {cost} cost, {revenue} revenue",
  "customer-costs.chart": "Cost and revenue by month",
  "customer-costs.chart.month": "{month}",
  "customer-costs.chart.cost": "Cost",
  "customer-costs.chart.revenue": "Revenue",

  "customer-costs.divisions": "How shared costs were divided",
  "customer-costs.divisions.button": "Show how costs were divided",
  "customer-costs.divisions.more": "and {costs, number} smaller ones",
  "customer-costs.divisions.none": "Nothing is shared: all of it is this customer's own.",
  "customer-costs.division.whole":
    "{amount} {kind, select, direct {direct} other {indirect}}, {category}, for {whom}, {from} to {to}",
  "customer-costs.division": "{whole}: {share} = {amount}",

  "customer-costs.category.activities": "Activities",
  "customer-costs.category.goods": "Goods",
  "customer-costs.category.labour": "Labour",
  "customer-costs.category.marketing": "Marketing",
  "customer-costs.category.tools": "Tools",

  "customer-costs.footnote":
    "{from} to {to}. Shared costs are divided over the days somebody was a customer, by what each cost is shared by; acquisition counts if it falls into these months.",
  "customer-costs.no-data": "No activity is on file yet.",
  "customer-costs.data-up-to": "Data up to {day}.",
} as const;
