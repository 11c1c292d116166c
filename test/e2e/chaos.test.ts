import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { SHORT_KINDS } from "../../scripts/chaos/plan.ts";

const SCRIPT = new URL("../../scripts/chaos.ts", import.meta.url).pathname;
/** Some two minutes, most of them waiting; a busy machine takes its time, which costs a quiet one nothing. */
const TIMEOUT_MS = 1_800_000;

describe("the bot that is ended again and again, on a server and with a Slack that fail", () => {
  it("loses and doubles nothing", { timeout: TIMEOUT_MS }, async () => {
    const args = ["--import", "tsx", SCRIPT, "--short", "--json"];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e8 }).catch(
      (failed: { stdout: string; stderr: string }) => failed,
    );
    const report = JSON.parse(stdout.trim().split("\n").at(-1) || "null");
    const nothing = { lost: 0, doubled: 0, inputsLost: 0, budgetsExceeded: 0, stuck: 0, unhandled: 0 };
    expect(report, stderr).toMatchObject({ roundsBroken: 0, ...nothing });
    expect(Object.keys(report.faults), stderr).toEqual(expect.arrayContaining([...SHORT_KINDS]));
    expect(Math.min(report.messages, report.inputs, report.kills)).toBeGreaterThan(0);
  });
});
