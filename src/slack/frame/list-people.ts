import { type UsersListResponse, WebAPIRateLimitedError, type WebClient } from "@slack/web-api";

/** As many as Slack recommends to ask for at once. */
const PEOPLE_PER_PAGE = 200;
/** Slack allows 20 pages a minute and asks to wait for the rest of it; who asks for more is in trouble. Chosen here. */
const LONGEST_WAIT_SECONDS = 120;
/** In a row for one page; after them the job's own retry goes on, minutes later. Chosen here. */
const MOST_WAITS = 5;

type SlackUsers = NonNullable<UsersListResponse["members"]>;

/** Slack's user list could not be read to its end: whom it has not named is not known to be gone. */
export class IncompleteListError extends Error {
  override readonly name = "IncompleteListError";

  constructor(seen: number, because: string, cause?: unknown) {
    super(`Slack's user list stopped after ${seen} people: ${because}`, { cause });
  }
}

/**
 * Everybody in Slack's user list, as Slack gives them, page by page. Waits where Slack asks for it; the client that
 * asks repeats nothing by itself.
 * @throws IncompleteListError
 */
export async function* listPeople(
  web: WebClient,
  wait: (ms: number) => Promise<void>,
): AsyncGenerator<SlackUsers> {
  let cursor = "";
  let seen = 0;
  for (;;) {
    const page = await readPage(web, { cursor, seen, wait });
    const next = page.response_metadata?.next_cursor ?? "";
    if (!page.members) throw new IncompleteListError(seen, "a page without members");
    seen += page.members.length;
    yield page.members;
    if (next === "") return;
    if (next === cursor) throw new IncompleteListError(seen, "the same page again");
    cursor = next;
  }
}

type Place = { readonly cursor: string; readonly seen: number; wait(ms: number): Promise<void> };

async function readPage(web: WebClient, { cursor, seen, wait }: Place): Promise<UsersListResponse> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await web.users.list({
        limit: PEOPLE_PER_PAGE,
        include_locale: true,
        ...(cursor === "" ? {} : { cursor }),
      });
    } catch (error) {
      const seconds = secondsToWait(error);
      if (seconds === null || waits === MOST_WAITS)
        throw new IncompleteListError(seen, reasonOf(error), error);
      await wait(seconds * 1000);
    }
  }
}

/** Null: waiting does not help, or would take too long. */
function secondsToWait(error: unknown): number | null {
  if (!(error instanceof WebAPIRateLimitedError)) return null;
  return error.retryAfter <= LONGEST_WAIT_SECONDS ? error.retryAfter : null;
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
