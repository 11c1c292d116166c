/** What `mainstay backup` and `mainstay restore` say. */
export const cliBackup = {
  "cli.backup.taken":
    "{rows, plural, one {# row} other {# rows}} of {tables, plural, one {# table} other {# tables}} written to {file}, as of {at} UTC. It holds everything that is kept of customers and colleagues: only you can read it.",
  "cli.backup.refused.nothing": "There is no customer file here yet: nothing was backed up.",
  "cli.backup.refused.exists": "There is a file {file} already. Give another name, or move that one away.",
  "cli.backup.refused.no-backup": "This is no backup of Mainstay. Nothing was changed.",
  "cli.backup.refused.newer":
    "This backup was made by a newer version of Mainstay. Install that version, then restore. Nothing was changed.",
  "cli.backup.refused.cut-off":
    "This backup ends too early: it was cut off. Take another one. Nothing was changed.",
  "cli.backup.refused.damaged":
    "This backup is damaged and cannot be read. Take another one. Nothing was changed.",
  "cli.backup.refused.in-use":
    "The bot, or another command of Mainstay, is connected to this database. Stop it first. Nothing was changed.",
  "cli.backup.refused.strange":
    "This database has tables that are not Mainstay’s: {tables}. Give Mainstay a database of its own. Nothing was changed.",
  "cli.backup.refused.not-empty":
    "This database is not empty. With --replace all that is in it is deleted and the backup takes its place; take a backup of it first. Nothing was changed.",
  "cli.backup.refused.other-columns":
    "The table {table} has other columns than in the backup, although both name the same schema: the backup or the database was changed by hand.",
  "cli.backup.restored":
    "{rows, plural, one {# row} other {# rows}} of {tables, plural, one {# table} other {# tables}} restored, as of {at} UTC.",
  "cli.backup.migrated":
    "{count, plural, one {# migration} other {# migrations}} since then applied to them.",
  "cli.backup.looks-first":
    "What was done after that moment is not in it. For {days} days every message is looked for in Slack before it is posted, so that none is posted twice.",
} as const;
