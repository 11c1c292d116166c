import { PLAYBOOK_KEYS } from "../../src/domain/outreach/playbooks/playbooks.ts";
// node --import tsx import-into-folder.ts FOLDER FILE PRESET [STRETCH]: imports into the embedded database of a folder
// and prints the report; kills itself without warning while it writes the given stretch of the file.
import { importFile } from "../../src/flows/imports/import-file.ts";
import { PRESET_NAMES } from "../../src/sources/presets.ts";
import { costTargetStore } from "../../src/store/costs/cost-targets.ts";
import { openDatabase } from "../../src/store/database/database.ts";
import { migrate } from "../../src/store/database/migrate.ts";
import { activityRowsStore } from "../../src/store/imports/activity-rows.ts";
import { costImportStore } from "../../src/store/imports/cost-import.ts";
import { customerRowsStore } from "../../src/store/imports/customer-rows.ts";
import { importsStore } from "../../src/store/imports/imports.ts";

const [folder = "", path = "", presetName, killAt] = process.argv.slice(2);
const preset = PRESET_NAMES.find((name) => name === presetName);
if (!preset) throw new Error(`Unknown preset ${presetName}`);

const database = await openDatabase({ kind: "embedded", folder });
await migrate(database);
const activityRows = activityRowsStore(database);
const costImport = costImportStore(database);
let stretches = 0;
const countStretch = () => {
  stretches += 1;
  if (stretches === Number(killAt)) setImmediate(() => process.kill(process.pid, "SIGKILL"));
};
const deps = {
  imports: importsStore(database),
  customerRows: customerRowsStore(database),
  activityRows: {
    ...activityRows,
    addStretch: (...args: Parameters<typeof activityRows.addStretch>) => {
      countStretch();
      return activityRows.addStretch(...args);
    },
  },
  costImport: {
    ...costImport,
    addStretch: (...args: Parameters<typeof costImport.addStretch>) => {
      countStretch();
      return costImport.addStretch(...args);
    },
  },
  costTargets: costTargetStore(database, PLAYBOOK_KEYS),
  clock: () => new Date("2026-11-22T00:00:00Z"),
};
const report = await importFile(deps, { path, preset });
await database.close();
process.stdout.write(`${JSON.stringify(report)}\n`);
