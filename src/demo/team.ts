import type { Member } from "../domain/customer.ts";
import type { RandomStream } from "./random.ts";

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
const LUKAS = person(8, "Lukas Vogel", "rep", "Europe/Berlin");
const HANNA = person(9, "Hanna Gruber", "rep", "Europe/Vienna");
const CARLA = person(10, "Carla Ferrer", "rep", "Europe/Madrid");
const TOM = person(11, "Tom Bakker", "rep", "Europe/Amsterdam");

/** Owner of the customers the demo's story is about. */
export const STORY_OWNER = ANNA;

/** Nine reps, their manager, and operations; the Slack ids exist in the demo alone. */
export const DEMO_TEAM: readonly Member[] = [
  ANNA,
  JULES,
  PRIYA,
  SAM,
  MEI,
  person(6, "Dana Brooks", "manager", "Europe/Berlin"),
  person(7, "Omar Haddad", "operations", "Europe/London"),
  LUKAS,
  HANNA,
  CARLA,
  TOM,
];

/** Chosen so that nobody has many more than a hundred of a thousand customers. */
const OWNERS_OF_COUNTRY: Readonly<Record<string, readonly [Member, ...Member[]]>> = {
  DE: [ANNA, LUKAS, HANNA],
  AT: [HANNA],
  CH: [HANNA],
  FR: [JULES],
  ES: [CARLA],
  IT: [CARLA],
  GB: [PRIYA],
  NL: [TOM],
  US: [SAM],
  CN: [MEI],
  JP: [MEI],
};

/** Whose account a new customer of a country becomes. */
export function ownerOf(random: RandomStream, country: string): Member {
  return random.pick(OWNERS_OF_COUNTRY[country] ?? [PRIYA]);
}
