import { expect, it } from "vitest";
import { typedIn } from "../../../../src/slack/events/typed-in.ts";

it.each([
  ["<@U0BOT> acme", "acme"],
  ["acme <@U0BOT>", "acme"],
  ["<@U0BOT|mainstay> *Acme* &amp; Söhne", "Acme & Söhne"],
  ["<@U0BOT> <http://acme.com|acme.com>", "acme.com"],
  ["<@U0BOT> <https://www.acme.com>", "https://www.acme.com"],
  ["ask <mailto:dana@acme.com|dana@acme.com>", "ask dana@acme.com"],
  ["`/customer acme`", "acme"],
  ["How is Acme doing?", "How is Acme doing?"],
  ["how’s Acme", "how’s Acme"],
  ["what about 北京贸易?", "what about 北京贸易?"],
  ["查一下 北京贸易", "查一下 北京贸易"],
  ["A_B *C", "A_B C"],
  ["costs quarter by owner", "costs quarter by owner"],
  ["", ""],
  ["<@U0BOT>", ""],
  ["Hello!", ""],
  ["你好", ""],
  ["謝謝！", ""],
  ["x".repeat(300), ""],
])("“%s” says “%s”", (text, typed) => {
  expect(typedIn(text)).toBe(typed);
});
