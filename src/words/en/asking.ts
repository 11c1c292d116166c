/** What is asked in words, in a message or a form, and what is answered to that. Read by reps and managers. */
export const asking = {
  "help.text.asking":
    "Ask in words, in a direct message or by mentioning me: how is Acme, why is Acme at risk, since when, what would help, who is at risk, whose risk moved most.",
  "help.asking":
    "*Ask in words*, in a direct message, by mentioning me in a channel, or behind `/customer`\nHow is Acme? Why is Acme at risk? Since when? What would help Acme? What does Acme buy, cost, and what is it worth? Who is at risk? Whose risk moved most? What is our retention rate? Then go on: “and Globex?”, “why?”\nIn a channel everyone reads the answer in the thread, without amounts; those go to you alone.\n`/customer movers` – whose risk moved most in seven days; `movers mine` for your own customers\n`/customer digest` and `digest last week` – what the digest says (managers and operations)\nOn a message, *Log as touch* keeps it as a contact with a customer; *Find customer* opens a card from anywhere.",

  "asking.unknown": "I did not understand {typed}. These come nearest to what I can answer:",
  "asking.unknown.list": "I did not understand {typed}. Ask me for example: {examples}.",
  "asking.example": "• {example}",
  "asking.which": "Which customer do you mean by {typed}? You get the answer for the one you choose.",
  "asking.which-of-more":
    "Which customer do you mean by {typed}? These are the first {shown, number}; add a word to narrow it down.",
  "asking.who.card": "Which customer? Write the name, as in “how is Acme?”.",
  "asking.who.why": "Which customer? Write the name, as in “why is Acme at risk?”.",
  "asking.who.since-when": "Which customer? Write the name, as in “since when is Acme at risk?”.",
  "asking.who.what-helps": "Which customer? Write the name, as in “what would help Acme?”.",
  "asking.who.history": "Which customer? Write the name, as in “history of Acme”.",
  "asking.who.products": "Which customer? Write the name, as in “what does Acme buy?”.",
  "asking.who.costs": "Which customer? Write the name, as in “what does Acme cost?”.",
  "asking.who.worth": "Which customer? Write the name, as in “what is Acme worth?”.",
  "asking.who.why-silent": "Which customer? Write the name, as in “why was nobody told about Acme?”.",
  "asking.do.card": "How is a customer? Write “how is” and the name",
  "asking.do.why": "Why a customer is at risk: “why is” and the name, “at risk?”",
  "asking.do.since-when": "Since when a customer is at risk: “since when is” and the name, “at risk?”",
  "asking.do.what-helps": "What would help a customer: “what would help” and the name",
  "asking.do.history": "What happened with a customer: “history of” and the name",
  "asking.do.products": "What a customer buys: “what does” and the name, “buy?”",
  "asking.do.costs": "What a customer costs: “what does” and the name, “cost?”",
  "asking.do.worth": "What a customer is worth: “what is” and the name, “worth?”",
  "asking.do.why-silent": "Why nobody was told about a customer: “why was nobody told about” and the name",
  "asking.do.at-risk": "Who is at risk?",
  "asking.do.movers": "Whose risk moved most?",
  "asking.do.threshold": "What a threshold of 60 % would change: “threshold 60%”",
  "asking.do.digest": "Show last week's digest",
  "asking.do.retention": "What is our retention rate?",
  "asking.do.nudges": "My nudges",
  "asking.do.help": "Help",

  "asking.private.card": "For you alone: {worth}",
  "asking.private.at-risk": "For you alone, with what is at stake:",
  "asking.public.more":
    "{more, plural, one {# more customer is} other {# more customers are}} at high risk: `/customer at-risk` lists them.",
  "asking.public.asked": "Asked by <@{who}>.",

  "asking.since.title": "{name}: since when",
  "asking.since.high":
    "At high risk (50 % and more) since {since}. At the scoring before, on {day}, it was {before}.",
  "asking.since.always": "At high risk (50 % and more) since the first score I have, of {since}.",
  "asking.since.not-high": "Not at high risk: that is 50 % and more.",

  "asking.help.title": "{name}: what would help",
  "asking.help.none":
    "The model knows no step that would lower this risk by a point or more. What it reads of a customer is listed by `/customer model`.",

  "asking.worth.title": "What {name} is worth",
  "asking.worth.text": "{name}: margin CLV {clv}; lifetime revenue {lifetime}.",

  "asking.movers.title": "Whose risk moved most in {days, number} days",
  "asking.movers.title.mine": "Whose risk moved most in {days, number} days: my customers",
  "asking.movers.risen": "Risen",
  "asking.movers.fallen": "Fallen",
  "asking.movers.more": "and {more, number} more by ten points or more",
  "asking.movers.nobody":
    "{whose, select, mine {None of your customers' risk moved} other {Nobody's risk moved}} by ten points or more in {days, number} days.",
  "asking.movers.not-scored":
    "No customer has a risk figure yet, so nobody's can have moved. I score every night.",
  "asking.movers.no-email":
    "I cannot see your e-mail address, so I cannot tell which customers are yours. `/customer movers team` shows everybody's.",
  "asking.movers.text": "{title}. Risen: {risen}. Fallen: {fallen}.",
  "asking.movers.none": "nobody",
  "asking.movers.why": "Why",
  "asking.movers.foot":
    "The newest score against the one of {days, number} days before; steps of ten points or more.",

  "asking.digest.this": "This week so far. Risks are as of now, compared with seven days ago.",
  "asking.digest.last":
    "Last week, as it stood {at}. Figures that were corrected since are shown as they are now.",

  "asking.retention.title": "Retention, {from} to {to}",
  "asking.retention.percent": "*{value, number, ::.#} %* ({working})",
  "asking.retention.percent.alone": "*{value, number, ::.#} %*",
  "asking.retention.none": "n/a: {because}",
  "asking.retention.text": "{title}: {figures}",
  "asking.retention.figure": "{name} {value}",
  "asking.retention.not-available": "n/a",
  "asking.retention.other": "Ask for “retention last quarter” or “this month” for other days.",

  "asking.threshold.now":
    "*Today* {customers, plural, =0 {no customer stands} one {# customer stands} other {# customers stand}} at {percent} or above, of {scored, number} with a risk figure.",
  "asking.threshold.stake": "Together {text}",
  "asking.threshold.no-stake":
    "What is at stake is added up from high risk (50 %) on, so not at this threshold.",
  "asking.threshold.not-scored": "*Today* no customer has a risk figure, so none stands at a threshold.",

  "asking.prompts.title": "Ask me",
  "asking.prompt.at-risk": "Who is at risk?",
  "asking.prompt.my-at-risk": "Which of my customers are at risk?",
  "asking.prompt.movers": "Whose risk moved most?",
  "asking.prompt.nudges": "Who should I contact today?",
  "asking.prompt.digest": "Show me last week's digest",
  "asking.prompt.retention": "What is our retention rate?",
  "asking.prompt.help": "What can you do?",
  "asking.stream.working": "Looking it up",
  "asking.stream.done": "Done",
  "asking.stream.broken-off": "This was broken off when I restarted; the answer comes below",
  "asking.stream.failed": "Something went wrong; nothing was found out",
  "asking.status": "is looking it up…",

  "asking.touch.customer": "Customer",
  "asking.touch.customer.hint": "Name, domain or number",
  "asking.touch.guessed": "{customer} is named in the message: check it before you log.",
  "asking.touch.not-guessed": "Log a contact with a customer, with this message as its note.",
  "asking.touch.nobody": "I know no such customer. Type the name, the domain or the number.",
  "asking.touch.several": "Several customers fit: {customers}. Type the number of the one you mean.",
  "asking.touch.logged": "A touch with {customer} is logged. This is the card as it is now.",

  "asking.find.title": "Find customer",
  "asking.find.submit": "Find",
  "asking.find.close": "Close",
  "asking.find.field": "Customer",
  "asking.find.hint": "Name, also misspelt or in part, domain or customer number",
  "asking.find.nobody": "I know no such customer. Try part of the name, the domain or the number.",
  "asking.find.near": "I know no such customer. Nearest: {customers}.",
  "asking.find.sent": "The card with its buttons is in our direct messages.",
} as const;
