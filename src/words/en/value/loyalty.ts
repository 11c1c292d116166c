/** Points of a loyalty programme. Written for whoever talks to the customer. */
export const loyalty = {
  "loyalty.title": "Points of {name}",
  "loyalty.summary": "{name}: {points, plural, one {# point} other {# points}}",
  "loyalty.points": "{points, plural, one {# point} other {# points}}",
  "loyalty.balance": "Balance",
  "loyalty.balance.worth": "{points, plural, one {# point} other {# points}}, worth {worth}",
  "loyalty.below-zero":
    "They have used more than was theirs in the end: an order was refunded, changed or removed. New points settle that first; nothing can be redeemed until the balance is above zero.",
  "loyalty.tier": "Tier",
  "loyalty.tier.none": "none yet",
  "loyalty.tier.next": "{amount} more in 12 months for {name}",
  "loyalty.tier.highest": "the highest",
  "loyalty.expires": "Expires next",
  "loyalty.expires.points": "{points, plural, one {# point} other {# points}} after {day}",
  "loyalty.expires.nothing": "nothing",
  "loyalty.movements": "Last movements",
  "loyalty.movements.none": "Nothing yet: no order since the programme began on {day} has earned points.",
  "loyalty.movement": "{day}: *{points, number, ::sign-always}* {what}",
  "loyalty.movement.earned": "earned by {reference}",
  "loyalty.movement.taken-back": "taken back by refund {reference}",
  "loyalty.movement.corrected": "corrected, as {reference} changed or went",
  "loyalty.movement.redeemed": "redeemed by {who}: {reason}",
  "loyalty.movement.adjusted": "adjusted by {who}: {reason}",
  "loyalty.movement.expired": "expired",
  "loyalty.movement.back": "no longer expired: they pay for what was taken back",
  "loyalty.without-points":
    "What they buy in {currencies} earns nothing: the programme has no points for it.",
  "loyalty.without-rate":
    "What they spend in {currencies} does not count for the tier: no exchange rate to {to} is stated. Ask whoever runs me to add it.",
  "loyalty.redeem": "Redeem",
  "loyalty.adjust": "Adjust",
  "loyalty.no-programme":
    "No loyalty programme is set, so nobody has points. Whoever runs me can set one: how many points for what, and what they are worth.",
  "loyalty.begins": "The loyalty programme begins on {day}. Nobody has points before that.",
  "loyalty.not-yours": "Only the account owner, managers and operations can redeem a customer's points.",

  "loyalty.form.redeem": "Redeem points",
  "loyalty.form.adjust": "Adjust points",
  "loyalty.form.customer": "*{name}* has {points, plural, one {# point} other {# points}}, worth {worth}.",
  "loyalty.form.rate":
    "{points, plural, one {One point is} other {# points are}} worth {worth}. The points that expire first are used first.",
  "loyalty.form.points": "Points to redeem",
  "loyalty.form.change": "Points to give (100) or take (-100)",
  "loyalty.form.reason": "What for?",
  "loyalty.form.why": "Why?",
  "loyalty.form.bad-points": "Write a whole number of points, such as 200.",
  "loyalty.form.bad-change": "Write a whole number of points, such as 100 or -100.",
  "loyalty.form.no-reason": "Say what it is for: it stays on record.",
  "loyalty.not-enough":
    "They have {points, plural, one {# point} other {# points}}. Choose no more than that.",
  "loyalty.redeemed":
    "Redeemed {points, plural, one {# point} other {# points}}, worth {worth}: {reason}. {balance, plural, one {# is} other {# are}} left.",
  "loyalty.adjusted":
    "Adjusted by {points, number, ::sign-always}: {reason}. The balance is {balance, number}.",
  "loyalty.repeated": "That was done already. The balance is {balance, number}.",

  "loyalty.card": "{points, plural, one {# point} other {# points}}",
  "loyalty.card.expire": "{points, number} expire after {day}",

  "loyalty.liability":
    "*Loyalty points* outstanding at the end of {day}: {points, number}. {unit, plural, one {A point is} other {# points are}} worth {worth}, and {share, number} % are expected to be redeemed: {amount} still to be given, not in the costs above.{waiting, plural, =0 {} one { What changed for # customer since the last night is not counted yet.} other { What changed for # customers since the last night is not counted yet.}}",
} as const;
