/** What to offer a customer next and what they buy regularly. For reps, who read it before a call. */
export const products = {
  "products.evaluation.no-products":
    "No order in the file names a product and an amount above zero, so there is nothing to suggest.",
  "products.evaluation.too-late": "The file ends too early for that: the last day to cut at is {day}.",
  "products.evaluation.nobody":
    "Nobody who had bought something before {day} bought again in time. Choose another day or look further ahead.",
} as const;
