/** Customers who left while they were rated safe. */
export const postMortems = {
  "post-mortem.head":
    "{customer} {how, select, ended {left on {day}} other {has bought nothing for a year, and counts as gone since {day}}}. The last risk before that was {risk}: we did not see it coming.",
  "post-mortem.head.thread": "What was seen and known stands in the thread. {owner}",
  "post-mortem.owner": "{owner}, what did we not know?",
  "post-mortem.owner.nobody": "Nobody owned them. What did we not know?",
  "post-mortem.add": "Add what you know",
  "post-mortem.saw": "*What the model saw*",
  "post-mortem.saw.risk": "Risk {risk}, as of {when}",
  "post-mortem.saw.weeks": "{bars} over {weeks, plural, one {# week} other {# weeks}}: {first} → {last}",
  "post-mortem.saw.raised": "Spoke for leaving most: {reason}",
  "post-mortem.saw.lowered": "Spoke for staying most: {reason}",
  "post-mortem.saw.no-reasons": "Its reasons are not known.",
  "post-mortem.known": "*What was known*",
  "post-mortem.known.ticket":
    "Ticket {reference} (“{subject}”) had been open {days, plural, =0 {since that day} one {for # day} other {for # days}}",
  "post-mortem.known.mention": "They had complained in public on {network}, and nobody had answered",
  "post-mortem.known.answer": "They answered {score} of {most} on {day} ({kind})",
  "post-mortem.known.poor-answer": "They answered only {score} of {most} on {day} ({kind})",
  "post-mortem.known.touch":
    "The last contact was {days, plural, =0 {that day} one {the day before} other {# days before}}",
  "post-mortem.known.override":
    "{who, select, named {{name}} other {Somebody}} had said that they would {says, select, stay {stay} other {leave}}: “{because}”",
  "post-mortem.known.snoozed": "{name} had snoozed them",
  "post-mortem.known.renewal":
    "The renewal was due {days, plural, =0 {that day} one {a day later} other {# days later}}",
  "post-mortem.moved": "*What would have shown it*",
  "post-mortem.moved.nothing": "Nothing in the data did.",
  "post-mortem.moved.risk": "The risk had risen from {before} % to {after} %, still below what is told",
  "post-mortem.moved.usage":
    "Usage had fallen by {percent, number} %, from {before, number} to {now, number} in four weeks",
  "post-mortem.moved.silent":
    "They had not bought for {days, plural, one {# day} other {# days}}; usually they did every {usual, plural, =0 {day} one {day} other {# days}}",
  "post-mortem.list":
    "{customers, plural, one {# customer} other {# customers}} left although their risk was low. We did not see it coming.",
  "post-mortem.list.item": "*{customer}* – left {day}, risk {risk}, {owner}",
  "post-mortem.list.nobody": "no owner",
  "post-mortem.list.why":
    "So many at once are often one thing: an export that changed, a product that ended, a price. If it is one, say so here.",
  "post-mortem.list.more":
    "… and {more, plural, one {# more} other {# more}}: the weekly digest counts them all.",
  "post-mortem.note": "{by} about *{customer}*:",
  "post-mortem.form.title": "What we did not know",
  "post-mortem.form.ask": "What did you know, or learn since, of why *{customer}* left?",
  "post-mortem.form.note": "What you know",
  "post-mortem.form.hint": "It is kept with the customer and shown in the thread.",
  "post-mortem.form.submit": "Keep it",
  "post-mortem.form.empty": "Write a sentence, or cancel.",
  "post-mortem.form.too-long": "Use at most {most, number} characters.",
  "post-mortem.added": "Kept, and shown in the thread.",
  "post-mortem.repeated": "That was kept before.",
  "post-mortem.gone": "This customer is no longer in the file, so nothing was kept.",
} as const;
