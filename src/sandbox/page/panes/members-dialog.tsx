import type { ReactNode } from "react";
import type { Conversation, Person } from "../../page-protocol.ts";
import { Avatar } from "../shell/avatar.tsx";
import { Dialog } from "../shell/dialog.tsx";
import { describePerson } from "../state/people.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";

/** Who is in the channel, and adding or removing people and apps. */
export function MembersDialog({
  conversation,
  onClose,
}: {
  conversation: Conversation;
  onClose: () => void;
}): ReactNode {
  const { snapshot } = useWorkspace();
  return (
    <Dialog title={`Members of #${conversation.name}`} onDismiss={onClose} size="small">
      <ul className="dialog-body members">
        {snapshot.people
          .filter(({ id }) => id !== "USLACKBOT")
          .map((person) => (
            <Member key={person.id} person={person} conversation={conversation} />
          ))}
      </ul>
      <ChannelSettings conversation={conversation} />
    </Dialog>
  );
}

function Member({ person, conversation }: { person: Person; conversation: Conversation }): ReactNode {
  const { act } = useWorkspace();
  const isMember = conversation.memberIds.includes(person.id);
  const change = () =>
    act({
      type: "set_membership",
      conversationId: conversation.id,
      personId: person.id,
      isMember: !isMember,
    });
  return (
    <li>
      <Avatar person={person} size={28} />
      <span>
        {person.realName} <small className="quiet">{person.isBot ? "App" : describePerson(person)}</small>
      </span>
      <button type="button" className="button" onClick={() => void change()}>
        {isMember ? "Remove" : "Add"}
        <span className="unseen"> {person.realName}</span>
      </button>
    </li>
  );
}

/** What may happen to a channel while the bot is in it. */
function ChannelSettings({ conversation }: { conversation: Conversation }): ReactNode {
  const { act } = useWorkspace();
  const { id: conversationId, isShared, isArchived } = conversation;
  const share = () => act({ type: "set_sharing", conversationId, sharing: isShared ? "internal" : "shared" });
  const archive = () => act({ type: "set_archived", conversationId, isArchived: !isArchived });
  return (
    <footer className="dialog-footer">
      <button type="button" className="button" onClick={() => void share()}>
        {isShared ? "Stop sharing" : "Share with another organisation"}
      </button>
      <button type="button" className="button" onClick={() => void archive()}>
        {isArchived ? "Unarchive" : "Archive"}
      </button>
    </footer>
  );
}
