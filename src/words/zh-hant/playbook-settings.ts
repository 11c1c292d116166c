import type { playbookSettings as english } from "../en/playbook-settings.ts";
import type { Translation } from "../translation.ts";

/** How playbooks are set: the list, the form, and what is wrong in it. */
export const playbookSettings: Translation<typeof english> = {
  "playbook.anniversary.forDays": "自當日起提醒的天數",
  "playbook.ask-referral.withinDays": "距回覆最多",
  "playbook.break-silence.gapPercent": "未購買時間超過平常間隔的",
  "playbook.break-silence.leastDays": "未購買至少",
  "playbook.break-silence.leastPurchaseDays": "有購買的天數至少",
  "playbook.close-the-loop.withinDays": "距回覆最多",
  "playbook.confirm-fix.withinDays": "距工單解決最多",
  "playbook.congratulate.daysBefore": "生日前幾天開始提醒",
  "playbook.congratulate.daysAfter": "生日後最多幾天提醒",
  "playbook.follow-up-delivery.notBeforeDays": "距到貨至少",
  "playbook.follow-up-delivery.withinDays": "距到貨最多",
  "playbook.monthly-contact.everyDays": "未聯絡至少",
  "playbook.reply-to-ticket.afterDays": "未回覆至少",
  "playbook.risk-jump.leastPoints": "一週內風險上升至少",
  "playbook.settle-payment.withinDays": "兩次付款失敗相隔不超過",
  "playbook.thank.withinDays": "距購買最多",
  "playbook.tier-in-reach.usualOrderPercent": "距升等差額最多為平常訂單的",
  "playbook.usage-drop.leastDropPercent": "28 天內使用量下降至少",
  "playbook.vip-cooling.leastPoints": "一週內風險上升至少",
  "playbook.vip-cooling.quietDays": "未聯絡至少",
  "playbook.welcome.notBeforeDays": "距首次購買至少",
  "playbook.welcome.withinDays": "距首次購買最多",

  "playbook-settings.mode.on": "開啟",
  "playbook-settings.mode.dry-run": "試跑",
  "playbook-settings.mode.off": "關閉",
  "playbook-settings.mode.on.means": "開啟：顯示在卡片與提醒中",
  "playbook-settings.mode.dry-run.means": "試跑：計算並計數，但不通知任何人",
  "playbook-settings.mode.off.means": "關閉：完全不計算",
  "playbook-settings.unit.days": "天",
  "playbook-settings.unit.percent": "%",
  "playbook-settings.unit.points": "百分點",
  "playbook-settings.unit.count": "數量",
  "playbook-settings.value.days": "{value, number} 天",
  "playbook-settings.value.percent": "{value, number}%",
  "playbook-settings.value.points": "{value, number} 個百分點",
  "playbook-settings.value.count": "{value, number}",

  "playbook-settings.title": "方案設定",
  "playbook-settings.text": "方案設定：{on, number} 個開啟，{dryRun, number} 個試跑，{off, number} 個關閉。",
  "playbook-settings.name": "*{name}* · {mode}",
  "playbook-settings.number": "{label}：{value}",
  "playbook-settings.threshold":
    "*風險提醒從 {percent, number}% 開始*\n適用於所有由風險或久未往來觸發的方案。客戶正在等待的事與已知日期，不論風險高低都會提醒。",
  "playbook-settings.threshold.name": "開始提醒的風險",
  "playbook-settings.threshold.form-title": "提醒的風險門檻",
  "playbook-settings.threshold.form-number": "從此風險開始提醒（%）",
  "playbook-settings.threshold.means":
    "適用於所有由風險或久未往來觸發的方案：影響提醒、 `why-silent` 、提醒成效，以及客戶流失時誰算是「被評為低風險」。卡片與清單不變。",
  "playbook-settings.threshold.preview": "試算結果",
  "playbook-settings.threshold.preview-means":
    "按鈕會以上方的風險計算上一季的提醒數。儲存之前不會有任何變更。",
  "playbook-settings.threshold.unreadable":
    "請在上方輸入 {least, number} 到 {most, number} 的整數，再按一次按鈕。",
  "playbook-settings.threshold.only-number": "提醒門檻只有一個數值：沒有模式、分鐘數或贈禮。",
  "playbook-settings.minutes": "每次聯絡 {minutes, number} 分鐘",
  "playbook-settings.gift": "贈禮 {gift}",
  "playbook-settings.applied":
    "{days, number} 天內適用於{customers, plural, =0 { 0 位客戶} other { # 位客戶}}{told, plural, =0 {} other {，其中 # 位已通知}}{dryRun, plural, =0 {} other {；# 位因試跑而未通知}}。",
  "playbook-settings.set": "由 {who} 儲存，{day}",
  "playbook-settings.today": "今天",
  "playbook-settings.by-command-line": "命令列",
  "playbook-settings.by-somebody": "某位已無法辨識的成員",
  "playbook-settings.misfit":
    ":warning: 「{number}」曾設為 {kept}，已不在 {least, number} 到 {most, number} 之間：改用 {value}。",
  "playbook-settings.misfit.not-a-number": "非數字",
  "playbook-settings.misfit.gone": ":warning: 曾設定「{number}」，但此方案已沒有這個數值。",
  "playbook-settings.change": "變更",
  "playbook-settings.unknown": ":warning: 曾經設定，但此版本無法辨識，因此無效：{playbooks}",
  "playbook-settings.how":
    "計數對象：曾考慮提醒或開啟過卡片的客戶，每個方案各計一次。變更從下一張卡片與隔天早上的提醒開始生效；已發出的提醒不變。",
  "playbook-settings.more": "另有 {n, number} 個方案無法在此列出：維護 Mainstay 的人員可查看並設定全部。",

  "playbook-settings.saved": "已儲存 *{name}* 。",
  "playbook-settings.unchanged": "*{name}* 的設定原本就是如此。",
  "playbook-settings.gone": "此版本已無法辨識該方案。沒有任何變更。",
  "playbook-settings.meanwhile": "這段期間有人變更了 *{name}* ，因此您的變更沒有儲存。以下是目前的設定。",
  "playbook-settings.meanwhile.form":
    "表單開啟期間，{who} 變更了這項設定。請記下您要的內容，關閉表單後再按「變更」：會顯示目前的設定。",

  "playbook-settings.form.title": "設定方案",
  "playbook-settings.form.submit": "儲存",
  "playbook-settings.form.mode": "模式",
  "playbook-settings.form.number": "{label}（{unit}）",
  "playbook-settings.form.range": "{least, number} 到 {most, number}；留空則為 {value, number}",
  "playbook-settings.form.minutes": "每次聯絡所需時間（分鐘）",
  "playbook-settings.form.gift": "每次聯絡的贈禮（金額）",
  "playbook-settings.form.gift-hint": "留空則無。計入聯絡成本。",
  "playbook-settings.form.currency": "贈禮的幣別",
  "playbook-settings.form.preview": "試算適用對象",
  "playbook-settings.form.preview-mode": "試算依上方數值，不論模式為何。",
  "playbook-settings.form.preview-wrong": "無法試算：{problem}",

  "playbook-settings.preview":
    "依這些數值，適用於目前的 {wanted, number} 位客戶；依現有設定為 {now, number} 位。",
  "playbook-settings.preview.sample": "從全部 {inAll, number} 位客戶中隨機抽取 {looked, number} 位計算。",
  "playbook-settings.preview.none": "還沒有客戶可計算：請先匯入。",
  "playbook-settings.preview.means": "是否提醒還取決於風險、名額、上次聯絡，以及其他適用的方案。",

  "playbook-settings.out-of-range":
    "「{typed}」不符合：請輸入 {least, number} 到 {most, number} 的整數{unit, select, days {（天）} percent {（百分比）} points {（百分點）} other {}}。",
  "playbook-settings.bad-mode": "沒有「{typed}」這個模式。可用的有：{modes}。",
  "playbook-settings.unknown-number": "沒有「{typed}」這個數值。可用的有：{names}。",
  "playbook-settings.no-numbers": "沒有「{typed}」這個數值：此方案沒有可設定的數值。",
  "playbook-settings.bad-currency": "「{typed}」不是幣別：請輸入三個字母的代碼，例如 EUR。",
  "playbook-settings.negative-gift": "贈禮必有花費：請輸入大於零的金額，或留空。",
};
