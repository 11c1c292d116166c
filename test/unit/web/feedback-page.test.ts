import { describe, expect, it } from "vitest";
import { ASKED_KINDS, scoresOf } from "../../../src/domain/outreach/feedback/feedback-kinds.ts";
import { PAGE_LANGUAGES } from "../../../src/domain/outreach/feedback/page-language.ts";
import type { AnsweredFeedback } from "../../../src/flows/messages/answer-feedback.ts";
import type { FeedbackPage } from "../../../src/flows/outreach/open-feedback-page.ts";
import { formPage, STYLE_HASH } from "../../../src/web/feedback-html.ts";
import { feedbackRoutes } from "../../../src/web/feedback-page.ts";

type Question = Extract<FeedbackPage, { kind: "question" }>;
const QUESTION: Question = {
  kind: "question",
  question: { kind: "nps", language: "en", ticket: null },
  companyName: "Good Wares",
  request: {
    ...{ id: 1, customerId: 7, kind: "nps", language: "en", ticket: null, askedBy: "U1" },
    ...{ expiresAt: new Date(0), answeredAt: null },
    contact: { name: "Jane Secret", role: null, phone: "+49 1", email: "jane@acme.example" },
  },
  tokenHash: "hash",
};
const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** What the page answers where the flows say this; and what reached them. */
function pageWith(opened: FeedbackPage, answered: AnsweredFeedback = { kind: "unknown" }) {
  const given: object[] = [];
  const [get, post] = feedbackRoutes({
    flows: {
      openFeedbackPage: async () => opened,
      answerFeedback: async (input) => {
        given.push(input);
        return answered;
      },
    },
  });
  const ask = (route: typeof get, headers: Record<string, string>, body: string) => {
    if (route === undefined) throw new Error("There is no such route.");
    const request = { params: { token: "T" }, query: new URLSearchParams(), headers };
    return route.handle({ ...request, body: Buffer.from(body) });
  };
  return {
    given,
    get: (headers = {}) => ask(get, headers, ""),
    post: (body: string, headers: Record<string, string> = FORM) => ask(post, headers, body),
  };
}

describe("the page behind a feedback link", () => {
  it("answers nothing when it is only read", async () => {
    const page = pageWith(QUESTION);
    expect((await page.get()).status).toBe(200);
    expect(page.given).toEqual([]);
  });

  it("is kept, framed, indexed and told on by nobody, and runs no script", async () => {
    const { headers } = await pageWith(QUESTION).get();
    expect(headers).toEqual({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": `default-src 'none'; style-src '${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
    });
  });

  it("shows nothing of the customer but the question", async () => {
    const { body } = await pageWith(QUESTION).get();
    expect(body).toContain("How likely are you to recommend Good Wares to others?");
    expect(body).not.toMatch(/Secret|acme|\+49|hash/);
  });

  it("takes a whole number and a comment, and nothing else", async () => {
    const page = pageWith(QUESTION, { kind: "thanks", language: "de" });
    const thanks = await page.post("score=10&comment=Gr%C3%BC%C3%9Fe%0D%0A%E6%BC%A2&score=3");
    expect(thanks.status).toBe(200);
    expect(thanks.body).toContain("Vielen Dank");
    for (const body of ["", "score=", "score=1e1", "score=-1", "score=100", "score=3.5"])
      await page.post(body);
    expect(page.given).toEqual([
      { token: "T", score: 10, comment: "Grüße\r\n漢" },
      ...Array(6).fill({ token: "T", score: null, comment: "" }),
    ]);
  });

  it("takes no other kind of content", async () => {
    const page = pageWith(QUESTION);
    for (const type of ["application/json", "text/plain", "application/x-www-form-urlencodedx", ""])
      expect((await page.post("score=3", { "content-type": type })).status).toBe(415);
    expect((await page.post("score=3", {})).status).toBe(415);
    expect(page.given).toEqual([]);
  });

  it("says what to mend and keeps what was written", async () => {
    const wrong = { kind: "wrong", because: "no-score", page: QUESTION, comment: "\nA <b>" } as const;
    const { status, body } = await pageWith(QUESTION, wrong).post("comment=x");
    expect(status).toBe(422);
    expect(body).toContain('role="alert">Please choose one of the answers.');
    expect(body).toContain(">\n\nA &#60;b&#62;</textarea>");
  });

  it("is the same for a link that ran out and one that never was, in the browser's language", async () => {
    const german = { "accept-language": "it, de-AT;q=0.9, en;q=0.8" };
    const [over, never] = [
      await pageWith({ kind: "expired" }).get(german),
      await pageWith({ kind: "unknown" }).get(german),
    ];
    expect([over.status, never.status]).toEqual([410, 404]);
    expect(over.body).toContain("Dieser Link ist nicht gültig");
    expect(over.body).toBe(never.body);
    expect((await pageWith({ kind: "unknown" }, { kind: "expired" }).post("score=3")).status).toBe(410);
  });

  it("says thanks again to whoever comes back", async () => {
    const { status, body } = await pageWith({ kind: "answered", language: "zh-Hant" }).get();
    expect(status).toBe(200);
    expect(body).toContain("以第一次的回答為準");
  });

  it.each(PAGE_LANGUAGES.flatMap((language) => ASKED_KINDS.map((kind) => [language, kind] as const)))(
    "can be answered in %s (%s) without a script, by keyboard and ear",
    (language, kind) => {
      for (const companyName of [null, `<i>"Good" & 'Wares'</i>`]) {
        for (const ticket of [null, "<4711>"]) {
          const page = formPage({
            question: { kind, language, ticket },
            companyName,
            wrong: null,
            comment: null,
          });
          const body = page.replace(/<style>[^<]*<\/style>/, "");
          expect(body).toContain(`<html lang="${language}" dir="ltr">`);
          expect(body).not.toMatch(/<script|<i>|<4711>|javascript:|\son\w+=|https?:|\{\w|undefined/);
          const radios = [...body.matchAll(/<label for="([^"]+)"><input type="radio" id="([^"]+)"/g)];
          expect(radios).toHaveLength(scoresOf(kind).length);
          for (const [, label, id] of radios) expect(label).toBe(id);
          expect(body.match(/ required>/g)).toHaveLength(1);
          expect(body).toContain('<label class="above" for="comment">');
          expect(body).toContain("<fieldset><legend><h1>");
          if (companyName !== null)
            expect(body).toContain("&#60;i&#62;&#34;Good&#34; &#38; &#39;Wares&#39;&#60;/i&#62;");
          if (ticket !== null) expect(body).toContain("&#60;4711&#62;");
        }
      }
    },
  );
});
