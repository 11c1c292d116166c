/** A file handed over in Slack: the form, the preview, what came of it. Written for managers and operations. */
export const importsInSlack = {
  "home.import": "Import a file",
  "home.empty.no-customers.import":
    "There are no customers yet. Import the customer file, or any export that tells of them, with the button below.",

  "import-form.title": "Import a file",
  "import-form.submit": "Show preview",
  "import-form.close": "Close",
  "import-form.intro":
    "An export of your shop, CRM, helpdesk or invoicing, or any table of customers, orders or tickets. You see how I understand it before anything is imported.",
  "import-form.file": "File",
  "import-form.file-hint": "CSV, TSV, TXT or JSON, at most {megabytes, number} MB.",
  "import-form.currency": "Currency",
  "import-form.currency-hint": "Of amounts that name none, such as EUR.",
  "import-form.source": "System it comes from",
  "import-form.source-hint":
    "Leave it empty where you export from a system I know. Files of one system belong together by this name.",
  "import-form.no-file": "Choose a file.",
  "import-form.bad-type": "I read CSV, TSV, TXT and JSON. Export the table as one of them.",
  "import-form.too-large":
    "The file has more than {megabytes, number} MB. Export a shorter period, or have whoever runs me import it.",
  "import-form.bad-currency": "That is no currency code like EUR or USD.",
  "import-form.choose": "Choose one.",

  "import-preview.reading":
    "I am reading the file. You can close this window: I then write to you in our direct messages.",
  "import-preview.recognised": "*{file}* is recognised as *{as}*.",
  "import-preview.proposed":
    "*{file}* is no export I know. This is how I understand it by the names of its columns.",
  "import-preview.rows":
    "{rows, plural, =0 {None of the first rows is about {called}.} one {The first row of *{called}*, as it would arrive:} other {The first # rows of *{called}*, as they would arrive:}}",
  "import-preview.line": "line",
  "import-preview.more-facts": "and {more, plural, one {# more fact} other {# more facts}}",
  "import-preview.day": "{day}",
  "import-preview.problem": "Line {line, number} would be rejected: {problem}",
  "import-preview.unused": "Not taken: {columns}{more, plural, =0 {} other { and # more}}",
  "import-preview.currency": "Currency of the amounts",
  "import-preview.currency-assumed": "Currency of the amounts (most of your customers have the first one)",
  "import-preview.currency-of": "{code} – {name}",
  "import-preview.in-currency": "Amounts that name no currency are taken as {currency}.",
  "import-preview.format": "What does “{example}” in {column} mean?",
  "import-preview.format-way": "{reads} ({format})",
  "import-preview.open": "One thing is open still: the file can be read in more than one way.",
  "import-preview.choose": "Say which",
  "import-preview.import": "Import",
  "import-preview.nothing-yet": "Nothing is imported yet.",

  "import-run.begun":
    "I am importing the file. You can close this window: I write the result into our direct messages.",
  "import-run.progress":
    "I am importing {file}: {percent, number} %. You can close this window: I write the result into our direct messages.",
  "import-run.message": "I am importing the file. The result comes below.",
  "import-run.cancelled": "{file} was not imported.",
  "import-run.twice":
    "The import of this file has begun already, so I did not begin it again. If you hear nothing of it, hand the file over again: nothing is added twice.",
  "import-run.open": "Something about this file is open still. Hand it over again and choose what it means.",
  "import-run.off": "Importing files in Slack is switched off here. Ask whoever runs me.",
  "import-run.gone": "Slack no longer has this file, or does not give it to me. Hand it over again.",
  "import-run.failed": "That did not work, and I have written to you about it in our direct messages.",

  "import-result.done": "*{file}* is imported.",
  "import-result.known": "Nothing was added from *{file}*: all that it has was there already.",
  "import-result.nothing":
    "Nothing was imported from *{file}*: every line was rejected. Correct what stands below and hand it over again.",
  "import-result.no-rows":
    "Nothing was imported from *{file}*: below the names of its columns stands no row of the kind. Export it again with its rows.",
  "import-result.counts":
    "*{called}*: {accepted, number} new{updated, plural, =0 {} other {, # changed}}{duplicates, plural, =0 {} other {, # there already}}{rejected, plural, =0 {} other {, # rejected}}",
  "import-result.because":
    "{rows, plural, one {# line} other {# lines}}, such as line {line, number}: {problem}",
  "import-result.because-other": "{rows, plural, one {# line} other {# lines}} for another reason",
  "import-result.rejected": "Rejected lines as a file",
  "import-result.also-written": "The same stands in our direct messages.",

  "import-rejected.line": "line",
  "import-rejected.problem": "problem",
  "import-rejected.raw": "as it was",
  "import-rejected.comment":
    "The lines that I did not take over, with what to correct. Correct them in the file they come from and hand that over again: nothing is added twice.",
  "import-rejected.sent":
    "I have sent you the rejected lines as {file} in our direct messages{left, plural, =0 {} other {, without the last #}}.",
  "import-rejected.none": "No line of that import is rejected any more.",
} as const;
