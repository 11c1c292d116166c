import type { MemberRole } from "../../domain/customer.ts";
import { noteIn } from "../database/audit.ts";
import { nullable, text, textOf, timestamptz } from "../database/column-kinds.ts";
import type { Database } from "../database/database.ts";
import { statement } from "../database/statement.ts";
import { inTransaction } from "../database/transaction.ts";

export type MemberRoleStore = ReturnType<typeof memberRoleStore>;

export type RoleChange = {
  readonly slackUserId: string;
  readonly role: MemberRole;
  /** False gives the role back to Slack: from then on a listing or an act may raise it again. */
  readonly byHand: boolean;
  readonly by: string;
  readonly at: Date;
};

export type RoleChanged =
  | { readonly kind: "changed" | "unchanged"; readonly before: MemberRole }
  | { readonly kind: "gone" };

export function memberRoleStore(database: Database) {
  return {
    /** Sets what a member may do, and notes who did it; "unchanged" where it was so, and set by the same. */
    set: (change: RoleChange): Promise<RoleChanged> =>
      inTransaction(database, async (client) => {
        const { slackUserId, role, byHand, by, at } = change;
        const held = await HOLD.first(client, { slackUserId });
        if (held === null) return { kind: "gone" };
        if (held.role === role && (held.roleSetAt !== null) === byHand)
          return { kind: "unchanged", before: held.role };
        await SET.run(client, { slackUserId, role, setAt: byHand ? at : null });
        const action = byHand ? "member.role-set" : "member.role-given-back";
        const details = { member: slackUserId, before: held.role, role };
        await noteIn(client, { at, actor: by, action, customerId: null, details });
        return { kind: "changed", before: held.role };
      }),
  };
}

const HOLD = statement({
  name: "customers/member-roles: hold",
  sql: `SELECT role, role_set_at AS "roleSetAt" FROM members WHERE slack_user_id = :slackUserId FOR UPDATE`,
  parameters: { slackUserId: text },
  row: { role: textOf<MemberRole>(), roleSetAt: nullable(timestamptz) },
});

const SET = statement({
  name: "customers/member-roles: set",
  sql: "UPDATE members SET role = :role, role_set_at = :setAt, role_group = NULL WHERE slack_user_id = :slackUserId",
  parameters: { slackUserId: text, role: text, setAt: nullable(timestamptz) },
});
