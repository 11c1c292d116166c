import type { LinkTexts } from "../en/customer-link.ts";

/** What a member of the team reads who opens a customer's link in a browser. */
export const customerLink: LinkTexts = {
  "link.title": "請在 Slack 中查看這位客戶",
  "link.where": "客戶連結只在 Slack 中向團隊成員顯示，這裡不顯示任何客戶資料。",
  "link.how": "把本頁網址貼到 Slack 的訊息裡，或在 Slack 中私訊給 Mainstay。",
  "link.open": "在 Slack 中開啟 Mainstay",
};
