import type { outreach as english } from "../en/outreach.ts";
import type { Translation } from "../translation.ts";

/** What to do next about a customer, and why. Written for a rep who reads it between two calls. */
export const outreach: Translation<typeof english> = {
  "as-written": "{text}",

  "advice.contacted": "{days, plural, =0 {今天} =1 {昨天} other {# 天前}}已聯絡：給對方一些時間回覆。",
  "advice.do-not-disturb": "請勿聯絡，回覆對方自己的工單除外。",
  "advice.ended": "合約已終止。",
  "advice.nothing-due": "一切正常：目前不需要聯絡。",
  "advice.nothing-on": "已開啟的方案都不建議聯絡；部分方案已關閉或在試跑。",
  "advice.snoozed": "已暫停提醒：期間不給建議，除非風險上升、對方投訴或續約日將近。",

  "break-through.rating": "已暫停提醒，但其後對方給了 {score, number} 分（滿分 {scale, number}）。",
  "break-through.renewal": "已暫停提醒，但合約{days, plural, =0 {今天} =1 {明天} other { # 天後}}續約。",
  "break-through.risk": "已暫停提醒，但其後風險由 {before, number}% 升至 {after, number}%。",
  "break-through.ticket":
    "已暫停提醒，但{days, plural, =0 {今天} =1 {昨天} other { # 天前}}收到「{subject}」，尚未解決。",

  "anniversary.action": "感謝對方多年來的支持",
  "anniversary.reason": "{days, plural, =0 {今天} =1 {昨天} other {# 天前}}成為客戶滿 {years, number} 年。",

  "answer-mention.action": "回覆對方在 {network} 上的發文",
  "answer-mention.reason": "對方{days, plural, =0 {今天} =1 {昨天} other { # 天前}}公開投訴，至今無人回應。",

  "ask-referral.action": "詢問對方是否願意推薦我們",
  "ask-referral.reason":
    "對方{days, plural, =0 {今天} =1 {昨天} other { # 天前}}給了 {score, number} 分（滿分 10）。",

  "break-silence.action": "聯絡對方，了解需求",
  "break-silence.reason":
    "已 {silent, number} 天未購買；平常{usual, plural, =1 {每天} other {每 # 天}}購買一次。",

  "call-about-renewal.action": "致電洽談續約",
  "call-about-renewal.action.early": "在續約之前關心使用情況",
  "call-about-renewal.action.last": "致電敲定續約的未決事項",
  "call-about-renewal.reason": "合約{days, plural, =0 {今天} =1 {明天} other { # 天後}}續約。",

  "champion-left.action": "致電對方公司，詢問由誰接手",
  "champion-left.action.one": "詢問 {name} 由誰接手",
  "champion-left.action.two": "詢問 {name} 或 {other} 由誰接手",
  "champion-left.reason": "主要聯絡人 {name} 已於{days, plural, =0 {今天} =1 {昨天} other { # 天前}}離職。",

  "check-in.action": "聯絡對方，關心近況",
  "check-in.reason": "沒有特別突出的單一原因。",

  "close-the-loop.action": "致電了解哪裡出了問題",
  "close-the-loop.reason":
    "對方{days, plural, =0 {今天} =1 {昨天} other { # 天前}}{kind, select, nps {在推薦意願上} csat {在滿意度上} other {}}給了 {score, number} 分（滿分 {scale, number}），之後無人聯絡。",

  "congratulate.action": "祝 {name} 生日快樂",
  "congratulate.reason":
    "{days, plural, =-1 {昨天是對方生日：補上祝福也不遲。} =0 {今天是對方生日。} other {明天是對方生日。}}",

  "confirm-fix.action": "確認問題是否真的解決",
  "confirm-fix.reason": "「{subject}」已於{days, plural, =0 {今天} =1 {昨天} other { # 天前}}解決。",

  "cross-sell.action": "推薦 {product}",
  "cross-sell.reason":
    "對方購買 {after}。購買它的 {of, number} 位客戶中，有 {both, number} 位也購買 {product}。",

  "ended.bought-since": "對方其後又有購買，最近一次在 {day}：請維護客戶檔案的人員確認終止是否正確",
  "ended.said": "客戶檔案註明：「{reason}」",
  "ended.cancelled": "在續約日前 {days, number} 天終止",
  "ended.not-renewed": "到期後未續約",
  "ended.ticket": "流失時工單 {reference}（「{subject}」）尚未解決，至今仍是",
  "ended.payment-failed": "{day}有一筆付款失敗",
  "ended.silent": "當時已 {days, number} 天未購買",
  "ended.never-contacted": "沒有任何聯絡紀錄",
  "ended.not-contacted": "當時已 {days, number} 天無人聯絡",
  "ended.unknown": "客戶檔案未說明，也沒有明顯的原因",
  "ended.post-mortem": "詢問對方為何離開",
  "ended.post-mortem.reason": "我們評估的風險為 {risk}，沒有預見這次流失。對方的說法有助於避免下一次。",
  "ended.win-back": "詢問怎樣才願意回來",
  "ended.win-back.reason": "離開還不到一年：妥善回應當初的問題，仍有機會挽回。",
  "ended.leave": "對方離開已超過一年。",

  "event-invitation.action": "邀請對方參加 {event}",
  "event-invitation.reason":
    "{event} 於{days, plural, =0 {今天} =1 {明天} other { # 天後}}舉行，尚未邀請對方。",
  "event-invitation.reason.at":
    "{event} 於{days, plural, =0 {今天} =1 {明天} other { # 天後}}舉行（{place}），尚未邀請對方。",

  "follow-up-delivery.action": "詢問收到的東西是否符合預期",
  "follow-up-delivery.reason": "最近一次到貨在{days, plural, =0 {今天} =1 {昨天} other { # 天前}}。",

  "holiday.action":
    "{feast, select, christmas {祝對方聖誕快樂、新年如意} diwali {祝對方排燈節快樂} eid_al_adha {祝對方宰牲節平安} eid_al_fitr {祝對方開齋節平安} lunar_new_year {祝對方農曆新年快樂} new_year {祝對方新年快樂} nowruz {祝對方諾魯茲節快樂} thanksgiving {祝對方感恩節快樂} other {向對方致上節日問候}}",
  "holiday.reason":
    "{feast, select, christmas {聖誕節} diwali {排燈節} eid_al_adha {宰牲節} eid_al_fitr {開齋節} lunar_new_year {農曆新年} new_year {新年} nowruz {諾魯茲節} thanksgiving {感恩節} other {節日}}{days, plural, =1 {就在明天} other {在 # 天後}}，是對方國家的國定假日。當地未必人人慶祝。",

  "monthly-contact.action": "進行本月的例行聯絡",
  "monthly-contact.never": "沒有任何聯絡紀錄。",
  "monthly-contact.reason": "上次聯絡在 {days, number} 天前。",

  "new-product.action": "介紹 {product}",
  "new-product.reason": "{product} 是 {category} 的新品，對方曾在此類別購買 {days, number} 天。",

  "owner-gap.customer": "{customer}（{because}）",
  "owner-gap.left": "負責人 {name} 已離職",
  "owner-gap.no-member": "負責人 {name} 不是團隊成員",
  "owner-gap.nobody": "沒有負責人",
  "owner-gap.unknown": "負責人 {email} 不在 Slack 中",

  "reply-to-ticket.action": "首次回覆工單 {reference}",
  "reply-to-ticket.reason": "「{subject}」已 {days, number} 天無人回覆。",

  "risk-jump.action": "聯絡對方，了解發生什麼變化",
  "risk-jump.reason": "一週內風險上升 {points, number} 個百分點。",
  "risk-jump.crossed":
    "一週內風險上升 {points, number} 個百分點，現為{band, select, high {高} other {中}}風險。",

  "settle-payment.action": "協助付款：請對方換一張卡或改用轉帳",
  "settle-payment.reason":
    "一個月內兩次付款失敗，最近一次在{days, plural, =0 {今天} =1 {昨天} other { # 天前}}。",

  "solve-ticket.action": "推動解決工單 {reference}，並告知對方時程",
  "solve-ticket.reason": "「{subject}」{days, plural, =0 {今天提出，} other {已 # 天}}未解決。",

  "tier-in-reach.action": "告知對方即將升上 {tier}",
  "tier-in-reach.reason": "再下一筆平常金額的訂單，就能升上 {tier}。",

  "usage-drop.action": "詢問使用減少的原因",
  "usage-drop.reason": "一個月內使用量下降 {percent, number}%。",

  "vip-cooling.action": "請對方熟悉的人致電",
  "vip-cooling.reason": "屬於最有價值的客戶，風險上升 {points, number} 個百分點。",

  "welcome.action": "說明如何充分運用產品",
  "welcome.reason": "{days, number} 天前首次購買。",

  "thank.action": "致謝，並確認是否都已到貨",
  "thank.reason": "對方{days, plural, =0 {今天} =1 {昨天} other { # 天前}}有購買。",

  "win-back.reason": "對方已於 {days, number} 天前離開。",
  "win-back.said": "對方已於 {days, number} 天前離開；客戶檔案註明：「{reason}」",
  "win-back.lapsed": "對方已 {days, number} 天未購買。",

  "why-silent": "*{name}：* {because}",
  "why-silent.no-owner":
    "負責人不是在職的團隊成員，因此只有設定了 `/customer channel on nudges` 的頻道會收到。",
  "why-silent.ended": "對方已流失：提醒只針對還能留住的客戶。",
  "why-silent.no-score": "沒有風險值可依據。{why}",
  "why-silent.never-scored": "尚未評分，沒有風險值可依據。",
  "why-silent.stale-score": "最新的風險值太舊，不能依據。請維護 Mainstay 的人員查看昨晚為何沒有評分。",
  "why-silent.data-stopped": "這位客戶的資料已停止更新：看似沉寂，可能只是缺少匯出的資料。",
  "why-silent.already-lapsed": "對方已超過 {days, number} 天未購買：這屬於挽回，而不是提醒的範圍。",
  "why-silent.below-threshold":
    "風險為 {percent, number}%；風險提醒從 {threshold, number}% 開始，也沒有其他待辦：沒有未解決的工單、續約、近期購買或其他已知日期。",
  "why-silent.nothing-due": "目前沒有符合提醒條件的情況。",
  "why-silent.snoozed": "提醒已暫停，直到 {until}。",
  "why-silent.overridden": "有同事判斷對方會留下，因此不發風險提醒。卡片上有判斷者、原因與期限。",
  "why-silent.do-not-disturb":
    "請勿打擾。若是針對此客戶的決定，卡片上會說明原因； `/customer do-not-disturb` （主管）列出全部。",
  "why-silent.cooldown":
    "{what, select, touched {已有人聯絡} other {已有提醒}}（{days, number} 天之內），之後沒有緊急的事。",
  "why-silent.nothing-to-say": "已開啟的方案目前都沒有建議。",
  "why-silent.dismissed": "可給的建議近期都被標記為沒有幫助。",
  "why-silent.held-out": "屬於本季的對照組：不發提醒，以便了解提醒的成效。仍可自行聯絡。",
  "why-silent.open-nudge": "已有一則提醒尚未處理。若有更緊急的事，會更新該則提醒，不會另發一則。",
  "why-silent.not-worth-it": "預期聯絡的成本高於能保住的毛利。",
  "why-silent.not-worth-it.figures": "聯絡成本為 {cost}，預期可保住毛利 {kept}。",
  "why-silent.budget":
    "聯絡其他客戶預期效益更高：每人每天最多收到 {aDay, number} 位、每週 {aWeek, number} 位，平均分配到各工作日，並為緊急情況保留每週 {kept, number} 位。其他客戶處理完後就會輪到。",
  "why-silent.kept-for-urgent":
    "本週 {aWeek, number} 位的剩餘名額保留給緊急情況：未解決的工單、付款失敗、負面評價。最快在本週最後一個工作日或下週一起輪到。",
  "why-silent.week-budget": "本週已提醒負責人 {most, number} 位客戶，達到上限。下週一起可能輪到。",
  "why-silent.next": "沒有不提醒的理由：會在下一批提醒中出現，除非聯絡其他客戶預期效益更高。",
  "why-silent.next-on": "{because}負責人下次收到提醒：{on} {hour, number}:00 起。",
  "why-silent.owner-paused": "{because}負責人已暫停所有提醒：{until}之前不會發出。",
  "why-silent.owner-quiet":
    "{because}負責人目前在安靜時段或休假：{until} {hour, number}:00（當地時間）之前不會發送。",
  "why-silent.value-unknown": "{because}無法得知聯絡的效益：{missing}",
  "why-silent.missing.no-score": "沒有風險值可依據。",
  "why-silent.missing.no-margin": "檔案中沒有毛利。",
  "why-silent.missing.no-revenue": "既沒有仍有效且有月營收的合約，一年內也沒有購買。",
  "why-silent.missing.no-rate": "有一筆金額的幣別沒有匯率。",
  "why-silent.missing.no-hourly-cost": "還沒有人填寫任何人的每小時成本。請營運人員補上。",
  "why-silent.missing.no-cost-rate": "聯絡成本的幣別沒有匯率。",

  "playbook.reply-to-ticket": "首次回覆工單",
  "playbook.solve-ticket": "未解決的工單",
  "playbook.close-the-loop": "負面評價",
  "playbook.answer-mention": "公開投訴",
  "playbook.confirm-fix": "確認問題已解決",
  "playbook.settle-payment": "付款失敗",
  "playbook.call-about-renewal": "續約",
  "playbook.champion-left": "主要聯絡人離職",
  "playbook.win-back": "挽回",
  "playbook.break-silence": "久未購買",
  "playbook.usage-drop": "使用量下降",
  "playbook.vip-cooling": "重要客戶轉冷",
  "playbook.risk-jump": "風險驟升",
  "playbook.follow-up-delivery": "到貨後關心",
  "playbook.congratulate": "生日",
  "playbook.event-invitation": "活動邀請",
  "playbook.holiday": "節日問候",
  "playbook.welcome": "首次購買",
  "playbook.anniversary": "週年",
  "playbook.monthly-contact": "每月聯絡",
  "playbook.tier-in-reach": "即將升等",
  "playbook.new-product": "新產品",
  "playbook.cross-sell": "交叉銷售",
  "playbook.ask-referral": "請求推薦",
  "playbook.thank": "購買致謝",
  "playbook.check-in": "關心近況",

  "uplift.title": "{quarter}的提醒",
  "uplift.none": "{quarter}目前還沒有提醒。",
  "uplift.all": "合計",
};
