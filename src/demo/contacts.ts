import type { ContactRecord } from "../domain/customer-records.ts";
import { DEMO_SOURCE } from "./demo-data.ts";
import type { CustomerPlan } from "./plan.ts";
import type { RandomStream } from "./random.ts";

type Names = {
  readonly first: readonly [string, ...string[]];
  readonly last: readonly [string, ...string[]];
};

const NAMES_OF_LANGUAGE: Readonly<Record<string, Names>> = {
  de: {
    first: ["Jürgen", "Katrin", "Sören", "Heike", "Moritz", "Änne", "Björn"],
    last: ["Möller", "Weiß", "Hartmann", "Kühn", "Seidel", "Groß"],
  },
  fr: {
    first: ["Chloé", "Benoît", "Amélie", "François", "Inès", "Loïc"],
    last: ["Girard", "Péron", "Lemaître", "Duval", "Brûlé"],
  },
  es: { first: ["Íñigo", "Lucía", "Andrés", "Begoña"], last: ["Núñez", "Ibáñez", "Castaño", "Rey"] },
  it: { first: ["Nicolò", "Giada", "Matteo", "Chiara"], last: ["Forlì", "D'Amico", "Ferri", "Costa"] },
  nl: { first: ["Sanne", "Joost", "Femke", "Ruben"], last: ["de Boer", "van Dijk", "Bakker", "Smit"] },
  zh: { first: ["伟", "芳", "晓明", "静怡"], last: ["王", "李", "欧阳", "陈"] },
  ja: { first: ["美咲", "健太", "陽子", "大輔"], last: ["佐藤", "高橋", "渡辺", "小林"] },
};
const ENGLISH: Names = {
  first: ["Maya", "Owen", "Grace", "Theo", "Ruth", "Caleb", "Nadia"],
  last: ["Byrne", "Okafor", "Whitfield", "O'Neill", "Marsh", "Patel"],
};

/** What contacts are to their company, as its file says it. */
export const ROLES = [
  "Buyer",
  "Head of purchasing",
  "Managing director",
  "Operations lead",
  "IT lead",
] as const;
/** By country, with numbers nobody has: the ranges kept free for films and examples where there are any. */
const PHONE_START: Readonly<Record<string, string>> = {
  US: "+1 202 555 01",
  GB: "+44 20 7946 0",
  DE: "+49 30 23125 ",
};

/** One to three people; some facts are missing, as in any real file. */
export function contactsOf(random: RandomStream, plan: CustomerPlan): ContactRecord[] {
  const count = plan.segment === "VIP" ? random.integer(2, 3) : random.integer(1, 2);
  return Array.from({ length: count }, (_, index) => contact(random, plan, index + 1));
}

function contact(random: RandomStream, plan: CustomerPlan, number: number): ContactRecord {
  const phoneStart = PHONE_START[plan.country];
  return {
    source: DEMO_SOURCE,
    externalId: `${plan.externalId}-P${number}`,
    name: personName(random, plan.language),
    role: random.chance(0.85) ? random.pick(ROLES) : null,
    email: random.chance(0.95) ? `contact${number}@${plan.domain}` : null,
    phone: phoneStart && random.chance(0.7) ? `${phoneStart}${random.integer(10, 99)}` : null,
    preferredChannel: random.chance(0.8) ? random.pick(["email", "phone", "chat"] as const) : null,
    language: plan.language,
    birthday: random.chance(0.5) ? birthday(random) : null,
    leftOn: null,
  };
}

function personName(random: RandomStream, language: string): string {
  const { first, last } = NAMES_OF_LANGUAGE[language] ?? ENGLISH;
  const familyFirst = language === "zh" || language === "ja";
  const given = random.pick(first);
  return familyFirst ? `${random.pick(last)}${given}` : `${given} ${random.pick(last)}`;
}

function birthday(random: RandomStream): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${random.integer(1962, 1998)}-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
}
