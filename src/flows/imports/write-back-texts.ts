import {
  type ToWriteBack,
  toWriteBack,
  WRITE_BACK_FACTS,
  type WriteBackFact,
  type WriteBackFields,
} from "../../domain/imports/write-back.ts";
import { AT_RISK_NEEDS } from "../../domain/outreach/at-risk.ts";
import type { Phrase } from "../../domain/phrase.ts";
import type { WrittenBack } from "../../sources/pull/source-definition.ts";
import type { DueWriteBack } from "../../store/imports/write-backs.ts";
import { type ReadExplainedFactsDeps, readExplainedFacts } from "../outreach/read-explained-facts.ts";

export type WriteBackTextsDeps = ReadExplainedFactsDeps & {
  /** In the team's language. */
  readonly teamText: (phrase: Phrase) => string;
  readonly timeZone: string;
};

export type WriteBackText = WrittenBack & { readonly customerId: number; readonly name: string };

/** What is to be written of each; who has no score any more, or is no customer, is left out. */
export async function writeBackTexts(
  deps: WriteBackTextsDeps,
  fields: WriteBackFields,
  due: readonly DueWriteBack[],
  now: Date,
): Promise<readonly WriteBackText[]> {
  const known = await readExplainedFacts(
    deps,
    AT_RISK_NEEDS,
    due.map(({ customerId }) => customerId),
    now,
  );
  return due.flatMap(({ customerId, externalId }) => {
    const facts = known.get(customerId);
    const written = facts === undefined ? null : toWriteBack(facts, now, deps.timeZone);
    if (facts === undefined || written === null) return [];
    return [
      { customerId, externalId, name: facts.customer.name, values: valuesOf(written, fields, deps.teamText) },
    ];
  });
}

function valuesOf(
  written: ToWriteBack,
  fields: WriteBackFields,
  text: WriteBackTextsDeps["teamText"],
): Record<string, string | number> {
  const facts = Object.keys(WRITE_BACK_FACTS) as WriteBackFact[];
  const values = facts.flatMap((fact) => {
    const field = fields[fact];
    if (field === undefined) return [];
    const value = written[fact];
    return [[field, value === null ? "" : typeof value === "object" ? text(value) : value] as const];
  });
  return Object.fromEntries(values);
}
