import { expect, it, vi } from "vitest";
import type { WorkerModel } from "../../model/worker-model.ts";
import { composeApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { daysAfter } from "../../src/domain/clock.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { NOBODYS_WORKSPACE } from "../../src/slack/frame/nobody.ts";
import { warmUp } from "../../src/slack/warm-up.ts";
import { keepingNothing, NOBODY } from "../../src/store/keeping-nothing.ts";
import { createStore } from "../../src/store/store.ts";
import { describeOnEachDatabase } from "../support/databases.ts";
import { fileRows } from "../support/file-rows.ts";
import { newModelVersion } from "../support/model-versions.ts";
import { sameForAll } from "../support/same-for-all.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
const LAST_NIGHT = new Date("2026-11-23T00:00:00Z");

describeOnEachDatabase("the warm-up", (database) => {
  /** Customers of nobody who became a high risk last night; their scores are unexplained, and every playbook may apply. */
  async function addCustomers(count: number): Promise<void> {
    const rows = fileRows(database());
    const { id: model } = await createStore(database()).modelVersions.save(
      newModelVersion({ promotedAt: LAST_NIGHT }),
      "test",
    );
    for (let i = 0; i < count; i++) {
      const found = { search_keys: [`customer ${i}`], search_text: `customer ${i}` };
      const id = await rows.customer(`Customer ${i}`, { currency: "EUR", ...found });
      await rows.order(id, daysAfter(NOW, -48));
      await rows.score(id, daysAfter(LAST_NIGHT, -8), 0.1, model);
      await rows.score(id, LAST_NIGHT, 0.9, model);
    }
    await database().pool.query("UPDATE scores SET reasons = NULL, levers = NULL");
  }

  /** Every row of every table, hashed by table. */
  async function contents(): Promise<Record<string, string>> {
    const { rows } = await database().pool.query<{ name: string }>(
      "SELECT format('%I', relname) AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
    );
    const hashed: Record<string, string> = {};
    for (const { name } of rows) {
      const sql = `SELECT md5(COALESCE(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS hash FROM ${name} t`;
      hashed[name] = (await database().pool.query<{ hash: string }>(sql)).rows[0]!.hash;
    }
    return hashed;
  }

  function setUp({ keeps = false, model = sameForAll(0.9) } = {}) {
    const said: object[] = [];
    const say = (fields: object, message: string) => void said.push({ ...fields, message });
    const log = { info: () => {}, warn: say, error: say };
    const app = composeApp(parseConfig({}), database(), {
      ...{ clock: () => NOW, log, model: model as unknown as WorkerModel },
    });
    const { members, ...others } = keepingNothing(app.deps);
    const deps = keeps ? { ...app.deps, members } : { ...others, members };
    const flows = bindFlows({ ...deps, workspace: NOBODYS_WORKSPACE });
    const loadCustomerCard = vi.fn(flows.loadCustomerCard);
    const shown = { loadCustomerCard, listAtRisk: vi.fn(flows.listAtRisk), loadHome: vi.fn(flows.loadHome) };
    const quiet = vi.fn(async () => {});
    const stop = new AbortController();
    const given = { flows: { ...flows, ...shown }, log, clock: () => NOW, nobody: NOBODY };
    return { said, quiet, stop, ...shown, warmUp: () => warmUp({ ...given, quiet, stop: stop.signal }) };
  }

  it("shows cards to nobody and keeps nothing of it", async () => {
    await addCustomers(3);
    const before = await contents();
    const model = sameForAll(0.9);
    const { said, loadCustomerCard, listAtRisk, loadHome, warmUp } = setUp({ model });
    await warmUp();
    expect(said).toEqual([]);
    expect(await contents()).toEqual(before);
    expect(loadCustomerCard).toHaveBeenCalledTimes(19);
    expect(listAtRisk).toHaveBeenCalledTimes(1);
    expect(loadHome).toHaveBeenCalledTimes(1);
    expect(model.score).toHaveBeenCalled();
    const [card] = await Promise.all(loadCustomerCard.mock.results.map(({ value }) => value));
    expect(card).toMatchObject({ kind: "card", suggestion: { kind: "card" } });
  });

  it("asks for what is kept where somebody asks", async () => {
    await addCustomers(3);
    const before = await contents();
    await setUp({ keeps: true }).warmUp();
    const after = await contents();
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed).toEqual(["figure_writes", "money_reads", "playbook_cases", "scores", "suggestions"]);
  });

  it("asks for nothing where there are no customers", async () => {
    const { said, quiet, warmUp } = setUp();
    await warmUp();
    expect(said).toEqual([]);
    expect(quiet).not.toHaveBeenCalled();
  });

  it("goes on after what fails, which stands in the log as a warning", async () => {
    await addCustomers(1);
    const model = { score: vi.fn(() => Promise.reject(new Error("The model is away."))) };
    const { said, quiet, warmUp } = setUp({ model: model as never });
    await warmUp();
    expect(said.length).toBeGreaterThan(0);
    expect(quiet).toHaveBeenCalledTimes(9);
  });

  it("begins nothing more once it is stopped", async () => {
    await addCustomers(1);
    const { quiet, stop, loadCustomerCard, warmUp } = setUp();
    quiet.mockImplementationOnce(async () => {}).mockImplementationOnce(async () => stop.abort());
    await warmUp();
    expect(loadCustomerCard).toHaveBeenCalledTimes(1);
  });
});
