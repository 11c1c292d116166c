import type { CustomerPlan } from "./plan.ts";
import { STORY_OWNER } from "./team.ts";

const plan = (
  number: number,
  name: string,
  facts: Partial<CustomerPlan> & Pick<CustomerPlan, "domain">,
): CustomerPlan => ({
  externalId: demoId(number),
  name,
  aliases: [],
  country: "DE",
  language: "de",
  currency: "EUR",
  industry: "manufacturing",
  segment: "Standard",
  relation: "orders",
  attention: 1,
  owner: STORY_OWNER,
  ...facts,
});

export function demoId(number: number): string {
  return `DEMO-${String(number).padStart(4, "0")}`;
}

export const ACME = plan(1, "Acme", {
  domain: "acme.example",
  aliases: ["Acme Corp"],
  country: "US",
  language: "en",
  segment: "VIP",
  relation: "contract",
});
export const GLOBEX = plan(2, "Globex", {
  domain: "globex.example",
  aliases: ["Globex Corporation"],
  language: "en",
  segment: "VIP",
});
export const INITECH = plan(3, "Initech", {
  domain: "initech.example",
  relation: "contract",
  industry: "software",
  language: "en",
});
export const BIRTHDAY_VIP = plan(4, "Vandelay Industries", {
  domain: "vandelay.example",
  segment: "VIP",
  industry: "wholesale",
});
export const SILENT_LEAVER = plan(5, "Brightwater Logistics", {
  domain: "brightwater.example",
  relation: "contract",
});
export const LOYAL: readonly CustomerPlan[] = [
  plan(6, "Großhandel Bürger & Söhne GmbH", { domain: "buerger-soehne.example", segment: "VIP" }),
  plan(7, "北京晨光科技有限公司", {
    domain: "chenguang.example",
    aliases: ["Beijing Chenguang Technology", "晨光科技"],
    country: "CN",
    language: "zh",
    segment: "VIP",
    relation: "contract",
  }),
  plan(8, "Fleurs d'Été SARL", {
    domain: "fleurs-dete.example",
    country: "FR",
    language: "fr",
    segment: "VIP",
  }),
];
/** Names that are easily confused, or that must be escaped wherever they are shown. */
export const AWKWARD: readonly CustomerPlan[] = [
  plan(9, "Northwind Traders", { domain: "northwind-traders.example", country: "GB", language: "en" }),
  plan(10, "Northwind Trading", { domain: "northwind-trading.example", country: "GB", language: "en" }),
  plan(11, "Bolt <b>& Nut</b> Supply", { domain: "bolt-nut.example", language: "en", segment: "Small" }),
  plan(12, "*Starlight* _Media_ ~Group~", { domain: "starlight.example", language: "en", segment: "Small" }),
  plan(13, "O'Connor & Daughters", {
    domain: "oconnor-daughters.example",
    aliases: ["OConnor"],
    country: "GB",
    language: "en",
    currency: "GBP",
  }),
  plan(14, "株式会社青空製作所", {
    domain: "aozora.example",
    aliases: ["Aozora Seisakusho"],
    country: "JP",
    language: "ja",
    currency: "JPY",
  }),
];
