import type { overrides as english } from "../en/overrides.ts";
import type { Translation } from "../translation.ts";

/** What somebody knows better than the model, whom contact does no good, and nudges that go to somebody else. */
export const overrides: Translation<typeof english> = {
  "override.button": "我更了解情况",
  "override.change": "修改",
  "override.take-back": "撤回判断",
  "override.says":
    "{says, select, stay {{who, select, named {*{name} 判断会留下*} other {*有同事判断会留下*}}} other {{who, select, named {*{name} 判断会流失*} other {*有同事判断会流失*}}}} （直到 {until}）：{because}",
  "override.quiet":
    "{says, select, stay {这段期间不发风险提醒；原因明确的紧急提醒（例如未解决的工单）仍会发出。以下数值来自模型。} other {以下数值来自模型。}}",
  "override.form.title": "我更了解情况",
  "override.form.submit": "保存",
  "override.form.ask": "*{customer}* 会如何？到期后只有您会知道自己的判断是否正确。",
  "override.form.now":
    "{who, select, you {您} named {{name} } other {有同事}}判断会{says, select, stay {留下} other {流失}}，直到 {until}。保存后将取代此判断。",
  "override.form.says": "对方会",
  "override.form.stay": "留下",
  "override.form.stay.means": "期限之前不发风险提醒",
  "override.form.leave": "流失",
  "override.form.leave.means": "提醒照常",
  "override.form.take-back": "撤回先前的判断",
  "override.form.until": "期限",
  "override.form.until.hint":
    "最长一年。以您的时区计，当天开始时失效。少于 {days, number} 天的判断在 {days, number} 天后评定。",
  "override.form.because": "理由",
  "override.form.because.placeholder": "对方的新预算已批准",
  "override.form.choose": "请选择会如何。",
  "override.form.no-day": "请选择日期。",
  "override.form.past": "请选择今天之后的日子。",
  "override.form.too-far": "请选择一年以内的日子。",
  "override.form.no-reason": "请说明理由，让同事能理解。",
  "override.form.too-long": "理由应少于 {mostCharacters, number} 个字符。",
  "override.form.open": "若您比模型更了解情况，请使用命令 {command}。",
  "override.done":
    "{says, select, stay {已记下：会留下，直到 {until}。期间不发风险提醒。} other {已记下：会流失，直到 {until}。}}",
  "override.taken-back": "已撤回：不计入您的判断成绩。",
  "override.none": "没有与模型不同的判断：无可撤回。",
  "override.meanwhile":
    "{who, select, named {{name} } other {有同事}}先一步判断会{says, select, stay {留下} other {流失}}，直到 {until}。请查看卡片；若您更了解情况，可在该处修改。",

  "override-note.made":
    "{who} 判断 *{customer}* 会{says, select, stay {留下} other {流失}}，直到 {until}：{because}（{when}）。此客户由您负责。{says, select, stay {期限之前不发风险提醒。} other {}}",
  "override-note.taken-back":
    "{who} 已撤回对 *{customer}* 与模型不同的判断（{when}）。此客户由您负责，提醒照常。",

  "override-score.title": "您的判断结果",
  "override-score.line":
    "{right, select, yes {:white_check_mark:} other {:x:}} *{customer}：* 您在 {on}判断对方会{says, select, stay {留下} other {流失}}，结果{outcome, select, stayed {留下} other {流失}}。{model, select, right {模型判断正确。} wrong {模型判断错误。} other {模型没有风险值。}}",
  "override-score.more": "另有 {calls, number} 项一并评定。",
  "override-score.text": "{title}：{tally}",
  "override-score.private":
    "只有您看得到。“留下”指到期时合同仍有效，或期间内（至少 {days, number} 天）有再购买。",
  "overrides.tally":
    "您已到期的 {calls, number} 项判断中，{right, plural, =0 {没有一项} other {# 项}}正确{modelCalls, plural, =0 {；模型对这些都没有风险值。} other {；模型有风险值的 # 项中，{modelRight, number} 项正确。}}",
  "overrides.tally.none": "您的判断都尚未到期。",
  "overrides.title": "您比模型更了解的客户",
  "overrides.none": "您目前没有与模型不同的判断。可用 `/customer acme override` 或卡片上的“我更了解情况”。",
  "overrides.line": "*{customer}：* 会{says, select, stay {留下} other {流失}}，直到 {until} – {because}",
  "overrides.more": "仅显示前 {shown, number} 项。",
  "overrides.team":
    "*团队：* 已到期的 {calls, number} 项判断中，{right, number} 项正确{modelCalls, plural, =0 {。} other {；模型有风险值的 # 项中，{modelRight, number} 项正确。}}",
  "overrides.team.too-few": "*团队：* 判断已到期的成员不到 {people, number} 位：合计会看出是谁的判断。",
  "overrides.private": "判断结果只有本人看得到；主管只看团队合计。",

  "nudge.done.handed-over":
    "{who, select, you {您已转交给 {to}（{when}）。} named {{name} 已转交给 {to}（{when}）。} other {已转交给 {to}（{when}）。}}",
  "nudge.done.taken-over":
    "{who, select, you {您已接手（{when}）。} named {已转交给主动接手的 {to}（{when}）。} other {已有人接手（{when}）。}}",
  "nudge.handed-over": "由 {by} 转交给您",
  "nudge.taken-over": "由您接手",
  "handover.button": "转交",
  "handover.ask": "由谁处理 *{customer}* ？对方会收到这条提醒，而这里的提醒就此结束。",
  "handover.to": "转交给",
  "handover.choose": "请选择一位同事。",
  "handover.not-to-yourself": "请选择其他人：这条提醒已经是您的。",
  "handover.no-member": "请选择团队成员：访客、机器人与离职者不会收到提醒。",
  "handover.has-it": "对方已有这条提醒。请选择其他人。",
  "handover.done": "已转交：提醒已发送给 {name}。",
  "handover-note.handed": "{by} 已将 *{customer}* 的提醒转交给 {to}（{when}）。您无需再处理。",
  "handover-note.taken": "{to} 已接手 *{customer}* 的提醒（{when}）。您无需再处理。",
  "escalation.waits": "*{customer}* 在等待：{owner} 已 {days, number} 个工作日未回应提醒",
  "escalation.since": "提醒发出于 {when}，属于负责人名下可能损失最多的客户。",
  "escalation.take": "由我接手",
  "escalation.taken": "现在由您处理：提醒已发送给您，并已通知原负责人。",
  "escalation.is-yours": "这条提醒已经是您的：可在与我的私信中找到。",
  "escalation.too-old": "这条提醒已关闭。卡片会显示客户目前的状况。",

  "do-not-disturb.title": "{entries, plural, =0 {没有请勿打扰的对象} other {请勿打扰：# 项}}",
  "do-not-disturb.none":
    "目前所有客户都可以联系。若客户要求不被打扰，可用 `/customer acme quiet` ；若对照结果显示提醒有害，我会主动建议。",
  "do-not-disturb.how":
    "请勿打扰的客户不会有任何建议，回复对方自己的工单除外。我提出的建议在您确认之前不会生效。",
  "do-not-disturb.segment": "{segment}，“{playbook}”",
  "do-not-disturb.quiet": "自 {on}起请勿打扰{who, select, named {，由 {name} 设置} other {}}",
  "do-not-disturb.suggested": "自 {on}起建议不要因此打扰",
  "do-not-disturb.evidence":
    "{quarter}，此客群中有 {nudged, number} 位收到提醒、{heldOut, number} 位为对照组，收到提醒者的留存低了 {fewer, number, ::.0} 个百分点（{least, number, ::.0} 至 {most, number, ::.0}；95%，不论查看几次皆有效）。",
  "do-not-disturb.keep": "确认不打扰",
  "do-not-disturb.dismiss": "维持现状",
  "do-not-disturb.allow": "恢复联系",
  "do-not-disturb.is-allowed": "从现在起可以联系。",
  "do-not-disturb.is-quiet": "从现在起不再因此打扰。",
  "do-not-disturb.decided-before": "已有人先一步决定：以下是目前的状况。",
  "do-not-disturb.not-yours": "只有设置者、主管或运营人员可以恢复联系。请联系其中一位。",
  "do-not-disturb.form.title": "请勿打扰",
  "do-not-disturb.form.submit": "不再打扰",
  "do-not-disturb.form.ask":
    "从现在起，除了回复对方自己的工单，不再对 *{customer}* 提出任何建议，直到有人恢复联系。",
  "do-not-disturb.form.because": "原因",
  "do-not-disturb.form.placeholder": "对方要求不要来电",
  "do-not-disturb.form.no-reason": "请说明原因，让同事能理解。",
  "do-not-disturb.form.open": "若要不再打扰某位客户，请使用命令 {command}。",
  "do-not-disturb.done":
    "从现在起不再打扰 *{customer}* ，未处理的提醒也已关闭。输入 `/customer` 加上名称，再加上 `quiet` 可恢复联系。",
  "card.do-not-disturb":
    "*请勿打扰* （自 {since}起{who, select, named {，由 {name} 设置} other {}}）：{because}",
  "card.quiet-playbooks": "此客群不再接受以下方案的打扰：{playbooks}。这类提醒会带来反效果。",
  "nudge.closed.do-not-disturb": "已于 {when} 关闭：此客户请勿打扰。",

  "at-risk.override":
    "{who, select, named {{name} } other {有同事}}判断会{says, select, stay {留下} other {流失}}，直到 {until}",
  "at-risk.do-not-disturb": "请勿打扰",
};
