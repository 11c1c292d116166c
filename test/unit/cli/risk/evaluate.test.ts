import { Command } from "commander";
import { expect, it } from "vitest";
import { registerEvaluate } from "../../../../src/cli/risk/evaluate.ts";
import { commandLine } from "../../../../src/cli/risk/evaluate-options.ts";
import { PRESETS } from "../../../../src/sources/presets.ts";

const commandNamed = (name: string) => {
  const program = new Command();
  registerEvaluate(program);
  const command = program.commands[0]?.commands.find((each) => each.name() === name);
  if (command === undefined) throw new Error(name);
  return command;
};

it("offers for a log the presets of what customers did and no others", () => {
  const preset = commandNamed("log").options.find(({ long }) => long === "--preset");
  const activities = Object.entries(PRESETS).flatMap(([name, { makes }]) =>
    makes === "activities" ? [name] : [],
  );
  expect(preset?.argChoices).toEqual(activities);
  expect(activities).toContain("mainstay-activities");
  expect(activities).not.toContain("mainstay-customers");
});

it("tells how to get the same figures again, flags without a value", () => {
  const command = commandNamed("table").action(() => {});
  command.parseOptions(["--target", "left us", "--keep-suspects", "--json"]);
  expect(commandLine(command, "a b.csv")).toBe(
    "npm run mainstay -- evaluate table 'a b.csv' --target 'left us' --keep-suspects",
  );
});
