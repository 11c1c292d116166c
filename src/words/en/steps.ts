/** What steps of workflows hand on and say when they cannot. Written for whoever made the workflow. */
export const steps = {
  "step.risk":
    "{percent, number} % risk of leaving, scored from data up to {day}{isOld, select, yes {; newer data are missing} other {}}",
  "step.risk.none": "no risk figure yet",
  "step.risk.none-because": "no risk figure: {because}",
  "step.risk.ended": "left on {day}",
  "step.direction.rose": "rose",
  "step.direction.fell": "fell",
  "step.logged": "The touch is logged.",
  "step.gone": "This customer is not in the customer file any more.",
  "step.no-customer":
    "No customer is called {typed}. Use the name or number as the customer file has it, or the customer id of an earlier step.",
  "step.several-customers":
    "Several customers fit {typed}. Use the number that the customer file has, or the customer id of an earlier step.",
  "step.not-crossed":
    "{customer}: the risk did not cross {percent, number} % up to {day}, so I stopped waiting.",
  "step.not-crossed.no-figure":
    "{customer}: there was no risk figure up to {day} that could cross {percent, number} %, so I stopped waiting.",
  "step.failed":
    "Something went wrong in Mainstay. Whoever runs it finds the reason in its log under {reference}.",
  "step.refused": "Slack did not take what this step found. Install Mainstay again from its newest manifest.",
  "step.unknown": "This version of Mainstay does not know the step. Whoever runs it brings it up to date.",
  "step.wrong.user": "Set “On behalf of” to a person, such as the one who used the workflow.",
  "step.wrong.customer": "Say which customer: a name, a number, or the customer id of an earlier step.",
  "step.wrong.channel": "The channel of a contact is one of these words: {channels}.",
  "step.wrong.outcome": "What came of a contact is one of these words: {outcomes}.",
  "step.wrong.minutes": "Minutes are a whole number from 0 to {minutes, number}.",
  "step.wrong.note": "The note is too long.",
  "step.wrong.percent": "The risk to wait for is a whole number from 1 to 99, in percent.",
  "step.wrong.days": "How long to wait is a whole number of days, from 1 to {days, number}.",
} as const;
