/** What `outbox` says. */
export const cliOutbox = {
  "cli.outbox.none":
    "{state, select, failed {No message has failed.} held {No message is held.} pending {No message is waiting to be posted.} posted {No message has been posted yet.} other {The outbox is empty: nothing was to be posted yet.}}",
  "cli.outbox.line":
    "{kind} to {to}: {state, select, posted {posted} failed {failed} held {held} other {not posted yet}}, {attempts, plural, =0 {not tried yet} one {# attempt} other {# attempts}}, {state, select, posted {at {at}} failed {given up at {at}} other {next attempt at {at}}}",
  "cli.outbox.more":
    "{more, plural, one {# older message} other {# older messages}} not shown. See more: --limit COUNT",
  "cli.outbox.how-to-retry":
    "`outbox retry KEY` posts a failed message again once its cause is mended; `outbox retry --all` does so for all of them.",
  "cli.outbox.unknown":
    "No message has the key {key}. `outbox list` names the newest messages, `why-sent CUSTOMER` those about a customer.",
  "cli.outbox.decided": "Decided {at}",
  "cli.outbox.where": "Stands in {channelId} (ts {ts})",
  "cli.outbox.because": "Because: {because}",
  "cli.outbox.retry": "Sent again {at} by {by}",
  "cli.outbox.revision":
    "{revision, plural, =0 {What it shows has not changed since it was decided} one {What it shows has changed once since it was decided} other {What it shows has changed # times since it was decided}}",
  "cli.outbox.drawing":
    "{purpose, select, post {Posted} other {Changed}} {at} with revision {revision, number}: {arrived, select, never {Slack''s answer never came} other {Slack took it {arrived}}}",
  "cli.outbox.key-or-all": "Give either a key, as `outbox list --status failed` prints it, or --all.",
  "cli.outbox.retried":
    "{messages, plural, =0 {No message has failed in the last {days, number} days; an older one is sent again by its key.} one {It goes again when the bot next posts, within seconds where it runs.} other {These # messages go again when the bot next posts, within seconds where it runs.}}{looked, plural, =0 {} other { What may be posted already ({looked, number}) is looked for in Slack first.}}",
  "cli.outbox.not-failed": "{key} has not failed, so it is not sent again: {how}.",
  "cli.outbox.no-thread":
    "{key} is a reply to {head}, which did not arrive either. Send that one first: outbox retry {head}",
} as const;
