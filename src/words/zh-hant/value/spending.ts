import type { spending as english } from "../../en/value/spending.ts";
import type { Translation } from "../../translation.ts";

/** Where to spend, where to save, and what moving money would bring. */
export const spending: Translation<typeof english> = {
  "spending.save": "12 個月成本 {cost}，帶來營收 {revenue}，不太可能流失（風險 {risk, number}%）。{cap}",
  "spending.cap": "此層級的維護成本最多應為 {cap}，即毛利的 {percent, number}%。",
  "spending.margin-unknown": "毛利未知。",
  "spending.spend": "一季內風險上升 {points, number} 個百分點，達 {risk, number}%。{stake}",
  "spending.plan":
    "{tier, select, top {高價值層級} middle {中價值層級} rest {一般層級} other {未評價}}，風險 {risk, number}%。{stake}",
  "spending.stake": "可能損失：一年毛利中的 {amount}。",
  "spending.stake.none": "沒有毛利面臨風險。",
  "spending.stake.no-margin": "12 個月帶來營收 {revenue}；毛利未知。",
  "spending.stake.no-revenue": "12 個月帶來營收 {revenue}；未來能帶來多少未知。",

  "spending.where-to-spend": "該加強之處：高價值且風險上升",
  "spending.where-to-spend.nobody": "一季內沒有高價值客戶的風險大幅上升。",
  "spending.where-to-save": "可節省之處：高成本、低價值、低風險",
  "spending.where-to-save.nobody": "沒有低價值、低風險卻成本高的客戶。",
  "spending.keep-first": "優先留住：價值最高的排最前",
  "spending.more": "另有 {customers, number} 位",

  "spending.note.no-costs":
    "沒有成本分攤到任何客戶，因此尚無可節省之處。請先用 `/customer cost add` 記錄成本。",
  "spending.note.no-earlier-score": "{customers, number} 位客戶沒有一季前的評分：尚不知風險是否上升。",
  "spending.note.unscored": "{customers, number} 位客戶沒有評分，未列入任何清單。",

  "spending.segment.since": "期初不存在",

  "what-if.return":
    "{segment}：留住毛利 {margin} ÷ 成本 {cost} = 每花 1 得 {perUnit, number, ::.00}，{customers, number} 位客戶",
  "what-if.return.interval":
    "{segment}：留住毛利 {margin} ÷ 成本 {cost} = 每花 1 得 {perUnit, number, ::.00}（{low, number, ::.00} 至 {high, number, ::.00}），{customers, number} 位客戶",
  "what-if.return.no-costs": "{segment}：留住毛利 {margin}，沒有成本，{customers, number} 位客戶",
  "what-if.moved":
    "移動 {amount}：×（{to, number, ::.00} − {from, number, ::.00}）= {change}，最可能介於 {low} 與 {high} 之間（95% 區間，依客戶之間的差異）",
  "what-if.direction-unknown": "可能獲利也可能損失：資料無法判斷移動是否有幫助。",
  "what-if.association":
    "這是同時出現的情況，不是因果：數值為期間平均，多花未必同樣有效，獲得較多服務的客戶也可能本來就不同。",
  "what-if.not-enough-data": "資料還不夠：{because}。",
  "what-if.no-costs": "{segment} 在期間內沒有成本",
  "what-if.too-few": "{segment} 中有成本且毛利已知的客戶不到 {least} 位",
  "what-if.unknown-segment": "期間開始時，沒有客戶屬於客群「{asked}」（{rule}）。當時有：{known}。",

  "value.no-customers": "檔案中當時沒有客戶。請維護 Mainstay 的人員先匯入客戶或往來紀錄。",
  "value.not-begun": "期間尚未開始：從 {from}開始。請改問已到來的日子。",
  "value.missing-rates": "{problem}另外也缺少：{others}。",
};
