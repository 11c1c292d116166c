import type { Clock } from "../../domain/clock.ts";
import { agentTokenEnd } from "../../domain/customers/agent-token.ts";
import { type FoundPerson, findPerson } from "../../domain/customers/find-person.ts";
import type { AgentTokenStore } from "../../store/customers/agent-tokens.ts";
import type { KnownPerson, MemberStore } from "../../store/customers/members.ts";

export type AddAgentTokenDeps = {
  readonly members: Pick<MemberStore, "all">;
  readonly agentTokens: Pick<AgentTokenStore, "add">;
  readonly clock: Clock;
};

export type AgentTokenAdded =
  | {
      readonly kind: "added";
      readonly id: number;
      readonly person: KnownPerson;
      readonly expiresAt: Date;
    }
  | { readonly kind: "no-member"; readonly person: KnownPerson }
  | Exclude<FoundPerson<KnownPerson>, { kind: "found" }>;

/** Keeps the hash of a token by which a program may ask on a member's behalf; it may what the member may when it asks. */
export async function addAgentToken(
  { members, agentTokens, clock }: AddAgentTokenDeps,
  asked: {
    /** An e-mail, a Slack id or a whole name. */
    readonly typed: string;
    readonly name: string;
    readonly days: number;
    readonly tokenHash: string;
    /** Who makes it, for the audit. */
    readonly by: string;
  },
): Promise<AgentTokenAdded> {
  const found = findPerson(asked.typed, await members.all());
  if (found.kind !== "found") return found;
  const { person } = found;
  if (person.account !== "member") return { kind: "no-member", person };
  const createdAt = clock();
  const expiresAt = agentTokenEnd(createdAt, asked.days);
  const { name, tokenHash, by } = asked;
  const token = { memberId: person.slackUserId, name, tokenHash, by, createdAt, expiresAt };
  return { kind: "added", id: await agentTokens.add(token), person, expiresAt };
}
