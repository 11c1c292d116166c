import type { outreach as english } from "../en/outreach.ts";
import type { Translation } from "../translation.ts";

/** What to do next about a customer, and why. Written for a rep who reads it between two calls. */
export const outreach: Translation<typeof english> = {
  "as-written": "{text}",

  "advice.contacted": "{days, plural, =0 {今天} =1 {昨天} other {# 天前}}已联系：给对方一些时间回复。",
  "advice.do-not-disturb": "请勿联系，回复对方自己的工单除外。",
  "advice.ended": "合同已终止。",
  "advice.nothing-due": "一切正常：目前不需要联系。",
  "advice.nothing-on": "已开启的方案都不建议联系；部分方案已关闭或在试运行。",
  "advice.snoozed": "已暂停提醒：期间不给建议，除非风险上升、对方投诉或续约日将近。",

  "break-through.rating": "已暂停提醒，但其后对方给了 {score, number} 分（满分 {scale, number}）。",
  "break-through.renewal": "已暂停提醒，但合同{days, plural, =0 {今天} =1 {明天} other { # 天后}}续约。",
  "break-through.risk": "已暂停提醒，但其后风险由 {before, number}% 升至 {after, number}%。",
  "break-through.ticket":
    "已暂停提醒，但{days, plural, =0 {今天} =1 {昨天} other { # 天前}}收到“{subject}”，尚未解决。",

  "anniversary.action": "感谢对方多年来的支持",
  "anniversary.reason": "{days, plural, =0 {今天} =1 {昨天} other {# 天前}}成为客户满 {years, number} 年。",

  "answer-mention.action": "回复对方在 {network} 上的帖子",
  "answer-mention.reason": "对方{days, plural, =0 {今天} =1 {昨天} other { # 天前}}公开投诉，至今无人回应。",

  "ask-referral.action": "询问对方是否愿意推荐我们",
  "ask-referral.reason":
    "对方{days, plural, =0 {今天} =1 {昨天} other { # 天前}}给了 {score, number} 分（满分 10）。",

  "break-silence.action": "联系对方，了解需求",
  "break-silence.reason":
    "已 {silent, number} 天未购买；平时{usual, plural, =1 {每天} other {每 # 天}}购买一次。",

  "call-about-renewal.action": "致电洽谈续约",
  "call-about-renewal.action.early": "在续约之前关心使用情况",
  "call-about-renewal.action.last": "致电敲定续约的未决事项",
  "call-about-renewal.reason": "合同{days, plural, =0 {今天} =1 {明天} other { # 天后}}续约。",

  "champion-left.action": "致电对方公司，询问由谁接手",
  "champion-left.action.one": "询问 {name} 由谁接手",
  "champion-left.action.two": "询问 {name} 或 {other} 由谁接手",
  "champion-left.reason": "主要联系人 {name} 已于{days, plural, =0 {今天} =1 {昨天} other { # 天前}}离职。",

  "check-in.action": "联系对方，关心近况",
  "check-in.reason": "没有特别突出的单一原因。",

  "close-the-loop.action": "致电了解哪里出了问题",
  "close-the-loop.reason":
    "对方{days, plural, =0 {今天} =1 {昨天} other { # 天前}}{kind, select, nps {在推荐意愿上} csat {在满意度上} other {}}给了 {score, number} 分（满分 {scale, number}），之后无人联系。",

  "congratulate.action": "祝 {name} 生日快乐",
  "congratulate.reason":
    "{days, plural, =-1 {昨天是对方生日：补上祝福也不迟。} =0 {今天是对方生日。} other {明天是对方生日。}}",

  "confirm-fix.action": "确认问题是否真的解决",
  "confirm-fix.reason": "“{subject}”已于{days, plural, =0 {今天} =1 {昨天} other { # 天前}}解决。",

  "cross-sell.action": "推荐 {product}",
  "cross-sell.reason":
    "对方购买 {after}。购买它的 {of, number} 位客户中，有 {both, number} 位也购买 {product}。",

  "ended.bought-since": "对方其后又有购买，最近一次在 {day}：请维护客户文件的人员确认终止是否正确",
  "ended.said": "客户文件注明：“{reason}”",
  "ended.cancelled": "在续约日前 {days, number} 天终止",
  "ended.not-renewed": "到期后未续约",
  "ended.ticket": "流失时工单 {reference}（“{subject}”）尚未解决，至今仍是",
  "ended.payment-failed": "{day}有一笔付款失败",
  "ended.silent": "当时已 {days, number} 天未购买",
  "ended.never-contacted": "没有任何联系记录",
  "ended.not-contacted": "当时已 {days, number} 天无人联系",
  "ended.unknown": "客户文件未说明，也没有明显的原因",
  "ended.post-mortem": "询问对方为何离开",
  "ended.post-mortem.reason": "我们评估的风险为 {risk}，没有预见这次流失。对方的说法有助于避免下一次。",
  "ended.win-back": "询问怎样才愿意回来",
  "ended.win-back.reason": "离开还不到一年：妥善回应当初的问题，仍有机会挽回。",
  "ended.leave": "对方离开已超过一年。",

  "event-invitation.action": "邀请对方参加 {event}",
  "event-invitation.reason":
    "{event} 于{days, plural, =0 {今天} =1 {明天} other { # 天后}}举行，尚未邀请对方。",
  "event-invitation.reason.at":
    "{event} 于{days, plural, =0 {今天} =1 {明天} other { # 天后}}举行（{place}），尚未邀请对方。",

  "follow-up-delivery.action": "询问收到的东西是否符合预期",
  "follow-up-delivery.reason": "最近一次到货在{days, plural, =0 {今天} =1 {昨天} other { # 天前}}。",

  "holiday.action":
    "{feast, select, christmas {祝对方圣诞快乐、新年如意} diwali {祝对方排灯节快乐} eid_al_adha {祝对方宰牲节平安} eid_al_fitr {祝对方开斋节平安} lunar_new_year {祝对方农历新年快乐} new_year {祝对方新年快乐} nowruz {祝对方诺鲁孜节快乐} thanksgiving {祝对方感恩节快乐} other {向对方致上节日问候}}",
  "holiday.reason":
    "{feast, select, christmas {圣诞节} diwali {排灯节} eid_al_adha {宰牲节} eid_al_fitr {开斋节} lunar_new_year {农历新年} new_year {新年} nowruz {诺鲁孜节} thanksgiving {感恩节} other {节日}}{days, plural, =1 {就在明天} other {在 # 天后}}，是对方国家的法定节假日。当地未必人人庆祝。",

  "monthly-contact.action": "进行本月的例行联系",
  "monthly-contact.never": "没有任何联系记录。",
  "monthly-contact.reason": "上次联系在 {days, number} 天前。",

  "new-product.action": "介绍 {product}",
  "new-product.reason": "{product} 是 {category} 的新品，对方曾在此类别购买 {days, number} 天。",

  "owner-gap.customer": "{customer}（{because}）",
  "owner-gap.left": "负责人 {name} 已离职",
  "owner-gap.no-member": "负责人 {name} 不是团队成员",
  "owner-gap.nobody": "没有负责人",
  "owner-gap.unknown": "负责人 {email} 不在 Slack 中",

  "reply-to-ticket.action": "首次回复工单 {reference}",
  "reply-to-ticket.reason": "“{subject}”已 {days, number} 天无人回复。",

  "risk-jump.action": "联系对方，了解发生什么变化",
  "risk-jump.reason": "一周内风险上升 {points, number} 个百分点。",
  "risk-jump.crossed":
    "一周内风险上升 {points, number} 个百分点，现为{band, select, high {高} other {中}}风险。",

  "settle-payment.action": "协助付款：请对方换一张卡或改用转账",
  "settle-payment.reason":
    "一个月内两次付款失败，最近一次在{days, plural, =0 {今天} =1 {昨天} other { # 天前}}。",

  "solve-ticket.action": "推动解决工单 {reference}，并告知对方时间",
  "solve-ticket.reason": "“{subject}”{days, plural, =0 {今天提出，} other {已 # 天}}未解决。",

  "tier-in-reach.action": "告知对方即将升上 {tier}",
  "tier-in-reach.reason": "再下一笔平时金额的订单，就能升上 {tier}。",

  "usage-drop.action": "询问使用减少的原因",
  "usage-drop.reason": "一个月内使用量下降 {percent, number}%。",

  "vip-cooling.action": "请对方熟悉的人致电",
  "vip-cooling.reason": "属于最有价值的客户，风险上升 {points, number} 个百分点。",

  "welcome.action": "说明如何充分运用产品",
  "welcome.reason": "{days, number} 天前首次购买。",

  "thank.action": "致谢，并确认是否都已到货",
  "thank.reason": "对方{days, plural, =0 {今天} =1 {昨天} other { # 天前}}有购买。",

  "win-back.reason": "对方已于 {days, number} 天前离开。",
  "win-back.said": "对方已于 {days, number} 天前离开；客户文件注明：“{reason}”",
  "win-back.lapsed": "对方已 {days, number} 天未购买。",

  "why-silent": "*{name}：* {because}",
  "why-silent.no-owner":
    "负责人不是在职的团队成员，因此只有设置了 `/customer channel on nudges` 的频道会收到。",
  "why-silent.ended": "对方已流失：提醒只针对还能留住的客户。",
  "why-silent.no-score": "没有风险值可依据。{why}",
  "why-silent.never-scored": "尚未评分，没有风险值可依据。",
  "why-silent.stale-score": "最新的风险值太旧，不能依据。请维护 Mainstay 的人员查看昨晚为何没有评分。",
  "why-silent.data-stopped": "这位客户的数据已停止更新：看似沉寂，可能只是缺少导出的数据。",
  "why-silent.already-lapsed": "对方已超过 {days, number} 天未购买：这属于挽回，而不是提醒的范围。",
  "why-silent.below-threshold":
    "风险为 {percent, number}%；风险提醒从 {threshold, number}% 开始，也没有其他待办：没有未解决的工单、续约、近期购买或其他已知日期。",
  "why-silent.nothing-due": "目前没有符合提醒条件的情况。",
  "why-silent.snoozed": "提醒已暂停，直到 {until}。",
  "why-silent.overridden": "有同事判断对方会留下，因此不发风险提醒。卡片上有判断者、原因与期限。",
  "why-silent.do-not-disturb":
    "请勿打扰。若是针对此客户的决定，卡片上会说明原因； `/customer do-not-disturb` （主管）列出全部。",
  "why-silent.cooldown":
    "{what, select, touched {已有人联系} other {已有提醒}}（{days, number} 天之内），之后没有紧急的事。",
  "why-silent.nothing-to-say": "已开启的方案目前都没有建议。",
  "why-silent.dismissed": "可给的建议近期都被标记为没有帮助。",
  "why-silent.held-out": "属于本季度的对照组：不发提醒，以便了解提醒的效果。仍可自行联系。",
  "why-silent.open-nudge": "已有一条提醒尚未处理。若有更紧急的事，会更新该条提醒，不会另发一条。",
  "why-silent.not-worth-it": "预期联系的成本高于能保住的毛利。",
  "why-silent.not-worth-it.figures": "联系成本为 {cost}，预期可保住毛利 {kept}。",
  "why-silent.budget":
    "联系其他客户预期效益更高：每人每天最多收到 {aDay, number} 位、每周 {aWeek, number} 位，平均分配到各工作日，并为紧急情况保留每周 {kept, number} 位。其他客户处理完后就会轮到。",
  "why-silent.kept-for-urgent":
    "本周 {aWeek, number} 位的剩余名额保留给紧急情况：未解决的工单、付款失败、差评。最快在本周最后一个工作日或下周一起轮到。",
  "why-silent.week-budget": "本周已提醒负责人 {most, number} 位客户，达到上限。下周一起可能轮到。",
  "why-silent.next": "没有不提醒的理由：会在下一批提醒中出现，除非联系其他客户预期效益更高。",
  "why-silent.next-on": "{because}负责人下次收到提醒：{on} {hour, number}:00 起。",
  "why-silent.owner-paused": "{because}负责人已暂停所有提醒：{until}之前不会发出。",
  "why-silent.owner-quiet":
    "{because}负责人目前在免打扰时段或休假：{until} {hour, number}:00（当地时间）之前不会发送。",
  "why-silent.value-unknown": "{because}无法得知联系的效益：{missing}",
  "why-silent.missing.no-score": "没有风险值可依据。",
  "why-silent.missing.no-margin": "文件中没有毛利。",
  "why-silent.missing.no-revenue": "既没有仍有效且有月收入的合同，一年内也没有购买。",
  "why-silent.missing.no-rate": "有一笔金额的币种没有汇率。",
  "why-silent.missing.no-hourly-cost": "还没有人填写任何人的每小时成本。请运营人员补上。",
  "why-silent.missing.no-cost-rate": "联系成本的币种没有汇率。",

  "playbook.reply-to-ticket": "首次回复工单",
  "playbook.solve-ticket": "未解决的工单",
  "playbook.close-the-loop": "差评",
  "playbook.answer-mention": "公开投诉",
  "playbook.confirm-fix": "确认问题已解决",
  "playbook.settle-payment": "付款失败",
  "playbook.call-about-renewal": "续约",
  "playbook.champion-left": "主要联系人离职",
  "playbook.win-back": "挽回",
  "playbook.break-silence": "久未购买",
  "playbook.usage-drop": "使用量下降",
  "playbook.vip-cooling": "重要客户转冷",
  "playbook.risk-jump": "风险骤升",
  "playbook.follow-up-delivery": "到货后关心",
  "playbook.congratulate": "生日",
  "playbook.event-invitation": "活动邀请",
  "playbook.holiday": "节日问候",
  "playbook.welcome": "首次购买",
  "playbook.anniversary": "周年",
  "playbook.monthly-contact": "每月联系",
  "playbook.tier-in-reach": "即将升级",
  "playbook.new-product": "新产品",
  "playbook.cross-sell": "交叉销售",
  "playbook.ask-referral": "请求推荐",
  "playbook.thank": "购买致谢",
  "playbook.check-in": "关心近况",

  "uplift.title": "{quarter}的提醒",
  "uplift.none": "{quarter}目前还没有提醒。",
  "uplift.all": "合计",
};
