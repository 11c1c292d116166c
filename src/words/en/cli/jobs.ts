/** What `jobs` says. */
export const cliJobs = {
  "cli.jobs.job": "job",
  "cli.jobs.when": "when",
  "cli.jobs.last": "last run (UTC)",
  "cli.jobs.next": "next run",
  "cli.jobs.missed": "missed in {days, number} days",
  "cli.jobs.every.hour": "every hour",
  "cli.jobs.every.day": "every day at {hour}, {zone}",
  "cli.jobs.every.weekday": "every weekday at {hour}, {zone}",
  "cli.jobs.every.week":
    "every {weekday, select, 1 {Monday} 2 {Tuesday} 3 {Wednesday} 4 {Thursday} 5 {Friday} 6 {Saturday} other {Sunday}} at {hour}, {zone}",
  "cli.jobs.every.month": "on day {dayOfMonth, number} of the month at {hour}, {zone}",
  "cli.jobs.never": "never",
  "cli.jobs.ran": "{status, select, done {done} skipped {nothing to do} other {running since}} {at}",
  "cli.jobs.failed": "failed {at}: {error} {again, select, no {(given up)} other {(will be tried again)}}",
  "cli.jobs.next.now": "now",
  "cli.jobs.next.by-turns": "when somebody''s turn comes",
  "cli.jobs.next.at": "{day} {hour}",
  "cli.jobs.missed-some": "{periods, plural, one {# run} other {# runs}}, last on {day}",
  "cli.jobs.how-to-retry": "`jobs retry JOB` tries again what failed, once its cause is mended.",
  "cli.jobs.unknown": "There is no job {job}. `jobs list` names all of them.",
  "cli.jobs.not-failed": "The last run of {job} did not fail, so there is nothing to try again.",
  "cli.jobs.retried":
    "{job} is tried again for {period}, within a minute where the bot runs, if it is not too late for that.",
} as const;
