/** What happened with a customer, a line each. For reps and managers, who look for one thing in many. */
export const history = {
  "history.title": "History",
  "history.of": "History of {customer}",
  "history.as-of": "Newest first, as of {day}",
  "history.page": "page {page, number}",
  "history.no-money": "amounts are shown to the owner and to managers",
  "history.empty":
    "Nothing is on record yet. Purchases, usage, tickets, contacts, mentions, scores and my own messages will stand here.",
  "history.empty-page": "There is nothing older.",
  "history.older": "Older",
  "history.newer": "Newer",
  "history.button": "History",
  "history.line": "*{day}* · {what}",
  "history.week": "Week of {day}",
  "history.with": "{what}: {detail}",
  "history.with-note": "{what} – “{note}”",
  "history.somebody": "Somebody",
  "history.somebody.within": "somebody",

  "history.order": "Bought",
  "history.sample": "Order without an amount",
  "history.delivery": "Delivered",
  "history.usage": "Used",
  "history.payment": "Paid",
  "history.payment_failed": "A payment failed",
  "history.refund": "Refunded",
  "history.products": "{named}{more, plural, =0 {} other { and # more}}",

  "history.ticket-opened":
    "Opened ticket {reference}{severity, select, urgent { (urgent)} high { (high)} other {}}: {subject}",
  "history.ticket-solved": "Ticket {reference} was solved: {subject}",
  "history.touch": "{channel} by {who}: {outcome}",
  "history.touch.nobody": "{channel}: {outcome}",
  "history.feedback.csat": "Rated us {score, number} of {most, number}",
  "history.feedback.ces": "Rated the effort {score, number} of {most, number}",
  "history.feedback.nps": "Would recommend us: {score, number} of {most, number}",
  "history.feedback.thumbs": "{score, plural, =0 {Thumbs down} other {Thumbs up}}",
  "history.mention":
    "{who} mentioned us on {network} ({answered, select, yes {answered} other {not answered yet}})",

  "history.risk.first": "First risk figure: {risk} ({band, select, high {high} medium {medium} other {low}})",
  "history.risk":
    "Risk {way, select, up {rose} other {fell}} from {before} to {risk} ({band, select, high {high} medium {medium} other {low}}){model, select, changed {, by another model version} other {}}",

  "history.nudge": "I nudged {who}: {action}",
  "history.nudge.failed": "A nudge to {who} could not be sent: {action}",
  "history.nudge.waiting": "A nudge to {who} is not sent yet: {action}",
  "history.answer.reached_out": "{who} reached out after a suggestion",
  "history.answer.not_useful": "{who} marked a suggestion as not useful",
  "history.answer.why": "{answer}: {why}",
  "history.why-left": "{who} on why they left",
  "history.digest": "Named in the digest of {channel}",
  "history.share": "{who} shared the card{place, select, nowhere {} other { in {channel}}}",
  "history.snooze.ended": "{who} ended the snooze",
  "history.override": "{who} said they will {says, select, stay {stay} other {leave}} until {until}",
  "history.override.taken-back": "{who} took back that they will stay or leave",
  "history.snooze": "{who} snoozed this customer until {until}",
} as const;
