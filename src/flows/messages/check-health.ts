import { type Clock, MS_PER_DAY } from "../../domain/clock.ts";
import { isMemberListOld, MEMBER_LIST_JOB } from "../../domain/customers/member-list.ts";
import { contractsWithoutStartPhrase } from "../../domain/figures/contracts-without-start.ts";
import type { HealthCheck } from "../../domain/health-check.ts";
import { UNDELIVERED_DAYS } from "../../domain/outreach/undelivered.ts";
import { type Phrase, phrase } from "../../domain/phrase.ts";
import { staleReason } from "../../domain/risk/scores/stale-source.ts";
import { leakPhrase } from "../../domain/risk/versions/signal.ts";
import { sizePhrases } from "../../domain/table-size.ts";
import type { DataSpanStore } from "../../store/customers/data-span.ts";
import type { TableSizeStore } from "../../store/database/table-sizes.ts";
import type { ContractsWithoutStartStore } from "../../store/figures/contracts-without-start.ts";
import type { JobRunStore } from "../../store/jobs/job-runs.ts";
import type { ReceiptStore } from "../../store/messages/receipts.ts";
import type { WorkspaceSetupStore } from "../../store/messages/workspace-setup.ts";
import type { ModelVersionStore } from "../../store/risk/model-versions.ts";
import { type FindUndeliveredDeps, findUndelivered } from "../outreach/find-undelivered.ts";
import { type ListPlaybooksDeps, listPlaybooks } from "../outreach/list-playbooks.ts";
import { type FindRestingSourcesDeps, findRestingSources } from "../risk/scoring/find-resting-sources.ts";

export type CheckHealthDeps = FindRestingSourcesDeps &
  FindUndeliveredDeps &
  ListPlaybooksDeps & {
    readonly dataSpan: DataSpanStore;
    readonly contractsWithoutStart: ContractsWithoutStartStore;
    readonly modelVersions: Pick<ModelVersionStore, "champion">;
    readonly jobRuns: Pick<JobRunStore, "lastDoneAt">;
    readonly receipts: Pick<ReceiptStore, "stopped">;
    readonly workspaceSetup: Pick<WorkspaceSetupStore, "posts">;
    readonly tableSizes: Pick<TableSizeStore, "read">;
    readonly clock: Clock;
  };

/** A week without anything from every customer at once is rather the import's than theirs. Chosen by the product. */
const STALE_AFTER_DAYS = 7;
/** A model older than a quarter has not seen the present season. Chosen by the product. */
const OLD_MODEL_DAYS = 90;

/** Looks at what a card needs: fitting name comparison, customers, fresh activities, how large the tables are, contracts that count, no source that stopped sending, the team, a model, and whether messages arrive. */
export async function checkHealth(deps: CheckHealthDeps): Promise<readonly HealthCheck[]> {
  const now = deps.clock();
  return [
    await checkNames(deps),
    await checkData(deps, now),
    await checkSize(deps, now),
    ...(await checkContracts(deps)),
    ...(await checkSources(deps, now)),
    await checkMembers(deps, now),
    await checkModel(deps, now),
    ...(await checkPlaybooks(deps)),
    ...(await checkPosting(deps)),
    await checkUndelivered(deps, now),
  ];
}

async function checkNames({ dataSpan }: CheckHealthDeps): Promise<HealthCheck> {
  const name = "names";
  if (await dataSpan.comparesNonLatinNames()) return ok(name, phrase("health.names"));
  return warning(name, phrase("health.names.ascii-only"), phrase("health.names.advice"));
}

async function checkData({ dataSpan }: CheckHealthDeps, now: Date): Promise<HealthCheck> {
  const name = "data";
  const { customers, lastActivityAt } = await dataSpan.read();
  const advice = phrase("health.data.import");
  if (customers === 0) return warning(name, phrase("health.data.none"), advice);
  if (!lastActivityAt) return warning(name, phrase("health.data.no-activities", { customers }), advice);
  const days = Math.floor((now.getTime() - lastActivityAt.getTime()) / MS_PER_DAY);
  const newest = { customers, newest: { day: dayOf(lastActivityAt) } };
  if (days <= STALE_AFTER_DAYS) return ok(name, phrase("health.data", newest));
  return warning(name, phrase("health.data.old", { ...newest, days }), phrase("health.data.update"));
}

/** As many tables as are worth a look; the others are small. */
const LARGEST = 3;

/** Names the largest tables, and what they grew by in thirty days. */
async function checkSize({ tableSizes }: CheckHealthDeps, now: Date): Promise<HealthCheck> {
  const finding = sizePhrases(await tableSizes.read(dayOf(now)), LARGEST);
  return { name: "size", status: "ok", finding, advice: null };
}

/** Says whose contracts are in no figure; says nothing where there is none. */
async function checkContracts({ contractsWithoutStart }: CheckHealthDeps): Promise<HealthCheck[]> {
  const finding = contractsWithoutStartPhrase(await contractsWithoutStart.read());
  if (finding === null) return [];
  return [warning("contracts", finding, phrase("figures.contracts-without-start.mend"))];
}

