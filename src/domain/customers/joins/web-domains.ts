/** Providers whose addresses anybody has: they say nothing of a company. */
const FREEMAIL: ReadonlySet<string> = new Set(
  (
    "gmail.com googlemail.com outlook.com outlook.de outlook.fr hotmail.com hotmail.de hotmail.fr hotmail.co.uk live.com live.de " +
    "msn.com yahoo.com yahoo.de yahoo.fr yahoo.es yahoo.it yahoo.co.uk yahoo.co.jp yahoo.com.tw yahoo.com.hk yahoo.com.br ymail.com " +
    "icloud.com me.com mac.com aol.com proton.me protonmail.com pm.me tutanota.com fastmail.com zoho.com mail.com gmx.de gmx.net " +
    "gmx.at gmx.ch gmx.com web.de t-online.de freenet.de arcor.de posteo.de mailbox.org online.de 1und1.de vodafone.de orange.fr " +
    "wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it telefonica.net terra.es bluewin.ch sunrise.ch " +
    "ziggo.nl kpnmail.nl planet.nl telenet.be skynet.be seznam.cz centrum.cz wp.pl o2.pl onet.pl interia.pl mail.ru yandex.ru " +
    "yandex.com bk.ru list.ru rambler.ru ukr.net qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com aliyun.com " +
    "139.com 189.cn 21cn.com tom.com hinet.net pchome.com.tw naver.com daum.net hanmail.net docomo.ne.jp ezweb.ne.jp softbank.jp " +
    "rediffmail.com uol.com.br bol.com.br terra.com.br comcast.net verizon.net att.net sbcglobal.net btinternet.com sky.com " +
    "virginmedia.com bigpond.com optusnet.com.au shaw.ca rogers.com example.com"
  ).split(" "),
);

/** Where many companies have a page of their own below one domain: shops, sites, profiles. */
const SHARED_HOSTS: ReadonlySet<string> = new Set(
  (
    "myshopify.com wordpress.com blogspot.com wixsite.com squarespace.com weebly.com github.io gitlab.io netlify.app vercel.app " +
    "herokuapp.com jimdo.com jimdosite.com webflow.io business.site facebook.com instagram.com linkedin.com twitter.com x.com " +
    "youtube.com etsy.com ebay.com ebay.de amazon.com amazon.de alibaba.com 1688.com taobao.com tmall.com jd.com weibo.com " +
    "google.com t.me bit.ly salesforce.com hubspot.com zendesk.com stripe.com"
  ).split(" "),
);

/** Second labels under which names are given out in a country, as in "co.uk". */
const SECOND_LEVEL: ReadonlySet<string> = new Set("co com org net ac gov edu or ne go gob nom".split(" "));

/** "https://shop.acme.co.uk/x" → "acme.co.uk"; null for what is no address of a site. */
export function registrableDomain(text: string): string | null {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/[/?#:].*$/, "")
    .replace(/\.$/, "");
  const labels = host.split(".");
  if (labels.length < 2 || labels.some((label) => label === "" || !/^[\p{L}\p{M}\p{N}-]+$/u.test(label)))
    return null;
  if (/^\d+$/.test(labels.at(-1) ?? "")) return null;
  const isCountry = (labels.at(-1)?.length ?? 0) === 2;
  const kept = isCountry && labels.length > 2 && SECOND_LEVEL.has(labels.at(-2) ?? "") ? 3 : 2;
  return labels.slice(-kept).join(".");
}

/** A domain that says whose it is; null for a free provider, a shared host, or none. */
export function ownDomain(text: string | null): string | null {
  const domain = text === null ? null : registrableDomain(text);
  return domain === null || FREEMAIL.has(domain) || SHARED_HOSTS.has(domain) ? null : domain;
}

/** "acme.co.uk" → "acme". */
export const domainLabel = (domain: string): string => domain.split(".")[0] ?? domain;

/** Of an e-mail address; null for a free provider's. */
export const ownEmailDomain = (email: string): string | null => ownDomain(email.split("@")[1] ?? null);
