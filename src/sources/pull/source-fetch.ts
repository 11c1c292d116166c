import { SourceError, type SourceFetch } from "./source-definition.ts";

/** What requests are made with; handed in, so that a test neither waits nor leaves the machine. */
export type FetchTools = {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  /** Ends a request that takes longer. */
  readonly timeLimit: (ms: number) => AbortSignal;
};

type Request = Parameters<SourceFetch>[1];

/** A page of a thousand records takes seconds; who is silent for longer is not coming back. Chosen. */
const REQUEST_MS = 60_000;
const MOST_ATTEMPTS = 5;
/** Doubled each time: 1, 2, 4, 8 s. Systems that restart are back within it. */
const FIRST_WAIT_MS = 1_000;
/** Daily quotas ask to wait for hours: then the pull of a later hour goes on instead. */
const LONGEST_WAIT_MS = 2 * 60_000;
const MOST_REDIRECTS = 3;

/** Requests that obey Retry-After, wait out 429 and 5xx, and never tell what they carry. */
export function sourceFetch(tools: FetchTools): SourceFetch {
  return async (url, request) => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await answerTo(tools, url, request);
      if (answer.kind === "read") return answer.value;
      if (answer.kind === "failed") throw answer.error;
      if (attempt >= MOST_ATTEMPTS) throw answer.error;
      const wait = answer.waitMs ?? FIRST_WAIT_MS * 2 ** (attempt - 1);
      if (wait > LONGEST_WAIT_MS) throw tooLong(url, wait);
      await tools.sleep(wait);
    }
  };
}

type Answer =
  | { readonly kind: "read"; readonly value: unknown }
  | { readonly kind: "failed"; readonly error: SourceError }
  /** Another attempt may help; `waitMs` is what the system asks for. */
  | { readonly kind: "again"; readonly error: SourceError; readonly waitMs: number | null };

async function answerTo(tools: FetchTools, url: URL, request: Request): Promise<Answer> {
  try {
    const response = await requestTo(tools, url, request);
    if (response.ok) return parsed(url, await response.text());
    return refusal(url, response, await codeIn(response), tools.now());
  } catch (error) {
    if (error instanceof SourceError) return { kind: "failed", error };
    return again(new SourceError("unreachable", `${placeOf(url)}: ${reasonOf(error)}`));
  }
}

/** Follows redirects within the same host alone: what a request carries is for nobody else. */
async function requestTo(tools: FetchTools, url: URL, request: Request): Promise<Response> {
  let target = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const response = await tools.fetch(target, {
      ...request,
      redirect: "manual",
      signal: tools.timeLimit(REQUEST_MS),
    });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    const next = new URL(location, target);
    if (next.origin !== target.origin)
      throw new SourceError("unreachable", `${placeOf(target)} sends on to another host, ${next.origin}`);
    target = next;
  }
  throw new SourceError("unreachable", `${placeOf(url)} sends on again and again`);
}

function parsed(url: URL, text: string): Answer {
  if (text.trim() === "") return { kind: "read", value: null };
  try {
    return { kind: "read", value: parseExactly(text) };
  } catch {
    return again(new SourceError("changed-shape", `${placeOf(url)} answers with what is no JSON`));
  }
}

const STRING_OR_LONG_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d{16,}(?![\d.eE])/g;

/** An id of more digits than a double holds becomes a text. @throws SyntaxError */
function parseExactly(text: string): unknown {
  return JSON.parse(
    text.replace(STRING_OR_LONG_NUMBER, (token) => (token[0] === '"' ? token : `"${token}"`)),
  );
}

function refusal(url: URL, { status, headers }: Response, code: string | null, now: Date): Answer {
  const message = `${placeOf(url)}: ${status}${code === null ? "" : ` ${code}`}`;
  const error = (reason: SourceError["reason"]) => new SourceError(reason, message, { status, code });
  if (status === 429) return again(error("limited"), waitIn(headers, now));
  if (status === 408 || status >= 500) return again(error("unreachable"), waitIn(headers, now));
  return { kind: "failed", error: error(REASONS[status] ?? "changed-shape") };
}

/** Refusals are short; a longer answer is a web page. Chosen. */
const LONGEST_REFUSAL = 10_000;

/** What a refusal is called, by the field that systems have for it; null where it has none. */
async function codeIn(response: Response): Promise<string | null> {
  try {
    const text = await response.text();
    return text.length > LONGEST_REFUSAL ? null : namedCode(JSON.parse(text));
  } catch {
    return null;
  }
}

function namedCode(answer: unknown): string | null {
  if (Array.isArray(answer)) return namedCode(answer[0]);
  if (typeof answer !== "object" || answer === null) return null;
  const fields: Readonly<Record<string, unknown>> = { ...answer };
  if (Array.isArray(fields.errors)) return namedCode(fields.errors[0]);
  return plainCode(fields.errorCode) ?? plainCode(fields.code) ?? plainCode(fields.error);
}

/** A word of letters: anything else could repeat what was sent. */
export function plainCode(text: unknown): string | null {
  return typeof text === "string" && /^[A-Za-z][A-Za-z_-]{2,59}$/.test(text) ? text : null;
}

const REASONS: Readonly<Record<number, SourceError["reason"]>> = {
  401: "unauthorised",
  403: "forbidden",
  404: "not-found",
  410: "not-found",
};

const again = (error: SourceError, waitMs: number | null = null): Answer => ({
  kind: "again",
  error,
  waitMs,
});

/** Retry-After in ms: seconds, or a moment by the system's own clock where it says what time that has. */
function waitIn(headers: Headers, now: Date): number | null {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1_000);
  const until = Date.parse(text);
  if (text === "" || Number.isNaN(until)) return null;
  const there = Date.parse(headers.get("date") ?? "");
  return Math.max(0, until - (Number.isNaN(there) ? now.getTime() : there));
}

function tooLong(url: URL, waitMs: number): SourceError {
  return new SourceError("limited", `${placeOf(url)} asks to wait ${Math.ceil(waitMs / 1_000)} s`);
}

/** Without what may be a secret: a query holds keys in some systems, and so does a user name. */
const placeOf = ({ host, pathname }: URL) => `${host}${pathname}`;

/** The system's code or the kind of error, never its text, which may repeat what was sent. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  const { cause } = error;
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code;
  return error.name === "TimeoutError" ? `no answer in ${REQUEST_MS / 1_000} s` : error.name;
}
