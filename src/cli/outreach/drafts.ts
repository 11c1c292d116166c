import type { Command } from "commander";
import { DRAFT_KEYS } from "../../domain/outreach/drafts/draft-keys.ts";
import type { DraftTemplate } from "../../domain/outreach/drafts/draft-template.ts";
import { PAGE_LANGUAGES } from "../../domain/outreach/feedback/page-language.ts";
import type { DraftsReplaced } from "../../flows/outreach/replace-drafts.ts";
import { commandLineText, say } from "../../words/command-line.ts";
import { isOurDraft, ourDraft } from "../../words/drafts/draft-text.ts";
import { Refusal } from "../refusal.ts";
import { runWithApp, withJson } from "../run-command.ts";
import { textTable } from "../text-table.ts";
import { draftsAsFile, readDraftsFile } from "./drafts-file.ts";

type Options = { readonly json?: boolean };

/** `drafts list|export|import`: the texts that reps start from, to keep them in a repository. */
export function registerDrafts(program: Command): void {
  const command = program.command("drafts").description("the texts that reps write to customers with");
  withJson(command.command("list"))
    .description("every draft, and in which languages the team has a text of its own")
    .action(list);
  withJson(command.command("export"))
    .description("print the team's own texts as YAML, to keep and to import")
    .option("--all", "ours as well, in every language, to start from")
    .action(exportDrafts);
  withJson(command.command("import"))
    .argument("<file>", "YAML or JSON as `drafts export` prints it")
    .description("take the texts of a file, all or none; a text that is just ours gives its place back")
    .action(importDrafts);
}

function list(options: Options): Promise<void> {
  return runWithApp(options, async ({ app, output }) => {
    const own = await app.flows.listDrafts({});
    const languagesOf = (key: string) =>
      own.filter(({ playbook }) => playbook === key).map(({ language }) => language);
    const rows = DRAFT_KEYS.map((key) => [key, languagesOf(key).join(", ") || "–"]);
    const head = ["draft", "own"].map((one) => say(`cli.drafts.head.${one}`));
    for (const line of textTable(head, rows, [0, 1])) output.line(line);
    output.line(say("cli.drafts.ours", { languages: PAGE_LANGUAGES.join(", ") }));
    return { drafts: DRAFT_KEYS.map((key) => ({ draft: key, own: languagesOf(key) })) };
  });
}

function exportDrafts(options: Options & { readonly all?: boolean }): Promise<void> {
  return runWithApp(options, async ({ app, output }) => {
    const own: readonly DraftTemplate[] = await app.flows.listDrafts({});
    const templates = options.all ? withOurs(own) : own;
    output.line(draftsAsFile(templates).trimEnd());
    return {
      drafts: templates.map(({ playbook: draft, language, subject, body, chat }) => ({
        ...{ draft, language, subject, body, chat },
      })),
    };
  });
}

const withOurs = (own: readonly DraftTemplate[]): DraftTemplate[] =>
  DRAFT_KEYS.flatMap((playbook) =>
    PAGE_LANGUAGES.map((language) => {
      const found = own.find((one) => one.playbook === playbook && one.language === language);
      return found ?? { playbook, language, ...ourDraft(playbook, language) };
    }),
  );

function importDrafts(file: string, options: Options): Promise<void> {
  return runWithApp(options, async ({ app, output }) => {
    const read = await readDraftsFile(file);
    const isOurs = (one: DraftTemplate) => isOurDraft(one.playbook, one.language, one);
    const set = read.filter((one) => !isOurs(one));
    const back = read.filter(isOurs);
    const result = await app.flows.replaceDrafts({ set, back });
    if (result.kind === "wrong") throw wrongTexts(result, file);
    output.line(say("cli.drafts.imported", { own: set.length, ours: back.length }));
    return { own: set.length, ours: back.length };
  });
}

/** All that is wrong at once. */
function wrongTexts({ drafts }: Extract<DraftsReplaced, { kind: "wrong" }>, file: string): Refusal {
  const lines = drafts.flatMap(({ template, problems }) =>
    problems.map(({ field, problem }) =>
      say("cli.drafts.wrong", {
        ...{ draft: template.playbook, language: template.language, field },
        problem: commandLineText(problem),
      }),
    ),
  );
  return new Refusal(say("cli.drafts.bad-file", { file, problem: lines.join("\n") }));
}
