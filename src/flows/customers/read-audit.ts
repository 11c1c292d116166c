import { type Day, startOfDay } from "../../domain/calendar.ts";
import { type FoundPerson, findPerson } from "../../domain/customers/find-person.ts";
import type { AuditRow, AuditTrailStore } from "../../store/customers/audit-trail.ts";
import type { KnownPerson, MemberStore } from "../../store/customers/members.ts";

export type ReadAuditDeps = {
  readonly auditTrail: AuditTrailStore;
  readonly members: Pick<MemberStore, "all">;
  readonly timeZone: string;
};

export type ReadAudit = {
  readonly customerId: number | null;
  /** An e-mail, a Slack id, a whole name, or what else acts: "command line", "import 12". */
  readonly by: string | null;
  /** From its beginning where the team is. */
  readonly since: Day | null;
  readonly limit: number;
};

export type AuditRead =
  | { readonly kind: "read"; readonly total: number; readonly events: readonly AuditRow[] }
  | Exclude<FoundPerson<KnownPerson>, { kind: "found" }>;

/** Who did what, the newest first; `total` counts also what the limit leaves out. */
export async function readAudit(
  deps: ReadAuditDeps,
  { customerId, by, since, limit }: ReadAudit,
): Promise<AuditRead> {
  const actor = by === null ? null : await findActor(deps, by);
  if (actor !== null && typeof actor !== "string") return actor;
  const from = since === null ? null : startOfDay(since, deps.timeZone);
  const question = { customerId, actor, since: from };
  const total = await deps.auditTrail.count(question);
  return { kind: "read", total, events: await deps.auditTrail.list(question, limit) };
}

/** A person first; else whatever acted under that very name, also somebody who was never listed. */
async function findActor({ auditTrail, members }: ReadAuditDeps, typed: string) {
  const found = findPerson(typed, await members.all());
  if (found.kind === "found") return found.person.slackUserId;
  if (found.kind === "several") return found;
  const actors = await auditTrail.actors();
  return actors.find((actor) => actor.toLowerCase() === typed.trim().toLowerCase()) ?? found;
}
