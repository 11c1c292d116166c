/** The report of all customers by segment: its headings and what stands beneath it. */
export const segmentReport = {
  "segment-report.size": "{customers, plural, one {# customer} other {# customers}}. {description}",
  "segment-report.no-signal":
    "*No signal found in this history: nothing in it tells who leaves.* So risk, margin CLV, and where to spend or save by them are not known.",
  "segment-report.unknown": "n/a",

  "segment-report.column.segment": "Segment",
  "segment-report.column.customers": "Customers",
  "segment-report.column.revenue": "Revenue",
  "segment-report.column.margin-clv": "Margin CLV",
  "segment-report.column.cost": "Cost",
  "segment-report.column.cost-each": "Cost each",
  "segment-report.column.mean-risk": "Mean risk",
  "segment-report.column.high-risk": "High risk",
  "segment-report.column.value-at-risk": "Value at risk",
  "segment-report.table": "{title}, {currency}, {from} to {to}",
  "segment-report.chart": "Share of customers and revenue, %",

  "segment-report.care": "Suggested care",
  "segment-report.care.capped": "{care} ({cap} a year each)",

  "segment-report.period": "Revenue and cost are from {from} to {to}.",
  "segment-report.high-risk":
    "At high risk: {customers, plural, one {# customer} other {# customers}} ({percent, number, ::.0} % of all).",
  "segment-report.high-risk.unknown": "At high risk: n/a.",
  "segment-report.value-at-risk": "Value at risk: {what}",
  "segment-report.brackets": "In brackets: the change since a quarter ago.",
  "segment-report.left-out":
    "{segments, plural, one {# more segment is} other {# more segments are}} not shown: press *As a file* for all of them.",
  "segment-report.no-data": "No activity is on file yet.",
  "segment-report.data-up-to": "Data up to {when}.",
  "segment-report.text": "{title}: {segments}{high}",
  "segment-report.text.high-risk": "; {customers, plural, one {# customer} other {# customers}} at high risk",
} as const;
