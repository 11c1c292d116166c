/** How playbooks are set: the list, the form, and what is wrong in it. */
export const playbookSettings = {
  "playbook.anniversary.forDays": "Told from the day on for",
  "playbook.ask-referral.withinDays": "Time after the answer, at most",
  "playbook.break-silence.gapPercent": "Silence longer than, of the usual gap",
  "playbook.break-silence.leastDays": "Silent for at least",
  "playbook.break-silence.leastPurchaseDays": "Days with a purchase, at least",
  "playbook.close-the-loop.withinDays": "Time after the answer, at most",
  "playbook.confirm-fix.withinDays": "Time after the ticket was solved, at most",
  "playbook.congratulate.daysBefore": "Told before the birthday from",
  "playbook.congratulate.daysAfter": "Told after the birthday up to",
  "playbook.follow-up-delivery.notBeforeDays": "Time after the delivery, at least",
  "playbook.follow-up-delivery.withinDays": "Time after the delivery, at most",
  "playbook.monthly-contact.everyDays": "No contact for at least",
  "playbook.reply-to-ticket.afterDays": "Without an answer for at least",
  "playbook.risk-jump.leastPoints": "Risk up within a week by at least",
  "playbook.settle-payment.withinDays": "Two failed payments within",
  "playbook.thank.withinDays": "Time after the purchase, at most",
  "playbook.tier-in-reach.usualOrderPercent": "Missing to the tier, of a usual order, at most",
  "playbook.usage-drop.leastDropPercent": "Usage down in 28 days by at least",
  "playbook.vip-cooling.leastPoints": "Risk up within a week by at least",
  "playbook.vip-cooling.quietDays": "No contact for at least",
  "playbook.welcome.notBeforeDays": "Time after the first purchase, at least",
  "playbook.welcome.withinDays": "Time after the first purchase, at most",

  "playbook-settings.mode.on": "On",
  "playbook-settings.mode.dry-run": "Dry run",
  "playbook-settings.mode.off": "Off",
  "playbook-settings.mode.on.means": "On: it is told on cards and in nudges",
  "playbook-settings.mode.dry-run.means": "Dry run: worked out and counted, told to nobody",
  "playbook-settings.mode.off.means": "Off: not worked out at all",
  "playbook-settings.unit.days": "days",
  "playbook-settings.unit.percent": "%",
  "playbook-settings.unit.points": "percentage points",
  "playbook-settings.unit.count": "number",
  "playbook-settings.value.days": "{value, plural, one {# day} other {# days}}",
  "playbook-settings.value.percent": "{value, number} %",
  "playbook-settings.value.points": "{value, plural, one {# point} other {# points}}",
  "playbook-settings.value.count": "{value, number}",

  "playbook-settings.title": "How playbooks are set",
  "playbook-settings.text":
    "How playbooks are set: {on, number} on, {dryRun, number} in a dry run, {off, number} off.",
  "playbook-settings.name": "*{name}* · {mode}",
  "playbook-settings.number": "{label}: {value}",
  "playbook-settings.threshold":
    "*Nudges about risk begin at {percent, number} %*\nFor all playbooks that follow from risk or silence. What a customer waits for and known days are told at any risk.",
  "playbook-settings.threshold.name": "The risk from which on I nudge",
  "playbook-settings.threshold.form-title": "Risk to nudge from",
  "playbook-settings.threshold.form-number": "Nudge from this risk on, in %",
  "playbook-settings.threshold.means":
    "It holds for all playbooks that follow from risk or silence: in nudges, in `why-silent`, in what nudges brought, and for who counts as “rated safe” when they leave. Cards and lists stay as they are.",
  "playbook-settings.threshold.preview": "What it would have been",
  "playbook-settings.threshold.preview-means":
    "The button counts last quarter's nudges at the risk above. Nothing is changed before you save.",
  "playbook-settings.threshold.unreadable":
    "Write a whole number from {least, number} to {most, number} above, then press the button again.",
  "playbook-settings.threshold.only-number":
    "The threshold of nudges has a number only: no mode, minutes or gift.",
  "playbook-settings.minutes": "{minutes, number} min a contact",
  "playbook-settings.gift": "gift {gift}",
  "playbook-settings.applied":
    "In {days, number} days it applied to {customers, plural, =0 {nobody} one {# customer} other {# customers}}{told, plural, =0 {} other { and was told about #}}{dryRun, plural, =0 {} other {; of # nobody was told, in a dry run}}.",
  "playbook-settings.set": "Saved by {who}, {day}",
  "playbook-settings.today": "today",
  "playbook-settings.by-command-line": "the command line",
  "playbook-settings.by-somebody": "somebody who is not known any more",
  "playbook-settings.misfit":
    ":warning: “{number}” was set to {kept}, which no longer fits {least, number} to {most, number}: {value} counts.",
  "playbook-settings.misfit.not-a-number": "no number",
  "playbook-settings.misfit.gone":
    ":warning: “{number}” was set, and this playbook has no such number any more.",
  "playbook-settings.change": "Change",
  "playbook-settings.unknown":
    ":warning: Set once, and not known to this version, so without effect: {playbooks}",
  "playbook-settings.how":
    "Counted: customers weighed for a nudge or whose card was opened, each once a playbook. A change holds from the next card and the next morning's nudges on; nudges that are out stay as they are.",
  "playbook-settings.more":
    "{n, plural, one {# more playbook does} other {# more playbooks do}} not fit here: whoever runs me sees and sets all of them.",

  "playbook-settings.saved": "*{name}* is saved.",
  "playbook-settings.unchanged": "*{name}* was set like this already.",
  "playbook-settings.gone": "This version does not know that playbook any more. Nothing was changed.",
  "playbook-settings.meanwhile":
    "Somebody else changed *{name}* in the meantime, so nothing of yours was saved. Below is how it is set now.",
  "playbook-settings.meanwhile.form":
    "{who} changed this setting while the form was open. Note what you wanted, close the form, and press Change again: it shows how it is set now.",

  "playbook-settings.form.title": "Set a playbook",
  "playbook-settings.form.submit": "Save",
  "playbook-settings.form.mode": "Mode",
  "playbook-settings.form.number": "{label} ({unit})",
  "playbook-settings.form.range": "{least, number} to {most, number}; left empty: {value, number}",
  "playbook-settings.form.minutes": "Time a contact takes (minutes)",
  "playbook-settings.form.gift": "Gift with each contact (amount)",
  "playbook-settings.form.gift-hint": "Left empty: none. It counts as a cost of the contact.",
  "playbook-settings.form.currency": "Currency of the gift",
  "playbook-settings.form.preview": "Count who it would apply to",
  "playbook-settings.form.preview-mode": "The count is by the numbers above, whatever the mode.",
  "playbook-settings.form.preview-wrong": "Not counted: {problem}",

  "playbook-settings.preview":
    "By these numbers it would apply to {wanted, plural, =0 {nobody} one {# customer} other {# customers}} of today; as it is set, to {now, number}.",
  "playbook-settings.preview.sample":
    "Counted among {looked, number} customers drawn at random, of {inAll, number} in all.",
  "playbook-settings.preview.none": "There are no customers to count yet: import them first.",
  "playbook-settings.preview.means":
    "Whether it is told also depends on risk, budget, the last contact and what else applies.",

  "playbook-settings.out-of-range":
    "“{typed}” does not fit: {unit, select, days {days as a whole number} percent {per cent as a whole number} points {percentage points as a whole number} other {a whole number}} from {least, number} to {most, number}.",
  "playbook-settings.bad-mode": "“{typed}” is no mode. There are: {modes}.",
  "playbook-settings.unknown-number": "There is no number “{typed}”. There are: {names}.",
  "playbook-settings.no-numbers": "There is no number “{typed}”: this playbook has none to set.",
  "playbook-settings.bad-currency": "“{typed}” is no currency: write its three letters, such as EUR.",
  "playbook-settings.negative-gift": "A gift costs something: write an amount above zero, or leave it empty.",
} as const;
