/** What `feedback` says. */
export const cliFeedback = {
  "cli.feedback.not-set-up":
    "Customers cannot be asked by link yet: set {missing} in the environment (docs/feedback.md says what they are).",
  "cli.feedback.no-contact":
    "{found, plural, =0 {Nobody} other {More than one person}} at this customer is called “{contact}”. There are: {names}.",
  "cli.feedback.no-ticket": "No solved ticket of this customer is “{ticket}”. The last ones: {tickets}.",
  "cli.feedback.before":
    "Mind: they were asked the same {days, plural, =0 {today} one {# day ago} other {# days ago}}{answered, select, yes {, and answered} other {, and have not answered}}.",
  "cli.feedback.asked": "For {customer}, in {language}. It can be answered once; sending it is up to you:",
  "cli.feedback.open": "Unhappy answers that nobody has followed up",
  "cli.feedback.waiting": "Waiting for an answer",
  "cli.feedback.nothing": "none",
  "cli.feedback.more": "There are more; these are the first {shown, number}.",
  "cli.feedback.days": "{days, plural, one {# day} other {# days}}",
  "cli.feedback.score": "{score, number} of {most, number}",
  "cli.feedback.head.customer": "Customer",
  "cli.feedback.head.kind": "Asked",
  "cli.feedback.head.contact": "Contact",
  "cli.feedback.head.answer": "Answer",
  "cli.feedback.head.open": "Open for",
  "cli.feedback.head.asked": "Waiting for",
  "cli.feedback.head.left": "Link works for",
} as const;
