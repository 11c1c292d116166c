import { readFile } from "node:fs/promises";
import { parse, YAMLParseError } from "yaml";
import { ZodError, z } from "zod";
import { isCurrency, isTooLarge, parseMinor } from "../../domain/money.ts";
import { type LoyaltyProgramme, parsePointsPerUnit } from "../../domain/value/loyalty/programme.ts";
import { say } from "../../words/command-line.ts";
import { Refusal } from "../refusal.ts";

/** A number as YAML has it, or the same as text. */
const DECIMAL = z.union([z.number(), z.string()]).transform(String);
const CURRENCY = z
  .string()
  .toUpperCase()
  .refine(isCurrency, { error: () => say("cli.loyalty.bad-currency") });

/** A hundred years; chosen: beyond it stands a slip. */
const MOST_DAYS = 36_500;
const LONGEST_NAME = 60;

const RATE = DECIMAL.refine((text) => parsePointsPerUnit(text) !== null, {
  error: () => say("cli.loyalty.bad-rate"),
});

const EXPIRY = z
  .string()
  .regex(/^(?:never|[1-9]\d{0,4} (?:day|month)s?)$/, { error: () => say("cli.loyalty.bad-expiry") })
  .transform((text) => {
    const [count = "", unit = ""] = text.split(" ");
    if (count === "never") return null;
    return { count: Number(count), unit: unit.startsWith("day") ? ("days" as const) : ("months" as const) };
  })
  .refine((expiry) => expiry === null || expiry.count * (expiry.unit === "days" ? 1 : 31) <= MOST_DAYS, {
    error: () => say("cli.loyalty.bad-expiry"),
  });

/** "80 %", or 80. */
const SHARE = DECIMAL.transform((text) => Number(text.replace(/\s*%$/, ""))).refine(
  (share) => share >= 0 && share <= 100,
  { error: () => say("cli.loyalty.bad-share") },
);

const WORTH = z
  .strictObject({ points: z.int().min(1).max(1_000_000), amount: DECIMAL, currency: CURRENCY })
  .transform(({ points, amount, currency }, context) => {
    const minor = amountIn(amount, currency);
    if (minor === null)
      context.addIssue({ code: "custom", path: ["amount"], message: say("cli.loyalty.bad-amount") });
    return { points, money: { minor: minor ?? 0, currency } };
  });

const TIERS = z
  .strictObject({ currency: CURRENCY, levels: z.record(z.string().trim().min(1).max(LONGEST_NAME), DECIMAL) })
  .transform(({ currency, levels }, context) => {
    const read = Object.entries(levels).map(([name, amount]) => {
      const fromMinor = amountIn(amount, currency);
      if (fromMinor === null)
        context.addIssue({ code: "custom", path: ["levels", name], message: say("cli.loyalty.bad-amount") });
      return { name, fromMinor: fromMinor ?? 0 };
    });
    if (read.length === 0 || new Set(read.map(({ fromMinor }) => fromMinor)).size < read.length)
      context.addIssue({ code: "custom", path: ["levels"], message: say("cli.loyalty.bad-levels") });
    return { currency, levels: read.sort((a, b) => a.fromMinor - b.fromMinor) };
  });

/** Above zero; null for anything else. */
function amountIn(text: string, currency: string): number | null {
  if (!isCurrency(currency)) return null;
  const minor = parseMinor(text, currency);
  return minor === null || minor <= 0 || isTooLarge(text, currency) ? null : minor;
}

const ON = { orders: "order", payments: "payment" } as const;

/** A programme as somebody writes it down. */
const PROGRAMME = z
  .strictObject({
    earn: z.strictObject({
      on: z.enum(["orders", "payments"]),
      points: z
        .record(CURRENCY, RATE)
        .refine((points) => Object.keys(points).length > 0, { error: () => say("cli.loyalty.bad-rate") }),
    }),
    expires: EXPIRY,
    worth: WORTH,
    redeemed: SHARE.default(100),
    tiers: TIERS.optional(),
  })
  .transform(
    ({ earn, expires, worth, redeemed, tiers }): LoyaltyProgramme => ({
      earnsOn: ON[earn.on],
      pointsPerUnit: earn.points,
      expiresAfter: expires,
      worth,
      redeemedPercent: redeemed,
      tiers: tiers ?? null,
    }),
  );

/** @throws Refusal that says what is wrong and where */
export async function readProgrammeFile(file: string): Promise<LoyaltyProgramme> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Refusal(say("cli.loyalty.no-file", { file }));
  });
  return programmeIn(text, file);
}

/** @throws Refusal */
export function programmeIn(text: string, file: string): LoyaltyProgramme {
  try {
    return PROGRAMME.parse(parse(text));
  } catch (error) {
    if (!(error instanceof YAMLParseError || error instanceof ZodError)) throw error;
    const problem = error instanceof ZodError ? z.prettifyError(error) : error.message;
    throw new Refusal(say("cli.loyalty.bad-file", { file, problem }));
  }
}
