/** What `doctor` finds. Read on the command line alone, by whoever runs the bot. */
export const health = {
  "health.database": "PostgreSQL at DATABASE_URL, schema up to date",
  "health.database.embedded": "embedded, in {folder}, schema up to date",
  "health.backend": "TensorFlow.js computes on {backend}",

  "health.names": "names in every script can be looked up",
  "health.names.ascii-only": "the database's locale takes letters outside ASCII for punctuation",
  "health.names.advice":
    "Mistyped Chinese names will not be found. Create the database with LC_CTYPE C.UTF-8 or another UTF-8 locale.",

  "health.data": "{customers, plural, one {# customer} other {# customers}}, newest activity {newest}",
  "health.data.old":
    "{customers, plural, one {# customer} other {# customers}}, newest activity {newest}, {days, plural, one {# day} other {# days}} ago",
  "health.data.none": "no customers yet",
  "health.data.no-activities": "{customers, plural, one {# customer} other {# customers}}, no activities",
  "health.data.import": "npm run mainstay -- import FILE --preset NAME",
  "health.data.update": "Bring it up to date: npm run mainstay -- import FILE --preset NAME",

  "health.sources.advice":
    "Their customers keep the risk of that day until it sends again: see why its export or connection has stopped.",

  "health.members": "Slack's list of people was read on {day}",
  "health.members.old":
    "Slack's list of people was last read on {day}: who left or joined since then may not be known",
  "health.members.never":
    "Slack's list of people was never read: an owner who never used the bot gets no nudge, and who left is not known",
  "health.members.advice":
    "It is read whenever the bot starts with Slack connected, and every day. If it is running, look for “{job}” in its log.",

  "health.model": "version {version} of {trained}, the {kind} serves",
  "health.model.old": "version {version} of {trained}, the {kind} serves, an old one",
  "health.model.none": "not trained yet",
  "health.model.train": "npm run mainstay -- train",
  "health.model.no-signal": "version {version} of {trained}: no signal found in this history",
  "health.model.no-signal.advice":
    "Nobody gets a risk figure. What would help: a longer history (a year and more), more of what customers do (orders with their dates, usage, tickets, contacts), the days on which contracts really ended, and the same number for a customer in every file. Import it, then: npm run mainstay -- train",
  "health.too-good": "version {version} of {trained}. Suspiciously good: {leak}",
  "health.too-good.advice":
    "If it is known only afterwards (a closing entry, a last bill), leave such rows out of the import, then: npm run mainstay -- train",

  "health.slack": "connected to {team} as {user}, {mode} mode",
  "health.slack.no-tokens": "no tokens, so `npm start` shows the demo",
  "health.slack.connect": "To connect: see “Connect Slack” in README.md.",
  "health.slack.refused":
    "Slack refused a token: install the app again from manifest.yml and copy both tokens into .env.",
  "health.slack.unreachable": "Slack could not be reached: check the network and any proxy.",
} as const;
