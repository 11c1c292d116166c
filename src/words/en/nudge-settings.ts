/** One's open nudges, and when and how one is told of more. */
export const nudgeSettings = {
  "own-nudges.title":
    "{customers, plural, =0 {No open nudges} one {# customer waits for your answer} other {# customers wait for your answer}}",
  "own-nudges.none": "Nothing waits for your answer.",
  "own-nudges.owns-nobody":
    "You own no customers, so nobody is brought to your attention. Managers and operations can make you an owner in the customer file.",
  "own-nudges.since": "sent {ago}",
  "own-nudges.more":
    "{customers, plural, one {# more customer waits} other {# more customers wait}}: they show once these are answered.",

  "nudge-settings.title": "When I tell you",
  "nudge-settings.change": "Change",
  "nudge-settings.saved": "Saved.",
  "nudge-settings.daily": "Every working day at {hour} ({weekdays}).",
  "nudge-settings.weekly": "Once a week, on {weekday} at {hour}.",
  "nudge-settings.paused": "Paused until {until}.",
  "nudge-settings.budget": "At most {customers, plural, one {# customer} other {# customers}} a working day.",
  "nudge-settings.budget-of-team": "As many customers as the team has set.",
  "nudge-settings.holidays": "Not on public holidays in {country}.",
  "nudge-settings.no-holidays": "On public holidays too.",
  "nudge-settings.quiet": "No direct messages from {from} to {until} or on days off;",
  "nudge-settings.no-quiet": "No quiet hours, but no direct messages on days off;",
  "nudge-settings.urgent-waits": "complaints and unhappy answers wait too.",
  "nudge-settings.urgent-at-once": "complaints and unhappy answers come at once.",
  "nudge-settings.zone": "Times are in {timeZone}, as in your Slack profile.",
  "nudge-settings.next": "Next: {day}, if a customer needs you.",
  "nudge-settings.no-next": "No next day is in sight: check your time zone in Slack and the days you work.",

  "nudge-settings.form.save": "Save",
  "nudge-settings.form.how": "How often?",
  "nudge-settings.form.how.daily": "On every day I work",
  "nudge-settings.form.how.weekly": "Once a week, all in one message",
  "nudge-settings.form.how.paused": "Not until a day",
  "nudge-settings.form.weekly-on": "Day of the weekly message",
  "nudge-settings.form.paused-until": "Not until",
  "nudge-settings.form.paused-until.hint": "Counts with “Not until a day”; nudges come again on that day.",
  "nudge-settings.form.hour": "From what time?",
  "nudge-settings.form.weekdays": "Days you work",
  "nudge-settings.form.budget": "How many customers on one day?",
  "nudge-settings.form.budget.team": "As many as the team has set",
  "nudge-settings.form.budget.own": "At most {customers, number}",
  "nudge-settings.form.quiet-from": "Quiet from",
  "nudge-settings.form.quiet-until": "Quiet until (the same time as above: no quiet hours)",
  "nudge-settings.form.urgent": "Complaints and unhappy answers",
  "nudge-settings.form.urgent.at-once": "Tell me at once",
  "nudge-settings.form.urgent.means": "In quiet hours and on days off too",
  "nudge-settings.form.country": "Public holidays",
  "nudge-settings.form.country.usual": "Usual",
  "nudge-settings.form.country.zone": "As my time zone: {country}",
  "nudge-settings.form.country.no-zone": "As my time zone: none is known",
  "nudge-settings.form.country.none": "None: I work on public holidays",
  "nudge-settings.form.zone": "Times are in {timeZone}, as in your Slack profile.",
  "nudge-settings.form.bad-choice": "Choose one of the list.",
  "nudge-settings.form.no-weekday": "Choose at least one day you work.",
  "nudge-settings.form.hour-is-quiet":
    "That is in your quiet hours: choose another time, or change them below.",
  "nudge-settings.form.weekly-on-day-off": "Choose a day you work.",
  "nudge-settings.form.pause-needs-day": "Choose the day on which nudges come again.",
  "nudge-settings.form.pause-is-past": "Choose a day after today.",
  "nudge-settings.form.pause-too-long": "Choose a day within the next {days, number} days.",

  "channel-nudge.title":
    "{customers, plural, one {# customer without an owner needs} other {# customers without an owner need}} somebody",
  "channel-nudge.why":
    "Nobody who could be told owns them. Whoever takes one answers for it; the customer file stays as it is.",
  "channel-nudge.take": "I take it",
  "nudge.take.done":
    "*{customer}* is yours for now: it waits under `/customer nudges`. To keep it for good, have the owner changed in the customer file.",
  "nudge.take.other":
    "{who, select, you {You have taken this customer already: it waits under `/customer nudges`.} named {{name} has taken this customer already.} other {Somebody has taken this customer already.}}",
  "nudge.done.taken":
    "{who, select, you {You took this customer ({when}).} named {{name} took this customer ({when}).} other {Someone took this customer ({when}).}}",

  "team-nudges.title": "How the team is told",
  "team-nudges.none":
    "Nobody in Slack owns customers, so nobody is told of any. Check the owners' e-mail addresses in the customer file.",
  "team-nudges.summary":
    "{members, plural, one {# member owns} other {# members own}} customers; {paused, plural, =0 {nobody has paused} one {# has paused} other {# have paused}}. Answered: of the nudges of the last 4 weeks.",
  "team-nudges.member":
    "{open, number} open, {sent, plural, =0 {none sent} other {{answered, number} of {sent, number} answered}}",
  "team-nudges.more": "{members, plural, one {# more member is} other {# more members are}} not shown.",
} as const;
