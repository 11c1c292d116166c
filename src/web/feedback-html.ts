import { createHash } from "node:crypto";
import { SCALES, scoresOf } from "../domain/outreach/feedback/feedback-kinds.ts";
import { type FeedbackQuestion, LONGEST_COMMENT } from "../domain/outreach/feedback/feedback-request.ts";
import type { PageLanguage } from "../domain/outreach/feedback/page-language.ts";
import type { PageCode } from "../words/pages/en/feedback.ts";
import { PAGE_TEXTS, type PageSay, pageSayIn } from "../words/pages/page-text.ts";

/** What the form shows: the question, and after an answer that was wrong what to mend, with what was written. */
export type FeedbackForm = {
  readonly question: FeedbackQuestion;
  readonly companyName: string | null;
  readonly wrong: "no-score" | "too-long" | "unreadable" | null;
  readonly comment: string | null;
};

/** Text as it stands in HTML, between tags and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The page behind a link that can be answered: no script, one form. */
export function formPage(form: FeedbackForm): string {
  const { question, wrong } = form;
  const say = pageSayIn(question.language);
  const ask = questionText(form, say);
  return page(question.language, ask, [
    ...(wrong === null
      ? []
      : [
          `<p class="wrong" role="alert">${escapeHtml(say(`page.error.${wrong}`, { most: LONGEST_COMMENT }))}</p>`,
        ]),
    `<form method="post" accept-charset="utf-8">`,
    `<fieldset><legend><h1>${escapeHtml(ask)}</h1></legend>`,
    ...scoresOf(question.kind).map((score) => choice(question, score)),
    `</fieldset>`,
    `<label class="above" for="comment">${escapeHtml(say("page.comment"))}</label>`,
    `<p class="hint" id="hint">${escapeHtml(say("page.comment.hint", { most: LONGEST_COMMENT }))}</p>`,
    // A line break right behind the tag is no part of the text.
    `<textarea id="comment" name="comment" rows="4" maxlength="${LONGEST_COMMENT}" aria-describedby="hint">\n${escapeHtml(form.comment ?? "")}</textarea>`,
    `<p class="hint">${escapeHtml(say("page.once"))}</p>`,
    `<button type="submit">${escapeHtml(say("page.send"))}</button>`,
    `</form>`,
  ]);
}

/** What is said instead of a question: thanks, or that there is nothing to answer. */
export function messagePage(language: PageLanguage, told: "thanks" | "answered" | "over"): string {
  const say = pageSayIn(language);
  const title = say(`page.${told}.title`);
  return page(language, title, [
    `<h1>${escapeHtml(title)}</h1>`,
    `<p>${escapeHtml(say(`page.${told}`))}</p>`,
  ]);
}

function questionText({ question, companyName }: FeedbackForm, say: PageSay): string {
  const { kind, ticket } = question;
  const named = { named: companyName === null ? "no" : "yes", company: companyName ?? "" };
  return ticket === null
    ? say(`${kind}.question`, named)
    : say(`${kind}.question.ticket`, { ...named, ticket });
}

function choice({ kind, language }: FeedbackQuestion, score: number): string {
  const id = `score-${score}`;
  const first = score === SCALES[kind].from ? " required" : "";
  return `<label for="${id}"><input type="radio" id="${id}" name="score" value="${score}"${first}> <span>${escapeHtml(choiceText(kind, language, score))}</span></label>`;
}

/** "4 – Satisfied"; on a scale whose middle has no words, the number alone. */
function choiceText(kind: FeedbackQuestion["kind"], language: PageLanguage, score: number): string {
  const code = `${kind}.${score}`;
  return isCode(code) ? `${score} – ${pageSayIn(language)(code)}` : String(score);
}

const isCode = (code: string): code is PageCode => code in PAGE_TEXTS.en;

/** Dark ink on white, or light on dark: 7 : 1 and more everywhere; one column that fits 320 px. */
const STYLE = `
:root{color-scheme:light dark;--ink:#1b1b1f;--paper:#fff;--line:#8a8a94;--soft:#4a4a55;--act:#0b4f8a;--on-act:#fff;--wrong:#9b1c1c}
@media (prefers-color-scheme:dark){:root{--ink:#ececf1;--paper:#17171b;--line:#7d7d88;--soft:#c0c0ca;--act:#9ccbff;--on-act:#10202f;--wrong:#ffb4ab}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:34rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.375rem;line-height:1.3;margin:0 0 1rem}
fieldset{border:0;margin:0 0 1.5rem;padding:0;min-width:0}
legend{padding:0}
fieldset label{display:flex;gap:.75rem;align-items:center;min-height:2.75rem;padding:.5rem .75rem;margin:0 0 .5rem;border:1px solid var(--line);border-radius:.5rem;cursor:pointer}
input{width:1.25rem;height:1.25rem;flex:none;margin:0;accent-color:var(--act)}
.above{font-weight:600}
.hint{color:var(--soft);font-size:.9375rem;margin:.25rem 0 .75rem}
.wrong{color:var(--wrong);font-weight:600;border:2px solid;border-radius:.5rem;padding:.5rem .75rem}
textarea{width:100%;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:.5rem .75rem}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.25rem;border:0;border-radius:.5rem;background:var(--act);color:var(--on-act);cursor:pointer}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}
`;

/** The one style that a browser may apply, by its content. */
export const STYLE_HASH = `sha256-${createHash("sha256").update(STYLE).digest("base64")}`;

/** A page of ours: one style, no script. @param body lines of HTML, with everything from outside escaped */
export function page(language: PageLanguage, title: string, body: readonly string[]): string {
  return [
    `<!doctype html>`,
    `<html lang="${language}" dir="ltr"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta name="robots" content="noindex, nofollow">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}</style></head><body><main>`,
    ...body,
    `</main></body></html>`,
  ].join("\n");
}
