import { z } from "zod";
import { MS_PER_MINUTE } from "../../domain/clock.ts";
import { expectShape, readCursor } from "../pull/expect-shape.ts";
import { type SourceConnection, SourceError, type SourcePage } from "../pull/source-definition.ts";
import { askSalesforce, QUERY_ALL } from "./salesforce-api.ts";

/** What every record has; `SystemModstamp` is by Salesforce's own clock. */
export const SALESFORCE_RECORD = {
  Id: z.string().min(1),
  IsDeleted: z.boolean(),
  SystemModstamp: z.string().min(1),
};
export const SALESFORCE_OWNER = z.looseObject({ Email: z.string().nullish() }).nullish();

/** One kind of record. */
export type SalesforceObject<Item> = {
  /** As the API names it: "Account". */
  readonly name: string;
  readonly fields: readonly string[];
  /** Whether its amounts have a currency of their own where the organization has several. */
  readonly hasCurrency: boolean;
  readonly item: z.ZodType<Item>;
  /** What the record is called here; left out: by its Id. */
  idOf?(item: Item): string;
  /** Whether it counts; what did, and does no longer, is told as deleted. */
  counts(item: Item): boolean;
  record(item: Item, from: SourceConnection): unknown;
};

/** Moments in ms since 1970; `next` is where Salesforce goes on, `newest` the latest change that was seen. */
const PLACE = z.object({
  since: z.number().nullable(),
  newest: z.number().nullable(),
  next: z.string().nullable(),
});
type Place = z.output<typeof PLACE>;

/** Of Salesforce's clock: a long transaction shows a little after its time. Chosen. */
const AGAIN_MS = 5 * MS_PER_MINUTE;

type Item = { readonly Id: string; readonly IsDeleted: boolean; readonly SystemModstamp: string };

/** All records once; from then on those that changed, deleted ones among them for as long as they are in the bin. */
export function objectPage<Of extends Item>(object: SalesforceObject<Of>) {
  return async (from: SourceConnection, cursor: string | null): Promise<SourcePage> => {
    const place = readCursor(PLACE, cursor) ?? { since: null, newest: null, next: null };
    const answer = await answerTo(object, from, place);
    if (answer === null)
      return { records: [], deleted: [], ...goingOn({ ...place, since: place.newest, next: null }, true) };
    const { records, next } = readAnswer(object, answer);
    const there = records.filter((item) => !item.IsDeleted && object.counts(item));
    const gone = records.filter((item) => item.IsDeleted || !object.counts(item));
    const newest = momentOf(records.at(-1)?.SystemModstamp) ?? place.newest;
    return {
      records: there.map((item) => object.record(item, from)),
      deleted: place.since === null ? [] : gone.map((item) => object.idOf?.(item) ?? item.Id),
      ...(next === null ? over(place, newest) : goingOn({ ...place, newest, next }, true)),
    };
  };
}

/** @returns null where the place in a list is forgotten, which Salesforce keeps for two days */
async function answerTo<Of extends Item>(
  object: SalesforceObject<Of>,
  from: SourceConnection,
  { since, newest, next }: Place,
): Promise<unknown> {
  if (next === null) return firstAnswer(object, from, since);
  try {
    return await askSalesforce(from, next);
  } catch (error) {
    const isForgotten = error instanceof SourceError && (error.status === 400 || error.status === 404);
    if (isForgotten && newest !== null && newest !== since) return null;
    throw error;
  }
}

/** An organization with one currency has no field for it, and refuses a query that names it. */
async function firstAnswer<Of extends Item>(
  object: SalesforceObject<Of>,
  from: SourceConnection,
  since: number | null,
): Promise<unknown> {
  const fields = [...object.fields, ...Object.keys(SALESFORCE_RECORD)];
  const ask = (columns: readonly string[]) =>
    askSalesforce(from, QUERY_ALL, { q: soql(object.name, columns, since) });
  if (!object.hasCurrency) return ask(fields);
  try {
    return await ask([...fields, "CurrencyIsoCode"]);
  } catch (error) {
    if (!(error instanceof SourceError) || error.code !== "INVALID_FIELD") throw error;
    return ask(fields);
  }
}

function soql(name: string, fields: readonly string[], since: number | null): string {
  const changed = since === null ? "" : ` WHERE SystemModstamp >= ${new Date(since).toISOString()}`;
  return `SELECT ${fields.join(", ")} FROM ${name}${changed} ORDER BY SystemModstamp, Id`;
}

function readAnswer<Of extends Item>({ name, item }: SalesforceObject<Of>, answer: unknown) {
  const shape = z.looseObject({
    records: z.array(item),
    done: z.boolean(),
    nextRecordsUrl: z.string().nullish(),
  });
  const { records, done, nextRecordsUrl } = expectShape(shape, answer, `Salesforce ${name}`);
  if (done) return { records, next: null };
  if (!nextRecordsUrl) throw new SourceError("changed-shape", `Salesforce ${name}: nextRecordsUrl`);
  return { records, next: nextRecordsUrl };
}

const over = ({ since }: Place, newest: number | null) =>
  goingOn({ since: newest === null ? since : newest - AGAIN_MS, newest: null, next: null }, false);
const goingOn = (place: Place, more: boolean): Pick<SourcePage, "cursor" | "more"> => ({
  ...{ cursor: JSON.stringify(place), more },
});

function momentOf(text: string | undefined): number | null {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? null : at;
}
