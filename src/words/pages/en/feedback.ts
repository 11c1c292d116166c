/** What a customer reads on the page behind a feedback link, and in the draft that goes with it. */
export const feedback = {
  "page.title": "Your feedback",
  "csat.question":
    "{named, select, yes {How satisfied are you with {company}?} other {How satisfied are you with us?}}",
  "csat.question.ticket":
    "{named, select, yes {How satisfied are you with how {company} handled your request {ticket}?} other {How satisfied are you with how we handled your request {ticket}?}}",
  "csat.1": "Very dissatisfied",
  "csat.2": "Dissatisfied",
  "csat.3": "Neither satisfied nor dissatisfied",
  "csat.4": "Satisfied",
  "csat.5": "Very satisfied",
  "ces.question":
    "{named, select, yes {How easy was it to get what you needed from {company}?} other {How easy was it to get what you needed from us?}}",
  "ces.question.ticket":
    "{named, select, yes {How easy was it to have your request {ticket} solved by {company}?} other {How easy was it to have your request {ticket} solved by us?}}",
  "ces.1": "Very difficult",
  "ces.2": "Difficult",
  "ces.3": "Rather difficult",
  "ces.4": "Neither easy nor difficult",
  "ces.5": "Rather easy",
  "ces.6": "Easy",
  "ces.7": "Very easy",
  "nps.question":
    "{named, select, yes {How likely are you to recommend {company} to others?} other {How likely are you to recommend us to others?}}",
  "nps.question.ticket":
    "{named, select, yes {After your request {ticket}: how likely are you to recommend {company} to others?} other {After your request {ticket}: how likely are you to recommend us to others?}}",
  "nps.0": "Not at all likely",
  "nps.10": "Extremely likely",
  "page.comment": "What is the main reason for your answer?",
  "page.comment.hint": "If you like; up to {most, number} characters.",
  "page.once": "You can answer once. To change your answer later, tell the person who sent you this link.",
  "page.send": "Send answer",
  "page.error.no-score": "Please choose one of the answers.",
  "page.error.too-long": "Your comment is longer than {most, number} characters. Please shorten it.",
  "page.error.unreadable": "Your answer could not be read. Please choose again.",
  "page.thanks.title": "Thank you",
  "page.thanks": "Your answer has arrived. You can close this page.",
  "page.answered.title": "Thank you, your answer is here",
  "page.answered":
    "This question has been answered, and the first answer counts. To change it, tell the person who sent you this link.",
  "page.over.title": "This link is not valid",
  "page.over":
    "It may have run out, or not have been copied whole. Ask the person who sent it to you for a new one.",
  "draft.hello": "{named, select, yes {Hello {name},} other {Hello,}}",
  "draft.ask": "we would like to know how we are doing. It is one question and takes less than a minute:",
  "draft.until": "The link works until {day}. Thank you!",
} as const;

export type PageCode = keyof typeof feedback;
export type PageTexts = Readonly<Record<PageCode, string>>;
