import type { ReactNode } from "react";
import type { BlockJson, Message } from "../../page-protocol.ts";
import { BlockList } from "../blocks/block-list.tsx";
import { SurfaceProvider } from "../elements/surface-provider.tsx";
import { FileIcon } from "../shell/icons.tsx";
import { blocksIn, type Json, stringIn } from "../state/block-fields.ts";
import { Mrkdwn, SafeLink } from "../text/mrkdwn.tsx";
import { useWorkspace } from "../workspace/workspace-context.ts";
import { Unfurl } from "./unfurl.tsx";

/** Blocks where there are blocks, otherwise the text; then attachments and files. */
export function MessageBody({ message }: { message: Message }): ReactNode {
  const { conversationId, ts } = message;
  const inAttachments = message.attachments.flatMap((attachment) => blocksIn(attachment, "blocks"));
  const blocks: readonly BlockJson[] = [...message.blocks, ...inAttachments];
  return (
    <SurfaceProvider place={{ kind: "message", conversationId, ts }} blocks={blocks}>
      <div
        className={message.blocks.length === 0 ? "message-text" : "blocks"}
        aria-busy={message.isStreaming || undefined}
      >
        {message.blocks.length === 0 ? <Mrkdwn text={message.text} /> : <BlockList blocks={message.blocks} />}
        {message.editedAt !== null && (
          <span className="edited" lang="en">
            (edited)
          </span>
        )}
      </div>
      {message.attachments.map((attachment, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: attachments have no name and never move
        <Attachment key={place} attachment={attachment} />
      ))}
      {message.entities.map((entity) => (
        <Unfurl key={entity.url} message={message} entity={entity} />
      ))}
      {message.fileIds.map((id) => (
        <AttachedFile key={id} id={id} />
      ))}
    </SurfaceProvider>
  );
}

function Attachment({ attachment }: { attachment: Json }): ReactNode {
  const blocks = blocksIn(attachment, "blocks");
  const title = stringIn(attachment, "title");
  const link = stringIn(attachment, "title_link");
  const color = stringIn(attachment, "color") ?? "";
  return (
    <div className="attachment" style={{ borderColor: cssColor(color) }}>
      {title !== null && (
        <p>
          <strong>{link === null ? title : <SafeLink url={link}>{title}</SafeLink>}</strong>
        </p>
      )}
      {blocks.length > 0 ? (
        <div className="blocks">
          <BlockList blocks={blocks} />
        </div>
      ) : (
        <Mrkdwn text={stringIn(attachment, "text") ?? stringIn(attachment, "fallback") ?? ""} />
      )}
    </div>
  );
}

const NAMED: Readonly<Record<string, string>> = {
  good: "var(--good)",
  warning: "var(--warn)",
  danger: "var(--danger)",
};

function cssColor(color: string): string {
  if (/^#?[0-9a-f]{6}$/i.test(color)) return `#${color.replace("#", "")}`;
  return NAMED[color] ?? "var(--line-strong)";
}

function AttachedFile({ id }: { id: string }): ReactNode {
  const file = useWorkspace().snapshot.files[id];
  if (file === undefined) return <p className="quiet">A file that is no longer here.</p>;
  if (file.mimeType.startsWith("image/"))
    return (
      <figure className="block-image">
        <figcaption>{file.title}</figcaption>
        <img src={file.path} alt={file.altText || file.title} />
      </figure>
    );
  return (
    <a className="file" href={file.path} download={file.name}>
      <FileIcon />
      <span>
        {file.title || file.name}
        <small>{fileSize(file.sizeBytes)}</small>
      </span>
    </a>
  );
}

const fileSize = (bytes: number) =>
  bytes < 1024 ? `${bytes} bytes` : `${new Intl.NumberFormat("en-US").format(Math.round(bytes / 1024))} KB`;
