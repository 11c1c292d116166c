/** Customers who may be one, in Slack. Written for whoever keeps the customer file. */
export const duplicates = {
  "duplicates.title": "{pairs, plural, one {# pair of customers} other {# pairs of customers}} may be one",
  "duplicates.title.settled": "Pairs of customers",
  "duplicates.none": "No two customers look like one. I look again after every import, and each night.",
  "duplicates.pair": "{first} and {second}",
  "duplicates.side": "{name} ({source} {id})",
  "duplicates.agrees": "The same: {signs}",
  "duplicates.agrees.name-alone": "The same: the name, and nothing else is known to compare",
  "duplicates.differs": "Not the same: {signs}",
  "duplicates.contracts":
    "Both have a contract. Joined, the two add up: check that they are not one contract told twice.",
  "duplicates.join": "Join",
  "duplicates.keep-apart": "Keep apart",
  "duplicates.undo": "Undo",
  "duplicates.joined": "Joined{named, select, yes { by {who}} other {}}.",
  "duplicates.joined.by-itself": "Joined by itself, because it is certain.",
  "duplicates.apart": "Kept apart{named, select, yes { by {who}} other {}}. I do not ask again.",
  "duplicates.apart.by-itself": "Kept apart.",
  "duplicates.more":
    "{more, plural, one {# more pair is} other {# more pairs are}} open: settle these, then type `/customer duplicates`.",
  "duplicates.more-joined":
    "{more, plural, one {# more pair was} other {# more pairs were}} joined by {more, plural, one {itself} other {themselves}}.",
  "duplicates.what-a-join-is":
    "Joined, both count as one customer in every list and figure. Undo takes them apart exactly as they were.",
  "duplicates.closed":
    "These two cannot be joined: the books closed through {through} count them as two customers, and closed figures stay as they were printed. Nothing was changed.",
  "duplicates.closed-undo":
    "These two cannot be taken apart: the books closed through {through} count them as one customer, and closed figures stay as they were printed. Nothing was changed.",
  "duplicates.points":
    "These two cannot be joined: points were redeemed or changed by hand for one, and the other has points of that kind or closed books, too. Points stay on whom they were booked. Nothing was changed.",
  "duplicates.gone": "One of the two is not in the customer file any more.",
  "duplicates.sign.mapped-id": "the id that one system keeps of the other ({first})",
  "duplicates.sign.tax-id":
    "{how, select, agrees {tax number {first}} other {tax number ({first}, {second})}}",
  "duplicates.sign.domain": "{how, select, agrees {website {first}} other {website ({first}, {second})}}",
  "duplicates.sign.email": "an e-mail address",
  "duplicates.sign.email-domain": "e-mail domain {first}",
  "duplicates.sign.external-id": "customer number {first}",
  "duplicates.sign.country": "{how, select, agrees {country {first}} other {country ({first}, {second})}}",
  "duplicates.sign.town": "{how, select, agrees {town {first}} other {town ({first}, {second})}}",
  "duplicates.sign.place": "place in the name ({first}, {second})",
  "duplicates.sign.trade": "trade in the name ({first}, {second})",
  "duplicates.sign.number": "number in the name ({first}, {second})",
  "duplicates.sign.form": "legal form ({first}, {second})",
  "duplicates.sign.name": "name",
} as const;
