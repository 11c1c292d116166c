import { expect, it } from "vitest";
import { createStore } from "../../src/store/store.ts";
import { describeOnOneDatabase } from "../support/databases.ts";
import { mainstayIn } from "../support/run-mainstay.ts";

describeOnOneDatabase("playbooks from the command line", (database) => {
  const { run: mainstay } = mainstayIn(database);
  const lineOf = (out: string, key: string) => out.split("\n").find((line) => line.startsWith(`${key} `));

  it("are listed with mode and numbers, and set by name; what is left out stays", async () => {
    const before = await mainstay("playbooks");
    expect(before.code, before.err).toBe(0);
    expect(lineOf(before.out, "usage-drop")).toMatch(/on +leastDropPercent=33 +20 +- +0 +0 +-$/);
    const dry = ["set", "usage-drop", "--mode", "dry-run", "--number", "leastDropPercent=40"];
    const set = await mainstay("playbooks", ...dry, "--gift", "5.50 EUR");
    expect(set.code, set.err).toBe(0);
    expect(set.out).toContain("usage-drop is saved.");
    expect((await mainstay("playbooks", "set", "usage-drop", "--minutes", "25")).code).toBe(0);
    const { out } = await mainstay("playbooks", "list");
    expect(lineOf(out, "usage-drop")).toMatch(/dry-run +leastDropPercent=40 +25 +€5.50 .*command line, /);
    expect((await mainstay("playbooks", "set", "usage-drop", "--minutes", "25")).out).toContain("already");
    expect((await mainstay("playbooks", "set", "usage-drop", "--gift", "none")).code).toBe(0);
    const { json } = await mainstay("playbooks", "--json");
    expect(json.playbooks.find(({ key }: { key: string }) => key === "usage-drop")).toMatchObject({
      ...{ mode: "dry-run", numbers: { leastDropPercent: 40 }, minutes: 25, gift: null },
      set: { by: "command line", revision: 3 },
    });
  });

  it("set the risk from which on nudges come, which has nothing else to set", async () => {
    const set = await mainstay("playbooks", "set", "nudge-threshold", "--number", "fromRisk=60");
    expect(set.code, set.err).toBe(0);
    expect((await mainstay("playbooks")).out).toContain("Nudges about risk begin at 60 %");
    const { code, err } = await mainstay("playbooks", "set", "nudge-threshold", "--minutes", "5");
    expect([code, err]).toEqual([
      1,
      expect.stringContaining("--minutes: The threshold of nudges has a number only"),
    ]);
  });

  it.each([
    [
      ["usage-drop", "--number", "leastDropPercent=96"],
      "--number leastDropPercent: “96” does not fit: per cent",
    ],
    [["usage-drop", "--number", "other=3"], "There is no number “other”. There are: leastDropPercent."],
    [["usage-drop", "--mode", "maybe"], "--mode: “maybe” is no mode. There are: on, dry-run, off."],
    [["usage-drop", "--minutes", "0"], "--minutes: “0” does not fit: a whole number from 1 to 480."],
    [["usage-drop", "--gift", "5"], "--gift: “” is no currency"],
    [["usage-dorp", "--mode", "off"], "There is no playbook “usage-dorp”. There are: reply-to-ticket, "],
  ])("refuses %j, saying what fits", async (asked, why) => {
    const { code, err } = await mainstay("playbooks", "set", ...asked);
    expect([code, err]).toEqual([1, expect.stringContaining(why)]);
    expect(await createStore(database()).playbookSettings.all()).toEqual([]);
  });

  it("takes a number as name=value alone", async () => {
    const { code, err } = await mainstay("playbooks", "set", "usage-drop", "--number", "40");
    expect([code, err]).toEqual([2, expect.stringContaining("such as leastDropPercent=40")]);
  });
});
