import { z } from "zod";
import type { FeedbackRecord } from "../../domain/customer-records.ts";
import { phrase } from "../../domain/phrase.ts";
import {
  asWritten,
  decimal,
  moment,
  neededText,
  optionalDecimal,
  optionalText,
} from "../csv/column-kinds.ts";
import { type ColumnsFor, needed, optional } from "../csv/columns.ts";
import { momentsIn } from "../csv/instant.ts";
import { quoted, reject } from "../csv/reject.ts";
import { oneOf } from "../csv/word-column.ts";
import { definePreset } from "../preset.ts";
import { FEEDBACK_KINDS, THUMBS } from "./spellings.ts";

type Kind = FeedbackRecord["kind"];

const COLUMNS = {
  externalId: needed("external_id", neededText(200, "missing_id")),
  customer: needed("customer", neededText(200, "missing_customer")),
  kind: needed("kind", oneOf(FEEDBACK_KINDS, "unknown_kind")),
  score: needed("score", asWritten),
  scaleMax: optional("scale", optionalDecimal),
  comment: optional("comment", optionalText(10_000)),
  at: needed("at", moment),
} satisfies ColumnsFor<keyof FeedbackRecord | "customer">;

/** From the least to the most a score can be; `most` is the usual one where the scale differs from survey to survey. */
const SCALES: Readonly<
  Record<Kind, { readonly least: number; readonly most: number; readonly fixed: boolean }>
> = {
  csat: { least: 1, most: 5, fixed: false },
  ces: { least: 1, most: 7, fixed: false },
  nps: { least: 0, most: 10, fixed: true },
  thumbs: { least: 0, most: 1, fixed: true },
};
/** Percent is the widest scale in use; chosen so that a score in the wrong column is noticed. */
const WIDEST_SCALE = 100;

/** Mainstay's own format for answers to surveys. Without a scale csat goes to 5 and ces to 7. */
export const mainstayFeedback = definePreset({
  source: "mainstay",
  makes: "feedback",
  columns: COLUMNS,
  check({ score, scaleMax, ...facts }, context, nameOf) {
    const scale = { column: nameOf("scaleMax"), written: scaleMax ?? "" };
    const most = scaleOf(facts.kind, scale, context);
    if (most === null) return z.NEVER;
    const answer = { column: nameOf("score"), written: score.trim() };
    return { ...facts, scaleMax: most, score: scoreOf(facts.kind, answer, most, context) };
  },
  rows({ source, timeZone }) {
    const instantOf = momentsIn(timeZone);
    return ({ customer, at, ...facts }, { line, raw }) => ({
      ...({ kind: "record", of: "feedback", line, raw } as const),
      ...{ customer, record: { source, ...facts, at: instantOf(at) } },
    });
  },
});

type Field = { readonly column: string; readonly written: string };

function scaleOf(kind: Kind, field: Field, context: z.RefinementCtx): number | null {
  const { least, most, fixed } = SCALES[kind];
  const scale = field.written === "" ? most : Number(field.written);
  if (fixed ? scale === most : scale > least && scale <= WIDEST_SCALE) return scale;
  const range = fixed ? { lowest: most, highest: most } : { lowest: least + 1, highest: WIDEST_SCALE };
  outOfRange(field, range, context);
  return null;
}

function scoreOf(kind: Kind, field: Field, most: number, context: z.RefinementCtx): number {
  const { column, written } = field;
  if (written === "") return reject(context, "missing_score", phrase("rejected.empty", { column }));
  const thumb = kind === "thumbs" ? THUMB.safeParse(written) : null;
  if (thumb?.success) return Number(thumb.data);
  const read = NUMBER.safeParse(written);
  if (!read.success)
    return reject(context, "not_a_number", phrase("rejected.number", { column, value: quoted(written) }));
  const score = Number(read.data);
  const { least } = SCALES[kind];
  const between = kind === "thumbs" && !Number.isInteger(score);
  if (score >= least && score <= most && !between) return score;
  outOfRange(field, { lowest: least, highest: most }, context);
  return z.NEVER;
}

const THUMB = oneOf(THUMBS, "out_of_range")("score");
const NUMBER = decimal("score");

type Range = { readonly lowest: number; readonly highest: number };

function outOfRange({ column, written }: Field, range: Range, context: z.RefinementCtx): void {
  const facts = { column, value: quoted(written), ...range };
  reject(context, "out_of_range", phrase("rejected.out-of-range", facts));
}
