import { type ReactNode, useState } from "react";
import type { EntityJson, EntityPlace } from "../../page-protocol.ts";
import { LibraryBlock } from "../blocks/library-block.tsx";
import { MenuButton } from "../elements/menu-button.tsx";
import { MoreIcon } from "../shell/icons.tsx";
import { buttonsOf, type EntityButton, type EntityRow, type EntityValue } from "../state/entity.ts";
import { slackDate } from "../state/zoned-time.ts";
import { ChannelMention, PersonMention, SafeLink } from "../text/mrkdwn.tsx";
import { useWorkspace } from "../workspace/workspace-context.ts";

export function EntityRows({ rows }: { rows: readonly EntityRow[] }): ReactNode {
  return (
    <dl className="entity-rows">
      {rows.map(({ key, label, values }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            {values.map((value, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: values have no name and never move
              <Value key={place} value={value} />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value }: { value: EntityValue }): ReactNode {
  const { me, now } = useWorkspace();
  switch (value.kind) {
    case "person":
      return <PersonMention id={value.id} label={null} />;
    case "channel":
      return <ChannelMention id={value.id} label={null} />;
    case "picture":
      return <img src={value.url} alt={value.alt} />;
    case "time":
      return <time>{slackDate(value.epochSeconds, value.pattern, now(), me)}</time>;
    case "text":
      if (value.link !== null) return <SafeLink url={value.link}>{value.text}</SafeLink>;
      if (value.isMarkdown) return <LibraryBlock block={{ type: "markdown", text: value.text }} />;
      return <span>{value.text}</span>;
  }
}

/** At most two buttons, the others in a menu, as Slack shows them. */
export function EntityButtons({ entity, place }: { entity: EntityJson; place: EntityPlace }): ReactNode {
  const { act } = useWorkspace();
  const press = ({ actionId, url }: EntityButton) => {
    if (url !== null && /^https?:/i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
    return act({ type: "entity_action", place, actionId });
  };
  const primary = buttonsOf(entity, "primary_actions");
  const more = buttonsOf(entity, "overflow_actions");
  if (primary.length + more.length === 0) return null;
  const items = more.map((button) => ({ label: button.text, onChoose: () => void press(button) }));
  return (
    <div className="block-actions">
      {primary.map((button) => (
        <Button key={button.actionId} button={button} press={press} />
      ))}
      {more.length > 0 && (
        <MenuButton label="More actions" icon={<MoreIcon />} items={items} className="icon-button bordered" />
      )}
    </div>
  );
}

type ButtonProps = { button: EntityButton; press: (button: EntityButton) => Promise<unknown> };

function Button({ button, press }: ButtonProps): ReactNode {
  const [isBusy, setBusy] = useState(false);
  const onClick = async () => {
    if (isBusy) return;
    setBusy(true);
    await press(button);
    setBusy(false);
  };
  return (
    <button
      type="button"
      className={`button${button.style === null ? "" : ` button-${button.style}`}`}
      aria-label={button.label}
      aria-busy={isBusy}
      onClick={() => void onClick()}
    >
      {button.text}
    </button>
  );
}
