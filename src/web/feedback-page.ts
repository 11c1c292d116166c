import { z } from "zod";
import {
  acceptedLanguages,
  firstPageLanguage,
  type PageLanguage,
} from "../domain/outreach/feedback/page-language.ts";
import type { BoundFlows } from "../flows/bind-flows.ts";
import { formPage, messagePage, STYLE_HASH } from "./feedback-html.ts";
import type { WebRequest, WebResponse, WebRoute } from "./web-route.ts";

export type FeedbackPageTools = {
  readonly flows: Pick<BoundFlows, "openFeedbackPage" | "answerFeedback">;
};

const PATH = "/f/:token";
/** A comment of 2,000 characters takes 18 kB at most, as a form writes it: three bytes each, three letters a byte. */
const BODY_LIMIT = 32_768;

/** The page behind a feedback link: reading it changes nothing, sending its form answers. */
export const feedbackRoutes = ({ flows }: FeedbackPageTools): readonly WebRoute[] => [
  { method: "GET", path: PATH, bodyLimit: 0, handle: (request) => show(flows, request) },
  { method: "POST", path: PATH, bodyLimit: BODY_LIMIT, handle: (request) => answer(flows, request) },
];

type Flows = FeedbackPageTools["flows"];

async function show(flows: Flows, request: WebRequest): Promise<WebResponse> {
  const page = await flows.openFeedbackPage({ token: tokenOf(request) });
  if (page.kind !== "question") return told(page, request);
  return html(200, formPage({ ...page, wrong: null, comment: null }));
}

async function answer(flows: Flows, request: WebRequest): Promise<WebResponse> {
  const token = tokenOf(request);
  const given = readForm(request);
  if (given === null) {
    const page = await flows.openFeedbackPage({ token });
    if (page.kind !== "question") return told(page, request);
    return html(415, formPage({ ...page, wrong: "unreadable", comment: null }));
  }
  const answered = await flows.answerFeedback({ token, ...given });
  if (answered.kind !== "wrong") return told(answered, request);
  const { page, because: wrong, comment } = answered;
  return html(422, formPage({ ...page, wrong, comment }));
}

const tokenOf = ({ params }: WebRequest): string => params.token ?? "";

type Told =
  | { readonly kind: "thanks" | "answered"; readonly language: PageLanguage }
  | { readonly kind: "expired" | "unknown" };

/** A link that has ended and one that never was show the same page, in the language that the browser asks for. */
function told(page: Told, { headers }: WebRequest): WebResponse {
  if (page.kind === "thanks" || page.kind === "answered")
    return html(200, messagePage(page.language, page.kind));
  const language = firstPageLanguage(acceptedLanguages(headers["accept-language"] ?? ""));
  return html(page.kind === "expired" ? 410 : 404, messagePage(language, "over"));
}

const FORM = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

const formSchema = z.object({
  /** What is no whole number is none of the answers. */
  score: z
    .string()
    .regex(/^\d{1,2}$/)
    .transform(Number)
    .nullable()
    .catch(null),
  comment: z.string().nullable().catch(null),
});

/** Null where it is none of our forms. */
function readForm({ headers, body }: WebRequest): { score: number | null; comment: string } | null {
  if (!FORM.test(headers["content-type"] ?? "")) return null;
  const fields = new URLSearchParams(body.toString("utf8"));
  const { score, comment } = formSchema.parse({ score: fields.get("score"), comment: fields.get("comment") });
  return { score, comment: comment ?? "" };
}

/** Nothing of it is kept, framed, indexed or told to anybody else, and no script runs in it. */
const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy": `default-src 'none'; style-src '${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
};

export const html = (status: number, body: string): WebResponse => ({ status, headers: HEADERS, body });
