/** `evaluate`: figures of a model on a file of somebody's own, on the terminal and as Markdown. */
export const cliEvaluation = {
  "cli.evaluation.progress-table": "Cross-validating",
  "cli.evaluation.inputs":
    "{numbers, plural, one {# column} other {# columns}} of numbers, {dates, number} of dates and {categories, number} of categories; churned is {target} = {positive}, stayed is {stayed}; folds: {folds}.",
  "cli.evaluation.label": "{value} ({rows, number})",
  "cli.evaluation.fold": "fold {fold}",
  "cli.evaluation.mean": "mean",
  "cli.evaluation.mean-of-folds": "mean over the folds",
  "cli.evaluation.pooled": "pooled",
  "cli.evaluation.pooled-of-folds": "pooled; intervals of the folds' mean",
  "cli.evaluation.spread": "{name}, over seeds {seeds}: mean (lowest–highest)",
  "cli.evaluation.reliance": "how far to rely on it: {name}",
  "cli.evaluation.intervals": "ROC-AUC {auc}, log loss {logLoss} (95 % over customers)",
  "cli.evaluation.against-baseline":
    "against logistic regression on the same customers: ROC-AUC {auc}, log loss {logLoss}",
  "cli.evaluation.calibration-noise":
    "ECE that chance alone makes of calibrated probabilities: up to {ece, number, ::.0000} (95 %)",
  "cli.evaluation.coverage":
    "80 % intervals held the rate of {covered, number, ::.#} of {groups, number, ::.#} groups",
  "cli.evaluation.leak": "near perfect: suspected leak: {column}",
  "cli.evaluation.value":
    "{column}: {lost, number, ::.##} left; share of it with the customers contacted, by what ranks them{blanks, plural, =0 {} one {; # row without a value counts as 0} other {; # rows without a value count as 0}}",
  "cli.evaluation.value.contacted": "contacted",
  "cli.evaluation.value.expected-loss": "probability × value",
  "cli.evaluation.value.probability": "probability",
  "cli.evaluation.value.value": "value alone",
  "cli.evaluation.value.top": "top {percent, number} % ({customers, number})",

  "cli.results.network": "network",
  "cli.results.baseline": "logistic regression",
  "cli.results.rule": "one-column rule",
  "cli.results.log-loss": "log loss",
  "cli.results.lift": "top-decile lift",
  "cli.results.seed": "{name}, seed {seed, number, ::group-off}",
  "cli.results.reliance": "How far to rely on it ({name}):",
  "cli.results.took": "Took {seconds, number} s ({each} s per seed).",
  "cli.results.size": "{rows, number} rows, {churned, number} churned",
  "cli.results.size.of": "{names}: {size}",
  "cli.results.figures": "{sizes}. Figures: {range}.",
  "cli.results.range": "mean over seeds {seeds} (lowest–highest)",
  "cli.results.range.one": "seed {seed}",
  "cli.results.stated": "stated by the network ({name})",
  "cli.results.rows": "rows",
  "cli.results.observed": "observed",
  "cli.results.interval": "95 % interval",
} as const;
