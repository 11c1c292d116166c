import type { HealthCheck } from "../health-check.ts";
import { type Phrase, phrase } from "../phrase.ts";
import { type CustomerLinkSettings, linkHosts } from "./customer-links.ts";

/** As many as Slack lets one app hear of. */
export const MOST_UNFURL_DOMAINS = 5;

/**
 * Whether links to customers can work, as far as settings say it.
 * @param unfurlDomains those that the manifest names; null: there is no manifest to read
 */
export function linkHealth(
  settings: CustomerLinkSettings,
  unfurlDomains: readonly string[] | null,
): HealthCheck {
  const hosts = linkHosts(settings);
  if (hosts.length === 0) return ok(phrase("health.links.off"));
  const named = { hosts: hosts.join(", "), patterns: settings.crmPatterns.length };
  const finding = [
    ...addressProblems(settings.publicUrl),
    ...(hosts.length > MOST_UNFURL_DOMAINS
      ? [phrase("health.links.too-many", { hosts: hosts.length, most: MOST_UNFURL_DOMAINS })]
      : []),
    ...manifestProblems(hosts, unfurlDomains),
  ];
  const own = settings.publicUrl === null ? "none" : "set";
  if (finding.length === 0) return ok(phrase("health.links", { ...named, own }));
  return { name: "links", status: "warning", finding, advice: phrase("health.links.advice") };
}

function addressProblems(publicUrl: string | null): Phrase[] {
  if (publicUrl === null) return [];
  const { protocol, hostname } = new URL(publicUrl);
  return [
    ...(protocol === "https:" ? [] : [phrase("health.links.not-https", { publicUrl })]),
    ...(isReachable(hostname) ? [] : [phrase("health.links.not-reachable", { publicUrl })]),
  ];
}

/** Whether a host may be known outside its own network; whether it answers is not tried. */
function isReachable(hostname: string): boolean {
  if (/^\[|^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return !IS_PRIVATE.test(hostname);
  return hostname.includes(".") && !/\.(?:local|localhost|internal|lan|home|test|invalid)$/.test(hostname);
}
/** Loopback, link-local and private addresses (RFC 1918, RFC 4193). */
const IS_PRIVATE =
  /^(?:0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^\[(?:::1?\]|f[cd]|fe[89ab])/;

function manifestProblems(hosts: readonly string[], unfurlDomains: readonly string[] | null): Phrase[] {
  const missing = hosts.filter((host) => !unfurlDomains?.includes(host));
  if (unfurlDomains === null || missing.length === 0) return [];
  return [phrase("health.links.not-in-manifest", { hosts: missing.join(", ") })];
}

const ok = (finding: Phrase): HealthCheck => ({
  ...{ name: "links", status: "ok", finding: [finding], advice: null },
});
