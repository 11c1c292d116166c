import type { risk as english } from "../en/risk.ts";
import type { Translation } from "../translation.ts";

/** How likely a customer is to leave, why, and what is said of the model behind it. For reps and managers. */
export const risk: Translation<typeof english> = {
  "risk.percent": "{percent, plural, =0 {低於 1%} =100 {高於 99%} other {#%}}",
  "risk.bare-percent": "{percent, plural, =0 {低於 1} =100 {高於 99} other {#}}",
  "risk.figure": "{figure}（{low}–{high}）",
  "risk.figure.spoken": "{figure}（{low} 至 {high}）",
  "risk.bracket": "{low}–{high}",

  "risk.scored": "*{figure}* 流失風險：{event}",
  "risk.scored-up":
    "*{figure}* 流失風險：{event}，自 {since}起上升 {points, number} 個百分點{model, select, changed {（由另一模型版本評分）} other {}}",
  "risk.scored-down":
    "*{figure}* 流失風險：{event}，自 {since}起下降 {points, number} 個百分點{model, select, changed {（由另一模型版本評分）} other {}}",
  "risk.trend":
    "{weeks, number} 週內 {before} → {after}{model, select, changed {（期間模型有更換）} other {}}",
  "risk.contract-ends": "合約在 {days, number} 天內終止",
  "risk.contract-ends-soon": "合約即將終止",
  "risk.no-purchase": "{days, number} 天內不再購買",
  "risk.no-purchase-soon": "近期不再購買",
  "risk.none": "*無風險值：* {because}",
  "risk.not-scored": "*尚未評分：* 這是上次評分之後新增的客戶",
  "risk.no-model": "*尚無風險值：* 還沒有訓練過模型；請維護 Mainstay 的人員進行訓練",
  "risk.ended": "*合約已終止* ，{day}",
  "risk.roughly": "約 {figure}",
  "risk.too-few-alike":
    "這個數值僅供參考：試算模型時，{customers, plural, =0 {沒有客戶的評分這麼高或這麼低} other {只有 # 位客戶的評分與此相近}}，太少而無法判斷是否正確。",
  "risk.stale": "這是舊的評分：夜間評分沒有執行。請勿依賴。",
  "risk.stopped": "自 {since}起沒有新資料：風險為當時的數值。",
  "risk.paused": "{since}之後直到 {back}沒有資料：部分變化可能來自這段中斷，而不是客戶本身。",
  "risk.serves.baseline": "來自簡單的基準模型：神經網路沒有勝過它。",
  "risk.serves.rule": "來自單一指標的規則：神經網路與基準模型都沒有勝過它。",
  "risk.basis.none": "尚無評分：第一次訓練之後就會有。",
  "risk.scoring-late":
    "昨晚的評分尚未完成。{risks, select, none {先前的評分太舊，不能依據，因此這裡不顯示風險。} other {這裡的風險較舊。}}",
  "risk.basis": "評分時間為 {scored}，針對之後的 {days, number} 天。",

  "why.title": "原因",
  "why.close": "關閉",
  "why.reasons": "*評分的依據（能用一句話說明的部分）*",
  "why.reasons.none": "這位客戶的評分依據無法用一句話說明。",
  "why.levers": "*怎樣可以降低風險*",
  "why.levers.none": "模型所知的做法都不會降低風險。",
  "why.levers.basis": "符合該情況的類似客戶，流失率就低這麼多：這是相關性，不能證明有效。",
  "why.meaning":
    "*{figure} 的意思*\n每 100 位與此相似的客戶中，預期約有 {inHundred, number} 位流失：{event}。這些原因是模型觀察到與流失同時出現的情況，未必是流失的成因。",
  "why.bracket":
    "括號內的區間（{bracket}）表示 10 次中有 8 次會落在其中，依模型各部分的分歧程度與未來流失水準的不確定性估計。",
  "why.no-signal":
    "*這代表什麼*\n流失是指{event}。歷史資料中沒有任何訊號能區分誰流失、誰留下，因此單一客戶的數值只會是編造的。 `/customer model` 說明試過哪些方法。",
  "why.model":
    "*模型*\n版本 {version}，{kind, select, network {神經網路} baseline {簡單的基準模型} rule {單一指標的規則} other {所有客戶同一數值}}，訓練於 {day}。",
  "why.checked": "以較晚期間、模型沒見過的 {customers, number} 位客戶檢驗：",
  "why.checked.pairs": "每 100 組中，有 {pairs, number} 組將流失者排在留下者之前。",
  "why.checked.tenth": "風險最高的十分之一，流失率是平均的 {times, number, ::.0} 倍。",
  "why.checked.off": "機率平均相差 {points, number, ::.0} 個百分點。",
  "why.data": "資料截至 {day}",
  "why.data-of": "「{source}」的資料截至 {day}",
  "why.no-data": "尚無任何往來",
  "why.scored": "{data} · {ago}評分",
  "why.moved.pending": "正在計算變動的原因……",
  "why.moved.untold": "無法說明變動的原因。{because}",
  "why.moved": "*變動的原因*\n自 {since}起：{sentence}。",

  "no-score.short-history":
    "歷史資料還不夠：{days, number} 天內{purchases, plural, =0 {沒有購買} other {購買 # 次}}",
  "no-score.no-signal":
    "這段歷史中未發現訊號：無從判斷誰會流失；{days, number} 天內，所有客戶中有{percent, plural, =0 {不到 1%} =100 {超過 99%} other {約 #%}}流失",
  "no-score.stale-source":
    "「{source}」自 {last}起沒有資料，平常{usual, plural, =1 {每天} other {至少每 # 天}}會送來",
  "no-score.unknown": "未知",

  "stopped.all": "自 {since}起沒有新資料：風險為當時的數值",
  "stopped.source": "「{source}」自 {since}起沒有新資料：其客戶的風險為當時的數值",
  "stopped.resumed": "「{source}」自 {since}起中斷，{back}恢復傳送：其客戶在中斷期間的風險變動不計入本週",

  "unexplained.not-yet": "原因尚未計算出來。",
  "unexplained.data-changed": "無法說明原因：評分之前的資料在評分後才送達或有變動。下次評分時就會知道。",
  "unexplained.no-customer-then": "無法說明原因：依今天的資料，評分當時對方還不是客戶。",
  "unexplained.model-unreadable": "無法說明原因：產生此評分的模型版本已無法讀取。",

  "movement.told": "{total}：時間推移 {time}，{data}",
  "movement.told-with-model": "{total}：時間推移 {time}，{data}，新模型 {model}",
  "movement.points": "{signed} {points, plural, other {個百分點}}",
  "movement.no-change": "沒有變動",
  "movement.new-data": "新資料 {signed}",
  "movement.new-data-of": "新資料 {signed}（{events}）",
  "movement.nothing-new": "沒有新紀錄",
  "movement.corrections": "評分之前的資料在評分後才送達或有變動；這部分差異計為新資料。",
  "movement.no-customer-then": "依今天的資料，評分當時對方還不是客戶。",

  "movement.busy": "模型忙碌中；請過幾分鐘再打開。",
  "movement.failed": "計算失敗。",

  "news.contract-began": "合約開始",
  "news.tickets-opened": "新增 {n, number} 張工單",
  "news.tickets-solved": "解決 {n, number} 張工單",
  "news.feedback": "{n, number} 份問卷回覆",
  "news.contacts": "{n, number} 次聯絡",
  "news.purchases": "{n, number} 次購買",
  "news.refunds": "{n, number} 次退款",
  "news.deliveries": "{n, number} 次到貨",
  "news.usage-days": "{n, number} 天有使用",
  "news.two": "{first}、{second}",
  "news.three": "{first}、{second}、{third}",
  "news.three-and-more": "{first}、{second}、{third}等",

  "lever.contact": "本週聯絡一次",
  "lever.contact.second": "本週聯絡一次",
  "lever.solve-ticket": "解決一張未解決的工單",
  "lever.solve-ticket.second": "解決一張未解決的工單",
  "lever.follow-up-delivery": "追蹤送貨直到送達",
  "lever.follow-up-delivery.second": "追蹤送貨直到送達",
  "lever.pair": "{first}，並{second}",
  "lever.line": "{lever}：{before} → {after}",
};
