/** What is wrong with a table or a log that somebody wants models compared on; said on the command line alone. */
export const riskEvaluation = {
  "evaluation.unrated":
    "{customers, plural, one {What # customer spends counts} other {What # customers spend counts}} as unknown: it is in {currencies}, most customers pay in {to}, and an evaluation knows no exchange rates.",
  "evaluation.no-seed": "Name at least one seed.",
  "evaluation.future-seen":
    "The labels at --train-at are known {days, plural, one {# day} other {# days}} later, which is after --test-at: the model would have seen the future. Choose dates at least {days, plural, one {# day} other {# days}} apart.",
  "evaluation.short-log": "The log reaches back less than 90 days before {day}; choose a later --train-at.",

  "table.empty-file": "{path} is empty. Export it again.",
  "table.not-a-file": "There is no file {path}. Check the path.",
  "table.not-csv": "{path} is no text. Save it as “CSV UTF-8” and name that file.",
  "table.unreadable": "{path} cannot be read as a table: {cause}. Correct the file and run again.",
  "table.repeated-column": '{path} has two columns named "{column}".',
  "table.empty": "{path} has a header but no rows.",
  "table.no-column": '{path} has no column "{column}"; it has {columns}.',
  "table.no-columns": "{path} has no columns to predict {target} from.",
  "table.separators":
    'Column "{column}" has numbers with separators ("{example}" in row {row, number}). Write them plainly, such as 1234.5, and run again.',
  "table.no-label": "Row {row, number} has no value in {target}; every row needs a label.",
  "table.which-is-positive":
    "{target} has the values {values}: say by --positive which of them means churned.",
  "table.no-positive":
    'No row has "{positive}" in {target}; the values there are {values}. Correct --positive.',
  "table.one-label": 'Every row has "{label}" in {target}: there is nothing to tell apart.',
  "table.many-labels":
    "{target} has {count, number} different values ({values}); a label has two. Name another column by --target.",
  "table.too-few-for-folds":
    "Only {rows, plural, one {# row} other {# rows}} {called}: too few for {folds, number} folds with both kinds in each.",
  "table.one-fold": "There is one fold only; at least two are needed, one to test on and one to train on.",
  "table.fold-unclear": '{where} has "{text}" as the fold of row {row, number}; folds are whole numbers.',
  "table.fold-of-one-kind":
    "Every row of fold {fold, number} {called}: it cannot be judged. Make folds that hold both kinds.",
  "table.fold-count":
    "{path} has {folds, plural, one {# row} other {# rows}} and the table {rows, number}. Name the column that tells rows by --id.",
  "table.two-folds": "{path} gives {id} {value} two different folds.",
  "table.fold-missing": "{path} gives no fold for {id} {value}.",
  "table.value-is-target": "--value and --target are both {column}; name the column of money.",
  "table.negative-value":
    'Column "{column}" has {text} in row {row, number}: what is lost with a customer is 0 or more. Correct it, or leave it blank to count as 0.',
  "table.no-values": 'Column "{column}" has no value in any row: --value needs numbers.',
  "table.value-no-number":
    'Column "{column}" has "{text}" in row {row, number}: --value needs a column of numbers, what would be lost with each customer.',
} as const;
