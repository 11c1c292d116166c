import type { home as english } from "../en/home.ts";
import type { Translation } from "../translation.ts";

/** Home: what waits for its reader, their settings, and how the bot is doing. */
export const home: Translation<typeof english> = {
  "home.day": "我的一天",
  "home.explain.what":
    "*歡迎。* 我讀取客戶的購買、使用情況與意見，找出誰可能流失、原因何在，以及怎麼做會有幫助。",
  "home.explain.how": "每個工作日我會告訴負責人該聯絡哪些客戶。您回報結果，我從中學習哪些做法有效。",
  "home.explain.first":
    "{first, select, import {第一步：匯入客戶檔案，或請維護 Mainstay 的人員匯入。} steer {第一步：查看下方的高風險客戶，並確認每位都有負責人。} other {第一步：回應下方等待處理的項目，或輸入 `/customer` 加上名稱。}}",
  "home.explain.done": "知道了",

  "home.fresh": "風險評分於{ago}完成（{scored}）。",
  "home.fresh.old":
    "*上次風險評分於{ago}完成（{scored}）：之後發生的事都不在其中。* 請向維護 Mainstay 的人員詢問原因。",
  "home.fresh.never": "還沒有客戶完成評分，因此不顯示風險。",

  "home.unread":
    "*無法讀取{part, select, at_risk {高風險客戶} nudges {您的提醒} due {待跟進的客戶} week {您的一週} ahead {接下來的事} answers {負面評價} mentions {公開投訴} freshness {風險評分的時間} totals {合計} owners {需要新負責人的客戶} undelivered {未送達的訊息} accounts {您負責的客戶} settings {您的設定} snoozes {您暫停提醒的客戶} health {健康狀況} sources {資料來源} jobs {工作} model {模型版本} imports {匯入} other {這個部分}}。* 請稍後重新開啟首頁。如果仍然如此，請將參考編號 {reference} 告訴維護 Mainstay 的人員。",

  "home.nudges": "等待您回應的提醒（{nudges, number}）",
  "home.owns-nobody": "您沒有負責的客戶，因此沒有等待您的提醒。",
  "home.due": "待跟進的客戶（{customers, number}）",
  "home.due.none": "沒有待跟進的客戶。",
  "home.due.today": "今天到期",
  "home.due.since": "{day} 起待跟進",
  "home.due.back": "暫停提醒今天結束",
  "home.due.snooze-ends": "暫停提醒今天結束。客戶卡片會說明目前狀況。",
  "home.due.looked-at":
    "只查看您 {owned, number} 位客戶中風險最高的 {lookedAt, number} 位。其他客戶需要跟進時，我會提醒您。",
  "home.answers": "尚未跟進的負面評價（{answers, number}）",
  "home.answers.none": "所有負面評價都已跟進。",
  "home.mentions": "公開投訴（{mentions, number}）",
  "home.show-all": "顯示全部",
  "home.previous": "上一頁（第 {page, number} 頁，共 {pages, number} 頁）",
  "home.next": "下一頁（第 {page, number} 頁，共 {pages, number} 頁）",

  "home.week": "我的一週",
  "home.week.team": "團隊的一週",
  "home.week.behind": "過去 {days, number} 天",
  "home.week.told":
    "提醒：送出 {told, number} 則，已回應 {answered, number} 則，未回應 {open, number} 則。聯絡：{touches, number} 次。",
  "home.week.risen": "風險上升（{customers, number}）：{names}{more, plural, =0 {} other { 及另外 # 位}}",
  "home.week.fallen": "風險下降（{customers, number}）：{names}{more, plural, =0 {} other { 及另外 # 位}}",
  "home.week.nobody-moved": "沒有客戶的風險變動達 10 個百分點。",
  "home.week.bought":
    "{days, number} 天前為高風險、之後有購買（{customers, number}）：{names}{more, plural, =0 {} other { 及另外 # 位}}",
  "home.week.revenue": "我的客戶淨營收：{amounts}",
  "home.week.no-revenue": "我的客戶沒有營收。",
  "home.week.movers": "風險變動",
  "home.week.ahead": "未來 {days, number} 天",
  "home.week.renewal": "續約（{customers, number}）：{names}{more, plural, =0 {} other { 及另外 # 位}}",
  "home.week.contract-end":
    "合約到期（{customers, number}）：{names}{more, plural, =0 {} other { 及另外 # 位}}",
  "home.week.birthday": "生日（{customers, number}）：{names}{more, plural, =0 {} other { 及另外 # 位}}",
  "home.week.snooze-end":
    "暫停提醒結束（{customers, number}）：{names}{more, plural, =0 {} other { 及另外 # 位}}",
  "home.week.on": "{name} {day}",
  "home.week.person-on": "{name} 的 {person} {day}",
  "home.week.feast":
    "{feast, select, christmas {聖誕節} diwali {排燈節} eid_al_adha {宰牲節} eid_al_fitr {開齋節} lunar_new_year {農曆新年} new_year {新年} nowruz {諾魯茲節} thanksgiving {感恩節} other {節日}} {day}（{countries}）",
  "home.week.nothing-comes": "目前沒有已知的事項。",

  "home.band.choose": "要看哪些客戶？",
  "home.band":
    "{band, select, high {高風險} moved {{days, number} 天內有變動} no_figure {無風險值} other {所有客戶}}",
  "home.accounts":
    "{band, select, high {{owned, number} 位客戶中有 {inBand, number} 位的風險達 {percent, number}% 以上，風險最高的排最前。} moved {{owned, number} 位客戶中有 {inBand, number} 位的風險在 {days, number} 天內變動達 {points, number} 個百分點以上，變動最大的排最前。更換模型版本也會讓數值變動。} no_figure {{owned, number} 位客戶中有 {inBand, number} 位無風險值。} other {{owned, number} 位客戶，風險最高的排最前。}}",
  "home.accounts.none":
    "{band, select, high {您負責的 {owned, number} 位客戶中，沒有任何一位的風險達 {percent, number}% 以上。} moved {您負責的 {owned, number} 位客戶中，沒有任何一位的風險在 {days, number} 天內變動達 {points, number} 個百分點以上。} no_figure {您負責的 {owned, number} 位客戶都有風險值。} other {您沒有往來中的客戶。}}",
  "home.moved": "{days, number} 天內{way, select, down {下降} other {上升}} {points, number} 個百分點",

  "home.settings": "設定",
  "home.snoozes": "您暫停提醒的客戶（{customers, number}）",
  "home.snoozes.none": "您沒有暫停任何客戶的提醒。",
  "home.snooze": "{customer} 暫停至 {day}",
  "home.snooze.end": "結束暫停",
  "home.language": "我依您 Slack 的語言使用繁體中文：可在「偏好設定」的「語言與地區」變更。",
  "home.team-nudges": "團隊提醒",
  "home.playbooks": "應對方案",
  "home.playbook-results": "應對方案成效",
  "home.threshold": "提醒門檻",
  "home.do-not-disturb": "請勿打擾",
  "home.foot.messages": "按鈕要顯示的內容如果不在此頁，會出現在「訊息」分頁。",

  "home.ops": "營運",
  "home.ops.glance":
    "{troubled, plural, =0 {{checks, number} 項健康檢查全部正常。} other {{checks, number} 項健康檢查中有 {troubled, number} 項需要處理：{names}。營運人員的首頁會說明處理方式。}}",
  "home.ops.health":
    "{troubled, plural, =0 {健康狀況：{checks, number} 項檢查全部正常} other {健康狀況：{checks, number} 項檢查中有 {troubled, number} 項需要處理}}",
  "home.ops.trouble": "*{name}：* {found}。{advice}",
  "home.ops.health.name":
    "{name, select, names {名稱} data {資料} contracts {合約} sources {資料來源} members {成員} model {模型} playbooks {應對方案} posting {發送} messages {訊息} other {{name}}}",
  "home.ops.health.advice":
    "{name, select, names {以 UTF-8 地區設定建立資料庫，否則打錯的中文名稱會查不到。} data {匯入最新的檔案。} contracts {在客戶檔案中補上合約開始的日期。} sources {查明匯出或連線為何停止：在重新傳來資料之前，這些客戶的風險會停在那一天。} members {每次啟動和每天都會讀取 Slack 的成員名單：請在記錄檔中查看。} model {訓練新版本；如果未發現訊號，請用更長的歷史。} playbooks {用上方的「應對方案」重新設定。} posting {提供 Slack 接受的權杖並重新啟動：等待中的訊息之後會送出。} messages {上方列出這些訊息和各自的處理方式。} other {請聯絡維護 Mainstay 的人員。}}",
  "home.ops.more": "另有 {more, number} 項。",
  "home.ops.sources": "資料來源",
  "home.ops.sources.none": "沒有從其他系統讀取資料。",
  "home.ops.source": "{source}：{pulled}",
  "home.ops.source.pulled": "{ago}讀取",
  "home.ops.source.never": "尚未讀取",
  "home.ops.source.failing": "{source}：{pulled}。 *{since}開始失敗：* {what}",
  "home.ops.jobs": "工作",
  "home.ops.jobs.none": "沒有工作在最近一次執行時失敗，最近 {days, number} 天也沒有遺漏的工作。",
  "home.ops.job.failed":
    "{job} 於{ago}失敗{why, select, known {：{error}} other {}}。{again, select, yes {會再試一次。} other { *不會再試。*}}",
  "home.ops.job.missed": "{job} 在停機期間遺漏 {periods, number} 次，最後一次在 {day}",
  "home.ops.model": "模型",
  "home.ops.model.none": "還沒有訓練過模型。",
  "home.ops.model.serves":
    "採用版本 {version, number}（{kind, select, network {神經網路} baseline {基準模型} rule {規則} constant {未發現訊號} other {{kind}}}），訓練於 {trained}。",
  "home.ops.model.waits":
    "未採用版本 {version, number}（{kind, select, network {神經網路} baseline {基準模型} rule {規則} constant {未發現訊號} other {{kind}}}），訓練於 {trained}。",
  "home.ops.model.promote": "採用版本 {version, number}",
  "home.ops.model.promote.title": "採用版本 {version, number}？",
  "home.ops.model.promote.text":
    "下次評分起採用此版本{serves, select, some {，取代版本 {before, number}} other {}}。所有客戶的風險都可能變動。之後可以還原。",
  "home.ops.model.promote.confirm": "採用",
  "home.ops.model.roll-back": "還原至版本 {before, number}",
  "home.ops.model.roll-back.title": "還原至版本 {before, number}？",
  "home.ops.model.roll-back.text":
    "停用版本 {version, number}，下次評分起採用版本 {before, number}。所有客戶的風險都可能變動。",
  "home.ops.model.roll-back.confirm": "還原",
  "home.ops.model.promoted.serves": "下次評分起採用版本 {version, number}。",
  "home.ops.model.promoted.serves-already": "版本 {version, number} 已在採用中。沒有任何變更。",
  "home.ops.model.promoted.unknown": "版本 {version, number} 已不存在。沒有任何變更。",
  "home.ops.model.promoted.unusable": "版本 {version, number} 無法採用，因此沒有任何變更。{why}",
  "home.ops.model.rolled-back.rolled-back":
    "已從版本 {from, number} 還原：下次評分起採用版本 {version, number}。",
  "home.ops.model.rolled-back.nothing-before": "之前沒有採用過其他版本。沒有任何變更。",
  "home.ops.model.rolled-back.changed": "目前已採用版本 {version, number}：有人先一步更改。沒有任何變更。",
  "home.ops.model.rolled-back.unusable":
    "之前採用的版本 {version, number} 已無法採用，因此沒有任何變更。{why}",
  "home.ops.imports": "最近的匯入",
  "home.ops.imports.none": "還沒有匯入過檔案。",
  "home.ops.import":
    "{file}，{ago}：{status, select, done {{accepted, number} 列新增或變更} undone {已復原} other {未完成}}{rejected, plural, =0 {} other {， *# 列未採用*}}",
};
