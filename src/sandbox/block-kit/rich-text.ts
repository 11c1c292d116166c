import { array, boolean, byType, number, object, oneOf, string } from "./checks.ts";

const styleOf = (...names: readonly string[]) =>
  object({}, Object.fromEntries(names.map((name) => [name, boolean])));

const textStyle = styleOf("bold", "italic", "strike", "code", "underline", "highlight");
const mentionStyle = styleOf("bold", "italic", "strike", "highlight", "client_highlight", "unlink");

/** The pieces a rich text section is made of. */
export const richTextPiece = byType({
  text: object({ text: string() }, { style: textStyle }),
  link: object({ url: string() }, { text: string(), unsafe: boolean, style: textStyle }),
  emoji: object(
    { name: string() },
    { unicode: string(), skin_tone: number(), url: string(), style: textStyle },
  ),
  user: object({ user_id: string() }, { style: mentionStyle }),
  usergroup: object({ usergroup_id: string() }, { style: mentionStyle }),
  channel: object({ channel_id: string() }, { style: mentionStyle }),
  team: object({ team_id: string() }, { style: mentionStyle }),
  broadcast: object({ range: oneOf("here", "channel", "everyone") }, { style: textStyle }),
  date: object(
    { timestamp: number({ integer: true }), format: string() },
    { url: string(), fallback: string(), style: textStyle },
  ),
  color: object({ value: string() }, { style: textStyle }),
});

const pieces = { elements: array(richTextPiece) };
const border = { border: number({ integer: true }) };
const section = object(pieces);

const lines = byType({
  rich_text_section: section,
  rich_text_preformatted: object(pieces, { ...border, language: string() }),
  rich_text_quote: object(pieces, border),
  rich_text_list: object(
    { elements: array(byType({ rich_text_section: section })), style: oneOf("bullet", "ordered") },
    { ...border, indent: number({ integer: true, min: 0, max: 8 }), offset: number({ integer: true }) },
  ),
});

export const richTextElements = array(lines);
export { lines as richTextLine };
