/** The commands about products: what to offer next, and how often that is bought. */
export const cliProducts = {
  "cli.products.paired":
    "{products, plural, one {# product} other {# products}} bought by enough of {customers, plural, one {# customer} other {# customers}}: {pairs, plural, one {# pair} other {# pairs}} kept, as of {day}.",
  "cli.products.next": "Next: npm run mainstay -- products CUSTOMER",

  "cli.products.evaluation.title":
    "Hit rate at 5, %: {aim, select, new {products new to the customer} other {all products}}, the next {days, plural, one {# day} other {# days}}",
  "cli.products.evaluation.suggested": "suggested",
  "cli.products.evaluation.popular-lately": "sold most in the last 30 days",
  "cli.products.evaluation.popular-ever": "sold most ever",
  "cli.products.evaluation.own-repeats": "bought most often by the customer",
  "cli.products.evaluation.mean": "mean",
  "cli.products.evaluation.range": "lowest–highest",
  "cli.products.evaluation.spread": "{low, number, ::.0}–{high, number, ::.0}",
  "cli.products.evaluation.percent": "{rate, number, ::.0}",
  "cli.products.evaluation.ahead": "ahead of “{rival}”",
  "cli.products.evaluation.interval":
    "{mean, number, ::.0 sign-always} ({low, number, ::.0} to {high, number, ::.0})",
  "cli.products.evaluation.customers": "customers",
  "cli.products.evaluation.answered": "with a suggestion",
  "cli.products.evaluation.foot":
    "A hit: one of the five was bought. Customers had bought before the day and bought something after it; one without a suggestion counts as missed. In brackets: 95 % over customers.",
} as const;
