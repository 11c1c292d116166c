import type { uplift as english } from "../en/uplift.ts";
import type { Translation } from "../translation.ts";

/** What nudges brought and cost, against customers held out by a draw. */
export const uplift: Translation<typeof english> = {
  "uplift.count": "{count, number}",
  "uplift.field.sent": "已發出",
  "uplift.field.acted-on": "已處理",
  "uplift.acted-on": "{acted, number}（{percent, number}%）",
  "uplift.field.staying": "因此留下",
  "uplift.field.saved": "保住的毛利",
  "uplift.field.cost": "成本",
  "uplift.field.returned": "報酬率",

  "uplift.staying.said":
    "{effect, number, ::sign-always .0} 個百分點（{low, number, ::sign-always .0} 至 {high, number, ::sign-always .0}）",
  "uplift.staying.between":
    "尚無定論：{low, number, ::sign-always .0} 至 {high, number, ::sign-always .0} 個百分點",
  "uplift.saved.said": "{gain}（{low} 至 {high}）",
  "uplift.saved.between": "尚無定論：{low} 至 {high}",
  "uplift.not-said": "尚無定論",
  "uplift.cost": "{total}",
  "uplift.cost.parts": "{total}：時間 {time}，贈禮 {gifts}",
  "uplift.cost.none": "尚無紀錄",
  "uplift.cost.unknown": "未知",
  "uplift.returned.said":
    "{percent, number, ::sign-always}%（{low, number, ::sign-always} 至 {high, number, ::sign-always}%）",
  "uplift.returned.not-yet": "尚無定論",

  "uplift.unsaid": "*尚無法斷言的事*\n{lines}",
  "uplift.unsaid.line": "• {what}",
  "uplift.unsaid.staying.nobody-held-out":
    "提醒能否留住客戶：該提醒的客戶全都有提醒，沒有對照組可比較。對照組的比例由維護 Mainstay 的人員設定。",
  "uplift.unsaid.staying.too-few":
    "提醒能否留住客戶：目前知道 {known, number} 位客戶是否留下，對照組有 {heldOut, number} 位；兩組各需要 {least, number} 位已知。",
  "uplift.unsaid.staying.both-signs": "提醒能否留住客戶：{known, number} 位客戶的結果，有害與有益都說得通。",
  "uplift.unsaid.staying.arms-not-as-drawn":
    "所有提醒合計的任何結論：{all, number} 位客戶中有 {heldOut, number} 位在對照組，與抽籤不符。可能有什麼影響了比較，例如季中改變了比例。請洽維護 Mainstay 的人員。",
  "uplift.unsaid.returned.nobody-held-out": "提醒是否划算：需要有對照組。",
  "uplift.unsaid.returned.arms-not-as-drawn": "提醒是否划算：理由同上。",
  "uplift.unsaid.returned.no-rate": "提醒是否划算：{problem}",
  "uplift.unsaid.returned.too-few":
    "提醒是否划算：兩組各需要 {least, number} 位客戶的 {days, number} 天毛利已知。",
  "uplift.unsaid.returned.unpriced-time":
    "提醒是否划算：{contacts, number} 次聯絡的聯絡者沒有每小時成本，因此成本偏低。請管理帳本的人員填寫。",
  "uplift.unsaid.returned.no-cost": "提醒是否划算：結果已知的客戶沒有成本紀錄。",
  "uplift.unsaid.returned.both-signs": "提醒是否划算：以帶來的毛利看，虧損與獲利都有可能。",
  "uplift.unsaid.without-margin":
    "{customers, number} 位客戶帶來多少：檔案與設定都沒有毛利。未計入，而不是當作零。",
  "uplift.unsaid.unpriced": "{contacts, number} 次聯絡的成本：聯絡者沒有每小時成本。",
  "uplift.unsaid.cost-no-rate": "全部成本：{problem}",
  "uplift.unsaid.playbooks-bent": "關於 {playbooks} 的任何結論：對照組人數與抽籤不符。",

  "uplift.foreseen":
    "{basis, select, everybody {若有負責人的 {customers, number} 位客戶全都需要提醒} other {若與上一季一樣有 {customers, number} 位客戶需要提醒}}，{quarter}對全都適用的方案可看出 {playbook, number, ::.#} 個百分點以上的效果{together, select, none {；所有提醒合計則對照組太少} other {，所有提醒合計可看出 {together} 個百分點}}。",
  "uplift.foreseen.points": "{points, number, ::.#}",
  "uplift.foreseen.nothing":
    "{basis, select, everybody {即使有負責人的 {customers, number} 位客戶全都需要提醒} other {若與上一季一樣有 {customers, number} 位客戶需要提醒}}，{quarter}也看不出任何效果：對照組會太少。",
  "uplift.foreseen.suggest":
    "多數提醒的效果比這更小。若每個方案保留 {percent, number}% 為對照組，可看出 {worth, number} 個百分點以內的效果：請洽維護 Mainstay 的人員。",

  "uplift.playbook.counts":
    "發出 {sent, number} · 已處理 {acted, number} · 沒有幫助 {notUseful, number} · 對照組 {heldOut, number}",
  "uplift.playbook.right": "{judged, number} 則已判定，{right, number} 則正確（{percent, number}%）",
  "uplift.playbook.right.few": "目前 {judged, number} 則已判定，{right, number} 則正確",
  "uplift.playbook.right.none": "尚無判定",
  "uplift.playbook.helps":
    "有幫助：留存 {effect, number, ::sign-always .0} 個百分點（{low, number, ::sign-always .0} 至 {high, number, ::sign-always .0}）",
  "uplift.playbook.harms":
    "有害：{effect, number, ::sign-always .0} 個百分點（{low, number, ::sign-always .0} 至 {high, number, ::sign-always .0}）。可考慮關閉",
  "uplift.playbook.between":
    "留存尚無定論（{low, number, ::sign-always .0} 至 {high, number, ::sign-always .0} 個百分點）",
  "uplift.playbook.not-yet": "留存尚無定論：此人數可看出 {least, number, ::.#} 個百分點以上的效果",
  "uplift.playbook.nobody-held-out": "沒有對照組可比較",
  "uplift.playbook.bent": "無法判定：對照組 {heldOut, number} 位與抽籤不符",
  "uplift.playbook.cost": "成本 {total}",
  "uplift.playbook.cost.none": "沒有成本紀錄",
  "uplift.playbook.cost.unknown": "成本未知",
  "uplift.playbook.returned": "報酬率 {returned}",
  "uplift.playbook.returned.not-yet": "報酬率尚無定論",
  "uplift.advice.raise":
    "正確的不到一半。若門檻為 {percent, number}%，會有 {sent, number} 則，{judged, number} 則已判定中 {right, number} 則正確： `/customer threshold {percent, number}%` 可試算。",
  "uplift.advice.own-numbers":
    "正確的不到一半，而且調整風險門檻也無濟於事：請提高方案本身的數值（天數、百分點、金額），或關閉方案。",
  "uplift.more": "另有 {more, number} 個提醒較少的方案。",
  "uplift.how":
    "留存：{days, number} 天後有再購買或合約仍有效。毛利：這些天的毛利。兩者都是與抽籤的對照組之差；區間為 95%，不論查看幾次皆有效。正確：有人處理，或客戶在 {days, number} 天內流失；錯誤：沒有幫助，或無人處理而客戶留下；已經處理過的不判定。",
  "uplift.foot":
    "方案的數值與開關： `/customer playbooks settings` 。改用其他門檻： `/customer threshold 60%` 。",
  "uplift.button.before": "上一季",
  "uplift.text.playbook": "{name}：{counts}，{right}",

  "threshold.title": "若門檻為 {percent, number}%，{quarter}會是",
  "threshold.together": "*合計：* {change}",
  "threshold.playbook": "*{name}：* {change}",
  "threshold.change":
    "{was, number} 則提醒中的 {sent, number} 則，{judged, number} 則已判定，{right, number} 則正確（原為 {wasJudged, number} 則中的 {wasRight, number} 則）",
  "threshold.none-left":
    "{was, number} 則提醒都不會發出（已判定的 {wasJudged, number} 則中 {wasRight, number} 則正確）",
  "threshold.how":
    "沒有任何變更。正確：有人處理，或客戶在 {days, number} 天內流失。由此遞補的客戶不在計算之列。",
  "threshold.set": "可用 `/customer playbooks settings` 設定。",
  "threshold.below-now":
    "目前從 {now, number}% 開始提醒，因此 {percent, number}% 的客戶沒有收到提醒，結果未知。請改問 {now, number}% 以上。",
  "threshold.no-nudges": "{first}與 {second}都沒有提醒：尚無可試算。",
  "threshold.unreadable": "請以百分比輸入開始提醒的風險，例如 `/customer threshold 60%` 。",
};
