import type { loyalty as english } from "../../en/value/loyalty.ts";
import type { Translation } from "../../translation.ts";

/** A customer's loyalty points, and the forms that redeem and adjust them. */
export const loyalty: Translation<typeof english> = {
  "loyalty.title": "{name} 的點數",
  "loyalty.summary": "{name}：{points, number} 點",
  "loyalty.points": "{points, number} 點",
  "loyalty.balance": "餘額",
  "loyalty.balance.worth": "{points, number} 點，價值 {worth}",
  "loyalty.below-zero":
    "已使用的點數超過最後應得的：有訂單退款、變更或移除。新得的點數會先抵扣；餘額大於零之前無法兌換。",
  "loyalty.tier": "會員等級",
  "loyalty.tier.none": "尚無",
  "loyalty.tier.next": "12 個月內再消費 {amount} 即可升上 {name}",
  "loyalty.tier.highest": "最高等級",
  "loyalty.expires": "即將到期",
  "loyalty.expires.points": "{points, number} 點，{day}之後到期",
  "loyalty.expires.nothing": "無",
  "loyalty.movements": "最近的異動",
  "loyalty.movements.none": "尚無：自方案於 {day}開始以來，還沒有訂單獲得點數。",
  "loyalty.movement": "{day}： *{points, number, ::sign-always}* {what}",
  "loyalty.movement.earned": "因 {reference} 獲得",
  "loyalty.movement.taken-back": "因退款 {reference} 收回",
  "loyalty.movement.corrected": "因 {reference} 變更或移除而更正",
  "loyalty.movement.redeemed": "由 {who} 兌換：{reason}",
  "loyalty.movement.adjusted": "由 {who} 調整：{reason}",
  "loyalty.movement.expired": "到期",
  "loyalty.movement.back": "取消到期：用於抵扣收回的點數",
  "loyalty.without-points": "以 {currencies} 消費不會獲得點數：方案沒有設定該幣別。",
  "loyalty.without-rate":
    "以 {currencies} 消費不計入會員等級：沒有兌 {to} 的匯率。請維護 Mainstay 的人員補上。",
  "loyalty.redeem": "兌換",
  "loyalty.adjust": "調整",
  "loyalty.no-programme":
    "尚未設定忠誠度方案，因此沒有人有點數。維護 Mainstay 的人員可設定：什麼可得多少點，以及每點的價值。",
  "loyalty.begins": "忠誠度方案於 {day}開始。在此之前沒有點數。",
  "loyalty.not-yours": "只有負責人、主管和營運人員能兌換客戶的點數。",

  "loyalty.form.redeem": "兌換點數",
  "loyalty.form.adjust": "調整點數",
  "loyalty.form.customer": "*{name}* 有 {points, number} 點，價值 {worth}。",
  "loyalty.form.rate": "{points, number} 點價值 {worth}。最早到期的點數優先使用。",
  "loyalty.form.points": "兌換的點數",
  "loyalty.form.change": "給予（100）或扣除（-100）的點數",
  "loyalty.form.reason": "用途？",
  "loyalty.form.why": "原因？",
  "loyalty.form.bad-points": "請輸入整數的點數，例如 200。",
  "loyalty.form.bad-change": "請輸入整數的點數，例如 100 或 -100。",
  "loyalty.form.no-reason": "請說明用途：會留在紀錄中。",
  "loyalty.not-enough": "目前有 {points, number} 點。兌換點數不可超過。",
  "loyalty.redeemed": "已兌換 {points, number} 點，價值 {worth}：{reason}。剩餘 {balance, number} 點。",
  "loyalty.adjusted": "已調整 {points, number, ::sign-always} 點：{reason}。餘額 {balance, number} 點。",
  "loyalty.repeated": "先前已經完成。餘額 {balance, number} 點。",

  "loyalty.card": "{points, number} 點",
  "loyalty.card.expire": "{points, number} 點於 {day}之後到期",

  "loyalty.liability":
    "*忠誠度點數* 於 {day}結束時未兌換：{points, number} 點。每 {unit, number} 點價值 {worth}，預期 {share, number}% 會兌換：尚需給付 {amount}，不含在上述成本中。{waiting, plural, =0 {} other {昨晚之後 # 位客戶的變動尚未計入。}}",
};
