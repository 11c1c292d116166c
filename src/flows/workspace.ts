import type { AccountKind, Member } from "../domain/customer.ts";
import type { UserGroup } from "../domain/role-groups.ts";

/** What the workspace says of a person. */
export type WorkspacePerson = Pick<Member, "slackUserId" | "name" | "email" | "timeZone" | "locale"> & {
  readonly administers: boolean;
  readonly account: AccountKind;
};

/** What the workspace says of a channel. */
export type WorkspaceChannel = {
  /** Shared with another organisation, or about to be. */
  readonly shared: boolean;
  /** Whether the bot was invited: without it nothing can be posted there later. */
  readonly botIsMember: boolean;
  /** Without "#"; left out where it has none. */
  readonly name?: string;
  /** Nothing can be posted there any more; left out: it can. */
  readonly archived?: true;
};

/** The workspace's own directory. */
export type Workspace = {
  /** Null for whom the bot may not see or who does not exist. */
  person(slackUserId: string): Promise<WorkspacePerson | null>;
  /** A person as an event describes them. @throws for what describes nobody */
  personIn(description: unknown): Promise<WorkspacePerson>;
  /**
   * Everybody the workspace lists, also who left it, page by page. It has ended only when all were given.
   * @throws where the list cannot be read to its end
   */
  people(): AsyncIterable<readonly WorkspacePerson[]>;
  /** Null for what the bot may not see or does not exist. */
  channel(channelId: string): Promise<WorkspaceChannel | null>;
  /** The id of the channel of that name among those the bot is in; null where there is none, or Slack does not say. */
  channelNamed(name: string): Promise<string | null>;
  /** The Slack ids of everyone in a channel; null as above. */
  channelMembers(channelId: string): Promise<readonly string[] | null>;
  /**
   * Every user group with its people; null where Slack does not give them.
   * @param asked.fresh not what was read less than a minute ago
   */
  userGroups(asked: { readonly fresh: boolean }): Promise<readonly UserGroup[] | null>;
};
