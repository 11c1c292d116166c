/** Home: what waits for its reader, their settings, and how the bot is doing. */
export const home = {
  "home.day": "My day",
  "home.explain.what":
    "*Welcome.* I read what your customers buy, use and say, and work out who may leave, why, and what would help.",
  "home.explain.how":
    "On working days I tell each owner whom to contact. You say what came of it, and I learn what works.",
  "home.explain.first":
    "{first, select, import {First: import the customer file, or ask whoever runs me to do it.} steer {First: look at who is at high risk below, and see that each of them has an owner.} other {First: answer what waits below, or type `/customer` and a name.}}",
  "home.explain.done": "Got it",

  "home.fresh": "Risks were scored {ago} ({scored}).",
  "home.fresh.old":
    "*Risks were last scored {ago} ({scored}): nothing that happened since is in them.* Ask whoever runs me why.",
  "home.fresh.never": "Nobody has been scored yet, so no risk is shown.",

  "home.unread":
    "*{part, select, at_risk {Customers at high risk} nudges {Your nudges} due {Due follow-ups} week {Your week} ahead {What comes} answers {Unhappy answers} mentions {Complaints in public} freshness {How fresh the risks are} totals {Totals} owners {Who needs a new owner} undelivered {Messages that did not arrive} accounts {Your accounts} settings {Your settings} snoozes {Your snoozes} health {Health} sources {Sources} jobs {Jobs} model {Model versions} imports {Imports} other {This part}}: could not be read.* Open Home again in a minute. If it stays so, give whoever runs me the reference {reference}.",

  "home.nudges": "Nudges that wait for your answer ({nudges, number})",
  "home.owns-nobody": "You own no customers, so no nudge waits for you.",
  "home.due": "Due follow-ups ({customers, number})",
  "home.due.none": "No follow-up is due.",
  "home.due.today": "due today",
  "home.due.since": "due since {day}",
  "home.due.back": "snooze ends today",
  "home.due.snooze-ends": "The snooze ends today. The card says where they stand.",
  "home.due.looked-at":
    "Among your {lookedAt, number} riskiest of {owned, number} customers. A nudge tells you of the others when something is due.",
  "home.answers": "Unhappy answers nobody followed up ({answers, number})",
  "home.answers.none": "Every unhappy answer was followed up.",
  "home.mentions": "Complaints in public ({mentions, number})",
  "home.show-all": "Show all",
  "home.previous": "Previous (page {page, number} of {pages, number})",
  "home.next": "Next (page {page, number} of {pages, number})",

  "home.week": "My week",
  "home.week.team": "The team's week",
  "home.week.behind": "Last {days, number} days",
  "home.week.told":
    "Nudges: {told, number} sent, {answered, number} answered, {open, number} not. Contacts: {touches, number}.",
  "home.week.risen": "Risk up ({customers, number}): {names}{more, plural, =0 {} other { and # more}}",
  "home.week.fallen": "Risk down ({customers, number}): {names}{more, plural, =0 {} other { and # more}}",
  "home.week.nobody-moved": "Nobody's risk moved by ten points or more.",
  "home.week.bought":
    "At high risk {days, number} days ago and bought since ({customers, number}): {names}{more, plural, =0 {} other { and # more}}",
  "home.week.revenue": "Net revenue of my customers: {amounts}",
  "home.week.no-revenue": "No revenue of my customers.",
  "home.week.movers": "Movers",
  "home.week.ahead": "Next {days, number} days",
  "home.week.renewal": "Renewals ({customers, number}): {names}{more, plural, =0 {} other { and # more}}",
  "home.week.contract-end":
    "Contracts that end ({customers, number}): {names}{more, plural, =0 {} other { and # more}}",
  "home.week.birthday": "Birthdays ({customers, number}): {names}{more, plural, =0 {} other { and # more}}",
  "home.week.snooze-end":
    "Snoozes that end ({customers, number}): {names}{more, plural, =0 {} other { and # more}}",
  "home.week.on": "{name} {day}",
  "home.week.person-on": "{person} at {name} {day}",
  "home.week.feast":
    "{feast, select, christmas {Christmas} diwali {Diwali} eid_al_adha {Eid al-Adha} eid_al_fitr {Eid al-Fitr} lunar_new_year {Lunar New Year} new_year {New Year} nowruz {Nowruz} thanksgiving {Thanksgiving} other {Holiday}} {day} ({countries})",
  "home.week.nothing-comes": "Nothing is known to come.",

  "home.band.choose": "Which accounts?",
  "home.band":
    "{band, select, high {At high risk} moved {Moved in {days, number} days} no_figure {Without a figure} other {All accounts}}",
  "home.accounts":
    "{band, select, high {{inBand, number} of {owned, number} accounts at {percent, number} % risk or more, riskiest first.} moved {{inBand, number} of {owned, number} accounts moved by {points, number} points or more in {days, number} days, the furthest first. A new model version moves figures, too.} no_figure {{inBand, number} of {owned, number} accounts without a risk figure.} other {{owned, plural, one {# account} other {# accounts}}, riskiest first.}}",
  "home.accounts.none":
    "{band, select, high {None of your {owned, plural, one {# account} other {# accounts}} is at {percent, number} % risk or more.} moved {None of your {owned, plural, one {# account} other {# accounts}} moved by {points, number} points or more in {days, number} days.} no_figure {Each of your {owned, plural, one {# account} other {# accounts}} has a risk figure.} other {You own no accounts that are running.}}",
  "home.moved": "{way, select, down {down} other {up}} {points, number} in {days, number} days",

  "home.settings": "Settings",
  "home.snoozes": "Snoozed by you ({customers, number})",
  "home.snoozes.none": "You have snoozed nobody.",
  "home.snooze": "{customer} until {day}",
  "home.snooze.end": "End",
  "home.language": "I write English to you, the language of your Slack: *Preferences → Language & region*.",
  "home.team-nudges": "Team's nudges",
  "home.playbooks": "Playbooks",
  "home.playbook-results": "Playbook results",
  "home.threshold": "Threshold",
  "home.do-not-disturb": "Do not disturb",
  "home.foot.messages": "What a button shows beyond this page arrives under *Messages*.",

  "home.ops": "Operations",
  "home.ops.glance":
    "{troubled, plural, =0 {All {checks, number} health checks are fine.} other {{troubled, number} of {checks, number} health checks need a look: {names}. Operations see on their Home what to do.}}",
  "home.ops.health":
    "{troubled, plural, =0 {Health: all {checks, number} checks are fine} other {Health: {troubled, number} of {checks, number} checks need a look}}",
  "home.ops.trouble": "*{name}*: {found}. {advice}",
  "home.ops.health.name":
    "{name, select, names {Names} data {Data} contracts {Contracts} sources {Sources} members {People} model {Model} playbooks {Playbooks} posting {Posting} messages {Messages} other {{name}}}",
  "home.ops.health.advice":
    "{name, select, names {Create the database with a UTF-8 locale, or mistyped Chinese names are not found.} data {Import the newest file.} contracts {Add the day on which they began to the customer file.} sources {See why the export or the connection has stopped: their customers keep the risk of that day until it sends again.} members {Slack's list of people is read at every start and once a day: look for it in my log.} model {Train a new version, with a longer history where no signal was found.} playbooks {Set them anew with *Playbooks* above.} posting {Give me a token that Slack takes and start me again: what waits is posted then.} messages {They are listed above, with what to do about each.} other {Ask whoever runs me.}}",
  "home.ops.more": "And {more, number} more.",
  "home.ops.sources": "Sources",
  "home.ops.sources.none": "Nothing is pulled from another system.",
  "home.ops.source": "{source}: {pulled}",
  "home.ops.source.pulled": "pulled {ago}",
  "home.ops.source.never": "not pulled yet",
  "home.ops.source.failing": "{source}: {pulled}. *Failing since {since}:* {what}",
  "home.ops.jobs": "Jobs",
  "home.ops.jobs.none": "No job's last run failed, and none was missed in {days, number} days.",
  "home.ops.job.failed":
    "{job} failed {ago}{why, select, known {: {error}} other {}}. {again, select, yes {It is tried again.} other {*Nobody tries again.*}}",
  "home.ops.job.missed":
    "{job} missed {periods, plural, one {# run} other {# runs}} while I was down, the last one on {day}",
  "home.ops.model": "Model",
  "home.ops.model.none": "Nothing was trained yet.",
  "home.ops.model.serves":
    "Version {version, number} serves ({kind, select, network {the network} baseline {the baseline} rule {the rule} constant {no signal found} other {{kind}}}), trained {trained}.",
  "home.ops.model.waits":
    "Version {version, number} ({kind, select, network {the network} baseline {the baseline} rule {the rule} constant {no signal found} other {{kind}}}), trained {trained}, does not serve.",
  "home.ops.model.promote": "Promote version {version, number}",
  "home.ops.model.promote.title": "Promote version {version, number}?",
  "home.ops.model.promote.text":
    "It serves from the next scoring on{serves, select, some {, instead of version {before, number}} other {}}. Everybody's risk may move. You can roll back.",
  "home.ops.model.promote.confirm": "Promote",
  "home.ops.model.roll-back": "Roll back to version {before, number}",
  "home.ops.model.roll-back.title": "Roll back to version {before, number}?",
  "home.ops.model.roll-back.text":
    "Version {version, number} steps down, and version {before, number} serves from the next scoring on. Everybody's risk may move.",
  "home.ops.model.roll-back.confirm": "Roll back",
  "home.ops.model.promoted.serves": "Version {version, number} serves from the next scoring on.",
  "home.ops.model.promoted.serves-already": "Version {version, number} serves already. Nothing was changed.",
  "home.ops.model.promoted.unknown": "There is no version {version, number} any more. Nothing was changed.",
  "home.ops.model.promoted.unusable": "Version {version, number} cannot serve, so nothing was changed. {why}",
  "home.ops.model.rolled-back.rolled-back":
    "Rolled back from version {from, number}: version {version, number} serves from the next scoring on.",
  "home.ops.model.rolled-back.nothing-before": "Nothing served before. Nothing was changed.",
  "home.ops.model.rolled-back.changed":
    "Version {version, number} serves by now: somebody was faster. Nothing was changed.",
  "home.ops.model.rolled-back.unusable":
    "Version {version, number}, which served before, cannot serve any more, so nothing was changed. {why}",
  "home.ops.imports": "Last imports",
  "home.ops.imports.none": "No file was imported yet.",
  "home.ops.import":
    "{file}, {ago}: {status, select, done {{accepted, plural, one {# row} other {# rows}} new or changed} undone {undone} other {not finished}}{rejected, plural, =0 {} one {, *# line rejected*} other {, *# lines rejected*}}",
} as const;
