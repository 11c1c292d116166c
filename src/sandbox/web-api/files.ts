import { z } from "zod";
import { SlackApiError } from "../api-error.ts";
import type { SandboxContext } from "../context.ts";
import { IDENTITY } from "../seed.ts";
import type { StoredFile } from "../state.ts";
import { postableConversation } from "./access.ts";
import { threadParent } from "./chat.ts";
import { type ApiMethod, field, method, type Reply } from "./method.ts";

const MIME_TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv",
  gif: "image/gif",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  json: "application/json",
  pdf: "application/pdf",
  png: "image/png",
  txt: "text/plain",
};

const mimeTypeOf = (name: string) =>
  MIME_TYPES[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? "application/octet-stream";

const getUploadUrl = method({
  scopes: ["files:write"],
  tier: 4,
  args: z.object({
    filename: field.text,
    length: field.count,
    alt_text: field.text.optional(),
    alt_txt: field.text.optional(),
  }),
  run({ workspace, origin }, args) {
    const id = workspace.nextId("F");
    workspace.putFile({
      id,
      name: args.filename,
      title: args.filename,
      // Slack documents one name, and its own client sends the other.
      altText: args.alt_text ?? args.alt_txt ?? "",
      mimeType: mimeTypeOf(args.filename),
      sizeBytes: args.length,
      path: `/files/${id}`,
      content: null,
      isComplete: false,
    });
    return { file_id: id, upload_url: `${origin()}/upload/${id}` };
  },
});

const completeUpload = method({
  scopes: ["files:write"],
  tier: 4,
  args: z.object({
    files: field.json.pipe(z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1)),
    channel_id: field.text.optional(),
    initial_comment: field.text.optional(),
    thread_ts: field.text.optional(),
  }),
  run(context, args) {
    const { workspace } = context;
    const files = args.files.map(({ id, title }) => {
      const file = workspace.file(id);
      if (!file || file.content === null) throw new SlackApiError("file_not_found");
      return { ...file, title: title ?? file.name, isComplete: true };
    });
    const conversation = args.channel_id ? postableConversation(context, args.channel_id) : null;
    for (const file of files) workspace.putFile(file);
    if (conversation)
      workspace.post(context.clock.now(), {
        conversationId: conversation.id,
        authorId: IDENTITY.botUserId,
        text: args.initial_comment ?? "",
        fileIds: files.map(({ id }) => id),
        threadTs: args.thread_ts ? threadParent(context, conversation, args.thread_ts) : null,
      });
    return { files: files.map(({ id, title, name, mimeType }) => ({ id, title, name, mimetype: mimeType })) };
  },
});

/** Where the app fetches a file, with its token; fetching is no call of the Web API. */
export const PRIVATE_FILES = "files-pri";

/** A file as `files.info` and submissions describe it. */
export function fileJson({ origin }: Pick<SandboxContext, "origin">, file: StoredFile): Reply {
  const url = `${origin()}/${PRIVATE_FILES}/${file.id}`;
  const name = encodeURIComponent(file.name);
  return {
    ...{ id: file.id, name: file.name, title: file.title, mimetype: file.mimeType, size: file.sizeBytes },
    filetype: file.name.split(".").at(-1)?.toLowerCase() ?? "",
    user: file.givenBy ?? IDENTITY.botUserId,
    mode: "hosted",
    is_external: false,
    is_public: false,
    file_access: "visible",
    url_private: `${url}/${name}`,
    url_private_download: `${url}/download/${name}`,
  };
}

const info = method({
  scopes: ["files:read"],
  tier: 4,
  args: z.object({ file: field.text }),
  run(context, args) {
    const file = context.workspace.file(args.file);
    if (!file?.isComplete) throw new SlackApiError("file_not_found");
    return { file: fileJson(context, file), comments: [], response_metadata: { next_cursor: "" } };
  },
});

export const FILE_METHODS: Readonly<Record<string, ApiMethod>> = {
  "files.getUploadURLExternal": getUploadUrl,
  "files.completeUploadExternal": completeUpload,
  "files.info": info,
};
