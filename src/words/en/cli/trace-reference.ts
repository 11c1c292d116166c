/** What `trace` says of messages and requests. */
export const cliTraceReference = {
  "cli.trace-reference.understood":
    "{kind, select, failure {Taken as the reference of an error: {text}} request {Taken as a request from Slack: {text}} place {Taken as a message in Slack: {text}} other {Taken as the key of a message: {text}}}",
  "cli.trace-reference.request":
    "{known, select, yes {{what}{someone, select, yes { by {by}} other {}}} other {A request}}, arrived {arrived}, {state, select, done {over at {done}} open {still worked on, or waiting to be taken over} other {when it was over is not kept}}, begun {attempts, plural, one {once} other {# times}}",
  "cli.trace-reference.asked-by": "Asked for by {id}",
  "cli.trace-reference.only-failure":
    "The request itself is not kept: nobody could read it, or it is more than eight days old.",
  "cli.trace-reference.failure":
    "{what} failed {at}. {someone, select, yes {{by} was given the reference {reference}, which} other {Its reference {reference}}} stands in the log beside the error.",
  "cli.trace-reference.audit":
    "{events, plural, =0 {The audit has nothing that the same person did meanwhile.} other {What the same person did meanwhile, as the audit has it; another request of theirs at that moment would be among it:}}",
  "cli.trace-reference.messages":
    "{messages, plural, =0 {It led to no message.} one {It led to this message:} other {It led to these messages:}}",
  "cli.trace-reference.attempt":
    "Attempt {attempt, number} ended {at}: {outcome, select, posted {posted} found {found where an earlier attempt had posted it} failed {given up} other {put off}}. {because}",
  "cli.trace-reference.unknown":
    "{kind, select, failure {No error has the reference {text}: it is older than {days, number} days, or it could not be kept because the database was away. The log may have it.} request {No request {text} is kept: requests stay for eight days.} place {No message of mine stands there: {text}. `outbox list` names the newest.} other {{text} is neither the key of a message nor a figure ({figures}). `outbox list` names the newest messages.}}{found, plural, =0 {} other { Nearest: {nearest}}}",
  "cli.trace-reference.no-options": "{option} goes with a figure; {text} is none.",
} as const;
