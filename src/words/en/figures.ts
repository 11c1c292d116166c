/** What every report of figures says about what it is made of. */
export const figures = {
  "figures.contracts-without-start":
    "{customers, plural, one {# customer has a contract that is} other {# customers have contracts that are}} in no figure, because the customer file does not say when {customers, plural, one {it} other {they}} began, or names an end before the start: {names}{more, plural, =0 {} other { and # more}}.",
  "figures.contracts-without-start.mend":
    "Fill in started_on, on or before ended_on, and import the customers again.",
} as const;
