/** What charts are called and what they show, in words. */
export const charts = {
  "chart.day": "{day}",
  "chart.risk.title": "Customers by risk, week by week",
  "chart.risk.high": "High risk",
  "chart.risk.medium": "Medium risk",
  "chart.risk.more":
    "{high, plural, one {# customer} other {# customers}} at high risk on {day}, {change, number} more than on {before}.",
  "chart.risk.fewer":
    "{high, plural, one {# customer} other {# customers}} at high risk on {day}, {change, number} fewer than on {before}.",
  "chart.risk.same":
    "{high, plural, one {# customer} other {# customers}} at high risk on {day}, as many as on {before}.",
  "chart.risk.heading": "Risk over {weeks, plural, one {# week} other {# weeks}}",
  "chart.risk.events": "• In the 7 days before {day}: {events}",
  "chart.risk.event.ended": "{count, plural, one {# customer ended} other {# customers ended}}",
  "chart.risk.event.price-changed": "{count, number} with a new price",
  "chart.risk.event.reached": "{count, number} reached after a nudge",
  "chart.risk.event.model": "model version {version} began to serve, which can move risks by itself",
  "chart.risk.not-known": "Not drawn, because nobody was scored in the week before: {days}.",
  "chart.bridge.title": "Value at risk: what changed in 7 days",
  "chart.bridge.series": "Value at risk",
  "chart.bridge.start": "7 days before",
  "chart.bridge.end": "Now",
  "chart.bridge.new": "New at high risk",
  "chart.bridge.recovered": "Recovered",
  "chart.bridge.left": "Left",
  "chart.bridge.no-score": "No score any more",
  "chart.bridge.changed": "Risk or value moved",
  "chart.bridge.rose": "Value at risk rose by {change} in 7 days, from {start} to {end}.",
  "chart.bridge.fell": "Value at risk fell by {change} in 7 days, from {start} to {end}.",
  "chart.bridge.same": "Value at risk is {end}, as it was 7 days before.",
  "chart.bridge.heading": "What changed the value at risk",
  "chart.bridge.step": "• {name}: {amount} ({customers, plural, one {# customer} other {# customers}})",
  "chart.bridge.exact": "Expected amounts, with every digit so that they add up.",
  "chart.bridge.known-once":
    "For {customers, plural, one {# customer} other {# customers}} the value was known in one of the two weeks only; it counts as moved.",
  "chart.bridge.not-known":
    "How the value at risk changed in 7 days is not known: too little was scored, or nobody's value is known.",
  "chart.alt": "{title}: {finding}",
  "chart.alt.series": "{name}: {values}",
  "chart.alt.point": "{label} {value}",
  "chart.as-pictures.thread": "Slack took no charts here: they are in the thread as pictures.",
  "chart.as-pictures.direct":
    "Slack took no charts here: they are in your direct message with Mainstay as pictures.",
  "chart.no-pictures":
    "The charts could not be drawn or sent. The figures above and below hold what they show.",
  "retention.triangle.caption": "Customers by the month they joined, and the share still there",
  "retention.triangle.month": "Joined in",
  "retention.triangle.of": "{month}",
  "retention.triangle.row": "{month} ({joined, number})",
  "retention.triangle.as-picture": "As a picture",
  "retention.triangle.sent": "The picture is in your direct message with Mainstay.",
  "retention.triangle.none": "Nobody became a customer in these months, so there is nothing to draw.",
  "retention.triangle.not-drawn": "The picture could not be drawn or sent. The table holds what it shows.",
  "retention.triangle.joined": "Customers",
  "retention.triangle.after": "{months, plural, =0 {That month} one {# month later} other {# months later}}",
  "retention.triangle.note":
    "Of those who became customers for the first time in a month: who was one at the close of that month and of each later one. Who left and came back counts again. A purchase counts for {days, number} days, so those without a contract hardly ever leave within these months.",
  "cost-report.value.chart": "Cost against revenue by segment",
  "cost-report.value.cost": "Cost",
  "cost-report.value.finding":
    "Keeping {label} costs {percent, number} % of its revenue, more than any other segment drawn.",
};
