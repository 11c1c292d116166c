import { oauthToken, withAccessToken } from "../pull/access-token.ts";
import { type SourceConnection, SourceError } from "../pull/source-definition.ts";

/** Where accounts are kept, by the ending of the address that their users type. */
export const DATA_CENTRES = {
  com: { accounts: "accounts.zoho.com", api: "www.zohoapis.com" },
  eu: { accounts: "accounts.zoho.eu", api: "www.zohoapis.eu" },
  in: { accounts: "accounts.zoho.in", api: "www.zohoapis.in" },
  "com.cn": { accounts: "accounts.zoho.com.cn", api: "www.zohoapis.com.cn" },
  "com.au": { accounts: "accounts.zoho.com.au", api: "www.zohoapis.com.au" },
  jp: { accounts: "accounts.zoho.jp", api: "www.zohoapis.jp" },
  ca: { accounts: "accounts.zohocloud.ca", api: "www.zohoapis.ca" },
  sa: { accounts: "accounts.zoho.sa", api: "www.zohoapis.sa" },
} as const;
export type DataCentre = keyof typeof DATA_CENTRES;
export const DATA_CENTRE_NAMES = Object.keys(DATA_CENTRES) as [DataCentre, ...DataCentre[]];

const hostsOf = ({ settings }: SourceConnection) => DATA_CENTRES[settings.data_center as DataCentre];

const withToken = withAccessToken(async (from) => {
  const { secrets } = from;
  const url = new URL(`https://${hostsOf(from).accounts}/oauth/v2/token`);
  const form = {
    grant_type: "refresh_token",
    client_id: secrets.ZOHO_CLIENT_ID ?? "",
    client_secret: secrets.ZOHO_CLIENT_SECRET ?? "",
    refresh_token: secrets.ZOHO_REFRESH_TOKEN ?? "",
  };
  try {
    return await oauthToken(from, url, form);
  } catch (error) {
    throw isThrottled(error)
      ? new SourceError("limited", `${url.host}${url.pathname}: ten tokens in ten minutes`)
      : error;
  }
});

/** Zoho gives ten tokens in ten minutes, and then refuses without naming a code: "Access Denied". */
const isThrottled = (error: unknown) =>
  error instanceof SourceError && error.status === 400 && error.code === null;

/**
 * @param since for what changed from then on; null: for all there is
 * @returns null where there is nothing
 * @throws SourceError
 */
export function askZoho(
  from: SourceConnection,
  path: string,
  query: Readonly<Record<string, string>>,
  since: Date | null = null,
): Promise<unknown> {
  const url = new URL(`https://${hostsOf(from).api}/crm/v8/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const changed = since === null ? {} : { "if-modified-since": `${since.toISOString().slice(0, 19)}+00:00` };
  return withToken(from, async (token) => {
    try {
      return await from.fetch(url, { headers: { authorization: `Zoho-oauthtoken ${token}`, ...changed } });
    } catch (error) {
      return nothingIn(error);
    }
  });
}

/** "Nothing has changed since" is no failure, and a token that may not do this is no expired one. */
function nothingIn(error: unknown): null {
  if (!(error instanceof SourceError)) throw error;
  if (error.status === 304) return null;
  const { message, status, code } = error;
  if (status === 401 && code === "OAUTH_SCOPE_MISMATCH")
    throw new SourceError("forbidden", message, { status, code });
  throw error;
}
