// What the demo's nudges of a morning take to be kept for a replay, in bytes. Prints one JSON line. Needs the demo that the
// install prepares.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openApp } from "../../src/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { bodyOf } from "../../src/delivery/drawing.ts";
import { render } from "../../src/delivery/render.ts";
import { localTime } from "../../src/domain/calendar.ts";
import { keptValue } from "../../src/domain/messages/kept-values.ts";
import { bindFlows } from "../../src/flows/bind-flows.ts";
import { PREPARED_DEMO_FOLDER } from "../../src/local-workspace/prepared-demo.ts";
import { packed } from "../../src/store/messages/packed.ts";

const folder = mkdtempSync(join(tmpdir(), "mainstay-bench-"));
const onFailure = (error: unknown) => {
  throw error;
};
const contents = { folder: join(PREPARED_DEMO_FOLDER, "postgres"), onFailure };
const app = await openApp(parseConfig({ DATA_DIR: folder, LOG_LEVEL: "error" }), { firstContents: contents });
const sizes = { messages: 0, customers: 0, inputs: 0, inputsPacked: 0, drawing: 0, drawingPacked: 0 };
try {
  const { reports: now } = await app.flows.readAsOf();
  const flows = bindFlows({ ...app.deps, clock: () => now });
  for (const timeZone of await flows.listOwnerTimeZones()) {
    const { plans, choices } = await flows.composeNudges({ timeZone, day: localTime(now, timeZone).day });
    for (const { inputs, message } of plans) {
      const choice = choices.get(message.memberId);
      const given = JSON.stringify(keptValue({ kind: "nudge", ...inputs, choice }));
      const { body } = bodyOf(render(message, "en"));
      sizes.messages += 1;
      sizes.customers += message.items.length;
      sizes.inputs += given.length;
      sizes.inputsPacked += packed(given).length;
      sizes.drawing += body.length;
      sizes.drawingPacked += packed(body).length;
    }
  }
} finally {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify({ bench: "replays", ...sizes })}\n`);
