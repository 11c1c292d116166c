/** What keeping customers cost in a month: the message a channel gets. */
export const costSummary = {
  "cost-summary.all-costs": "All costs",
  "cost-summary.budget":
    "{whose}, {from} to {to}: {used} of {amount} used{share}, {days, number} % of its days gone{over, select, yes { – *over budget*} other {}}",
  "cost-summary.budget.share": " ({percent, number} %)",
  "cost-summary.budgets": "Budgets",
  "cost-summary.change.as-before": ", as the month before",
  "cost-summary.change.less": ", {percent, number, ::.0} % less than the month before ({before})",
  "cost-summary.change.more": ", {percent, number, ::.0} % more than the month before ({before})",
  "cost-summary.change.none-before": ", none the month before",
  "cost-summary.change.not-comparable": ", change n/a ({before} the month before)",
  "cost-summary.changes": "Biggest changes since {month}",
  "cost-summary.contact-time": "logged contact time",
  "cost-summary.foot":
    "A customer has a running contract or, without one, bought in the {window, plural, one {# day} other {# days}} before. Costs count by the days they cover; other currencies by the rates you set.{hidden, plural, =0 {} one { # further currency not shown.} other { # further currencies not shown.}} Costs as of {readAt}.",
  "cost-summary.movement.less": "{category}: {size} less ({from} → {to})",
  "cost-summary.movement.more": "{category}: {size} more ({from} → {to})",
  "cost-summary.no-customers": "n/a (no customers)",
  "cost-summary.nothing-recorded":
    "No costs are on record for {month} or the month before. Record one with `/customer cost add`.",
  "cost-summary.of-it-direct": "of it direct",
  "cost-summary.of-it-indirect": "of it indirect",
  "cost-summary.served-and-retained":
    "Served: {served, plural, one {# customer} other {# customers}} at the start of {month} or joined in it. Retained: {retained, plural, one {# customer} other {# customers}} at its start and still at its end.",
  "cost-summary.source.gone": "“{what}” {change} gone",
  "cost-summary.source.less": "“{what}” {change} less",
  "cost-summary.source.more": "“{what}” {change} more",
  "cost-summary.source.new": "“{what}” {change} new",
  "cost-summary.title": "Cost of keeping customers, {month}",
  "cost-summary.total": "*{total}* in all{change}",
} as const;
