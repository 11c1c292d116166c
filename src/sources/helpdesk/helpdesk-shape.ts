import { readFile } from "node:fs/promises";
import { parse, YAMLParseError } from "yaml";
import { ZodError, z } from "zod";
import { PRESET_OF_ROWS } from "../kinds.ts";
import { faultsOfMapping } from "../mapping/mapped-preset.ts";
import { type KindMapping, MAPPING } from "../mapping/mapping.ts";
import { SourceError } from "../pull/source-definition.ts";
import { ISO, streamKinds } from "../pull/stream-kinds.ts";

export const TICKETS = "tickets";

/** Where a delivery has what is needed of a ticket, by dotted names. */
export type HelpdeskShape = {
  /** The ticket, or a list of them; "": the body itself. */
  readonly ticket: string;
  /** Of a ticket, as are the next two. */
  readonly id: string;
  readonly updatedAt: string;
  /** Filled with something else than false where it was deleted. */
  readonly deleted: string;
  readonly kinds: readonly KindMapping[];
};

/** The shape of a delivery that a help desk is told to send, in words of ours. */
const OWN: HelpdeskShape = {
  ...{ ticket: "ticket", id: "id", updatedAt: "updated_at", deleted: "deleted" },
  kinds: streamKinds({
    rows: TICKETS,
    facts: {
      external_id: "id",
      customer: "customer",
      subject: { first_of: ["subject", "id"] },
      severity: { column: "severity", otherwise: "normal", words: severities() },
      opened_at: { column: "opened_at", ...ISO },
      first_reply_at: { column: "first_reply_at", ...ISO },
      solved_at: { column: "solved_at", ...ISO },
    },
  }),
};

function severities(): Record<string, string> {
  return Object.fromEntries(["low", "normal", "high", "urgent"].map((each) => [each, each]));
}

const WRITTEN = z.strictObject({
  ticket: z.string().default(""),
  id: z.string().min(1),
  updated_at: z.string().min(1),
  deleted: z.string().default(""),
  kinds: MAPPING.shape.kinds,
});

/** @param file "": our own shape. @throws SourceError with what to mend in it */
export async function helpdeskShape(file: string): Promise<HelpdeskShape> {
  if (file === "") return OWN;
  const text = await readFile(file, "utf8").catch(() => {
    throw new SourceError("not-found", `there is no file ${file}`);
  });
  try {
    return shapeIn(text);
  } catch (error) {
    if (error instanceof ZodError) throw faulty(`${file}: ${z.prettifyError(error)}`);
    if (error instanceof YAMLParseError) throw faulty(`${file}: ${error.message}`);
    throw error;
  }
}

/** @throws SourceError, ZodError, YAMLParseError */
export function shapeIn(text: string): HelpdeskShape {
  const { updated_at, kinds, ...shape } = WRITTEN.parse(parse(text));
  for (const kind of kinds) refuseFaulty(kind);
  return { ...shape, updatedAt: updated_at, kinds };
}

function refuseFaulty(kind: KindMapping): void {
  const preset = PRESET_OF_ROWS[kind.rows];
  if (kind.rows !== TICKETS || preset === undefined)
    throw faulty(`rows "${kind.rows}": a help desk delivers ${TICKETS}`);
  const { unknown, missing } = faultsOfMapping(preset, kind);
  if (unknown.length > 0) throw faulty(`${TICKETS} have no ${unknown.join(", ")}`);
  if (missing.length > 0) throw faulty(`${TICKETS} need ${missing.join(", ")}`);
}

const faulty = (message: string) => new SourceError("changed-shape", message);
