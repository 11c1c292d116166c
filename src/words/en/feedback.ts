/** Asking customers for feedback, and what they answer. For reps and managers; what customers read stands in `pages/`. */
export const feedback = {
  "feedback.of": "Feedback of {customer}",
  "feedback.kind.csat": "Satisfaction (CSAT)",
  "feedback.kind.ces": "Effort (CES)",
  "feedback.kind.nps": "Recommendation (NPS)",
  "feedback.none": "No answers yet.",
  "feedback.latest": "*{kind}*: {score, number} of {most, number} on {day}{trend}{comment}",
  "feedback.trend":
    "{way, select, up {, up from {before, number} on {day}} down {, down from {before, number} on {day}} other {, as on {day}}}",
  "feedback.comment": " – “{comment}”",
  "feedback.loops.title": "Close the loop",
  "feedback.loop": "{kind}: {score, number} of {most, number}{who}, {open}{comment}",
  "feedback.loop.by": " by {name}",
  "feedback.loop.open":
    "{days, plural, =0 {open since today} one {open since # day} other {open since # days}}",
  "feedback.loops.how":
    "An unhappy answer is closed once somebody has logged a touch that reached the customer after it.",
  "feedback.waiting.title": "Waiting for an answer",
  "feedback.waiting": "{kind}{who}{about}: asked {ago} by {by}, the link works until {day}",
  "feedback.waiting.to": " to {name}",
  "feedback.waiting.about": " about ticket {ticket}",
  "feedback.more": "and {more, number} more",
  "feedback.by.nobody": "the command line",
  "feedback.by.somebody": "somebody who left",
  "feedback.ask": "Ask for feedback",
  "feedback.not-set-up":
    "Customers cannot be asked by link yet. Ask whoever runs me to set {missing} (see docs/feedback.md).",

  "feedback.form.title": "Ask for feedback",
  "feedback.form.submit": "Make the link",
  "feedback.form.ask":
    "I make a link for *{customer}* and a text to copy. You send it: I write to no customer.",
  "feedback.form.lately":
    "{kind}: asked {ago} already{who}{answered, select, yes {, and answered} other {, not answered}}. Asking again is up to you.",
  "feedback.form.kind": "What do you want to know?",
  "feedback.form.kind.csat": "How satisfied they are (CSAT, 1 to 5)",
  "feedback.form.kind.ces": "How easy it was (CES, 1 to 7)",
  "feedback.form.kind.nps": "Whether they recommend us (NPS, 0 to 10)",
  "feedback.form.contact": "Whom do you ask?",
  "feedback.form.contact.nobody": "Nobody in particular",
  "feedback.form.contact.role": "{name} ({role})",
  "feedback.form.language": "In which language?",
  "feedback.form.language.auto": "As the file says, else English",
  "feedback.form.ticket": "About which solved ticket?",
  "feedback.form.ticket.none": "None: about us in general",
  "feedback.form.ticket.one": "{reference}: {subject}",
  "feedback.form.bad-choice": "This can no longer be chosen. Close the form and open it again.",

  "feedback.asked.title": "Link for {customer}",
  "feedback.asked":
    "Send this to {who} yourself, in {language}; it can be answered once. The answer comes to the customer's owner.",
  "feedback.asked.them": "them",
  "feedback.asked.before":
    "They were asked the same {ago}{who}{answered, select, yes {, and answered} other {, and have not answered}}.",
  "feedback.asked.guess":
    "The file does not say their language, or I have no words in it: this is in English. For another one, ask again and choose it.",
  "feedback.gone":
    "This customer, contact or ticket is no longer in the file, so there is no link. Look the customer up again with `/customer` and its name.",

  "feedback.note": "{customer} answered: {kind} {score, number} of {most, number}{by}{about} ({when}).",
  "feedback.note.by": ", {name}",
  "feedback.note.unhappy": "*Close the loop:* call {who} and ask what went wrong.",
  "feedback.note.unhappy.nobody":
    "*Close the loop:* call them and ask what went wrong. The file names no contact.",
  "feedback.note.touch": "Then log a touch, which closes it.",
  "feedback.note.no-owner": "You are told because the customer has nobody else: {because}.",
  "feedback.alert.no-owner": "Nobody is responsible: {because}.",
  "feedback.note.said": "“{comment}”",
} as const;
