/** What stands in the place of a text that was erased. */
export const ERASED = "(erased)";

/** What a customer is called from then on. */
export const erasedName = (customerId: number): string => `Erased customer ${customerId}`;

/**
 * What rules and programs read, and no person wrote: codes ("risk.usage-down", "open_ticket"), days and moments, months, quarters
 * and weeks, currencies, numbers, zones, locales, ids of Slack.
 */
const NOBODYS_WORDS = [
  /^[a-z][a-z0-9]*([._:-][a-z0-9]+)*$/,
  /^[a-z]+([A-Z][a-z0-9]*)+$/,
  /^\d{4}-(\d{2}(-\d{2}(T[0-9:.]+Z)?)?|Q\d|W\d{2})$/,
  /^[A-Z]{3}$/,
  /^-?\d{1,5}(\.\d+)?$/,
  /^(UTC|[A-Z][A-Za-z]+(\/[A-Z][A-Za-z_-]+)+)$/,
  /^[a-z]{2}(-[A-Za-z]{2,4})?$/,
  /^[UWCDGT][A-Z0-9]{6,}$/,
];

/** JSON without the words of people: each text that is no code becomes "(erased)", a name of the customer their new one. */
export function withoutWords(value: unknown, name: string, key = ""): unknown {
  if (typeof value === "string") return wordOf(value, name, key);
  if (Array.isArray(value)) return value.map((each) => withoutWords(each, name, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([at, each]) => [at, withoutWords(each, name, at)]));
}

/** Fields that hold who the customer is, whatever their name looks like. */
const NAMES = ["name", "customerName", "externalId", "contact", "contactName"];

function wordOf(text: string, name: string, key: string): string {
  if (NAMES.includes(key)) return key === "name" || key === "customerName" ? name : ERASED;
  return NOBODYS_WORDS.some((pattern) => pattern.test(text)) ? text : ERASED;
}

/**
 * A message without what it says of some customers: the words within every object that names one of them, by `customerId` or
 * as `customer`. What it says of others stays.
 */
export function withoutCustomers(
  value: unknown,
  ids: ReadonlySet<number>,
  nameOf: (id: number) => string,
): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutCustomers(each, ids, nameOf));
  if (typeof value !== "object" || value === null) return value;
  const named = namedIn(value);
  if (named !== null && ids.has(named)) return withoutWords(value, nameOf(named));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withoutCustomers(each, ids, nameOf)]),
  );
}

function namedIn(value: object): number | null {
  if ("customerId" in value && typeof value.customerId === "number") return value.customerId;
  if (!("customer" in value)) return null;
  const { customer } = value;
  const isNamed = typeof customer === "object" && customer !== null && "id" in customer;
  return isNamed && typeof customer.id === "number" ? customer.id : null;
}
