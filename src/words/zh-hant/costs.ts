import type { costs as english } from "../en/costs.ts";
import type { Translation } from "../translation.ts";

/** What keeping customers costs. Written for whoever records a cost or reads a report of them. */
export const costs: Translation<typeof english> = {
  "amount.ambiguous": "「{typed}」可以是 {whole} 或 {decimal}。如果是前者，請寫成 {whole}.00。",
  "amount.ambiguous-fine": "「{typed}」可以是 {whole} 或 {decimal}。請寫成 {whole} 或 {decimal}0。",
  "amount.not-a-number": "「{typed}」不是數字。寫法如 1234.50。",
  "amount.not-plain": "「{typed}」不是單純的數字。請用數字和小數點，例如 1234.50。",
  "amount.other-currency": "「{typed}」的幣別不是 {currency}。請更改幣別，或去掉幣別符號。",
  "amount.too-fine":
    "「{typed}」的小數位數太多：{currency} {decimals, plural, =0 {沒有小數} other {最多 # 位小數}}。",
  "amount.too-large": "「{typed}」超過單筆金額的上限 {most}。請檢查數字，或分成幾筆記錄。",

  "cost.division.alike": "÷ {parties, number} 位客戶",
  "cost.division.days": "{total, number} 個客戶日中的 {weight, number} 個",
  "cost.division.days-instead-of.minutes":
    "{total, number} 個客戶日中的 {weight, number} 個，因為沒有任何分鐘數",
  "cost.division.days-instead-of.orders":
    "{total, number} 個客戶日中的 {weight, number} 個，因為沒有任何訂單",
  "cost.division.days-instead-of.revenue":
    "{total, number} 個客戶日中的 {weight, number} 個，因為沒有任何營收",
  "cost.division.days-instead-of.tickets":
    "{total, number} 個客戶日中的 {weight, number} 個，因為沒有任何工單",
  "cost.division.days-instead-of.touches":
    "{total, number} 個客戶日中的 {weight, number} 個，因為沒有任何聯絡",
  "cost.division.heads": "{parties, number} 位指定客戶中的 {weight, number} 位，因為這些天沒有任何客戶",
  "cost.division.minutes": "{total, number} 分鐘中的 {weight, number} 分鐘",
  "cost.division.named": "÷ {parties, number} 位指定客戶，因為這些天沒有任何客戶",
  "cost.division.orders": "{total, number} 筆訂單中的 {weight, number} 筆",
  "cost.division.revenue": "營收 {total} 中的 {weight}",
  "cost.division.tickets": "{total, number} 張工單中的 {weight, number} 張",
  "cost.division.touches": "{total, number} 次聯絡中的 {weight, number} 次",

  "cost.form.button": "成本在表單中記錄。按下按鈕，或輸入 {command} 開啟。",
  "cost.form.choose-segment": "請選擇客群。",
  "cost.form.customer-gone": "這位客戶已不在檔案中。",
  "cost.form.customer-too-long": "客戶名稱太長。",
  "cost.form.did-you-mean": "是指 {name}（{externalId}）嗎？是的話，請輸入 {externalId}。",
  "cost.form.near": "沒有符合的客戶。相近的有 {customers}{more, plural, =0 {} other {，還有更多}}。",
  "cost.form.none-fits": "沒有符合的客戶。請輸入部分名稱、網域或編號。",
  "cost.form.several-fit":
    "有多位客戶符合：{customers}{more, plural, =0 {} other {，還有更多}}。請輸入其中一位的編號。",
  "cost.form.type-customer": "請輸入客戶的名稱、網域或編號。",

  "cost.missing-rate": "{day}沒有 {from} 對 {to} 的匯率。請聯絡維護 Mainstay 的人員新增。",
  "cost.note.orders-not-counted":
    "{amount} 的訂單未計入營收：訂單日期在有價格的合約期間內，可能已包含在合約中。",
  "cost.note.rate-missing.contact-time":
    "以 {from} 支付的聯絡時間未計入：{day}沒有 {from} 對 {to} 的匯率。請聯絡維護 Mainstay 的人員新增。",
  "cost.note.rate-missing.amount":
    "{amount} 的成本未計入：{day}沒有 {from} 對 {to} 的匯率。請聯絡維護 Mainstay 的人員新增。",
  "cost.note.rate-missing.costs":
    "以 {from} 計的成本未計入，扣除成本後的餘額也無法計算：{day}沒有 {from} 對 {to} 的匯率。請聯絡維護 Mainstay 的人員新增。",
  "cost.note.rate-missing.revenue":
    "營收以 {from} 計時，營收與獲利無法計算：{day}沒有 {from} 對 {to} 的匯率。請聯絡維護 Mainstay 的人員新增。",
  "cost.nothing-recorded": "還沒有成本紀錄。輸入 `/customer cost add` 記錄第一筆。",
  "cost.several-currencies":
    "成本的幣別有 {currencies}，報表只能用一種。輸入例如 `/customer costs in {first}` 來指定。",

  "cost.note.booked-corrections": "含已結帳日期的 {count, number} 筆成本更正：{amount}，計在入帳當天。",
  "cost.note.revenue-adjustments": "含已結帳日期的營收調整 {amount}：合約或價格是事後才得知的。",
  "cost.note.unfinished": "數字截至 {day}：到 {until}的日子尚未到來。",
  "cost.note.for-nobody": "部分成本不屬於任何已知客戶（{costs}）。計入總計，但不計入任何客戶。",
  "cost.note.named": "{names}{more, plural, =0 {} other {，另有 # 項}}",
  "cost.note.no-comparison": "無法與前期比較：{why}",
  "cost.note.no-price":
    "{touches, number} 次聯絡共 {minutes, number} 分鐘沒有計價，因為沒有為聯絡的人設定每小時成本。",
  "cost.note.not-in-file": "不在客戶檔案中，因此由共同分攤的其他客戶負擔：{targets}。",
  "cost.note.nothing-to-share-by.equal": "{costs} 的期間內沒有任何客戶：改為平均分攤。",
  "cost.note.nothing-to-share-by.minutes": "沒有任何分鐘數可用來分攤 {costs}：改為依天數平均分攤。",
  "cost.note.nothing-to-share-by.orders": "沒有任何訂單可用來分攤 {costs}：改為依天數平均分攤。",
  "cost.note.nothing-to-share-by.revenue": "沒有任何營收可用來分攤 {costs}：改為依天數平均分攤。",
  "cost.note.nothing-to-share-by.tickets": "沒有任何工單可用來分攤 {costs}：改為依天數平均分攤。",
  "cost.note.nothing-to-share-by.touches": "沒有任何聯絡可用來分攤 {costs}：改為依天數平均分攤。",

  "cost.problem.category": "沒有「{typed}」這個類別。可用的有 {choices}。",
  "cost.problem.category-missing": "請填寫類別，可用的有 {choices}。",
  "cost.problem.currency": "「{typed}」不是 EUR、USD 之類的幣別代碼。",
  "cost.problem.currency-missing": "請填寫幣別，例如 EUR 或 USD。",
  "cost.problem.day": "「{typed}」不是 {first}至 {last}之間的日期。寫法如 2026-03-31。",
  "cost.problem.driver": "成本無法依「{typed}」分攤。可用的有 {choices}。",
  "cost.problem.driver-missing": "請填寫分攤依據，可用的有 {choices}。",
  "cost.problem.kind": "沒有「{typed}」這種成本。可用的有 {choices}。",
  "cost.problem.kind-missing": "請填寫成本種類，可用的有 {choices}。",
  "cost.problem.labour": "沒有「{typed}」這種人力成本。可用的有 {choices}。",
  "cost.problem.labour-missing": "請填寫人力成本的種類，可用的有 {choices}。",
  "cost.problem.not-above-zero": "成本必須大於零。要撤回已記錄的成本，請聯絡維護 Mainstay 的人員。",
  "cost.problem.not-yours": "您可以記錄直接花在自己客戶上的成本。其他成本請聯絡主管或營運人員。",
  "cost.problem.note-too-long": "備註超過 {limit, number} 個字。",
  "cost.problem.only-labour": "只有人力成本能細分為 {choices}。",
  "cost.problem.period": "最後一天 {to}早於第一天 {from}。",

  "cost.target.all-alone": "「all」代表所有人，只能單獨使用。請去掉它，或去掉其餘項目。",
  "cost.target.missing":
    "請填寫成本的對象：all、segment:NAME、customer:ID、ticket:REFERENCE、touch:ID 或 playbook:KEY；多個以 | 連接。",
  "cost.target.too-long": "最多 {limit, number} 個字。清單太長時，請改用客群。",
  "cost.target.unknown-form":
    "「{typed}」不是 all、segment:NAME、customer:ID、ticket:REFERENCE、touch:ID 或 playbook:KEY 的形式；多個以 | 連接。",

  "cost.unknown.customer": "檔案中沒有客戶「{name}」。請檢查編號；新客戶要先匯入。",
  "cost.unknown.playbook": "沒有應對方案「{name}」。現有：{playbooks}。",
  "cost.unknown.segment": "沒有客戶屬於客群「{name}」。請檢查寫法，或先匯入含有客群的客戶檔案。",
  "cost.unknown.ticket": "沒有工單「{name}」的紀錄。請檢查編號，或改填客戶。",
  "cost.unknown.touch": "沒有聯絡「{name}」的紀錄。請檢查編號，或改填客戶。",

  "ledger.a-correction": "分錄 {id} 本身就是更正分錄。請更正它所更改的分錄 {corrects}。",
  "ledger.below-zero": "分錄 {id} 為 {worth}，撤回 {taken} 會變成負數。最多撤回 {worth}。",
  "ledger.closed":
    "帳目已結至 {through}，而這筆成本從 {from}開始。請改為從 {next}或之後開始，或聯絡維護 Mainstay 的人員更正已記錄的內容。",
  "ledger.closed-before": "帳目先前已結至 {through}。",
  "ledger.hours-closed":
    "帳目已結至 {through}，期間的每小時成本不再變動。請從 {next}起設定。先前的分鐘數成本可記錄在未結帳的日期。",
  "ledger.in-force":
    "帳目已結至 {through}，而 {from}已有設定生效：以其計算的數字不再變動。請從 {next}起設定新的。",
  "ledger.no-change": "分錄 {id} 原本就是這個金額，沒有寫入任何內容。",
  "ledger.too-large": "分錄 {id} 將超過單筆金額的上限 {most}。請將其餘部分另外記錄為一筆成本。",
  "ledger.not-over": "{day}還沒有結束。請結帳至 {latest}或更早的日期。",

  "cost.period.not-begun": "這段期間從 {day}開始，尚未到來。請查詢到今天為止的日期。",
  "cost.period.month":
    "{year}年{month, select, 1 {1} 2 {2} 3 {3} 4 {4} 5 {5} 6 {6} 7 {7} 8 {8} 9 {9} 10 {10} 11 {11} 12 {12} other {{month}}}月",
  "cost.period.quarter": "{year}年第 {quarter} 季",
  "cost.period.so-far": "{period}（截至目前）",
  "cost.period.year": "{year}年",

  "costs.cannot-read":
    "無法理解 {typed}。例如輸入 `/customer costs` / `/customer costs quarter by owner` / `/customer costs 2026-09 by customer` 查看。期間寫 `month` / `quarter` / `year` 指最近一個完整期間，寫 `this month` 指進行中的期間，也可寫 `2026-Q3` 這類期間；分組寫 `by segment` / `category` / `owner` / `customer` / `channel` 其中一種；幣別寫 `in EUR` 這類形式。",

  "cost-report.acquisition": "獲取成本",
  "cost-report.all": "總計",
  "cost-report.change.as-before": " · 與前期持平",
  "cost-report.change.less": " · 比前期減少 {percent, number, ::.0}%（{from}至 {to}為 {before}）",
  "cost-report.change.more": " · 比前期增加 {percent, number, ::.0}%（{from}至 {to}為 {before}）",
  "cost-report.change.none-before": " · 前期沒有成本",
  "cost-report.change.not-comparable": " · 變動無法計算（{from}至 {to}為 {before}）",
  "cost-report.chart":
    "{period}成本，依{dimension, select, segment {客群} category {類別} owner {負責人} customer {客戶} channel {管道} other {{dimension}}}",
  "cost-report.customers": "客戶",
  "cost-report.customers-moved":
    "期初 {atStart, number}、加入 {joined, number}、回流 {reactivated, number}、離開 {left, number}、期末 {atEnd, number}",
  "cost-report.dimension":
    "{dimension, select, segment {客群} category {類別} owner {負責人} customer {客戶} channel {管道} other {{dimension}}}",
  "cost-report.direct": "直接",
  "cost-report.foot.customers":
    "服務客戶：{from}至 {to}任一天是客戶者。留存客戶：期初是客戶、期末仍是客戶者。客戶是指合約仍有效者；沒有合約時，指之前 {window, number} 天內有購買者。",
  "cost-report.foot.no-activity": "日期依 {timeZone}。成本截至 {readAt}；尚無客戶往來的紀錄。",
  "cost-report.foot.profitability": "獲利 = 營收 − 新加入客戶的獲取成本 − 此成本。",
  "cost-report.foot.read": "日期依 {timeZone}。成本截至 {readAt}，客戶往來截至 {dataUpTo}。",
  "cost-report.foot.rows-left-out": "另有 {rows, number} 列未顯示：按 *下載檔案* 可取得全部。",
  "cost-report.indirect": "間接",
  "cost-report.more-notes": "另有 {more, number} 則說明。維護 Mainstay 的人員可提供全部內容。",
  "cost-report.nobody-at-start": "無法計算：期初沒有客戶",
  "cost-report.nobody-retained": "無法計算：沒有留存客戶",
  "cost-report.nobody-served": "無法計算：沒有客戶",
  "cost-report.not-known": "無資料",
  "cost-report.nothing-notification": "{title}：沒有紀錄",
  "cost-report.nothing-recorded":
    "{period}沒有成本紀錄。輸入 `/customer cost add` 新增，或聯絡維護 Mainstay 的人員匯入成本檔案。",
  "cost-report.notification": "{title}：{total}{change}",
  "cost-report.notification.most": "；最多的是 {label}：{amount}",
  "cost-report.per-customer": "{each} = {total} ÷ {customers, number}",
  "cost-report.per-retained": "每位留存客戶",
  "cost-report.per-served": "每位服務客戶",
  "cost-report.profitability": "獲利",
  "cost-report.retention": "客戶留存率",
  "cost-report.retention-rate": "{percent, number, ::.0}% = {retained, number} ÷ {atStart, number}",
  "cost-report.revenue": "營收",
  "cost-report.row.for-nobody": "不屬於已知客戶",
  "cost-report.row.no-channel": "無管道",
  "cost-report.row.no-owner": "無負責人",
  "cost-report.row.no-segment": "無客群",
  "cost-report.table":
    "依成本排列的{dimension, select, segment {客群} category {類別} owner {負責人} customer {客戶} channel {管道} other {{dimension}}}，{currency}，{from}至 {to}",
  "cost-report.title":
    "{period}客戶維繫成本，依{dimension, select, segment {客群} category {類別} owner {負責人} customer {客戶} channel {管道} other {{dimension}}}",
  "cost-report.total": "總計 *{total}*{change} · 直接 {direct} · 間接 {indirect}",
  "cost-report.worth-knowing": "注意事項",

  "cost.category.activities": "活動（拜訪、聚會）",
  "cost.category.goods": "贈送商品",
  "cost.category.labour": "人力",
  "cost.category.marketing": "行銷",
  "cost.category.tools": "工具",
  "cost.labour.benefits": "福利",
  "cost.labour.bonus": "獎金",
  "cost.labour.pay": "薪資",
  "cost.labour.training": "培訓",

  "cost-form.amount": "金額",
  "cost-form.cancel": "取消",
  "cost-form.category": "花在什麼地方？",
  "cost-form.currency": "幣別",
  "cost-form.customer": "哪位客戶",
  "cost-form.customer-hint": "名稱、網域或編號，與 /customer 相同。",
  "cost-form.driver": "分攤方式",
  "cost-form.driver-hint": "有多位客戶時才適用。",
  "cost-form.driver.equal": "平均分攤",
  "cost-form.driver.minutes": "依花費分鐘數",
  "cost-form.driver.orders": "依訂單數",
  "cost-form.driver.revenue": "依營收",
  "cost-form.driver.tickets": "依工單數",
  "cost-form.driver.touches": "依聯絡次數",
  "cost-form.from": "第一天",
  "cost-form.intro": "維繫客戶花了多少？成本計入第一天至最後一天，並由對象客戶分攤。",
  "cost-form.intro-own":
    "您直接花在自己客戶上的費用是多少？成本計入第一天至最後一天。其他成本由主管和營運人員記錄。",
  "cost-form.kind": "種類",
  "cost-form.kind.direct": "直接 – 花在特定對象上",
  "cost-form.kind.indirect": "間接 – 同時花在許多客戶上",
  "cost-form.labour": "人力成本的種類",
  "cost-form.list": "哪份清單",
  "cost-form.list-hint": "customer:ID、segment:NAME、ticket:REFERENCE、touch:ID 或 playbook:KEY，以 | 連接",
  "cost-form.note": "備註",
  "cost-form.scope": "用於誰？",
  "cost-form.scope.all": "所有客戶",
  "cost-form.scope.customer": "一位客戶",
  "cost-form.scope.list": "一份清單",
  "cost-form.scope.segment": "一個客群",
  "cost-form.segment": "哪個客群",
  "cost-form.submit": "記錄",
  "cost-form.title": "記錄成本",
  "cost-form.to": "最後一天",

  "cost-recorded.all-for": "全部計入 {target} 的成本{days, plural, =1 {} other {，逐日計算，共 # 天}}。",
  "cost-recorded.days": "{from}至 {to}",
  "cost-recorded.correct": "更正金額",
  "cost-recorded.entry": "分錄 {id}。如果有誤，可更正金額，或撤回後重新記錄；所有更動都會保留紀錄。",
  "cost-recorded.for.all": "所有客戶",
  "cost-recorded.for.customer": "客戶 *{name}*",
  "cost-recorded.for.named-customer": "*{name}* （{id}）",
  "cost-recorded.for.playbook": "應對方案 *{name}* 的客戶",
  "cost-recorded.for.segment": "客群 *{name}* 的客戶",
  "cost-recorded.for.ticket": "工單 *{name}* 的客戶",
  "cost-recorded.for.touch": "聯絡 *{name}* 的客戶",
  "cost-recorded.undo": "撤回",
  "cost-corrected.changed":
    "分錄 {id} 現在計為 *{now}* （原為 {before}），更正分錄 {corrections, number} 筆：{correction}。",
  "cost-corrected.closed": "帳目已結至 {through}，不再變動：這次更正在其中造成的差額計入 {next}，作為調整。",
  "cost-corrected.gone": "沒有這筆成本的紀錄。",
  "cost-corrected.not-yours": "這筆成本由別人記錄，或其日期已結帳。請聯絡主管或營運人員更正。",
  "cost-corrected.taken-back":
    "已撤回：分錄 {id} 的 {before} 不再計入，更正分錄 {corrections, number} 筆：{correction}。",
  "cost-correct-form.amount": "正確金額（{currency}）",
  "cost-correct-form.below-zero": "請輸入正確的金額，零或以上。",
  "cost-correct-form.intro": "{recorded}目前計為 {now}。這裡只能更正金額；其他內容請撤回後重新記錄。",
  "cost-correct-form.note": "原因",
  "cost-correct-form.submit": "更正",
  "cost-correct-form.title": "更正成本",
  "cost-recorded.nothing": "沒有記錄任何成本。",
  "cost-recorded.recorded":
    "已記錄 *{amount}* {category, select, labour {人力} tools {工具} activities {活動} marketing {行銷} goods {贈送商品} other {{category}}}{labour, select, none {} pay {（薪資）} bonus {（獎金）} benefits {（福利）} training {（培訓）} other {（{labour}）}}，{kind, select, direct {直接} indirect {間接} other {{kind}}}，{days}。{sharing}",
  "cost-recorded.shared.equal": "由 {targets} 平均分攤{days, plural, =1 {} other {，逐日計算，共 # 天}}。",
  "cost-recorded.shared.minutes":
    "由 {targets} 依花費分鐘數分攤{days, plural, =1 {} other {，逐日計算，共 # 天}}。",
  "cost-recorded.shared.orders":
    "由 {targets} 依訂單數分攤{days, plural, =1 {} other {，逐日計算，共 # 天}}。",
  "cost-recorded.shared.revenue":
    "由 {targets} 依營收分攤{days, plural, =1 {} other {，逐日計算，共 # 天}}。",
  "cost-recorded.shared.tickets":
    "由 {targets} 依工單數分攤{days, plural, =1 {} other {，逐日計算，共 # 天}}。",
  "cost-recorded.shared.touches":
    "由 {targets} 依聯絡次數分攤{days, plural, =1 {} other {，逐日計算，共 # 天}}。",
};
