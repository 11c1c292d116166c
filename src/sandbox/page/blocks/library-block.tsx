import type { ComponentProps, ReactNode } from "react";
import { Message } from "slack-blocks-to-jsx";
import type { BlockJson } from "../../page-protocol.ts";
import { slackDate } from "../state/zoned-time.ts";
import { ChannelMention, PersonMention, SafeLink } from "../text/mrkdwn.tsx";
import { useWorkspace } from "../workspace/workspace-context.ts";

/**
 * What `slack-blocks-to-jsx` 1.1.1 draws well: structured text without controls. Not left to it: mrkdwn (it takes the
 * middle of `12:00:30` for an emoji and drops lines that start with `#`), tables (a `raw_number` cell throws, and there
 * is no `data_table`), and everything that can be pressed (its controls report to nobody).
 */
const KINDS = new Set(["rich_text", "markdown", "video"]);

export const isLibraryBlock = (type: string): boolean => KINDS.has(type);

type LibraryProps = ComponentProps<typeof Message>;

export function LibraryBlock({ block }: { block: BlockJson }): ReactNode {
  const { snapshot, me, now } = useWorkspace();
  const hooks: LibraryProps["hooks"] = {
    user: ({ id }) => <PersonMention id={id} label={null} />,
    channel: ({ id }) => <ChannelMention id={id} label={null} />,
    link: ({ href, children }) => <SafeLink url={href}>{children}</SafeLink>,
    date: ({ timestamp, format }) => <time>{slackDate(Number(timestamp), format, now(), me)}</time>,
  };
  const data: LibraryProps["data"] = {
    users: snapshot.people.map(({ id, realName }) => ({ id, name: realName })),
    channels: snapshot.conversations.map(({ id, name }) => ({ id, name })),
  };
  return (
    <div className="library-block">
      <Message
        blocks={[block as unknown as LibraryProps["blocks"][number]]}
        withoutWrapper
        name=""
        logo=""
        theme="light"
        hooks={hooks}
        data={data}
      />
    </div>
  );
}