/** Names the sources that have stopped sending; says nothing where there is none. */
async function checkSources(deps: CheckHealthDeps, now: Date): Promise<HealthCheck[]> {
  const { resting } = await findRestingSources(deps, now);
  const finding = resting.filter(({ stopped }) => stopped).map(staleReason);
  if (finding.length === 0) return [];
  return [{ name: "sources", status: "warning", finding, advice: phrase("health.sources.advice") }];
}

/** Who owns customers, and who left, is known from Slack's list of people alone. */
async function checkMembers({ jobRuns }: CheckHealthDeps, now: Date): Promise<HealthCheck> {
  const name = "members";
  const readAt = await jobRuns.lastDoneAt(MEMBER_LIST_JOB);
  const advice = phrase("health.members.advice", { job: MEMBER_LIST_JOB });
  if (readAt === null) return warning(name, phrase("health.members.never"), advice);
  const read = { day: { day: dayOf(readAt) } };
  if (isMemberListOld(readAt, now)) return warning(name, phrase("health.members.old", read), advice);
  return ok(name, phrase("health.members", read));
}

async function checkModel({ modelVersions }: CheckHealthDeps, now: Date): Promise<HealthCheck> {
  const name = "model";
  const train = phrase("health.model.train");
  const version = await modelVersions.champion();
  if (!version) return warning(name, phrase("health.model.none"), train);
  const which = { version: version.id, trained: { day: dayOf(version.trainedAt) } };
  if (version.serves === "constant")
    return warning(name, phrase("health.model.no-signal", which), phrase("health.model.no-signal.advice"));
  const leak = leakPhrase(version);
  if (leak !== null)
    return warning(name, phrase("health.too-good", { ...which, leak }), phrase("health.too-good.advice"));
  const age = (now.getTime() - version.trainedAt.getTime()) / MS_PER_DAY;
  const serves = { ...which, kind: version.serves };
  if (age <= OLD_MODEL_DAYS) return ok(name, phrase("health.model", serves));
  return warning(name, phrase("health.model.old", serves), train);
}

/** Names what was set of playbooks and is without effect; says nothing where all of it counts. */
async function checkPlaybooks(deps: CheckHealthDeps): Promise<HealthCheck[]> {
  const { playbooks, threshold, unknown } = await listPlaybooks(deps);
  const misfits = [threshold, ...playbooks].filter(({ misfits }) => misfits.length > 0);
  const finding = [
    ...(unknown.length === 0
      ? []
      : [phrase("health.playbooks.unknown", { n: unknown.length, playbooks: unknown.join(", ") })]),
    ...misfits.map(({ key, misfits }) => {
      const numbers = misfits.map(({ number }) => number).join(", ");
      return phrase("health.playbooks.misfit", { playbook: key, n: misfits.length, numbers });
    }),
  ];
  if (finding.length === 0) return [];
  return [{ name: "playbooks", status: "warning", finding, advice: phrase("health.playbooks.advice") }];
}

/** Says that nobody has started posting, or that a token is wanting; says nothing where messages go out. */
async function checkPosting({ receipts, workspaceSetup }: CheckHealthDeps): Promise<HealthCheck[]> {
  if (!(await workspaceSetup.posts()))
    return [warning("posting", phrase("health.posting.off"), phrase("health.posting.off.advice"))];
  const stopped = await receipts.stopped();
  if (stopped === null) return [];
  const { error, waiting, oldestAt } = stopped;
  const finding = phrase("health.posting.stopped", { error, waiting, oldestAt: oldestAt.toISOString() });
  return [warning("posting", finding, phrase("health.posting.advice"))];
}

/** Messages whose reasons are printed; the rest is much of the same. */
const MOST_REASONS = 5;

async function checkUndelivered(deps: CheckHealthDeps, now: Date): Promise<HealthCheck> {
  const name = "messages";
  const { items, inAll } = await findUndelivered(deps, MOST_REASONS, now);
  const about = { messages: inAll, days: UNDELIVERED_DAYS };
  if (inAll === 0) return ok(name, phrase("health.messages", about));
  const codes = items.map(({ because }) => JSON.stringify(because));
  const newest = items.filter((_, index) => codes.indexOf(codes[index] ?? "") === index);
  const reasons = newest.map(({ key, because }) =>
    key === undefined ? because : phrase("health.messages.cause", { because, key }),
  );
  const finding = [phrase("health.messages.undelivered", about), ...reasons];
  return { name, status: "warning", finding, advice: phrase("health.messages.advice") };
}

const dayOf = (instant: Date) => instant.toISOString().slice(0, 10);

function ok(name: string, finding: Phrase): HealthCheck {
  return { name, status: "ok", finding: [finding], advice: null };
}

function warning(name: string, finding: Phrase, advice: Phrase): HealthCheck {
  return { name, status: "warning", finding: [finding], advice };
}
