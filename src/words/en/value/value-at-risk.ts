/** What is at stake with all customers at high risk. Written for a manager. */
export const valueAtRisk = {
  "value-at-risk": "Value at risk",
  "value-at-risk.nobody": "none: nobody is at high risk",
  "value-at-risk.others": "Of {customers, number} more the margin or the revenue is not known.",
  "value-at-risk.sum":
    "{amount}: risk × a year's margin, added up over {known, plural, one {# customer} other {# customers}} at high risk.",
  "value-at-risk.unknown":
    "n/a: what {customers, plural, one {the # customer} other {the # customers}} at high risk would bring in a year is not known.",

  "value.without-rate":
    "{customers, plural, one {# customer is} other {# customers are}} left out, because no exchange rate is known for {currencies}: {names}{more, plural, =0 {} other { and # more}}.",
} as const;
