import type { AccountKind, Member } from "../domain/customer.ts";

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
};

/** The workspace's own directory. All answer null for what the bot may not see, does not exist or is not answered. */
export type Workspace = {
  person(slackUserId: string): Promise<WorkspacePerson | null>;
  channel(channelId: string): Promise<WorkspaceChannel | null>;
  /** The Slack ids of everyone in a channel. */
  channelMembers(channelId: string): Promise<readonly string[] | null>;
};
