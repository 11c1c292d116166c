import { Command } from "commander";
import { expect, it } from "vitest";
import { registerImport } from "../../../../src/cli/imports/import.ts";
import { namedColumns } from "../../../../src/sources/csv/columns.ts";
import { PRESET_NAMES, PRESETS } from "../../../../src/sources/presets.ts";

it("helps with the columns of every preset, those in brackets that a file may lack", () => {
  let help = "";
  const program = new Command();
  registerImport(program);
  const [command] = program.commands;
  command?.configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  command?.outputHelp();
  for (const preset of PRESET_NAMES) {
    const columns = namedColumns(PRESETS[preset].columns);
    const names = columns.map(([, { name, needed }]) => (needed ? name : `[${name}]`));
    expect(help).toContain(`  ${preset}\n    ${names.join(", ")}\n`);
  }
  expect(help).toContain("external_id, customer, kind, at, [amount], ");
});
