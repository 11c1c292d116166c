import { type Command, Option } from "commander";
import { PRESET_NAMES, PRESETS } from "../../sources/presets.ts";
import {
  parseDays,
  parseDaysList,
  parseInstant,
  parseInstants,
  parseSeeds,
  parseShare,
  parseWholeNumber,
} from "../arguments.ts";
import { evaluateProductsCommand } from "../products/evaluate-products.ts";
import { withJson } from "../run-command.ts";
import { evaluateLogCommand } from "./evaluate-log.ts";
import { evaluateTableCommand } from "./evaluate-table.ts";
import { evaluateTrialCommand } from "./evaluate-trial.ts";

const DEFAULT_SEED = 1;
const DEFAULT_HORIZON_DAYS = 90;

export function registerEvaluate(program: Command): void {
  const evaluate = program
    .command("evaluate")
    .description(
      "measure network, logistic regression and one-column rule on a file of your own; the customer file is not touched",
    );
  withSeeds(
    evaluate
      .command("log")
      .description("train on a log of what customers did at one date, test at a later one")
      .argument("<file>", "the log, all that is known: its customers need not be known")
      .addOption(logPresetOption())
      .requiredOption("--train-at <day>", "newest snapshot to learn from", parseInstant)
      .requiredOption("--test-at <day>", "snapshot to test on", parseInstant)
      .option("--horizon <days>", "days the probability looks ahead", parseDays, DEFAULT_HORIZON_DAYS)
      .option("--active-days <days>", "also judge those who bought within these days", parseDays),
  ).action(evaluateLogCommand);
  withJson(
    evaluate
      .command("products")
      .description("suggest products at several dates, and see how often they are bought in the days after")
      .argument("<file>", "the log, all that is known: its customers need not be known")
      .addOption(logPresetOption())
      .requiredOption(
        "--cuts <days>",
        "dates up to which something is known, such as 2010-07-01,2010-08-01",
        parseInstants,
      )
      .option(
        "--days <numbers>",
        "days after each in which something is bought, such as 30,90",
        parseDaysList,
        [30, 90],
      )
      .option(
        "--encoding <name>",
        "what the file is written in, e.g. gb18030 (default: told by its content)",
      ),
  ).action(evaluateProductsCommand);
  withSeeds(
    evaluate
      .command("table")
      .description("cross-validate on a table, one row per customer")
      .argument("<file>", "the table: CSV with any delimiter, or JSON; plain or gzipped")
      .requiredOption("--target <column>", "the column that says who churned")
      .option("--positive <value>", "its value for those who did (default: 1 or yes, where that is clear)")
      .option("--id <column>", "the column that names a row, also in the folds file; it is no input")
      .option(
        "--folds <file or number>",
        "a CSV with that column and `fold`, or how many stratified folds to make by the seed (default: the table's own column `fold`, or 5)",
      )
      .option(
        "--value <column>",
        "what is lost with each customer who leaves, 0 or more, blank for 0: tells how much of it contacting the top 5, 10 and 20 % would catch; the column stays an input, since it is known beforehand",
      )
      .option(
        "--keep-suspects",
        "keep as inputs the columns that give the answer away (alone nearly perfect, or filled for one kind only), which are set aside otherwise",
      ),
  ).action(evaluateTableCommand);
  registerTrial(evaluate);
}

function registerTrial(evaluate: Command): void {
  withJson(
    evaluate
      .command("trial")
      .description("what a randomised trial shows: effects against the control, and whom to treat")
      .argument("<file>", "a row per customer: CSV with any delimiter, or JSON; plain or gzipped")
      .requiredOption("--treatment <column>", "the column that says which arm a customer was dealt")
      .requiredOption("--outcome <column>", "the column that says what came of it: a number, or yes and no")
      .option("--control <value>", "the arm that was left alone (default: the one that is called so)")
      .option(
        "--positive <value>",
        "of an outcome in words, the one that counts (default: yes, where that is clear)",
      )
      .option("--lower-is-better", "less of the outcome is better, as of churn")
      .option("--id <column>", "the column that names a customer; each has one row")
      .option(
        "--features <columns>",
        "what was known of customers before the trial, such as age,plan: tells whether the treatment can be aimed",
        parseList,
      )
      .option(
        "--test-share <share>",
        "judge on this share of the rows alone, such as 0.3 (default: on all, each by what the others taught)",
        parseShare,
      )
      .option("--split <column>", "judge on its rows `test`, learn from its rows `train`")
      .option("--seeds <numbers>", "of the splits", parseSeeds, [1, 2, 3, 4, 5])
      .option(
        "--encoding <name>",
        "what the file is written in, e.g. gb18030 (default: told by its content)",
      ),
  ).action(evaluateTrialCommand);
}

/** Who churned shows in what customers did; a file of anything else cannot be learnt from alone. */
function logPresetOption(): Option {
  const names = PRESET_NAMES.filter((name) => PRESETS[name].makes === "activities");
  return new Option("--preset <name>", "what the file holds").choices(names).makeOptionMandatory();
}

const parseList = (text: string): string[] => [...new Set(text.split(",").map((part) => part.trim()))];

function withSeeds(command: Command): Command {
  return withJson(
    command
      .option("--seed <number>", "seed of the training", parseWholeNumber, DEFAULT_SEED)
      .option("--seeds <numbers>", "several, such as 1,2,3: mean and range of every figure", parseSeeds)
      .option("--encoding <name>", "what the file is written in, e.g. gb18030 (default: told by its content)")
      .option("--markdown <file>", "also write the result tables there"),
  );
}
