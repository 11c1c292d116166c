import { acceptedLanguages, firstPageLanguage } from "../domain/outreach/feedback/page-language.ts";
import { pageSayIn } from "../words/pages/page-text.ts";
import { escapeHtml, page } from "./feedback-html.ts";
import { html } from "./feedback-page.ts";
import type { WebRoute } from "./web-route.ts";

/**
 * `/c/ID` in a browser: where the customer is to be seen. The same for every id, whether somebody has it or not, so that
 * nothing of the customer file can be learnt here.
 * @param botInSlack an address that opens Slack at the bot; null where it is not known
 */
export const customerLinkRoute = (botInSlack: () => Promise<string | null>): WebRoute => ({
  method: "GET",
  path: "/c/:id",
  bodyLimit: 0,
  async handle({ headers }) {
    const language = firstPageLanguage(acceptedLanguages(headers["accept-language"] ?? ""));
    const say = pageSayIn(language);
    const address = await botInSlack();
    const title = say("link.title");
    const open =
      address === null ? [] : [`<p><a href="${escapeHtml(address)}">${escapeHtml(say("link.open"))}</a></p>`];
    return html(
      200,
      page(language, title, [
        `<h1>${escapeHtml(title)}</h1>`,
        `<p>${escapeHtml(say("link.where"))}</p>`,
        `<p>${escapeHtml(say("link.how"))}</p>`,
        ...open,
      ]),
    );
  },
});
