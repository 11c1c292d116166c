/** The three steps of a new installation, in Slack. Written for whoever installed the bot. */
export const setup = {
  "setup.title": "Three steps before I post anything",
  "setup.title.posting": "Set-up",
  "setup.text": "Setting me up: {done, number} of {steps, number} steps are done.",
  "setup.intro":
    "Until you start me, I post to no channel and write to nobody unasked. Whoever asks me something gets an answer all the same.",
  "setup.step": "*{number, number}. {title}* – {isDone, select, yes {done} other {to do}}\n{text}",
  "setup.data": "Data",
  "setup.data.none":
    "There are no customers yet. {takesFiles, select, yes {Import a file here, or have whoever runs me connect a source} other {Whoever runs me imports a file or connects a source}}: the customers first, then what they bought or did.",
  "setup.data.no-activities":
    "{customers, plural, one {# customer is} other {# customers are}} in the file, but nothing they bought or did. Without that I cannot tell who may leave.",
  "setup.data.there":
    "{customers, plural, one {# customer} other {# customers}}; the newest activity is of {day}.",
  "setup.owners": "Owners",
  "setup.owners.unknown":
    "I have not read yet who is in this workspace. That is done a minute after I start: look again then.",
  "setup.owners.no-customers": "A customer's owner is whoever the customer file names by e-mail address.",
  "setup.owners.none":
    "No customer has an owner in this workspace, so nobody would be reminded of one. The customer file names owners by e-mail address: it has to be the one they have in Slack.",
  "setup.owners.some":
    "{owned, number} of {customers, plural, one {# customer} other {# customers}} belong to {owners, plural, one {# person} other {# people}} here.{rest, plural, =0 {} one { Nobody is reminded of the other one.} other { Nobody is reminded of the other #.}}",
  "setup.posting": "First digest, as a dry run",
  "setup.posting.no-data": "Once there are customers, you can look at a digest here before anybody gets one.",
  "setup.posting.off":
    "Look at last week's digest. You alone see it; if it is right, start me below it.{channels, plural, =0 { No channel has asked for the digest yet: type `/customer channel on digest` in one.} one { One channel has asked for it.} other { # channels have asked for it.}}",
  "setup.posting.on": "I have been posting since {when}{named, select, yes {, started by {who}} other {}}.",
  "setup.posting.before": "I am posting, as I did before there was this step.",
  "setup.import": "Import a file",
  "setup.no-owner": "Who has no owner",
  "setup.no-owner.nobody": "Every customer has an owner in this workspace.",
  "setup.digest": "Show me the digest",
  "setup.again": "Look again",
  "setup.not-now": "Not now",
  "setup.declined-by": "{who} left this for later.",
  "setup.declined": "Fine. I post nothing until somebody starts me; `/customer setup` opens this again.",
  "setup.start": "Start posting",
  "setup.start.what":
    "That was a dry run: nobody else got it. Once started, I remind {owners, plural, =0 {nobody yet, since no customer has an owner here} one {# owner} other {# owners}} of their customers on working days, and post {channels, plural, =0 {the digest nowhere yet} one {the digest to # channel} other {the digest to # channels}} on Mondays.",
  "setup.start.sure": "Start posting?",
  "setup.start.yes": "Start",
  "setup.start.no-customers":
    "There are no customers yet, so there would be nothing to say. Import them first.",
  "setup.started":
    "Started. Owners hear from me on the next working day, channels with what they asked for when it is due. What came before is not made up for.",
  "setup.stop": "Stop posting",
  "setup.stop.sure": "Stop posting?",
  "setup.stop.what":
    "Nobody gets reminders, and no channel a digest or an alert, until somebody starts me again. What is said meanwhile is not made up for.",
  "setup.stop.yes": "Stop",
  "setup.cancel": "Cancel",
  "setup.stopped": "Stopped. I say nothing unasked from now on; `/customer setup` starts me again.",
  "why-silent.not-posting":
    "I say nothing unasked yet. A manager or operations starts me with /customer setup.",
  "setup.not-posting": "Nothing is posted yet: a manager or operations starts me with `/customer setup`.",
  "setup.more": "And {accounts, number} more.",
} as const;
