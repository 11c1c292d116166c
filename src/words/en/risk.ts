/** How likely a customer is to leave, why, and what is said of the model behind it. For reps and managers. */
export const risk = {
  "risk.percent": "{percent, plural, =0 {under 1 %} =100 {over 99 %} other {# %}}",
  "risk.bare-percent": "{percent, plural, =0 {under 1} =100 {over 99} other {#}}",
  "risk.figure": "{figure} ({low}–{high})",
  "risk.figure.spoken": "{figure} ({low} to {high})",
  "risk.bracket": "{low}–{high}",

  "risk.scored": "*{figure}* risk of {event}",
  "risk.scored-up":
    "*{figure}* risk of {event}, up {points, number} since {since}{model, select, changed { (by another model version)} other {}}",
  "risk.scored-down":
    "*{figure}* risk of {event}, down {points, number} since {since}{model, select, changed { (by another model version)} other {}}",
  "risk.trend":
    "{before} → {after} in {weeks, plural, one {# week} other {# weeks}}{model, select, changed { (the model changed in between)} other {}}",
  "risk.contract-ends": "the contract ending in {days, plural, one {# day} other {# days}}",
  "risk.contract-ends-soon": "the contract ending soon",
  "risk.no-purchase": "no purchase in {days, plural, one {# day} other {# days}}",
  "risk.no-purchase-soon": "no purchase soon",
  "risk.none": "*No risk figure:* {because}",
  "risk.not-scored": "*Not scored yet:* this customer is new since the last scoring",
  "risk.no-model": "*No risk figure yet:* no model has been trained; ask whoever runs the bot to train one",
  "risk.ended": "*The contract ended* on {day}",
  "risk.roughly": "roughly {figure}",
  "risk.too-few-alike":
    "Take the figure roughly: when the model was tried, {customers, plural, =0 {nobody was rated this high or low} one {only # customer was rated about as high} other {only # customers were rated about as high}}, too few to tell whether it is right.",
  "risk.stale": "This score is old: the nightly scoring has not run. Do not rely on it.",
  "risk.stopped": "No new data since {since}: the risk is as of then.",
  "risk.paused":
    "No data came after {since} until {back}: some of the change may be that pause, not the customer.",
  "risk.serves.baseline": "From the simple baseline: the neural network did not beat it.",
  "risk.serves.rule": "From a rule of one figure: neither the neural network nor the baseline beat it.",
  "risk.basis.none": "No scores yet: they come with the first training.",
  "risk.scoring-late":
    "The scoring of last night is not done. {risks, select, none {The scores before are too old to go by, so no risk is told here.} other {The risks here are older.}}",
  "risk.basis": "Scored as of {scored}, for the {days, plural, one {# day} other {# days}} after.",

  "why.title": "Why",
  "why.close": "Close",
  "why.reasons": "*What the score rests on, as far as it can be said in a sentence*",
  "why.reasons.none": "What the score of this customer rests on cannot be said in a sentence.",
  "why.levers": "*What would lower it*",
  "why.levers.none": "No step the model knows would lower it.",
  "why.levers.basis":
    "Customers like this one of whom that was true left that much less often: association, not proof that it helps.",
  "why.meaning":
    "*What {figure} means*\nOf 100 customers who look like this one, about {inHundred, number} are expected to leave: {event}. The reasons are what the model saw together with leaving; they need not be its cause.",
  "why.bracket":
    "The bracket ({bracket}) is where it lies in 8 of 10 cases, judged by how far the model's parts disagree and how uncertain the coming level of churn is.",
  "why.no-signal":
    "*What that means*\nLeaving is {event}. By nothing the history holds could those who left be told from those who stayed, so a figure for one customer would be made up. `/customer model` says what was tried.",
  "why.model":
    "*The model*\nVersion {version}, {kind, select, network {a neural network} baseline {the simple baseline} rule {a rule of one figure} other {one figure for everybody}}, trained {day}.",
  "why.checked":
    "Checked on {customers, plural, one {# customer} other {# customers}} of a later period it had not seen:",
  "why.checked.pairs": "It put a leaver above a stayer in {pairs, number} of 100 pairs.",
  "why.checked.tenth": "Among its riskiest tenth, {times, number, ::.0} times as many left as on average.",
  "why.checked.off": "Its probabilities were off by {points, number, ::.0} points on average.",
  "why.data": "Data up to {day}",
  "why.data-of": "Data of “{source}” up to {day}",
  "why.no-data": "No activity yet",
  "why.scored": "{data} · scored {ago}",
  "why.moved.pending": "Working out why it moved…",
  "why.moved.untold": "Why it moved cannot be told. {because}",
  "why.moved": "*Why it moved*\nSince {since}: {sentence}.",

  "no-score.short-history":
    "not enough history yet: {purchases, plural, =0 {no purchases} one {# purchase} other {# purchases}} in {days, plural, one {# day} other {# days}}",
  "no-score.no-signal":
    "no signal found in this history: nothing in it tells who leaves; {percent, plural, =0 {under 1 %} =100 {over 99 %} other {about # %}} of all customers do within {days, plural, one {# day} other {# days}}",
  "no-score.stale-source":
    "no data from “{source}” since {last}, though it usually sends {usual, plural, one {every day} other {at least every # days}}",
  "no-score.unknown": "unknown",

  "stopped.all": "No new data since {since}: risks are as of then",
  "stopped.source": "No new data from “{source}” since {since}: its customers' risks are as of then",
  "stopped.resumed":
    "“{source}” sends again since {back}, after nothing from {since} on: how its customers' risks moved over the pause is not counted as this week's",

  "unexplained.not-yet": "The reasons have not been worked out yet.",
  "unexplained.data-changed":
    "The reasons cannot be told: data from before this score came in or changed after it. The next scoring knows them.",
  "unexplained.no-customer-then":
    "The reasons cannot be told: by today's data they were no customer when they were scored.",
  "unexplained.model-unreadable":
    "The reasons cannot be told: the model version that gave this score can no longer be read.",

  "movement.told": "{total}: time passing {time}, {data}",
  "movement.told-with-model": "{total}: time passing {time}, {data}, new model {model}",
  "movement.points": "{signed} {points, plural, one {point} other {points}}",
  "movement.no-change": "no change",
  "movement.new-data": "new data {signed}",
  "movement.new-data-of": "new data {signed} ({events})",
  "movement.nothing-new": "nothing new on record",
  "movement.corrections":
    "Data from before a score came in or changed after it; that difference counts as new data.",
  "movement.no-customer-then": "By today's data they were no customer when they were scored.",

  "movement.busy": "The model is busy; open this again in a few minutes.",
  "movement.failed": "Working it out failed.",

  "news.contract-began": "the contract began",
  "news.tickets-opened": "{n, plural, one {# ticket} other {# tickets}} opened",
  "news.tickets-solved": "{n, plural, one {# ticket} other {# tickets}} solved",
  "news.feedback": "{n, plural, one {# answer to a survey} other {# answers to surveys}}",
  "news.contacts": "{n, plural, one {# contact} other {# contacts}}",
  "news.purchases": "{n, plural, one {# purchase} other {# purchases}}",
  "news.refunds": "{n, plural, one {# refund} other {# refunds}}",
  "news.deliveries": "{n, plural, one {# delivery} other {# deliveries}}",
  "news.usage-days": "{n, plural, one {# day} other {# days}} of usage",
  "news.two": "{first}, {second}",
  "news.three": "{first}, {second}, {third}",
  "news.three-and-more": "{first}, {second}, {third} and more",

  "lever.contact": "One contact this week",
  "lever.contact.second": "one contact this week",
  "lever.solve-ticket": "One open ticket solved",
  "lever.solve-ticket.second": "one open ticket solved",
  "lever.follow-up-delivery": "The delivery followed up until it arrives",
  "lever.follow-up-delivery.second": "the delivery followed up until it arrives",
  "lever.pair": "{first} and {second}",
  "lever.line": "{lever}: {before} → {after}",
} as const;
