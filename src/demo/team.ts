import type { Member } from "../domain/customer.ts";

const person = (number: number, name: string, role: Member["role"], timeZone: string): Member => ({
  slackUserId: `U0DEMO${number}`,
  name,
  email: `${name.toLowerCase().replace(" ", ".")}@demo.example`,
  role,
  timeZone,
});

const ANNA = person(1, "Anna Keller", "rep", "Europe/Berlin");
const JULES = person(2, "Jules Moreau", "rep", "Europe/Paris");
const PRIYA = person(3, "Priya Shah", "rep", "Europe/London");
const SAM = person(4, "Sam Rivera", "rep", "America/New_York");
const MEI = person(5, "Mei Lin", "rep", "Asia/Shanghai");

/** Owner of the customers the demo's story is about. */
export const STORY_OWNER = ANNA;

/** Five reps, their manager, and operations; the Slack ids exist in the demo alone. */
export const DEMO_TEAM: readonly Member[] = [
  ANNA,
  JULES,
  PRIYA,
  SAM,
  MEI,
  person(6, "Dana Brooks", "manager", "Europe/Berlin"),
  person(7, "Omar Haddad", "operations", "Europe/London"),
];

const OWNER_OF_COUNTRY: Readonly<Record<string, Member>> = {
  DE: ANNA,
  AT: ANNA,
  CH: ANNA,
  FR: JULES,
  ES: JULES,
  IT: JULES,
  GB: PRIYA,
  NL: PRIYA,
  US: SAM,
  CN: MEI,
  JP: MEI,
};

export function ownerOf(country: string): Member {
  return OWNER_OF_COUNTRY[country] ?? PRIYA;
}
