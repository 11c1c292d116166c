/** What `drafts` says. */
export const cliDrafts = {
  "cli.drafts.no-file":
    "There is no file {file}. `mainstay drafts export --all > drafts.yml` makes one to start from.",
  "cli.drafts.bad-file": "Nothing was kept, because of this in {file}:\n{problem}",
  "cli.drafts.twice": "The same draft stands there twice in one language.",
  "cli.drafts.wrong": "{draft}, {language}, {field}: {problem}",
  "cli.drafts.imported":
    "{own, plural, =0 {No text of your own} one {# text of your own} other {# texts of your own}} taken from the file, {ours, plural, =0 {none} one {# place} other {# places}} given back to ours. What the file does not name stays.",
  "cli.drafts.ours": "Ours serve for all others, in {languages}.",
  "cli.drafts.head.draft": "Draft",
  "cli.drafts.head.own": "Own texts in",
} as const;
