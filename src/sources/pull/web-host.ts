/** The domain of a customer's web address: "https://www.acme.com/about" is acme.com; null where a person wrote something else. */
export function webHost(address: string | null | undefined): string | null {
  const text = (address ?? "").trim().toLowerCase();
  const url = /^https?:\/\//.test(text) ? text : `https://${text}`;
  if (/\s|@/.test(text) || !URL.canParse(url)) return null;
  const host = new URL(url).hostname.replace(/^www\./, "");
  return host.includes(".") && host.length <= LONGEST_HOST ? host : null;
}

/** Of a name in the DNS. */
const LONGEST_HOST = 253;
