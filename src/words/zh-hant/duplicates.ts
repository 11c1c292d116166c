import type { duplicates as english } from "../en/duplicates.ts";
import type { Translation } from "../translation.ts";

/** Customers who may be one, in Slack. Written for whoever keeps the customer file. */
export const duplicates: Translation<typeof english> = {
  "duplicates.title": "{pairs, number} 組客戶可能重複",
  "duplicates.title.settled": "重複客戶比對",
  "duplicates.none": "沒有看起來重複的客戶。每次匯入後和每晚都會再檢查。",
  "duplicates.pair": "{first}與 {second}",
  "duplicates.side": "{name}（{source} {id}）",
  "duplicates.agrees": "相同：{signs}",
  "duplicates.agrees.name-alone": "相同：只有名稱，沒有其他資料可比對",
  "duplicates.differs": "不同：{signs}",
  "duplicates.contracts": "兩者都有合約。合併後會加總，請先確認不是同一份合約登記了兩次。",
  "duplicates.join": "合併",
  "duplicates.keep-apart": "保持分開",
  "duplicates.undo": "復原",
  "duplicates.joined": "{named, select, yes {由 {who} 合併。} other {已合併。}}",
  "duplicates.joined.by-itself": "已自動合併，因為確定是同一位客戶。",
  "duplicates.apart":
    "{named, select, yes {由 {who} 決定保持分開，不會再詢問。} other {已保持分開，不會再詢問。}}",
  "duplicates.apart.by-itself": "已保持分開。",
  "duplicates.more": "還有 {more, number} 組待處理：先處理這些，再輸入 `/customer duplicates` 查看。",
  "duplicates.more-joined": "另有 {more, number} 組已自動合併。",
  "duplicates.what-a-join-is": "合併後，兩者在所有清單和數字中算作一位客戶。復原會完全回到原狀。",
  "duplicates.closed":
    "這兩位客戶無法合併：截至 {through}的帳已結，其中算作兩位客戶，已結帳的數字不再變動。沒有任何變更。",
  "duplicates.closed-undo":
    "這兩位客戶無法分開：截至 {through}的帳已結，其中算作一位客戶，已結帳的數字不再變動。沒有任何變更。",
  "duplicates.points":
    "這兩位客戶無法合併：其中一位的點數曾兌換或人工調整，另一位也有這類點數或已結帳的資料。點數留在原本記入的客戶。沒有任何變更。",
  "duplicates.gone": "其中一位已不在客戶檔案中。",
  "duplicates.sign.mapped-id": "一個系統中記錄的另一方編號（{first}）",
  "duplicates.sign.tax-id": "{how, select, agrees {稅務編號 {first}} other {稅務編號（{first}、{second}）}}",
  "duplicates.sign.domain": "{how, select, agrees {網站 {first}} other {網站（{first}、{second}）}}",
  "duplicates.sign.email": "電子郵件地址",
  "duplicates.sign.email-domain": "電子郵件網域 {first}",
  "duplicates.sign.external-id": "客戶編號 {first}",
  "duplicates.sign.country": "{how, select, agrees {國家 {first}} other {國家（{first}、{second}）}}",
  "duplicates.sign.town": "{how, select, agrees {城市 {first}} other {城市（{first}、{second}）}}",
  "duplicates.sign.place": "名稱中的地點（{first}、{second}）",
  "duplicates.sign.trade": "名稱中的行業（{first}、{second}）",
  "duplicates.sign.number": "名稱中的數字（{first}、{second}）",
  "duplicates.sign.form": "公司型態（{first}、{second}）",
  "duplicates.sign.name": "名稱",
};
