import type { App } from "../compose.ts";
import { DEMO_SEED } from "../demo/demo-data.ts";
import { MS_PER_DAY, MS_PER_HOUR } from "../domain/clock.ts";
import { commandLineText, say } from "../words/command-line.ts";
import { TEAM_CHANNEL } from "./seed.ts";

/** The demo's customers are scored for these days too, so that cards and digest can say what moved. */
const EARLIER_SCORINGS_DAYS = [28, 21, 14, 7];

type OnStep = (step: string) => void;

/** Fills an empty store with everything the local workspace shows: invented customers, a trained model, its scores. */
export async function fillWithDemo(app: App, customers: number, onStep: OnStep): Promise<void> {
  const now = app.clock();
  const loaded = await app.flows.loadDemo({ seed: DEMO_SEED, asOf: now, customers });
  if (loaded.kind !== "loaded") return;
  onStep(loadedStep(loaded));
  await app.store.channelSettings.save({ ...TEAM_CHANNEL, updatedAt: now });
  await trainAndScore(app, onStep);
}

/** Puts customers up to now in place of older ones; the model that was trained on those scores them. */
export async function renewDemo(app: App, customers: number, onStep: OnStep): Promise<void> {
  const renewed = await app.flows.renewDemo({ seed: DEMO_SEED, asOf: app.clock(), customers });
  if (renewed.kind !== "loaded") return;
  onStep(loadedStep(renewed));
  await scoreLately(app, onStep);
}

/** Trains a first model and scores with it. */
export async function trainAndScore(app: App, onStep: OnStep): Promise<void> {
  onStep(say("cli.demo.training"));
  const { training: asOf } = await app.flows.readAsOf();
  const { horizonDays, seed } = app.config;
  const trained = await app.flows.trainModel({ asOf, horizonDays, seed });
  if (trained.kind === "not-enough-history") return onStep(commandLineText(trained.reason));
  await scoreLately(app, onStep);
}

async function scoreLately(app: App, onStep: OnStep): Promise<void> {
  onStep(say("cli.demo.scoring"));
  const { scoring: asOf } = await app.flows.readAsOf();
  for (const days of EARLIER_SCORINGS_DAYS) {
    await app.flows.scoreCustomers({ asOf: new Date(asOf.getTime() - days * MS_PER_DAY) });
  }
  await app.flows.scoreCustomers({ asOf });
  await app.flows.rankByValue({ asOf });
}

/** Chosen: once for the jobs of a day, however often somebody asks. */
const LIVES_ON_EVERY_MS = 12 * MS_PER_HOUR;

/** Lets the invented customers live up to now: to be done before the jobs, which are to know each day's records. */
export function livingDemo(app: App): () => Promise<unknown> {
  return () => app.flows.liveDemo({ seed: DEMO_SEED, atLeastMs: LIVES_ON_EVERY_MS });
}

function loadedStep({ customers, activities }: { customers: number; activities: number }): string {
  return say("cli.demo.loaded", { customers, activities });
}
