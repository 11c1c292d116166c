import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

const ACCENTED = new Map(
  Array.from("aceginosuyACEGINOSUY", (letter, i) => [letter, "áçéğíñóšúýÁÇÉĞÍÑÓŠÚÝ"[i]]),
);

/** A message with every letter of its own accented and about 40 % longer; what stands in it stays as it is. */
export function pseudoMessage(message: string): MessageFormatElement[] {
  return parse(message).map(pseudoElement);
}

function pseudoElement(element: MessageFormatElement): MessageFormatElement {
  if (element.type === TYPE.literal) return { ...element, value: pseudoText(element.value) };
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return element;
  const options = Object.entries(element.options).map(
    ([name, option]) => [name, { ...option, value: option.value.map(pseudoElement) }] as const,
  );
  return { ...element, options: Object.fromEntries(options) };
}

/** "Costs" → "Çóšts~~": a code in backticks or a mention in angle brackets is left alone, or it would no longer work. */
export function pseudoText(text: string): string {
  const accented = text
    .split(/(`[^`]*`|<[^>]*>)/)
    .map((part, i) =>
      i % 2 === 1 ? part : Array.from(part, (letter) => ACCENTED.get(letter) ?? letter).join(""),
    )
    .join("");
  return accented + "~".repeat(Math.ceil(0.4 * Array.from(text.trim()).length));
}
