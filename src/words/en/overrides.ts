/** What somebody knows better than the model, whom contact does no good, and nudges that go to somebody else. */
export const overrides = {
  "override.button": "I know better",
  "override.change": "Change",
  "override.take-back": "Take back",
  "override.says":
    "{says, select, stay {{who, select, named {*{name} says they will stay*} other {*Somebody says they will stay*}}} other {{who, select, named {*{name} says they will leave*} other {*Somebody says they will leave*}}}} until {until}: {because}",
  "override.quiet":
    "{says, select, stay {Nudges about the risk keep quiet meanwhile; an urgent one for a known reason, such as an open ticket, still comes. The figure below is the model's.} other {The figure below is the model's.}}",
  "override.form.title": "I know better",
  "override.form.submit": "Save",
  "override.form.ask":
    "What will happen with *{customer}*? When the time is over you are told, and nobody else, whether you were right.",
  "override.form.now":
    "{who, select, you {You say} named {{name} says} other {Somebody says}} that they will {says, select, stay {stay} other {leave}}, until {until}. What you save takes its place.",
  "override.form.says": "They will",
  "override.form.stay": "Stay",
  "override.form.stay.means": "Nudges about the risk keep quiet until then",
  "override.form.leave": "Leave",
  "override.form.leave.means": "Nudges go on as usual",
  "override.form.take-back": "Take back what was said",
  "override.form.until": "Until",
  "override.form.until.hint":
    "At most a year. Holds until that day begins in your time zone. Calls of under {days, number} days are judged after {days, number} days.",
  "override.form.because": "Because",
  "override.form.because.placeholder": "Their new budget was approved",
  "override.form.choose": "Choose what will happen.",
  "override.form.no-day": "Choose a day.",
  "override.form.past": "Choose a day after today.",
  "override.form.too-far": "Choose a day within a year.",
  "override.form.no-reason": "Say why, so that colleagues can follow it.",
  "override.form.too-long": "Keep the reason under {mostCharacters, number} characters.",
  "override.form.open": "To say that you know better than the model, use the command {command}.",
  "override.done":
    "{says, select, stay {Noted: they will stay, until {until}. Nudges about the risk keep quiet.} other {Noted: they will leave, until {until}.}}",
  "override.taken-back": "Taken back: it counts neither for nor against you.",
  "override.none": "Nobody says anything against the model: nothing to take back.",
  "override.meanwhile":
    "{who, select, named {{name}} other {Somebody}} was faster and says that they will {says, select, stay {stay} other {leave}}, until {until}. Look at the card, then change it there if you know better.",

  "override-note.made":
    "{who} says that *{customer}*, one of your accounts, will {says, select, stay {stay} other {leave}} until {until}: {because} ({when}).{says, select, stay { Nudges about their risk keep quiet until then.} other {}}",
  "override-note.taken-back":
    "{who} took back what was said against the model's figure for *{customer}*, one of your accounts ({when}). Nudges come as usual.",

  "override-score.title": "How your calls turned out",
  "override-score.line":
    "{right, select, yes {:white_check_mark:} other {:x:}} *{customer}*: you said on {on} that they would {says, select, stay {stay} other {leave}}. They {outcome, select, stayed {stayed} other {left}}.{model, select, right { The model was right.} wrong { The model was wrong.} other { The model had no figure.}}",
  "override-score.more": "{calls, plural, one {One more was} other {# more were}} scored with them.",
  "override-score.text": "{title}: {tally}",
  "override-score.private":
    "You alone see this. Stayed means: still under contract or bought again by the end of the time, at least {days, number} days.",
  "overrides.tally":
    "Of your {calls, plural, one {# call that is over} other {# calls that are over}} {right, plural, =0 {none was} one {# was} other {# were}} right{modelCalls, plural, =0 {; the model had a figure for none of them.} other {; the model was right in {modelRight, number} of the # for which it had a figure.}}",
  "overrides.tally.none": "None of your calls is over yet.",
  "overrides.title": "What you know better than the model",
  "overrides.none":
    "You say nothing against the model at present. `/customer acme override` or *I know better* on a card does.",
  "overrides.line": "*{customer}*: will {says, select, stay {stay} other {leave}} until {until} – {because}",
  "overrides.more": "Only the first {shown, number} are shown.",
  "overrides.team":
    "*The team:* of {calls, plural, one {# call} other {# calls}} that are over {right, number} were right{modelCalls, plural, =0 {.} other {; the model was right in {modelRight, number} of the # for which it had a figure.}}",
  "overrides.team.too-few":
    "*The team:* fewer than {people, number} people have calls that are over: a sum would tell whose they are.",
  "overrides.private": "How your calls turned out is for you alone; managers see the team's sum.",

  "nudge.done.handed-over":
    "{who, select, you {You handed this over to {to} ({when}).} named {{name} handed this over to {to} ({when}).} other {Handed over to {to} ({when}).}}",
  "nudge.done.taken-over":
    "{who, select, you {You took this over ({when}).} named {Handed over to {to}, who took it ({when}).} other {Somebody took this over ({when}).}}",
  "nudge.handed-over": "Handed over to you by {by}",
  "nudge.taken-over": "You took this over",
  "handover.button": "Hand over",
  "handover.ask":
    "Who should take care of *{customer}*? They get this reminder as their own, and this one is settled.",
  "handover.to": "To",
  "handover.choose": "Choose a colleague.",
  "handover.not-to-yourself": "Choose somebody else: this reminder is yours already.",
  "handover.no-member": "Choose a member of the team: guests, bots and people who left get no reminders.",
  "handover.has-it": "Whoever you chose has this reminder already. Choose somebody else.",
  "handover.done": "Handed over: I have sent the reminder to {name}.",
  "handover-note.handed":
    "{by} handed the reminder about *{customer}* over to {to} ({when}). There is nothing left for you to do about it.",
  "handover-note.taken":
    "{to} took over the reminder about *{customer}* ({when}). There is nothing left for you to do about it.",
  "escalation.waits":
    "*{customer}* waits: {owner} has not answered the reminder for {days, plural, one {# working day} other {# working days}}",
  "escalation.since": "Asked of them {when}. It is among those of theirs with most at stake.",
  "escalation.take": "I take it",
  "escalation.taken": "It is yours now: I have sent you the reminder, and told whoever had it.",
  "escalation.is-yours": "This reminder is yours already: you find it in our direct messages.",
  "escalation.too-old": "This reminder is closed by now. The card says how the customer stands today.",

  "do-not-disturb.title":
    "{entries, plural, =0 {Nobody is left alone} one {Do not disturb: # entry} other {Do not disturb: # entries}}",
  "do-not-disturb.none":
    "Everybody may be contacted. `/customer acme quiet` leaves a customer alone who asked for it; I suggest others where the comparison shows that nudges harm.",
  "do-not-disturb.how":
    "Whoever is left alone gets no suggestion but the answer to a ticket of their own. A suggestion of mine changes nothing until you keep it.",
  "do-not-disturb.segment": "{segment}, “{playbook}”",
  "do-not-disturb.quiet": "left alone since {on}{who, select, named {, says {name}} other {}}",
  "do-not-disturb.suggested": "I suggest to leave them alone with this, since {on}",
  "do-not-disturb.evidence":
    "In {quarter}, of {nudged, number} nudged and {heldOut, number} held out in this segment, {fewer, number, ::.0} points fewer of those nudged stayed ({least, number, ::.0} to {most, number, ::.0}; 95 %, valid however often one looks).",
  "do-not-disturb.keep": "Keep quiet",
  "do-not-disturb.dismiss": "Leave as it is",
  "do-not-disturb.allow": "Allow again",
  "do-not-disturb.is-allowed": "They may be contacted from now on.",
  "do-not-disturb.is-quiet": "They are left alone with this from now on.",
  "do-not-disturb.decided-before": "Somebody was faster: this is how things stand now.",
  "do-not-disturb.not-yours":
    "Whoever asked for quiet, a manager or operations can allow contact again. Ask one of them.",
  "do-not-disturb.form.title": "Do not disturb",
  "do-not-disturb.form.submit": "Leave alone",
  "do-not-disturb.form.ask":
    "From now on nothing is suggested about *{customer}* but the answer to a ticket of their own, until somebody allows contact again.",
  "do-not-disturb.form.because": "Why",
  "do-not-disturb.form.placeholder": "They asked not to be called",
  "do-not-disturb.form.no-reason": "Say why, so that colleagues can follow it.",
  "do-not-disturb.form.open": "To leave a customer alone, use the command {command}.",
  "do-not-disturb.done":
    "*{customer}* is left alone from now on, and open reminders about them are closed. `/customer` with the name and `quiet` behind it allows contact again.",
  "card.do-not-disturb":
    "*Do not disturb* since {since}{who, select, named {, says {name}} other {}}: {because}",
  "card.quiet-playbooks":
    "Customers of this segment are left alone with: {playbooks}. Nudges of that kind did harm.",
  "nudge.closed.do-not-disturb": "Closed {when}: this customer is not to be disturbed.",

  "at-risk.override":
    "{who, select, named {{name} says} other {Somebody says}} they will {says, select, stay {stay} other {leave}} until {until}",
  "at-risk.do-not-disturb": "Not to be disturbed",
} as const;
