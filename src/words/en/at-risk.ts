/** Who is at high risk, by what is at stake: the list, on Home and in the digest. Read by reps and managers. */
export const atRisk = {
  "at-risk.title.mine": "My customers at high risk ({customers, number})",
  "at-risk.title.team": "Customers at high risk ({customers, number})",
  "at-risk.title.segment": "At high risk in {segment} ({customers, number})",
  "at-risk.text": "{title}: {names}{more, plural, =0 {} other { and # more}}",
  "at-risk.in-all": "Together {text}",
  "at-risk.order.by-stake":
    "Most at stake first{unknown, plural, =0 {} other {; after them, by risk, # without a known value}}{withoutRate, plural, =0 {} other {, # of them for want of an exchange rate}}. At stake is the margin expected to be lost: risk × the margin of a year.",
  "at-risk.order.by-risk": "By risk, because no customer's margin and value are known.",
  "at-risk.page": "Page {page, number} of {pages, number}.",
  "at-risk.hidden": "Amounts are shown to a customer's owner, to managers and to operations.",
  "at-risk.silent":
    "Not counted: {customers, plural, one {# customer} other {# customers}} who bought nothing for more than {days, number} days. Their next purchase counts them again.",
  "at-risk.previous": "Previous",
  "at-risk.next": "Next",

  "at-risk.risk": "{risk} risk of leaving",
  "at-risk.stake": "{amount} at stake",
  "at-risk.stake.unknown": "stake not known",
  "at-risk.owner": "owner {name}",
  "at-risk.renews": "renews {day}",
  "at-risk.renewed": "was to renew {day}",
  "at-risk.step": "Next: {step}",
  "at-risk.wait": "Give them time until {until}, then: {action}",
  "at-risk.snoozed": "Snoozed until {until}",
  "at-risk.acted.none": "Nobody has acted yet",
  "at-risk.acted.touched": "{who, select, named {{name} was} other {Somebody was}} in touch on {day}",
  "at-risk.acted.reached_out": "{who, select, named {{name}} other {Somebody}} reached out on {day}",
  "at-risk.acted.snoozed": "{who, select, named {{name}} other {Somebody}} snoozed it on {day}",
  "at-risk.acted.not_useful":
    "{who, select, named {{name}} other {Somebody}} found the advice not useful on {day}",
  "at-risk.card": "Card",
  "at-risk.reached-out": "Reached out",

  "at-risk.nobody.no-email":
    "I cannot see your e-mail address, so I cannot tell which customers are yours. Ask an administrator to let me read it. `/customer at-risk team` lists everybody's.",
  "at-risk.nobody.no-accounts":
    "You own no customers. `/customer at-risk team` lists everybody's. If some are yours, ask whoever keeps the customer file to put your e-mail into “owner_email”.",
  "at-risk.nobody.no-customers":
    "There are no customers yet. Ask whoever runs me to import the customer file.",
  "at-risk.nobody.not-scored":
    "No customer has a score yet, so I cannot say who is at high risk. I score every night.",
  "at-risk.nobody.no-signal": "*{found}* So nobody has a risk figure. `/customer model` says why.",
  "at-risk.nobody.none-at-risk":
    "{scope, select, mine {None of your customers is at high risk.} team {No customer is at high risk.} other {No customer in {segment} is at high risk.}} High is 50 % and more.",
  "at-risk.unknown-segment":
    "I know no segment {typed}. These there are: {segments}. `/customer at-risk mine` and `/customer at-risk team` work, too.",
  "at-risk.no-segments":
    "I know no segment {typed}: the customer file names none. `/customer at-risk mine` and `/customer at-risk team` work.",
  "at-risk.file.customer": "Customer",
  "at-risk.file.risk": "Risk of leaving, %",
  "at-risk.file.stake": "At stake",
  "at-risk.file.currency": "Currency",
  "at-risk.file.owner": "Owner",
  "at-risk.file.renews": "Renews on",
  "at-risk.file.acted": "Somebody acted",
  "at-risk.file.step": "Next",
  "at-risk.file.acted.yes": "yes",
  "at-risk.file.acted.no": "no",
} as const;
