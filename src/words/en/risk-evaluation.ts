/** What is wrong with a table or a log that somebody wants models compared on; said on the command line alone. */
export const riskEvaluation = {
  "evaluation.unrated":
    "{customers, plural, one {What # customer spends counts} other {What # customers spend counts}} as unknown: it is in {currencies}, most customers pay in {to}, and an evaluation knows no exchange rates.",
  "evaluation.no-seed": "Name at least one seed.",
  "evaluation.future-seen":
    "The labels at --train-at are known {days, plural, one {# day} other {# days}} later, which is after --test-at: the model would have seen the future. Choose dates at least {days, plural, one {# day} other {# days}} apart.",
  "evaluation.unusable":
    "{rows, number} of the {read, plural, one {# row} other {# rows}} of {path} could not be used. The first is line {line, number}: {reason}",
  "evaluation.no-rows": "{path} has no rows below its header. Export it again.",
  "evaluation.short-log": "The log reaches back less than 90 days before {day}; choose a later --train-at.",

  "trial.no-arm":
    "Row {row, number} has no {column}: everybody in a trial was dealt an arm. Fill it in, or leave the row out only if nobody chose which.",
  "trial.one-arm": "Column {column} has one value only ({arm}): there is nothing to compare with.",
  "trial.many-arms":
    "Column {column} has {arms, number} values ({listed}): name the column that says which arm a customer was dealt.",
  "trial.no-control":
    "Column {column} has no value {control}; it has {listed}. Name one of them by --control.",
  "trial.no-outcome":
    "Row {row, number} has no number as {column} (“{text}”). Leaving it out would bend the comparison: fill it in, or 0 where nothing came.",
  "trial.thin-arm":
    "Arm {arm} has {n, plural, one {# customer} other {# customers}}; below {least, number} nothing can be said.",
  "trial.thin-part":
    "A part of arm {arm} or its control has {n, plural, one {# customer} other {# customers}}; to learn whom to treat takes {least, number}. Leave out --features, or choose other parts.",
  "trial.part-unclear": "Row {row, number} of {column} is “{text}”: it has to be train or test.",
  "trial.repeated":
    "{value} stands in several rows of {id}: a trial has one row for each customer. Add up their outcomes first.",
  "trial.no-feature": "{column} cannot be one of --features: it is known only by the trial itself.",
  "trial.note.control": "{control} is taken for the control of {column}; another one: --control VALUE.",
  "trial.note.sample-ratio":
    "The arms differ in size by more than chance. If they were meant to be of one size, customers got lost in one of them: find out how before trusting the effects.",
  "trial.note.unbalanced":
    "{column} differs between the arms by more than chance: it was known only after the trial began, or the arms were not dealt at random. What is said of whom to treat is then worthless.",

  "table.empty-file": "{path} is empty. Export it again.",
  "table.not-a-file": "There is no file {path}. Check the path.",
  "table.not-csv": "{path} is no text. Save it as “CSV UTF-8” and name that file.",
  "table.unreadable": "{path} cannot be read as a table: {cause}. Correct the file and run again.",
  "table.repeated-column": '{path} has two columns named "{column}".',
  "table.empty": "{path} has a header but no rows.",
  "table.no-column": '{path} has no column "{column}"; it has {columns}.',
  "table.no-columns": "{path} has no columns to predict {target} from.",
  "table.only-suspects":
    "Every column gives {target} away, so there is nothing left to predict it from. Leave out the columns that are known only afterwards, or keep them all with --keep-suspects.",
  "table.nothing-varies":
    "There is nothing to tell rows apart by: each of the columns ({columns}) has one value only, or words of which none stands in ten rows. Add a column of numbers, dates or words that repeat.",
  "table.value-currencies":
    "Column {column} has amounts in several currencies ({currencies}), which cannot be added. Name a column in one currency by --value.",
  "table.bad-line":
    "Line {line, number} of {path}: {problem} Figures over a part of the table would mislead, so none are given.",
  "table.note.encoding":
    "The characters are taken for {encoding}, judged by the content. If words look wrong, run again with --encoding NAME.",
  "table.note.skipped":
    "{lines, plural, one {# line is no row and was} other {# lines are no rows and were}} left out: a second header or totals.",
  "table.note.spellings": "{target}: {spellings} count as one value.",
  "table.note.repeated-ids":
    "{ids, plural, one {# value} other {# values}} of {id} {ids, plural, one {stands} other {stand}} in more than one row ({rows, number} rows together): the rows of one {id} stay in one fold. The intervals take every row for a customer, so they are too narrow.",
  "table.note.copies":
    "{rows, plural, one {# row is a copy} other {# rows are copies}} of another row, so folds may test on rows that were learnt from. Name the column of the customer by --id, or remove the copies.",
  "table.note.missing":
    "{column}: {rows, plural, one {# row counts} other {# rows count}} as missing ({words}).",
  "table.note.stray":
    "{column}: {rows, plural, one {# row counts} other {# rows count}} as missing, being no {kind, select, number {number} other {date}} ({words}; first in row {row, number}).",
  "table.note.mostly":
    "{column}: read as words, because {rows, plural, one {# row is} other {# rows are}} no {kind, select, number {number} other {date}} (first {text} in row {row, number}), which is too many to be slips. Correct or empty them to have the others read as {kind, select, number {numbers} other {dates}}.",
  "table.note.currencies":
    "{column}: amounts in several currencies ({currencies}) are taken as they stand, without rates.",
  "table.note.ambiguous":
    "{column}: {example} can be meant in several ways. It is read as {format}; if it is {other}, write the column plainly and run again.",
  "table.note.tells-all":
    "{column} alone tells who churned (ROC-AUC {auc, number, ::.0000}). {kept, select, true {It is kept, so the figures are worth little if it is known only afterwards.} other {It is set aside as known only afterwards; if it is known before, keep it with --keep-suspects.}}",
  "table.note.one-kind":
    "{column} is {because, select, filled {filled} other {blank}} for {rows, plural, one {# row} other {# rows}}, and they {called, select, churned {churned} other {stayed}}. {kept, select, true {It is kept, so the figures are worth little if it is known only afterwards.} other {It is set aside as known only afterwards; if it is known before, keep it with --keep-suspects.}}",
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
