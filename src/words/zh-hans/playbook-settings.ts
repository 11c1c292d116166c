import type { playbookSettings as english } from "../en/playbook-settings.ts";
import type { Translation } from "../translation.ts";

/** How playbooks are set: the list, the form, and what is wrong in it. */
export const playbookSettings: Translation<typeof english> = {
  "playbook.anniversary.forDays": "自当日起提醒的天数",
  "playbook.ask-referral.withinDays": "距回复最多",
  "playbook.break-silence.gapPercent": "未购买时间超过平时间隔的",
  "playbook.break-silence.leastDays": "未购买至少",
  "playbook.break-silence.leastPurchaseDays": "有购买的天数至少",
  "playbook.close-the-loop.withinDays": "距回复最多",
  "playbook.confirm-fix.withinDays": "距工单解决最多",
  "playbook.congratulate.daysBefore": "生日前几天开始提醒",
  "playbook.congratulate.daysAfter": "生日后最多几天提醒",
  "playbook.follow-up-delivery.notBeforeDays": "距到货至少",
  "playbook.follow-up-delivery.withinDays": "距到货最多",
  "playbook.monthly-contact.everyDays": "未联系至少",
  "playbook.reply-to-ticket.afterDays": "未回复至少",
  "playbook.risk-jump.leastPoints": "一周内风险上升至少",
  "playbook.settle-payment.withinDays": "两次付款失败相隔不超过",
  "playbook.thank.withinDays": "距购买最多",
  "playbook.tier-in-reach.usualOrderPercent": "距升级差额最多为平时订单的",
  "playbook.usage-drop.leastDropPercent": "28 天内使用量下降至少",
  "playbook.vip-cooling.leastPoints": "一周内风险上升至少",
  "playbook.vip-cooling.quietDays": "未联系至少",
  "playbook.welcome.notBeforeDays": "距首次购买至少",
  "playbook.welcome.withinDays": "距首次购买最多",

  "playbook-settings.mode.on": "开启",
  "playbook-settings.mode.dry-run": "试运行",
  "playbook-settings.mode.off": "关闭",
  "playbook-settings.mode.on.means": "开启：显示在卡片与提醒中",
  "playbook-settings.mode.dry-run.means": "试运行：计算并计数，但不通知任何人",
  "playbook-settings.mode.off.means": "关闭：完全不计算",
  "playbook-settings.unit.days": "天",
  "playbook-settings.unit.percent": "%",
  "playbook-settings.unit.points": "百分点",
  "playbook-settings.unit.count": "数量",
  "playbook-settings.value.days": "{value, number} 天",
  "playbook-settings.value.percent": "{value, number}%",
  "playbook-settings.value.points": "{value, number} 个百分点",
  "playbook-settings.value.count": "{value, number}",

  "playbook-settings.title": "方案设置",
  "playbook-settings.text":
    "方案设置：{on, number} 个开启，{dryRun, number} 个试运行，{off, number} 个关闭。",
  "playbook-settings.name": "*{name}* · {mode}",
  "playbook-settings.number": "{label}：{value}",
  "playbook-settings.threshold":
    "*风险提醒从 {percent, number}% 开始*\n适用于所有由风险或久未往来触发的方案。客户正在等待的事与已知日期，不论风险高低都会提醒。",
  "playbook-settings.threshold.name": "开始提醒的风险",
  "playbook-settings.threshold.form-title": "提醒的风险阈值",
  "playbook-settings.threshold.form-number": "从此风险开始提醒（%）",
  "playbook-settings.threshold.means":
    "适用于所有由风险或久未往来触发的方案：影响提醒、 `why-silent` 、提醒效果，以及客户流失时谁算是“被评为低风险”。卡片与清单不变。",
  "playbook-settings.threshold.preview": "试算结果",
  "playbook-settings.threshold.preview-means":
    "按钮会以上方的风险计算上一季度的提醒数。保存之前不会有任何变更。",
  "playbook-settings.threshold.unreadable":
    "请在上方输入 {least, number} 到 {most, number} 的整数，再按一次按钮。",
  "playbook-settings.threshold.only-number": "提醒阈值只有一个数值：没有模式、分钟数或礼品。",
  "playbook-settings.minutes": "每次联系 {minutes, number} 分钟",
  "playbook-settings.gift": "礼品 {gift}",
  "playbook-settings.applied":
    "{days, number} 天内适用于{customers, plural, =0 { 0 位客户} other { # 位客户}}{told, plural, =0 {} other {，其中 # 位已通知}}{dryRun, plural, =0 {} other {；# 位因试运行而未通知}}。",
  "playbook-settings.set": "由 {who} 保存，{day}",
  "playbook-settings.today": "今天",
  "playbook-settings.by-command-line": "命令行",
  "playbook-settings.by-somebody": "某位已无法辨识的成员",
  "playbook-settings.misfit":
    ":warning: “{number}”曾设为 {kept}，已不在 {least, number} 到 {most, number} 之间：改用 {value}。",
  "playbook-settings.misfit.not-a-number": "非数字",
  "playbook-settings.misfit.gone": ":warning: 曾设置“{number}”，但此方案已没有这个数值。",
  "playbook-settings.change": "修改",
  "playbook-settings.unknown": ":warning: 曾经设置，但此版本无法辨识，因此无效：{playbooks}",
  "playbook-settings.how":
    "计数对象：曾考虑提醒或打开过卡片的客户，每个方案各计一次。变更从下一张卡片与次日早上的提醒开始生效；已发出的提醒不变。",
  "playbook-settings.more": "另有 {n, number} 个方案无法在此列出：维护 Mainstay 的人员可查看并设置全部。",

  "playbook-settings.saved": "已保存 *{name}* 。",
  "playbook-settings.unchanged": "*{name}* 的设置原本就是如此。",
  "playbook-settings.gone": "此版本已无法辨识该方案。没有任何变更。",
  "playbook-settings.meanwhile": "这段期间有人修改了 *{name}* ，因此您的变更没有保存。以下是目前的设置。",
  "playbook-settings.meanwhile.form":
    "表单打开期间，{who} 修改了这项设置。请记下您要的内容，关闭表单后再按“修改”：会显示目前的设置。",

  "playbook-settings.form.title": "设置方案",
  "playbook-settings.form.submit": "保存",
  "playbook-settings.form.mode": "模式",
  "playbook-settings.form.number": "{label}（{unit}）",
  "playbook-settings.form.range": "{least, number} 到 {most, number}；留空则为 {value, number}",
  "playbook-settings.form.minutes": "每次联系所需时间（分钟）",
  "playbook-settings.form.gift": "每次联系的礼品（金额）",
  "playbook-settings.form.gift-hint": "留空则无。计入联系成本。",
  "playbook-settings.form.currency": "礼品的币种",
  "playbook-settings.form.preview": "试算适用对象",
  "playbook-settings.form.preview-mode": "试算按上方数值，不论模式为何。",
  "playbook-settings.form.preview-wrong": "无法试算：{problem}",

  "playbook-settings.preview":
    "按这些数值，适用于目前的 {wanted, number} 位客户；按现有设置为 {now, number} 位。",
  "playbook-settings.preview.sample": "从全部 {inAll, number} 位客户中随机抽取 {looked, number} 位计算。",
  "playbook-settings.preview.none": "还没有客户可计算：请先导入。",
  "playbook-settings.preview.means": "是否提醒还取决于风险、名额、上次联系，以及其他适用的方案。",

  "playbook-settings.out-of-range":
    "“{typed}”不符合：请输入 {least, number} 到 {most, number} 的整数{unit, select, days {（天）} percent {（百分比）} points {（百分点）} other {}}。",
  "playbook-settings.bad-mode": "没有“{typed}”这个模式。可用的有：{modes}。",
  "playbook-settings.unknown-number": "没有“{typed}”这个数值。可用的有：{names}。",
  "playbook-settings.no-numbers": "没有“{typed}”这个数值：此方案没有可设置的数值。",
  "playbook-settings.bad-currency": "“{typed}”不是币种：请输入三个字母的代码，例如 EUR。",
  "playbook-settings.negative-gift": "礼品必有花费：请输入大于零的金额，或留空。",
};
