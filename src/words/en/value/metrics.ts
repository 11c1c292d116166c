/**
 * The figures of a period: what each is called and counted from, what it is divided by (`of`) and why there is none
 * (`none`). Names, divisors and reasons stand in tables and are no sentences; notes are.
 */
export const metrics = {
  "metric.retention-rate.name": "Retention rate",
  "metric.retention-rate.formula": "customers at the start who stayed to the end ÷ customers at the start",
  "metric.retention-rate.note": "The usual (E − N) ÷ S gives the same: {formula}.",
  "metric.churn-rate.name": "Churn rate",
  "metric.churn-rate.formula": "customers lost ÷ customers at the start = 100 − retention rate",

  "metric.gross-revenue-retention-contracts.name": "Gross revenue retention, contracts",
  "metric.gross-revenue-retention-contracts.formula":
    "(monthly revenue at the start − what shrank − what was lost) ÷ monthly revenue at the start",
  "metric.net-revenue-retention-contracts.name": "Net revenue retention, contracts",
  "metric.net-revenue-retention-contracts.formula":
    "(monthly revenue at the start + what grew − what shrank − what was lost) ÷ monthly revenue at the start",
  "metric.gross-revenue-retention-buyers.name": "Gross revenue retention, buyers without a contract",
  "metric.gross-revenue-retention-buyers.formula":
    "each buyer's revenue now, at most what it was in the equally long period before ÷ revenue before",
  "metric.net-revenue-retention-buyers.name": "Net revenue retention, buyers without a contract",
  "metric.net-revenue-retention-buyers.formula":
    "revenue now of those who bought in the equally long period before ÷ their revenue before",
  "metric.note.contracts-left-out":
    "{contracts, plural, one {# customer with a contract is} other {# customers with a contract are}} left out, as the monthly revenue is not known.",

  "metric.average-order-value.name": "Average order value",
  "metric.average-order-value.formula":
    "value of all orders, before refunds ÷ orders (a customer's orders of one day are one)",
  "metric.repeat-rate.name": "Repeat rate",
  "metric.repeat-rate.formula":
    "customers with two or more orders in the period ÷ customers with one or more",
  "metric.purchase-frequency.name": "Purchase frequency",
  "metric.purchase-frequency.formula": "orders in the period ÷ customers who ordered",
  "metric.purchase-frequency.note": "At this pace, {perYear, number, ::.0} orders a year.",

  "metric.customer-lifetime.name": "Customer lifetime",
  "metric.customer-lifetime.formula":
    "1 ÷ churn rate of the {days, plural, one {# day} other {# days}}, in years",
  "metric.customer-lifetime.note": "It assumes that customers keep leaving as fast as in this period.",
  "metric.customer-lifetime.note.capped":
    "It would be {years, number, ::.0} years; no plan should look further than {most, number}, so that is where it is cut.",
  "metric.lifetime-revenue.name": "Lifetime revenue",
  "metric.lifetime-revenue.formula":
    "average order value × orders per buyer and year × customer lifetime in years; revenue, not profit",

  "metric.margin-clv.name": "Margin CLV, mean",
  "metric.margin-clv.formula":
    "margin expected over {years, plural, one {# year} other {# years}}, each year weighed by the chance that the customer is still there and discounted by {discount, number} % a year",
  "metric.margin-clv.note.range":
    "Between {low} and {high}, as the risk of leaving is only known within a range.",
  "metric.margin-clv.note.left-out": "Left out: {missing}.",
  "metric.margin-clv.note.repeated":
    "For {customers, plural, one {# customer} other {# customers}} no model says what to expect: the revenue of the last 12 months is taken again.",
  "metric.margin-clv.note.assumed":
    "For {customers, plural, one {# customer} other {# customers}} the margin is assumed.",
  "metric.margin-clv.no-score": "{customers, number} without a score",
  "metric.margin-clv.no-margin": "{customers, number} without a known margin",
  "metric.margin-clv.no-revenue": "{customers, number} without expected revenue",

  "metric.retention-cost-per-retained-customer.name": "Retention cost per retained customer",
  "metric.retention-cost-per-retained-customer.formula": "cost to serve ÷ customers who stayed",
  "metric.retention-cost-per-customer.name": "Retention cost per customer",
  "metric.retention-cost-per-customer.formula": "cost to serve ÷ all customers of the period",
  "metric.cac.name": "Customer acquisition cost",
  "metric.cac.formula":
    "acquisition cost of customers who joined in the period ÷ those whose cost is on file",
  "metric.cac.note":
    "{customers, plural, one {# more customer} other {# more customers}} joined without an acquisition cost on file.",
  "metric.profitability.name": "Customer profitability",
  "metric.profitability.formula":
    "revenue − acquisition cost − cost to serve, all of the period; what the goods cost is not in it",
  "metric.return-on-cost-to-serve.name": "Return on cost to serve",
  "metric.return-on-cost-to-serve.formula":
    "(margin of the customers who stayed − what they cost) ÷ what they cost, of those whose margin is known",
  "metric.return-on-cost-to-serve.note": "Some of these customers would have stayed without it.",
  "metric.return-on-cost-to-serve.note.no-margin":
    "{customers, plural, one {# customer who stayed has no known margin and is} other {# customers who stayed have no known margin and are}} left out, with the {cost} they cost.",

  "metric.nps.name": "NPS",
  "metric.nps.formula": "% of answers 9–10 − % of answers 0–6, on the scale 0 to 10",
  "metric.nps.note":
    "{answers, plural, one {# answer on another scale is} other {# answers on another scale are}} left out.",
  "metric.csat.name": "CSAT",
  "metric.csat.formula":
    "satisfied ÷ answered; satisfied means {percent, number} % of the scale or more (4 of 5)",
  "metric.ces.name": "CES",
  "metric.ces.name.scale": "CES on its scale of 1 to {scale, number}",
  "metric.ces.formula": "mean of the answers, on the scale that was asked",

  "metric.first-reply-time-median.name": "First reply, half within",
  "metric.first-reply-time-p90.name": "First reply, 9 of 10 within",
  "metric.first-reply-time.formula":
    "first reply − opening, of tickets opened in the period; nights and weekends count",
  "metric.first-reply-time.note": "{waiting, number} of {opened, number} have no reply yet and do not count.",
  "metric.first-reply-time.none":
    "{opened, plural, one {the only ticket has no reply yet} other {all # tickets have no reply yet}}",
  "metric.resolution-time-median.name": "Resolution, half within",
  "metric.resolution-time-p90.name": "Resolution, 9 of 10 within",
  "metric.resolution-time.formula":
    "solution − opening, of tickets opened in the period; nights and weekends count",
  "metric.resolution-time.note": "{waiting, number} of {opened, number} are still open and do not count.",
  "metric.resolution-time.none":
    "{opened, plural, one {the only ticket is still open} other {all # tickets are still open}}",

  "metric.of.answers": "answers",
  "metric.of.buyers": "customers who ordered in the period",
  "metric.of.customers-at-start": "customers at the start",
  "metric.of.customers-in-period": "customers on at least one day of the period",
  "metric.of.everybody": "all customers of the period, together",
  "metric.of.first-reply-time": "tickets with a reply",
  "metric.of.joined-with-cost": "customers who joined, with a known acquisition cost",
  "metric.of.lost": "customers lost in the period",
  "metric.of.orders": "orders in the period",
  "metric.of.resolution-time": "solved tickets",
  "metric.of.retained": "customers at the start who stayed to the end",
  "metric.of.retained-with-margin": "customers who stayed, with a known margin",
  "metric.of.revenue-before-buyers":
    "customers without a contract who bought in the equally long period before",
  "metric.of.revenue-before-contracts": "contracts running at the start, by their monthly revenue",
  "metric.of.valued": "customers at the end of the period with a score, a margin and revenue",

  "metric.none.acquisition-cost": "no acquisition cost is on file for those who joined",
  "metric.none.answers": "nobody answered in the period",
  "metric.none.costs": "no costs are entered for the period",
  "metric.none.customers": "there were no customers",
  "metric.none.customers-at-start": "there were no customers at the start",
  "metric.none.customers-in-period": "there were no customers in the period",
  "metric.none.joined": "nobody joined in the period",
  "metric.none.lost": "nobody left in the period",
  "metric.none.margin-clv": "of all customers: {missing}",
  "metric.none.margin-clv.cli":
    "of all customers: {missing}; `score` gives scores, margin_percent in the file or MARGIN_PERCENT a margin",
  "metric.none.orders": "nobody ordered in the period",
  "metric.none.rate": "there are several currencies, and an exchange rate is missing",
  "metric.none.retained": "nobody stayed from the start to the end",
  "metric.none.retained-costs": "no costs fell on customers who stayed and whose margin is known",
  "metric.none.retained-margin": "no margin is known of those who stayed",
  "metric.none.revenue-before-buyers": "nobody without a contract bought in the equally long period before",
  "metric.none.revenue-before-contracts": "no contract with a monthly revenue ran at the start",
  "metric.none.few-lost":
    "only {lost, number} left in the period; fewer than {least, number} say too little about a lifetime",
  "metric.note.adjustments":
    "{amount} of the revenue is about days whose books were closed before it was known.",
  "metric.note.orders-not-counted":
    "Orders of {amount} on days of a contract are not counted again: the contract’s price stands for them.",
  "metric.none.tickets": "no tickets were opened in the period",

  "metrics.note.no-activity": "No activity is on file: figures from purchases have nothing to go by.",
  "metrics.note.so-far": "Figures to {day}: {until} has not come yet.",
  "metrics.note.old-data":
    "The newest activity is of {newest}, before the period ends: it looks as if nobody bought on the days after.",

  "working.division": "{part} ÷ {whole}",
  "working.lifetime": "{customers, number} ÷ {lost, number} × {days, number} days",
  "working.lifetime-revenue": "{average} × {perYear, number, ::.00} × {years, number, ::.00}",
  "working.profitability": "{revenue} − {acquisition} − {cost}",
  "working.return": "({gain} − {cost}) ÷ {cost}",
} as const;
