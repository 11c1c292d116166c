import { randomUUID } from "node:crypto";
import { z } from "zod";
import { withAccessToken } from "../pull/access-token.ts";
import { expectShape } from "../pull/expect-shape.ts";
import { type SourceConnection, SourceError } from "../pull/source-definition.ts";

/** Refusals come with 200 and another number than this. */
const FINE = 0;
/** The token has expired: one is valid for two hours. */
const EXPIRED = 20016;

const ANSWER = z.looseObject({ errorCode: z.number() });
const TOKEN = z.looseObject({ corpAccessToken: z.string().min(1), corpId: z.string().min(1) });

const withToken = withAccessToken(async (from) => {
  const { secrets } = from;
  const answer = await post(from, "cgi/corpAccessToken/get/V2", {
    appId: secrets.FXIAOKE_APP_ID,
    appSecret: secrets.FXIAOKE_APP_SECRET,
    permanentCode: secrets.FXIAOKE_PERMANENT_CODE,
  });
  const code = codeOf(answer, "token");
  if (code !== FINE)
    throw new SourceError("unauthorised", `${from.settings.host}: no token, errorCode ${code}`);
  return expectShape(TOKEN, answer, "Fxiaoke token");
});

/**
 * Records of one object that meet all conditions, in the order of their changes.
 * @throws SourceError, also where the refusal comes as a success
 */
export function queryFxiaoke<Shape>(
  from: SourceConnection,
  query: { readonly object: string; readonly filters: readonly unknown[]; readonly offset: number },
  data: z.ZodType<Shape>,
): Promise<Shape> {
  const { object, filters, offset } = query;
  return withToken(from, async ({ corpAccessToken, corpId }) => {
    const orders = [{ fieldName: "last_modified_time", isAsc: true }];
    const answer = await post(from, "cgi/crm/v2/data/query", {
      ...{ corpAccessToken, corpId, currentOpenUserId: from.settings.user },
      data: {
        ...{ dataObjectApiName: object, find_explicit_total_num: false },
        search_query_info: { limit: FXIAOKE_PAGE, offset, filters, orders },
      },
    });
    refuse(codeOf(answer, object), `Fxiaoke ${object}`);
    return expectShape(z.looseObject({ data }), answer, `Fxiaoke ${object}`).data;
  });
}

/** The most that it gives at once; an offset is a multiple of it. */
export const FXIAOKE_PAGE = 100;

const codeOf = (answer: unknown, what: string): number =>
  expectShape(ANSWER, answer, `Fxiaoke ${what}`).errorCode;

/** What each number means beyond an expired token is not documented in one place: it is told as it is. */
function refuse(code: number, what: string): void {
  if (code === FINE) return;
  throw new SourceError(code === EXPIRED ? "unauthorised" : "changed-shape", `${what}: errorCode ${code}`);
}

function post({ settings, fetch }: SourceConnection, path: string, body: unknown): Promise<unknown> {
  const url = new URL(`https://${settings.host}/${path}`);
  // Each request has to carry another one.
  url.searchParams.set("thirdTraceId", randomUUID());
  const headers = { "content-type": "application/json" };
  return fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
}
