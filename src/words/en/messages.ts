/** What the bot posts by itself: a rep's list of the day, a channel's week, a failed job. */
export const messages = {
  "nudge.title": "{customers, plural, one {# customer} other {# customers}} to contact today",
  "nudge.risk": "{risk} risk of leaving",
  "nudge.stake": "{amount} at stake",
  "nudge.why": "Why: {reason}",
  "nudge.next": "Next: {action}",
  "nudge.more":
    "{customers, plural, one {# more customer is} other {# more customers are}} left for another day, so that your list stays doable.{atRisk, plural, =0 {} one { `/customer at-risk` lists the one at high risk.} other { `/customer at-risk` lists the # at high risk.}}",
  "nudge.order":
    "At stake is the margin expected to be lost: risk × the margin of a year. First comes what cannot wait, then the greatest loss{unknown, plural, =0 {} other {; those without a known value come last, by risk}}.",
  "nudge.order-by-value":
    "At stake is the margin expected to be lost: risk × the margin of a year. First comes where a contact is expected to keep most of it, less what the contact costs{unknown, plural, =0 {} other {; those of whom that is not known come last}}.",
  "nudge.no-risk": "no risk figure",
  "nudge.effect": "Expected to keep {kept} of margin. Takes {takes}: {cost}.",
  "nudge.effect.owed": "They wait for an answer, whatever it keeps. Takes {takes}: {cost}.",
  "nudge.effect.unknown": "Takes {takes}.",
  "nudge.effect.takes":
    "{minutes, plural, one {# minute} other {# minutes}}{hasGift, select, yes { and a gift of {gift}} other {}}",
  "nudge.also": "And {count, plural, one {# more} other {# more}}: {what}",
  "nudge.more-pressing": "Changed {when}: something more pressing came up",
  "nudge.reached-out": "Reached out",
  "nudge.snooze": "Snooze",
  "nudge.not-useful": "Not useful",
  "nudge.card": "Card",
  "nudge.why-button": "Why",
  "nudge.contact": "With {who}",
  "nudge.title.left":
    "{customers, plural, one {# customer} other {# customers}} left to contact, reminder of {day}",
  "nudge.title.none-left": "Nothing left to do, reminder of {day}",
  "nudge.text.open": "{name} – {reason} → {action}",
  "nudge.text.done": "{name} – {done}",
  "nudge.done.reached-out":
    "{who, select, you {You reached out ({when}).} named {{name} reached out ({when}).} other {Someone reached out ({when}).}}",
  "nudge.done.snoozed":
    "{who, select, you {You snoozed this customer ({when}).} named {{name} snoozed this customer ({when}).} other {Someone snoozed this customer ({when}).}}",
  "nudge.done.touched":
    "{who, select, you {You logged a touch ({when}).} named {{name} logged a touch ({when}).} other {Someone logged a touch ({when}).}}",
  "nudge.done.not-useful":
    "{who, select, you {You marked this as not useful ({when}).} named {{name} marked this as not useful ({when}).} other {Someone marked this as not useful ({when}).}}",
  "nudge.done.not-useful-because":
    "{who, select, you {You marked this as not useful: {why} ({when}).} named {{name} marked this as not useful: {why} ({when}).} other {Someone marked this as not useful: {why} ({when}).}}",
  "nudge.closed.age": "Closed {when}: nobody answered within {days, plural, one {# day} other {# days}}.",
  "nudge.closed.newer": "Closed {when}: a newer reminder speaks of this customer.",
  "nudge.too-old":
    "This reminder is from {day} and closed, so I count no contact for today. If you were in touch, log a touch with its own day instead.",

  "why-not.ask": "What was wrong with the reminder about *{customer}*?",
  "why-not.why": "Why",
  "why-not.wrong-customer": "Wrong customer",
  "why-not.wrong-customer.means": "No reminder about them for {days, number} days",
  "why-not.wrong-time": "Wrong time",
  "why-not.wrong-time.means": "Not for this reason for {days, number} days",
  "why-not.wrong-advice": "Wrong advice",
  "why-not.wrong-advice.means": "Not with this advice for {days, number} days",
  "why-not.already-handled": "Already handled",
  "why-not.already-handled.means": "Not for this reason for {days, number} days",
  "why-not.is.wrong-customer": "wrong customer",
  "why-not.is.wrong-time": "wrong time",
  "why-not.is.wrong-advice": "wrong advice",
  "why-not.is.already-handled": "already handled",
  "why-not.note": "A note, if you like",
  "why-not.submit": "Send",
  "why-not.choose": "Choose what was wrong.",
  "why-not.note-too-long": "Keep the note under {mostCharacters, number} characters.",

  "snooze-note.snoozed":
    "{who} snoozed *{customer}*, one of your accounts, until {until} ({when}). At high risk you hear all the same when the risk has risen by {points, number} points, the contract renews within {days, number} days, or they complain.",
  "snooze-note.ended":
    "{who} ended the snooze of *{customer}*, one of your accounts ({when}): reminders may come again.",

  "digest.title": "Customer digest, week {week, number} ({from} to {to})",
  "digest.text":
    "{title}: {high, plural, one {# customer} other {# customers}} at high risk, {added, number} of them new",
  "digest.text.no-signal": "{title}: no signal found in this history, so nobody is named",
  "digest.text.to-save": "Save first: {names}",
  "digest.to-save":
    "{customers, plural, one {One to save this week} =5 {Five to save this week} other {# to save this week}}",
  "digest.to-save.more":
    "… and {customers, plural, one {# more customer} other {# more customers}} at high risk: `/customer at-risk` lists them all.",
  "digest.to-save.nobody": "*Nobody to save this week:* no customer is at high risk.",
  "digest.turns": "Won and lost this week",
  "digest.turned": "{customer} ({amount} a year)",
  "digest.turned.more": "and {customers, number} more",
  "digest.won.started": "• Won: {customers, plural, one {# new customer} other {# new customers}} – {names}",
  "digest.won.came-back":
    "• Came back after an end, or after {days, number} days and more without a purchase: {customers, number} – {names}",
  "digest.won.nobody": "• Nobody new, and nobody came back.",
  "digest.lost.ended": "• Ended: {customers, number} – {names}",
  "digest.lost.lapsed": "• Lost, {days, number} days without a purchase: {customers, number} – {names}",
  "digest.lost.nobody": "• Nobody lost.",
  "digest.turns.not-known":
    "• Not known: who came back or was lost among customers whose data stopped or paused.",
  "digest.revenue": "Revenue kept, {month}",
  "digest.revenue.contracts": "contracts: {gross, number, ::.0} % gross, {net, number, ::.0} % net",
  "digest.revenue.buyers": "buyers: {gross, number, ::.0} % gross, {net, number, ::.0} % net",
  "digest.cost": "Cost per retained customer, {month}",
  "digest.none": "n/a",
  "digest.none.because": "n/a: {because}",
  "digest.not-scored.off":
    "No scoring {one, select, one {on {from}} other {from {from} to {to}}}: Mainstay was off, and few or no nudges went out",
  "digest.not-scored.failed":
    "No scoring {one, select, one {on {from}} other {from {from} to {to}}}: it failed, so risks stayed as they were",
  "digest.not-scored.not-yet":
    "No scoring {one, select, one {on {from}} other {from {from} to {to}}} yet: it has not finished, so the risks here are older",
  "digest.risk": "Risk of leaving",
  "digest.risk.counts":
    "{high, number} high · {medium, number} medium · {low, number} low · {unscored, number} without a score",
  "digest.risk.no-signal":
    "no signal found: {unscored, plural, one {# customer} other {# customers}} without a score",
  "digest.retention": "Retention, {month}",
  "digest.retention.none": "n/a: no customers at the start of the month",
  "digest.retention.kept":
    "{percent, number, ::.0} % kept ({retained, number} of {atStart, number}), {lost, number} lost, {joined, number} joined",
  "digest.nudges": "Nudges of the week",
  "digest.nudges.none": "none were sent",
  "digest.nudges.counts":
    "{sent, number} sent: {reachedOut, number} reached out · {snoozed, number} snoozed · {notUseful, number} not useful · {open, number} not answered{failed, plural, =0 {} other {. # could not be sent}}",
  "digest.newly-high": "New at high risk ({customers, number})",
  "digest.risers": "Risk rose most",
  "digest.fallers": "Risk fell most",
  "digest.more": "… and {customers, number} more",
  "digest.unscored": "unscored",
  "digest.moved": "{before} → {after}",
  "digest.no-owner":
    "*Without an owner:* {customers, plural, one {# customer at high risk belongs} other {# customers at high risk belong}} to no active member of the team, so nobody is nudged about them. Give them an owner's e-mail.",
  "digest.no-signal":
    "*{found}* So nobody is named here, and no value is called at risk. `/customer model` says why.",
  "digest.quiet": "Nobody's risk moved by 10 points or more this week.",
  "digest.nobody-scored": "No customer has a score yet, so there is no risk to report.",
  "digest.order.by-risk": "New at high risk: by risk, because no customer's margin and value are known.",
  "digest.order.by-stake":
    "New at high risk: most at stake first{unknown, plural, =0 {} other {; after them, by risk, # without a known value}}{withoutRate, plural, =0 {} other {, # of them for want of an exchange rate}}. At stake is the margin expected to be lost: risk × the margin of a year.",
  "digest.foot":
    "A customer is who has a running contract or, without one, bought in the {window, plural, one {# day} other {# days}} before; retained are those at the start of the month who still were at its end. High: 50 % and more, medium: 25 % and more. Days in {timeZone}.",

  "job-alert.title": "A job failed: {job}",
  "job-alert.period": "{when} {zone}",
  "job-alert.what":
    "*{job}* for {period} failed{attempts, plural, =0 {} one {} other { after # attempts}} and will not be tried again for it.",
  "job-alert.error": "What went wrong: {error}",
  "job-alert.stopped": "I stopped during the last attempt.",
  "job-alert.stopped-too-late": "I stopped while it ran, and its time was over before I could go on.",
  "job-alert.failed-too-late": "{error} – I was off when it should have been tried again.",
  "job-alert.when":
    "{failedAt}. The log holds more; whoever runs me can let the doctor command name most of what can be wrong.",
  "job-alert.text":
    "A job failed: {job} for {period}, {attempts, plural, one {# attempt} other {# attempts}}",

  "given-up.note":
    "I could not carry out {how, select, command {`/customer{label, select, none {} other { {label}}}`} message {what you wrote to me} button {the button {label, select, none {you pressed} other {“{label}”}}} form {the form {label, select, none {you sent} other {“{label}”}}} other {what you asked for}}, from {when}. I was stopped three times while I worked on it, so I do not try again by myself. Please look whether it was done in part, then try again. If it fails again, give whoever runs me the reference {reference}.",
  "given-up.alert":
    "*A request could not be carried out*: {how, select, command {a command} message {a message to me} button {a button} form {a form} other {an event}}{sender, select, none {} other { of {sender}}}, from {when}. The process ended three times while it worked on it, so it is not tried again. {isTold, select, yes {The sender was told.} other {Nobody waits for an answer to it.}}",
  "given-up.alert.next":
    "Look for {reference} in the log to see what ended the process. What was sent is kept for eight days in the table handled_requests, under that id.",
} as const;
