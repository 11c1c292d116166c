/** What to offer a customer next and what they buy regularly. For reps, who read it before a call. */
export const products = {
  "products.title": "{customer}: products",
  "products.next": "Often bought next",
  "products.next.one":
    "{product} – {both, number} of the {customers, number} customers who bought {after} bought it, too{later, plural, =0 {} other {, # of them on a later day}}; of all {buyers, number} it was {others, number}",
  "products.regular": "Bought regularly",
  "products.regular.one":
    "{product} – on {days, plural, one {# day} other {# days}}, every {gap, plural, =0 {day} one {day} other {# days}}, last {ago, plural, =0 {today} one {yesterday} other {# days ago}}{due, select, yes {, due again} other {}}",
  "products.none.no-products":
    "Nothing to suggest: no order of theirs names a product. Ask whoever imports the orders to fill the column “category”.",
  "products.none.not-yet.cli":
    "Nothing to suggest yet: which products go together is worked out every night, and by “products” without a customer.",
  "products.none.not-yet": "Nothing to suggest yet: which products go together is worked out every night.",
  "products.none.too-few":
    "Nothing to suggest: too few customers bought the same. A product is named only where at least {fewest, number} customers bought it together with one of theirs, and more than chance would bring.",
  "products.foot":
    "From the purchases of {customers, plural, one {# customer} other {# customers}} up to {day}.",
  "products.summary": "{customer}, often bought next: {products}",
  "products.summary.none": "{customer}: no product to suggest",

  "products.evaluation.no-products":
    "No order in the file names a product and an amount above zero, so there is nothing to suggest.",
  "products.evaluation.too-late": "The file ends too early for that: the last day to cut at is {day}.",
  "products.evaluation.nobody":
    "Nobody who had bought something before {day} bought again in time. Choose another day or look further ahead.",
} as const;
