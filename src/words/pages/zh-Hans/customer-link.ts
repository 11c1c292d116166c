import type { LinkTexts } from "../en/customer-link.ts";

/** What a member of the team reads who opens a customer's link in a browser. */
export const customerLink: LinkTexts = {
  "link.title": "请在 Slack 中查看这位客户",
  "link.where": "客户链接只在 Slack 中向团队成员显示，这里不显示任何客户信息。",
  "link.how": "把本页网址粘贴到 Slack 的消息里，或在 Slack 中私信发给 Mainstay。",
  "link.open": "在 Slack 中打开 Mainstay",
};
