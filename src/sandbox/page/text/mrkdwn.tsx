import { Fragment, type ReactNode } from "react";
import type { TextObject } from "../state/block-fields.ts";
import { conversationTitle } from "../state/visible.ts";
import { slackDate } from "../state/zoned-time.ts";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { EMOJI } from "./emoji.ts";
import { type Inline, type Part, parseInline, parseMrkdwn } from "./parse-mrkdwn.ts";

/** mrkdwn with paragraphs, quotes and code. */
export function Mrkdwn({ text, isVerbatim = false }: { text: string; isVerbatim?: boolean }): ReactNode {
  return parseMrkdwn(text, { isVerbatim }).map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no name and never move
    <TextPart key={place} part={part} />
  ));
}

function TextPart({ part }: { part: Part }): ReactNode {
  if (part.kind === "preformatted") return <pre>{part.text}</pre>;
  const children = <Inlines parts={part.children} />;
  return part.kind === "quote" ? <blockquote>{children}</blockquote> : <p className="lines">{children}</p>;
}

/** A text object on one line or a few: labels, fields, options. */
export function TextLine({ text }: { text: TextObject | null }): ReactNode {
  if (text === null) return null;
  if (text.isMrkdwn) return <Inlines parts={parseInline(text.text, { isVerbatim: text.isVerbatim })} />;
  return text.hasEmoji ? withEmoji(text.text) : text.text;
}

/** A text object as a paragraph of a block. */
export function TextBlock({ text }: { text: TextObject }): ReactNode {
  if (text.isMrkdwn) return <Mrkdwn text={text.text} isVerbatim={text.isVerbatim} />;
  return (
    <p className="lines">
      <TextLine text={text} />
    </p>
  );
}

const withEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+'-]+):/g, (written, name: string) => EMOJI[name] ?? written);

function Inlines({ parts }: { parts: readonly Inline[] }): ReactNode {
  return parts.map((part, place) => {
    const key = `${part.kind}${place}`;
    return <InlinePart key={key} part={part} />;
  });
}

function InlinePart({ part }: { part: Inline }): ReactNode {
  switch (part.kind) {
    case "text":
      return <Fragment>{part.text}</Fragment>;
    case "break":
      return <br />;
    case "emoji":
      return <Emoji name={part.name} />;
    case "code":
      return <code>{part.text}</code>;
    case "bold":
      return (
        <strong>
          <Inlines parts={part.children} />
        </strong>
      );
    case "italic":
      return (
        <em>
          <Inlines parts={part.children} />
        </em>
      );
    case "strike":
      return (
        <s>
          <Inlines parts={part.children} />
        </s>
      );
    case "link":
      return (
        <SafeLink url={part.url}>
          <Inlines parts={part.children} />
        </SafeLink>
      );
    case "person":
      return <PersonMention id={part.id} label={part.label} />;
    case "channel":
      return <ChannelMention id={part.id} label={part.label} />;
    case "group":
      return <span className="mention">{part.label}</span>;
    case "date":
      return <DateText part={part} />;
  }
}

export function Emoji({ name }: { name: string }): ReactNode {
  const sign = EMOJI[name];
  return sign === undefined ? (
    `:${name}:`
  ) : (
    <span role="img" aria-label={name.replaceAll("_", " ")} className="emoji">
      {sign}
    </span>
  );
}

const SAFE = /^(https?:|mailto:|tel:)/i;

/** Only addresses that cannot run anything become links. */
export function SafeLink({ url, children }: { url: string; children: ReactNode }): ReactNode {
  if (!SAFE.test(url)) return <span>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

export function PersonMention({ id, label }: { id: string; label: string | null }): ReactNode {
  const { snapshot, me } = useWorkspace();
  const person = snapshot.people.find((each) => each.id === id);
  return (
    <span className={id === me.id ? "mention mention-me" : "mention"}>
      @{person?.realName ?? label ?? id}
    </span>
  );
}

export function ChannelMention({ id, label }: { id: string; label: string | null }): ReactNode {
  const { snapshot, me, navigate } = useWorkspace();
  const conversation = snapshot.conversations.find((each) => each.id === id);
  const name =
    conversation === undefined ? `#${label ?? id}` : conversationTitle(snapshot, conversation, me.id);
  if (!conversation?.memberIds.includes(me.id)) return <span className="mention">{name}</span>;
  const open = () => navigate({ kind: "conversation", conversationId: id, threadTs: null });
  return (
    <button type="button" className="mention mention-channel" onClick={open}>
      {name}
    </button>
  );
}

function DateText({ part }: { part: Extract<Inline, { kind: "date" }> }): ReactNode {
  const { me, now } = useWorkspace();
  const text = slackDate(part.epochSeconds, part.pattern, now(), me);
  const time = <time dateTime={new Date(part.epochSeconds * 1000).toISOString()}>{text}</time>;
  return part.link === null ? time : <SafeLink url={part.link}>{time}</SafeLink>;
}
