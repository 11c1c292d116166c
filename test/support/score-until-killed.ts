// score-until-killed.ts FOLDER RANGE MOMENT: scores as of the moment in the embedded database of a folder, and kills itself without
// warning while it saves the given range of customers. Built before it is started, as a script, which awaits nothing by itself.
import { createWorkerModel } from "../../model/worker-model.ts";
import { scoreCustomers } from "../../src/flows/risk/scoring/score-customers.ts";
import { openDatabase } from "../../src/store/database/database.ts";
import { createStore } from "../../src/store/store.ts";

const [folder = "", killAt, asOf = ""] = process.argv.slice(2);
void run();

async function run(): Promise<void> {
  const store = createStore(await openDatabase({ kind: "embedded", folder }));
  let ranges = 0;
  const scores = {
    ...store.scores,
    save: (...args: Parameters<typeof store.scores.save>) => {
      ranges += 1;
      if (ranges === Number(killAt)) setImmediate(() => process.kill(process.pid, "SIGKILL"));
      return store.scores.save(...args);
    },
  };
  await scoreCustomers({ ...store, scores, model: createWorkerModel() }, { asOf: new Date(asOf) });
}
