import type { Customer } from "../../../domain/customer.ts";
import type { Phrase } from "../../../domain/phrase.ts";
import type { CustomerProducts } from "../../../domain/products/customer-products.ts";
import { nothingPhrase, regularPhrase, suggestedPhrase } from "../../../domain/products/product-phrases.ts";
import { commaList } from "../../../words/joined.ts";
import type { Locale } from "../../../words/locale.ts";
import { sayIn } from "../../../words/say.ts";
import { textOf } from "../../../words/text.ts";
import { context, header, type SlackMessage, section } from "../elements.ts";
import { escapeMrkdwn } from "../escape.ts";
import { shortDate } from "../words.ts";

export type ProductsView = {
  readonly customer: Pick<Customer, "name">;
  readonly products: CustomerProducts;
  readonly readAt: Date;
  readonly timeZone: string;
  readonly locale: Locale;
};

/** Five of them fit into one section, whatever the products are called. */
const LINE_LENGTH = 550;

/** What to offer a customer next and why, and what they buy regularly. */
export function productsMessage(view: ProductsView): SlackMessage {
  const { customer, products, locale } = view;
  const say = sayIn(locale);
  const { next, regular, because } = products;
  const line = (one: Phrase) => `• ${escapeMrkdwn(textOf(one, locale), LINE_LENGTH)}`;
  const part = (title: string, phrases: readonly Phrase[]) =>
    phrases.length === 0 ? [] : [section([`*${say(title)}*`, ...phrases.map(line)].join("\n"))];
  const buyers = products.pairing?.customers ?? 0;
  return {
    blocks: [
      header(say("products.title", { customer: customer.name })),
      ...(because === null ? [] : [section(textOf(nothingPhrase(because), locale))]),
      ...part(
        "products.next",
        next.map((one) => suggestedPhrase(one, buyers)),
      ),
      ...part("products.regular", regular.map(regularPhrase)),
      ...foot(view),
    ],
    text: summary(view),
  };
}

function foot({ products: { pairing }, timeZone, readAt, locale }: ProductsView) {
  if (pairing === null) return [];
  const day = shortDate(pairing.asOf, timeZone, readAt, locale);
  return [context(sayIn(locale)("products.foot", { customers: pairing.customers, day }))];
}

function summary({ customer, products, locale }: ProductsView): string {
  const say = sayIn(locale);
  const name = escapeMrkdwn(customer.name, 140);
  if (products.next.length === 0) return say("products.summary.none", { customer: name });
  const names = commaList(
    products.next.map((one) => escapeMrkdwn(one.name, 200)),
    say,
  );
  return say("products.summary", { customer: name, products: names });
}
