import { readFile } from "node:fs/promises";
import { parse, stringify, YAMLParseError } from "yaml";
import { ZodError, z } from "zod";
import { DRAFT_KEYS } from "../../domain/outreach/drafts/draft-keys.ts";
import type { DraftTemplate } from "../../domain/outreach/drafts/draft-template.ts";
import { PAGE_LANGUAGES } from "../../domain/outreach/feedback/page-language.ts";
import { say } from "../../words/command-line.ts";
import { Refusal } from "../refusal.ts";

/** Texts as a form takes them: line ends as typed on any machine, no blanks around. */
const text = z.string().transform((value) => value.replaceAll("\r\n", "\n").trim());

const DRAFTS = z
  .strictObject({
    drafts: z.array(
      z.strictObject({
        draft: z.enum(DRAFT_KEYS),
        language: z.enum(PAGE_LANGUAGES),
        ...{ subject: text, body: text, chat: text },
      }),
    ),
  })
  .refine(({ drafts }) => new Set(drafts.map(placeOf)).size === drafts.length, {
    error: () => say("cli.drafts.twice"),
  })
  .transform(({ drafts }) =>
    drafts.map(({ draft: playbook, ...texts }): DraftTemplate => ({ playbook, ...texts })),
  );

const placeOf = ({ draft, language }: { readonly draft: string; readonly language: string }) =>
  `${draft} ${language}`;

/** Drafts as a file that a team keeps in its repository. */
export const draftsAsFile = (templates: readonly DraftTemplate[]): string =>
  stringify(
    {
      drafts: templates.map(({ playbook: draft, language, subject, body, chat }) => ({
        ...{ draft, language, subject, body, chat },
      })),
    },
    { lineWidth: 0 },
  );

/** Of YAML, or JSON, which is YAML too. @throws Refusal that says what is wrong and where */
export async function readDraftsFile(file: string): Promise<DraftTemplate[]> {
  const content = await readFile(file, "utf8").catch(() => {
    throw new Refusal(say("cli.drafts.no-file", { file }));
  });
  return draftsIn(content, file);
}

/** @throws Refusal */
export function draftsIn(content: string, file: string): DraftTemplate[] {
  try {
    return DRAFTS.parse(parse(content));
  } catch (error) {
    if (!(error instanceof YAMLParseError || error instanceof ZodError)) throw error;
    const problem = error instanceof ZodError ? z.prettifyError(error) : error.message;
    throw new Refusal(say("cli.drafts.bad-file", { file, problem }));
  }
}
