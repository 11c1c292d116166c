// import-into-folder.ts FOLDER FILE PRESET [BATCH]: imports into the embedded database of a folder
// and prints the report; kills itself without warning while it writes the given batch of the file. Built before it is started, as a script, which
// awaits nothing by itself.
import { importFile } from "../../src/flows/imports/import-file.ts";
import { PRESET_NAMES } from "../../src/sources/presets.ts";
import { openDatabase } from "../../src/store/database/database.ts";
import { migrate } from "../../src/store/database/migrate.ts";
import { createStore } from "../../src/store/store.ts";

const [folder = "", path = "", presetName, killAt] = process.argv.slice(2);
void run();

async function run(): Promise<void> {
  const preset = PRESET_NAMES.find((name) => name === presetName);
  if (!preset) throw new Error(`Unknown preset ${presetName}`);
  const database = await openDatabase({ kind: "embedded", folder });
  await migrate(database);
  const store = createStore(database);
  const { activityRows, costImport } = store;
  let batches = 0;
  const countBatch = () => {
    batches += 1;
    if (batches === Number(killAt)) setImmediate(() => process.kill(process.pid, "SIGKILL"));
  };
  const deps = {
    ...store,
    timeZone: "UTC",
    activityRows: {
      ...activityRows,
      newRows: (...args: Parameters<typeof activityRows.newRows>) => {
        const write = activityRows.newRows(...args);
        return () => {
          countBatch();
          return write();
        };
      },
    },
    costImport: {
      ...costImport,
      addBatch: (...args: Parameters<typeof costImport.addBatch>) => {
        countBatch();
        return costImport.addBatch(...args);
      },
    },
    clock: () => new Date("2026-11-22T00:00:00Z"),
  };
  const report = await importFile(deps, { path, preset });
  await database.close();
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
