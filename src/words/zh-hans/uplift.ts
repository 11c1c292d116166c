import type { uplift as english } from "../en/uplift.ts";
import type { Translation } from "../translation.ts";

/** What nudges brought and cost, against customers held out by a draw. */
export const uplift: Translation<typeof english> = {
  "uplift.count": "{count, number}",
  "uplift.field.sent": "已发出",
  "uplift.field.acted-on": "已处理",
  "uplift.acted-on": "{acted, number}（{percent, number}%）",
  "uplift.field.staying": "因此留下",
  "uplift.field.saved": "保住的毛利",
  "uplift.field.cost": "成本",
  "uplift.field.returned": "回报率",

  "uplift.staying.said":
    "{effect, number, ::sign-always .0} 个百分点（{low, number, ::sign-always .0} 至 {high, number, ::sign-always .0}）",
  "uplift.staying.between":
    "尚无定论：{low, number, ::sign-always .0} 至 {high, number, ::sign-always .0} 个百分点",
  "uplift.saved.said": "{gain}（{low} 至 {high}）",
  "uplift.saved.between": "尚无定论：{low} 至 {high}",
  "uplift.not-said": "尚无定论",
  "uplift.cost": "{total}",
  "uplift.cost.parts": "{total}：时间 {time}，礼品 {gifts}",
  "uplift.cost.none": "尚无记录",
  "uplift.cost.unknown": "未知",
  "uplift.returned.said":
    "{percent, number, ::sign-always}%（{low, number, ::sign-always} 至 {high, number, ::sign-always}%）",
  "uplift.returned.not-yet": "尚无定论",

  "uplift.unsaid": "*尚无法断言的事*\n{lines}",
  "uplift.unsaid.line": "• {what}",
  "uplift.unsaid.staying.nobody-held-out":
    "提醒能否留住客户：该提醒的客户全都有提醒，没有对照组可比较。对照组的比例由维护 Mainstay 的人员设置。",
  "uplift.unsaid.staying.too-few":
    "提醒能否留住客户：目前知道 {known, number} 位客户是否留下，对照组有 {heldOut, number} 位；两组各需要 {least, number} 位已知。",
  "uplift.unsaid.staying.both-signs": "提醒能否留住客户：{known, number} 位客户的结果，有害与有益都说得通。",
  "uplift.unsaid.staying.arms-not-as-drawn":
    "所有提醒合计的任何结论：{all, number} 位客户中有 {heldOut, number} 位在对照组，与抽签不符。可能有什么影响了比较，例如季度中途改变了比例。请联系维护 Mainstay 的人员。",
  "uplift.unsaid.returned.nobody-held-out": "提醒是否划算：需要有对照组。",
  "uplift.unsaid.returned.arms-not-as-drawn": "提醒是否划算：理由同上。",
  "uplift.unsaid.returned.no-rate": "提醒是否划算：{problem}",
  "uplift.unsaid.returned.too-few":
    "提醒是否划算：两组各需要 {least, number} 位客户的 {days, number} 天毛利已知。",
  "uplift.unsaid.returned.unpriced-time":
    "提醒是否划算：{contacts, number} 次联系的联系者没有每小时成本，因此成本偏低。请管理账本的人员填写。",
  "uplift.unsaid.returned.no-cost": "提醒是否划算：结果已知的客户没有成本记录。",
  "uplift.unsaid.returned.both-signs": "提醒是否划算：以带来的毛利看，亏损与盈利都有可能。",
  "uplift.unsaid.without-margin":
    "{customers, number} 位客户带来多少：文件与设置都没有毛利。未计入，而不是当作零。",
  "uplift.unsaid.unpriced": "{contacts, number} 次联系的成本：联系者没有每小时成本。",
  "uplift.unsaid.cost-no-rate": "全部成本：{problem}",
  "uplift.unsaid.playbooks-bent": "关于 {playbooks} 的任何结论：对照组人数与抽签不符。",

  "uplift.foreseen":
    "{basis, select, everybody {若有负责人的 {customers, number} 位客户全都需要提醒} other {若与上一季度一样有 {customers, number} 位客户需要提醒}}，{quarter}对全都适用的方案可看出 {playbook, number, ::.#} 个百分点以上的效果{together, select, none {；所有提醒合计则对照组太少} other {，所有提醒合计可看出 {together} 个百分点}}。",
  "uplift.foreseen.points": "{points, number, ::.#}",
  "uplift.foreseen.nothing":
    "{basis, select, everybody {即使有负责人的 {customers, number} 位客户全都需要提醒} other {若与上一季度一样有 {customers, number} 位客户需要提醒}}，{quarter}也看不出任何效果：对照组会太少。",
  "uplift.foreseen.suggest":
    "多数提醒的效果比这更小。若每个方案保留 {percent, number}% 为对照组，可看出 {worth, number} 个百分点以内的效果：请联系维护 Mainstay 的人员。",

  "uplift.playbook.counts":
    "发出 {sent, number} · 已处理 {acted, number} · 没有帮助 {notUseful, number} · 对照组 {heldOut, number}",
  "uplift.playbook.right": "{judged, number} 条已判定，{right, number} 条正确（{percent, number}%）",
  "uplift.playbook.right.few": "目前 {judged, number} 条已判定，{right, number} 条正确",
  "uplift.playbook.right.none": "尚无判定",
  "uplift.playbook.helps":
    "有帮助：留存 {effect, number, ::sign-always .0} 个百分点（{low, number, ::sign-always .0} 至 {high, number, ::sign-always .0}）",
  "uplift.playbook.harms":
    "有害：{effect, number, ::sign-always .0} 个百分点（{low, number, ::sign-always .0} 至 {high, number, ::sign-always .0}）。可考虑关闭",
  "uplift.playbook.between":
    "留存尚无定论（{low, number, ::sign-always .0} 至 {high, number, ::sign-always .0} 个百分点）",
  "uplift.playbook.not-yet": "留存尚无定论：此人数可看出 {least, number, ::.#} 个百分点以上的效果",
  "uplift.playbook.nobody-held-out": "没有对照组可比较",
  "uplift.playbook.bent": "无法判定：对照组 {heldOut, number} 位与抽签不符",
  "uplift.playbook.cost": "成本 {total}",
  "uplift.playbook.cost.none": "没有成本记录",
  "uplift.playbook.cost.unknown": "成本未知",
  "uplift.playbook.returned": "回报率 {returned}",
  "uplift.playbook.returned.not-yet": "回报率尚无定论",
  "uplift.advice.raise":
    "正确的不到一半。若阈值为 {percent, number}%，会有 {sent, number} 条，{judged, number} 条已判定中 {right, number} 条正确： `/customer threshold {percent, number}%` 可试算。",
  "uplift.advice.own-numbers":
    "正确的不到一半，而且调整风险阈值也无济于事：请提高方案本身的数值（天数、百分点、金额），或关闭方案。",
  "uplift.more": "另有 {more, number} 个提醒较少的方案。",
  "uplift.how":
    "留存：{days, number} 天后有再购买或合同仍有效。毛利：这些天的毛利。两者都是与抽签的对照组之差；区间为 95%，不论查看几次皆有效。正确：有人处理，或客户在 {days, number} 天内流失；错误：没有帮助，或无人处理而客户留下；已经处理过的不判定。",
  "uplift.foot":
    "方案的数值与开关： `/customer playbooks settings` 。改用其他阈值： `/customer threshold 60%` 。",
  "uplift.button.before": "上一季度",
  "uplift.text.playbook": "{name}：{counts}，{right}",

  "threshold.title": "若阈值为 {percent, number}%，{quarter}会是",
  "threshold.together": "*合计：* {change}",
  "threshold.playbook": "*{name}：* {change}",
  "threshold.change":
    "{was, number} 条提醒中的 {sent, number} 条，{judged, number} 条已判定，{right, number} 条正确（原为 {wasJudged, number} 条中的 {wasRight, number} 条）",
  "threshold.none-left":
    "{was, number} 条提醒都不会发出（已判定的 {wasJudged, number} 条中 {wasRight, number} 条正确）",
  "threshold.how":
    "没有任何变更。正确：有人处理，或客户在 {days, number} 天内流失。由此递补的客户不在计算之列。",
  "threshold.set": "可用 `/customer playbooks settings` 设置。",
  "threshold.below-now":
    "目前从 {now, number}% 开始提醒，因此 {percent, number}% 的客户没有收到提醒，结果未知。请改问 {now, number}% 以上。",
  "threshold.no-nudges": "{first}与 {second}都没有提醒：尚无可试算。",
  "threshold.unreadable": "请以百分比输入开始提醒的风险，例如 `/customer threshold 60%` 。",
};
