import type { loyalty as english } from "../../en/value/loyalty.ts";
import type { Translation } from "../../translation.ts";

/** A customer's loyalty points, and the forms that redeem and adjust them. */
export const loyalty: Translation<typeof english> = {
  "loyalty.title": "{name} 的积分",
  "loyalty.summary": "{name}：{points, number} 点",
  "loyalty.points": "{points, number} 点",
  "loyalty.balance": "余额",
  "loyalty.balance.worth": "{points, number} 点，价值 {worth}",
  "loyalty.below-zero":
    "已使用的积分超过最后应得的：有订单退款、变更或移除。新得的积分会先抵扣；余额大于零之前无法兑换。",
  "loyalty.tier": "会员等级",
  "loyalty.tier.none": "尚无",
  "loyalty.tier.next": "12 个月内再消费 {amount} 即可升上 {name}",
  "loyalty.tier.highest": "最高等级",
  "loyalty.expires": "即将到期",
  "loyalty.expires.points": "{points, number} 点，{day}之后到期",
  "loyalty.expires.nothing": "无",
  "loyalty.movements": "最近的变动",
  "loyalty.movements.none": "尚无：自方案于 {day}开始以来，还没有订单获得积分。",
  "loyalty.movement": "{day}： *{points, number, ::sign-always}* {what}",
  "loyalty.movement.earned": "因 {reference} 获得",
  "loyalty.movement.taken-back": "因退款 {reference} 收回",
  "loyalty.movement.corrected": "因 {reference} 变更或移除而更正",
  "loyalty.movement.redeemed": "由 {who} 兑换：{reason}",
  "loyalty.movement.adjusted": "由 {who} 调整：{reason}",
  "loyalty.movement.expired": "到期",
  "loyalty.movement.back": "取消到期：用于抵扣收回的积分",
  "loyalty.without-points": "以 {currencies} 消费不会获得积分：方案没有设置该币种。",
  "loyalty.without-rate":
    "以 {currencies} 消费不计入会员等级：没有兑 {to} 的汇率。请维护 Mainstay 的人员补上。",
  "loyalty.redeem": "兑换",
  "loyalty.adjust": "调整",
  "loyalty.no-programme":
    "尚未设置忠诚度方案，因此没有人有积分。维护 Mainstay 的人员可设置：什么可得多少点，以及每点的价值。",
  "loyalty.begins": "忠诚度方案于 {day}开始。在此之前没有积分。",
  "loyalty.not-yours": "只有负责人、主管和运营人员能兑换客户的积分。",

  "loyalty.form.redeem": "兑换积分",
  "loyalty.form.adjust": "调整积分",
  "loyalty.form.customer": "*{name}* 有 {points, number} 点，价值 {worth}。",
  "loyalty.form.rate": "{points, number} 点价值 {worth}。最早到期的积分优先使用。",
  "loyalty.form.points": "兑换的积分",
  "loyalty.form.change": "给予（100）或扣除（-100）的积分",
  "loyalty.form.reason": "用途？",
  "loyalty.form.why": "原因？",
  "loyalty.form.bad-points": "请输入整数的积分，例如 200。",
  "loyalty.form.bad-change": "请输入整数的积分，例如 100 或 -100。",
  "loyalty.form.no-reason": "请说明用途：会留在记录中。",
  "loyalty.not-enough": "目前有 {points, number} 点。兑换积分不可超过。",
  "loyalty.redeemed": "已兑换 {points, number} 点，价值 {worth}：{reason}。剩余 {balance, number} 点。",
  "loyalty.adjusted": "已调整 {points, number, ::sign-always} 点：{reason}。余额 {balance, number} 点。",
  "loyalty.repeated": "先前已经完成。余额 {balance, number} 点。",

  "loyalty.card": "{points, number} 点",
  "loyalty.card.expire": "{points, number} 点于 {day}之后到期",

  "loyalty.liability":
    "*忠诚度积分* 于 {day}结束时未兑换：{points, number} 点。每 {unit, number} 点价值 {worth}，预期 {share, number}% 会兑换：尚需给付 {amount}，不含在上述成本中。{waiting, plural, =0 {} other {昨晚之后 # 位客户的变动尚未计入。}}",
};
