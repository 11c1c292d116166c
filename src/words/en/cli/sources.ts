/** What the command line says of systems that are pulled from. */
export const cliSources = {
  "cli.source.added": "{name} is added: it is pulled every hour from now on.",
  "cli.source.added.next": "See whether it can be read: npm run mainstay -- source test {name}",
  "cli.source.added.hook": "It can also say by itself that something is new, to this address: {address}",
  "cli.source.busy":
    "{name} is being pulled already{since, select, none {} other {, since {since}}}. If that process has died, another pull can begin{until, select, none { soon} other { at {until}}}.",
  "cli.source.count": "{rows, number}",
  "cli.source.deliveries.again":
    "{rows, plural, =0 {No delivery was given up.} one {# delivery is tried again.} other {# deliveries are tried again.}}",
  "cli.source.deliveries.counts":
    "{waiting, number} waiting, {done, number} done and {givenUp, number} given up in the last 30 days; the last one came {last, select, none {never} other {at {last}}}.",
  "cli.source.deliveries.dropped":
    "{rows, plural, =0 {No delivery was given up.} one {# delivery is dropped.} other {# deliveries are dropped.}}",
  "cli.source.deliveries.error": "The last one that failed: {problem}",
  "cli.source.deliveries.heading": "Deliveries to {address}",
  "cli.source.deliveries.refused":
    "{because}: {deliveries, plural, one {# was} other {# were}} refused, the last one at {last}.",
  "cli.source.deliveries.unknown":
    "{deliveries, plural, one {# delivery} other {# deliveries}} came for a source that is not here, the last one at {last}. Check the addresses that you stated in your systems.",
  "cli.source.deliveries.which": "Say what becomes of them: --again or --drop.",
  "cli.source.head.added": "new",
  "cli.source.head.changed": "changed",
  "cli.source.head.deleted": "deleted",
  "cli.source.head.kind": "system",
  "cli.source.head.name": "source",
  "cli.source.head.newest": "newest row",
  "cli.source.head.problem": "state",
  "cli.source.head.pulled": "last pull",
  "cli.source.head.rejected": "rejected",
  "cli.source.head.stream": "list",
  "cli.source.head.unchanged": "unchanged",
  "cli.source.never": "never",
  "cli.source.none":
    "Nothing is pulled yet. Add a system: npm run mainstay -- source add NAME --setting KEY=VALUE",
  "cli.source.no-moment": "n/a",
  "cli.source.ok": "fine",
  "cli.source.bad-name": "{name} is no name for a source. Use small letters, digits, - and _.",
  "cli.source.bad-setting": "{given} is no setting. Write it as KEY=VALUE.",
  "cli.source.bad-settings": "{name} was not added. {problem}",
  "cli.source.failing": "{stream, select, none {} other {{stream}: }}{problem} (since {since})",
  "cli.source.there-already":
    "There is a source {name} already. See it with source status {name}, or remove it first.",
  "cli.source.unknown": "There is no source {name}. See them: npm run mainstay -- source list",
  "cli.source.unknown-kind":
    "There are no systems of the kind {kind}. Those that can be pulled: {kinds}. Give yours with --kind.",
  "cli.source.pull.heading": "{name}: {stream}",
  "cli.source.pull.counts":
    "{added, number} new, {changed, number} changed, {unchanged, number} unchanged, {rejected, number} rejected, {deleted, number} deleted",
  "cli.source.pull.closed":
    "{rows, plural, one {# row was} other {# rows were}} deleted there and {rows, plural, one {stays} other {stay}} here: closed books count {rows, plural, one {it} other {them}}.",
  "cli.source.pull.customers":
    "{rows, plural, one {# customer was} other {# customers were}} deleted there and {rows, plural, one {stays} other {stay}} here with their past. Whoever has left needs the day on which the contract ended.",
  "cli.source.pull.rejected": "See why rows were rejected: npm run mainstay -- import show {id}",
  "cli.source.refused.no-address":
    "The bot does not know its own address, which is signed as well (set PUBLIC_URL)",
  "cli.source.refused.no-secret": "There is nothing to check signatures with (set the variable named above)",
  "cli.source.refused.unsigned": "No signature",
  "cli.source.refused.wrong-signature": "The signature does not fit (another secret, or not from there)",
  "cli.source.refused.wrong-time":
    "Signed more than 5 minutes ago or ahead (sent again, or a clock is wrong)",
  "cli.source.removed":
    "{name} is pulled no longer. What it told stays; import list shows it, import undo takes it back.",
  "cli.source.secret.missing": "Set {name} in the environment of the bot before it is pulled.",
  "cli.source.secret.set": "{name} is set.",
  "cli.source.test.heading":
    "{stream}: {records, plural, =0 {no records yet} one {# record} other {# records}} on the first page",
  "cli.source.test.kind":
    "{called}: {rows, plural, one {# row} other {# rows}}, of which {rejected, number} would be rejected",
  "cli.source.test.first": "such as: {problem}",
  "cli.source.test.scopes": "The key needs: {scopes}",
  "cli.source.test.fine": "{name} can be read. Nothing was written.",
  "cli.source.test.failed": "{name} cannot be read as it is. Nothing was written.",
  "cli.source.write-back.bad-field":
    "{given} names no field. Write FACT=FIELD, with one of these facts: {facts}.",
  "cli.source.write-back.counts":
    "{written, number} written, {open, number} to be tried again, {notThere, number} not there any more.",
  "cli.source.write-back.heading": "Writing into it is {isOn, select, yes {on} other {off}}: {fields}",
  "cli.source.write-back.more": "and {rows, number} more",
  "cli.source.write-back.no-fields":
    "Say what is written where: --fields score=FIELD,band=FIELD,reason=FIELD,step=FIELD,as_of=FIELD",
  "cli.source.write-back.off": "Nothing is written into {name} any more. What was written stays there.",
  "cli.source.write-back.on":
    "Writing into {name} is on: {due, plural, =0 {nothing is} one {# customer is} other {# customers are}} to be written within the hour, from then on whoever changes between high, medium and low.",
  "cli.source.write-back.tried":
    "{due, plural, =0 {Nothing would be written} one {# customer would be written} other {# customers would be written}} into {name} now. Nothing was written.",
  "cli.source.write-back.which": "Say on, off or --dry-run.",
} as const;
