/** What `replay` and `why-sent` say. */
export const cliReplay = {
  "cli.replay.size.drawings":
    "What Slack was given: {rows, plural, one {# drawing} other {# drawings}}, {kilobytes, number, ::.0} kB, {each, number, ::.} bytes each",
  "cli.replay.size.inputs":
    "What nudges were chosen from: {rows, plural, one {# message} other {# messages}}, {kilobytes, number, ::.0} kB, {each, number, ::.} bytes each",
  "cli.replay.size.age": "Both are forgotten after {days, number} days.",
  "cli.replay.unknown":
    "No message has the key {key}. `why-sent CUSTOMER` lists the messages about a customer.",
  "cli.replay.head":
    "{kind} to {to}, decided {decidedAt}{status, select, posted {, posted {settledAt} in {channelId} (ts {ts})} failed {, did not arrive ({settledAt})} other {, not posted yet}}",
  "cli.replay.because": "It did not arrive: {because}",
  "cli.replay.thread": "In the thread of {key}",
  "cli.replay.model":
    "Risks by model version {version, number, ::group-off}: `model show {version, number, ::group-off}` tells what it is",
  "cli.replay.why": "Why it was sent",
  "cli.replay.why.itself":
    "Nothing else was weighed: the message is what was found, and `--json` prints it as it was decided.",
  "cli.replay.why.forgotten":
    "What it was chosen from is not kept: it was decided before that was kept, more than {days, number} days ago, or it was cleared for a customer.",
  "cli.replay.considered":
    "{considered, plural, one {# customer of theirs was looked at} other {# customers of theirs were looked at}}, {named, number} named. Left out: {skipped}",
  "cli.replay.considered.none": "nobody",
  "cli.replay.policy": "Numbers in force: {numbers}",
  "cli.replay.next": "Next in line, had the budget allowed it: customers {ids}",
  "cli.replay.item":
    "{place, number}. {name} (customer {id, number, ::group-off}): risk {risk, number, ::percent .0}, scored {scoredAt} by {version, select, none {no model version that is kept} other {model version {version}}}",
  "cli.replay.item.no-risk": "{place, number}. {name} (customer {id, number, ::group-off}): no risk was told",
  "cli.replay.item.stake": "   at stake: {stake}",
  "cli.replay.item.reason": "   because: {reason}",
  "cli.replay.item.action": "   advised: {action}",
  "cli.replay.rebuilt.equal": "Decided again from the inputs kept: the same message.",
  "cli.replay.rebuilt.other":
    "Decided again from the inputs kept, today's rules say something else. What follows is drawn from what was decided then.",
  "cli.replay.drawings": "What Slack was given",
  "cli.replay.none-kept":
    "Nothing that was given to Slack is kept: it was posted before that was kept, more than {days, number} days ago, or never.",
  "cli.replay.drawing":
    "{place, number}. {purpose, select, post {posted} other {changed}} {drawnAt}, template {version}, sha-256 {digest}",
  "cli.replay.verdict.equal": "   Drawn again: equal, to the byte.",
  "cli.replay.verdict.template":
    "   Drawn by template {version}; by today's, {today}, it would read otherwise. What was posted is shown below.",
  "cli.replay.verdict.differs":
    "   Drawn again it differs although the template is the same. Please report this as a defect; what was posted is shown below.",
  "cli.replay.kept.damaged":
    "   What is kept does not have the digest it was posted with: it was changed since.",
  "cli.replay.kept.cleared":
    "   The text was cleared for a customer's sake; its digest is still that of what was posted.",
  "cli.replay.no-charts": "   Slack took it without its charts.",
  "cli.replay.no-answer": "   Slack's answer never came: it may stand there or not.",
  "cli.replay.posted": "What was posted",
  "cli.replay.today": "Today it would read",
  "cli.replay.wrong-drawing":
    "This message has {drawings, plural, =0 {no drawing that is kept} one {one drawing} other {drawings 1 to {drawings, number}}}.",

  "cli.why-sent.none": "No message from {from} to {to} names {name}.",
  "cli.why-sent.head": "Messages that name {name}, {from} to {to}",
  "cli.why-sent.line":
    "{at}  {kind} to {to}: {status, select, posted {posted} failed {did not arrive} other {not posted yet}}",
  "cli.why-sent.reason": "   because: {reason}",
  "cli.why-sent.how": "`replay KEY` tells all of one.",
} as const;
