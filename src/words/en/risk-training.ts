/** Why a training cannot start, and why a stored model cannot be used. */
export const riskTraining = {
  "training.nothing-varies":
    "There is nothing to tell customers apart by: every column has one value only. Import their activities, then train again.",
  "training.too-few-to-judge":
    "In the latest period, which decides whether the model is any good, there {rows, plural, one {is # customer record} other {are # customer records}}, of which {churned, number} left and {stayed, number} stayed; at least {least, number} are needed, with {leastOfEach, number} of each. Import a longer history, then train again.",
  "training.too-few-to-learn":
    "To learn from, there {rows, plural, one {is # customer record} other {are # customer records}}, of which {churned, number} left and {stayed, number} stayed; at least {least, number} are needed, with {leastOfEach, number} of each. Import a longer history, then train again.",

  "artifact.damaged": "its bytes are damaged or no model at all. Train again.",
  "artifact.inconsistent": "it contradicts itself in {part}. Train again.",
  "artifact.other-columns":
    "it was trained on other data; columns missing or of another type: {columns}. Train again.",
  "artifact.unknown-format": "{part} is not as it should be ({problem}). Train again.",
} as const;
