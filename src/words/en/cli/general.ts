/** What every command may say: about its arguments, the database, files and start. */
export const cliGeneral = {
  "cli.argument.amount": "Give an amount above zero in digits, such as 1000 or 1000.50.",
  "cli.argument.currency": "Give a currency code such as EUR.",
  "cli.argument.day": "Give a day such as 2026-07-31.",
  "cli.argument.days": "Give a number of days from {least, number} to {most, number, ::group-off}.",
  "cli.argument.entry": "Give the number that `ledger list` shows.",
  "cli.argument.instant": "Give a day such as 2010-12-10 or an instant such as 2010-12-10T08:00:00Z.",
  "cli.argument.month": "Give a month such as 2027-03.",
  "cli.argument.one-of": "Give one of {choices}.",
  "cli.argument.share": "Give a share between 0 and 1, such as 0.3.",
  "cli.argument.quarter": "Write a quarter as 2026-Q4.",
  "cli.argument.seeds": "Give every seed once, such as 1,2,3.",
  "cli.argument.at-least-one": "Give a whole number, 1 or more.",
  "cli.argument.whole-number": "Give a whole number.",

  "cli.period.ends-before": "The period begins on {from}, after its end on {to}. Swap --from and --to.",
  "cli.period.usual": "91 days that end with --to, or with the data",
  "cli.more": "… and {rows, number} more",
  "cli.more.json": "… and {rows, number} more; --json prints them all",
  "cli.customer-removed": "This customer was just removed.",

  "cli.db.applied": "Applied: {migrations}",
  "cli.db.pending": "Run: npm run mainstay -- db migrate",
  "cli.db.up-to-date": "The schema is up to date.",
  "cli.db.layout":
    "{parts, plural, =1 {the activities are one table} other {the activities are # parts by customer}}{aside, select, copy {, a copy in parts is being made: done through customer {through, number, ::group-off}. Go on with: npm run mainstay -- db partition} old {, the old table is kept and follows. Let it go with: npm run mainstay -- db partition --drop-old} other {}}",
  "cli.db.partition.copying": "Copying",
  "cli.db.partition.comparing": "Comparing",
  "cli.db.partition.step":
    "{step, select, copying {copied} other {compared}} through customer {customer, number, ::group-off} of {last, number, ::group-off}",
  "cli.db.partition.done":
    "The activities are in {parts, number} parts. {rows, plural, one {# row was} other {# rows were}} compared before the change. The old table is kept and follows every change. When you need no way back, let it go: npm run mainstay -- db partition --drop-old",
  "cli.db.partition.already": "The activities are in parts already.",
  "cli.db.partition.undone": "The activities are in one table.",
  "cli.db.partition.dropped": "The old table is gone. Its room on disk is free.",
  "cli.db.partition.refused.embedded":
    "Parts are for a PostgreSQL server. The embedded database keeps one table; set DATABASE_URL to use a server.",
  "cli.db.partition.refused.in-use":
    "Another `db partition` is at work on this database. Wait for it, or stop it first.",
  "cli.db.partition.refused.unique":
    "The index {index} is unique without the customer, which a table in parts cannot keep. Nothing was changed.",
  "cli.db.partition.refused.locked":
    "Somebody holds the activities for minutes on end: a long report or import. What is copied is kept; run it again later.",
  "cli.db.partition.refused.differs":
    "The tables differ after customer {after, number, ::group-off}: {rows, number} and {other, number} rows. Nothing was exchanged. Begin anew with --undo, then again without it.",
  "cli.db.partition.refused.changed":
    "A newer version has changed the activities meanwhile. Nothing was exchanged. Run it again: it begins anew.",
  "cli.db.partition.refused.no-old": "There is no old table to let go.",
  "cli.db.partition.refused.no-way-back":
    "The old table is gone, or a newer schema has changed the activities since. Go back by a backup, restored into an empty database.",
  "cli.db.partition.refused.needed-elsewhere":
    "Something else still reads the old table. Point it at activities or drop it first: {detail}",

  "cli.doctor.mend": "Something has to be mended first; see above.",

  "cli.failed.EACCES": "The file or folder may not be read by this user.",
  "cli.failed.ECONNREFUSED":
    "No database answers at DATABASE_URL. Start it, correct the address, or unset it to use the embedded one.",
  "cli.failed.ENOENT": "There is no such file.",
  "cli.failed.ENOTFOUND":
    "The host in DATABASE_URL is not known. Correct it, or unset it to use the embedded database.",
  "cli.failed.28000": "The database refused the user in DATABASE_URL.",
  "cli.failed.28P01": "The database refused the password in DATABASE_URL.",
  "cli.failed.3D000":
    "The database named in DATABASE_URL does not exist. Create it first, e.g. with createdb.",
  "cli.failed.with": "{advice} ({error})",

  "cli.import.progress": "Importing",
  "cli.import.read":
    "Read {lines, plural, one {# line} other {# lines}} in {seconds, number, ::.0} s ({perSecond, number} a second)",
  "cli.import.new": "{rows, number} new",
  "cli.import.encoding":
    "Characters: {encoding}, {by, select, stated {as stated} mark {as its first bytes say} other {judged by the content. If names look wrong, import it again with --encoding NAME}}",
  "cli.import.delimiter":
    "Columns: separated by {delimiter, select, semicolon {semicolons} tab {tabs} bar {vertical bars} other {“{delimiter}”}}",
  "cli.import.named": "Columns: by the names in each JSON record",
  "cli.import.skipped":
    "{lines, plural, one {# line is no row and was} other {# lines are no rows and were}} left out:",
  "cli.import.skipped.line":
    "line {line, number, ::group-off}: {as, select, header {the header again} second_header {a second header} other {totals}}",
  "cli.import.updated": "{rows, number} changed",
  "cli.import.duplicates": "{rows, number} there already",
  "cli.import.repeated": "{rows, number} equal to an earlier line of the file; kept",
  "cli.import.aboutElse": "{rows, plural, one {# line is} other {# lines are}} about something else",
  "cli.import.rejected": "{rows, number} rejected, each kept with its line and reason:",
  "cli.import.rejected.because": "{rows, number} {reason}",
  "cli.import.rejected.line": "line {line, number, ::group-off}: {text}",
  "cli.import.rejected.more":
    "{more, plural, one {# more line is} other {# more lines are}} rejected. See all: npm run mainstay -- import rejected {id}",
  "cli.rejected.heading":
    "Import {id} of {file}: {rows, plural, =0 {no line is rejected} one {# line is rejected} other {# lines are rejected}}",
  "cli.rejected.more":
    "{more, plural, one {# more line} other {# more lines}} not shown. See all: --limit COUNT, or --csv FILE",
  "cli.rejected.none": "No line of any imported file is rejected.",
  "cli.rejected.unknown":
    "There is no import {id}. Leave the number out for the newest one that rejected lines.",
  "cli.import.columns": "Columns (a file may lack those in brackets):",
  "cli.import.map.ask": "Import it like this? [y/N]",
  "cli.import.map.bad": "{file} is no mapping: {problem}",
  "cli.import.map.currency":
    "Amounts without a currency are taken as {currency}, which most of your customers have. Give another with --currency.",
  "cli.import.map.kind": "{rows}",
  "cli.import.map.line": "line",
  "cli.import.map.no-currency":
    "The file names no currency for its amounts. Say which one it is, e.g. --currency EUR.",
  "cli.import.map.no-file": "There is no file {file}. Check the path.",
  "cli.import.map.not-imported":
    "Nothing is imported yet. Add --yes to import it like this, or edit {file} and add --map {file}.",
  "cli.import.map.open":
    "{column} “{example}” can be read in more than one way: as {taken}, or as {others}. Put the right one into {file} and import again with --map {file}.",
  "cli.import.map.preview":
    "{lines, plural, =0 {No row is} one {The first row} other {The first # rows}} of {rows}, as they would arrive",
  "cli.import.map.proposed": "{file}: this is how its columns can be understood",
  "cli.import.map.recognised": "{file} is recognised as {as}",
  "cli.import.map.saved": "Written down in {file}.",
  "cli.import.map.unused": "Not taken: {columns}",
  "cli.import.next": "Next: npm run mainstay -- train --then-score",
  "cli.import.next-contracts": "Next: npm run mainstay -- metrics --from DAY --to DAY",
  "cli.import.next-costs": "Next: npm run mainstay -- costs --from DAY --to DAY",

  "cli.preview.give-month": "Give a month such as 2026-10.",
  "cli.preview.give-week": "Give a week such as 2026-W47.",

  "cli.start.local": "No Slack tokens in .env: opening a local stand-in for a Slack workspace.",
  "cli.start.ready": "Mainstay is ready at {url} ({seconds, number} s). Stop it with Ctrl+C.",

  "cli.worker.embedded":
    "A worker shares the bot's database. Set DATABASE_URL to a PostgreSQL server: the embedded one is one process's own.",
  "cli.worker.ready": "Waiting for work. Ctrl+C ends it.",
  "cli.worker.stopped":
    "Stopped after {ranges, plural, =0 {no ranges} one {one range} other {{ranges, number} ranges}} of customers.",
} as const;
