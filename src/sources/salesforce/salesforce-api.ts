import { oauthToken, withAccessToken } from "../pull/access-token.ts";
import { type SourceConnection, SourceError } from "../pull/source-definition.ts";

/** Salesforce keeps a version for three years at least. */
const VERSION = "v63.0";
export const QUERY_ALL = `/services/data/${VERSION}/queryAll`;

const baseOf = ({ settings }: SourceConnection) => `https://${settings.domain}.my.salesforce.com`;

const withToken = withAccessToken((from) => {
  const { secrets } = from;
  const login = `${secrets.SALESFORCE_CLIENT_ID}:${secrets.SALESFORCE_CLIENT_SECRET}`;
  const headers = { authorization: `Basic ${Buffer.from(login).toString("base64")}` };
  const url = new URL("/services/oauth2/token", baseOf(from));
  return oauthToken(from, url, { grant_type: "client_credentials" }, headers);
});

/** @param path of the same address, as `nextRecordsUrl` has it @throws SourceError */
export function askSalesforce(
  from: SourceConnection,
  path: string,
  query: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const url = new URL(path, baseOf(from));
  if (url.origin !== new URL(baseOf(from)).origin)
    throw new SourceError("changed-shape", `Salesforce sends on to another host, ${url.origin}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return withToken(from, async (token) => {
    try {
      return await from.fetch(url, { headers: { authorization: `Bearer ${token}` } });
    } catch (error) {
      throw usedUp(error);
    }
  });
}

/** The requests of a day are used up: Salesforce calls it forbidden, and tomorrow it is not. */
function usedUp(error: unknown): unknown {
  if (!(error instanceof SourceError) || error.code !== "REQUEST_LIMIT_EXCEEDED") return error;
  return new SourceError("limited", error.message, { status: error.status ?? 0, code: error.code });
}
