import { scoringMoment } from "../../domain/as-of.ts";
import { type Clock, MS_PER_DAY } from "../../domain/clock.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { staleReason } from "../../domain/risk/scores/stale-source.ts";
import { leakPhrase } from "../../domain/risk/versions/signal.ts";
import type { DataSpanStore } from "../../store/customers/data-span.ts";
import type { ModelVersionStore } from "../../store/risk/model-versions.ts";
import { type FindStaleSourcesDeps, findStaleSources } from "../risk/scoring/find-stale-sources.ts";

/** One thing that was looked at; `advice` says what to do where it is not fine. */
export type HealthCheck = {
  readonly name: string;
  readonly status: "ok" | "warning" | "failed";
  readonly finding: string | readonly Phrase[];
  readonly advice: string | null;
};

export type CheckHealthDeps = FindStaleSourcesDeps & {
  readonly dataSpan: DataSpanStore;
  readonly modelVersions: Pick<ModelVersionStore, "champion">;
  readonly clock: Clock;
};

/** A week of silence from every customer at once is rather the import's than theirs. Chosen by the product. */
const STALE_AFTER_DAYS = 7;
/** A model older than a quarter has not seen the present season. Chosen by the product. */
const OLD_MODEL_DAYS = 90;

/** Looks at what a card needs: fitting name comparison, customers, fresh activities, no source that fell silent, a model. */
export async function checkHealth(deps: CheckHealthDeps): Promise<readonly HealthCheck[]> {
  const now = deps.clock();
  return [
    await checkNames(deps),
    await checkData(deps, now),
    ...(await checkSources(deps, now)),
    await checkModel(deps, now),
  ];
}

async function checkNames({ dataSpan }: CheckHealthDeps): Promise<HealthCheck> {
  const name = "names";
  if (await dataSpan.comparesNonLatinNames()) return ok(name, "names in every script can be looked up");
  return {
    name,
    status: "warning",
    finding: "the database's locale takes letters outside ASCII for punctuation",
    advice:
      "Mistyped Chinese names will not be found. Create the database with LC_CTYPE C.UTF-8 or another UTF-8 locale.",
  };
}

async function checkData({ dataSpan }: CheckHealthDeps, now: Date): Promise<HealthCheck> {
  const name = "data";
  const { customers, lastActivityAt } = await dataSpan.read();
  const advice = "npm run mainstay -- import FILE --preset NAME";
  if (customers === 0) return { name, status: "warning", finding: "no customers yet", advice };
  if (!lastActivityAt)
    return { name, status: "warning", finding: `${customers} customers, no activities`, advice };
  const age = Math.floor((now.getTime() - lastActivityAt.getTime()) / MS_PER_DAY);
  const finding = `${customers} customers, newest activity ${lastActivityAt.toISOString().slice(0, 10)}`;
  if (age <= STALE_AFTER_DAYS) return ok(name, finding);
  return {
    name,
    status: "warning",
    finding: `${finding}, ${age} days ago`,
    advice: `Bring it up to date: ${advice}`,
  };
}

/** Names the sources whose customers get no score at the next scoring; says nothing where there is none. */
async function checkSources(deps: CheckHealthDeps, now: Date): Promise<HealthCheck[]> {
  const { lastActivityAt } = await deps.dataSpan.read();
  const moment = scoringMoment(lastActivityAt, now);
  const stale = await findStaleSources(deps, moment);
  if (stale.length === 0) return [];
  return [
    {
      name: "sources",
      status: "warning",
      finding: stale.map(staleReason),
      advice:
        "Their customers get no score until it sends again: see why its export or connection has stopped.",
    },
  ];
}

async function checkModel({ modelVersions }: CheckHealthDeps, now: Date): Promise<HealthCheck> {
  const name = "model";
  const version = await modelVersions.champion();
  if (!version) {
    return { name, status: "warning", finding: "not trained yet", advice: "npm run mainstay -- train" };
  }
  const day = version.trainedAt.toISOString().slice(0, 10);
  const id = `version ${version.id} of ${day}`;
  if (version.serves === "constant")
    return {
      name,
      status: "warning",
      finding: `${id}: no signal found in this history`,
      advice: WHAT_WOULD_HELP,
    };
  const leak = leakPhrase(version);
  if (leak !== null)
    return {
      name,
      status: "warning",
      finding: [phrase("health.too-good", { version: version.id, trained: { day }, leak })],
      advice: LEAK_ADVICE,
    };
  const finding = `${id}, the ${version.serves} serves`;
  const age = (now.getTime() - version.trainedAt.getTime()) / MS_PER_DAY;
  if (age <= OLD_MODEL_DAYS) return ok(name, finding);
  return { name, status: "warning", finding: `${finding}, an old one`, advice: "npm run mainstay -- train" };
}

const WHAT_WOULD_HELP =
  "Nobody gets a risk figure. What would help: a longer history (a year and more), more of what customers do " +
  "(orders with their dates, usage, tickets, contacts), the days on which contracts really ended, and the same " +
  "number for a customer in every file. Import it, then: npm run mainstay -- train";
const LEAK_ADVICE =
  "If it is known only afterwards (a closing entry, a last bill), leave such rows out of the import, then: npm run mainstay -- train";

function ok(name: string, finding: string): HealthCheck {
  return { name, status: "ok", finding, advice: null };
}
