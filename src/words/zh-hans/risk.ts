import type { risk as english } from "../en/risk.ts";
import type { Translation } from "../translation.ts";

/** How likely a customer is to leave, why, and what is said of the model behind it. For reps and managers. */
export const risk: Translation<typeof english> = {
  "risk.percent": "{percent, plural, =0 {低于 1%} =100 {高于 99%} other {#%}}",
  "risk.bare-percent": "{percent, plural, =0 {低于 1} =100 {高于 99} other {#}}",
  "risk.figure": "{figure}（{low}–{high}）",
  "risk.figure.spoken": "{figure}（{low} 至 {high}）",
  "risk.bracket": "{low}–{high}",

  "risk.scored": "*{figure}* 流失风险：{event}",
  "risk.scored-up":
    "*{figure}* 流失风险：{event}，自 {since}起上升 {points, number} 个百分点{model, select, changed {（由另一模型版本评分）} other {}}",
  "risk.scored-down":
    "*{figure}* 流失风险：{event}，自 {since}起下降 {points, number} 个百分点{model, select, changed {（由另一模型版本评分）} other {}}",
  "risk.trend":
    "{weeks, number} 周内 {before} → {after}{model, select, changed {（期间模型有更换）} other {}}",
  "risk.contract-ends": "合同在 {days, number} 天内终止",
  "risk.contract-ends-soon": "合同即将终止",
  "risk.no-purchase": "{days, number} 天内不再购买",
  "risk.no-purchase-soon": "近期不再购买",
  "risk.none": "*无风险值：* {because}",
  "risk.not-scored": "*尚未评分：* 这是上次评分之后新增的客户",
  "risk.no-model": "*尚无风险值：* 还没有训练过模型；请维护 Mainstay 的人员进行训练",
  "risk.ended": "*合同已终止* ，{day}",
  "risk.roughly": "约 {figure}",
  "risk.too-few-alike":
    "这个数值仅供参考：试算模型时，{customers, plural, =0 {没有客户的评分这么高或这么低} other {只有 # 位客户的评分与此相近}}，太少而无法判断是否正确。",
  "risk.stale": "这是旧的评分：夜间评分没有运行。请勿依赖。",
  "risk.stopped": "自 {since}起没有新数据：风险为当时的数值。",
  "risk.paused": "{since}之后直到 {back}没有数据：部分变化可能来自这段中断，而不是客户本身。",
  "risk.serves.baseline": "来自简单的基线模型：神经网络没有胜过它。",
  "risk.serves.rule": "来自单一指标的规则：神经网络与基线模型都没有胜过它。",
  "risk.basis.none": "尚无评分：第一次训练之后就会有。",
  "risk.scoring-late":
    "昨晚的评分尚未完成。{risks, select, none {先前的评分太旧，不能依据，因此这里不显示风险。} other {这里的风险较旧。}}",
  "risk.basis": "评分时间为 {scored}，针对之后的 {days, number} 天。",

  "why.title": "原因",
  "why.close": "关闭",
  "why.reasons": "*评分的依据（能用一句话说明的部分）*",
  "why.reasons.none": "这位客户的评分依据无法用一句话说明。",
  "why.levers": "*怎样可以降低风险*",
  "why.levers.none": "模型所知的做法都不会降低风险。",
  "why.levers.basis": "符合该情况的类似客户，流失率就低这么多：这是相关性，不能证明有效。",
  "why.meaning":
    "*{figure} 的意思*\n每 100 位与此相似的客户中，预期约有 {inHundred, number} 位流失：{event}。这些原因是模型观察到与流失同时出现的情况，未必是流失的成因。",
  "why.bracket":
    "括号内的区间（{bracket}）表示 10 次中有 8 次会落在其中，按模型各部分的分歧程度与未来流失水平的不确定性估计。",
  "why.no-signal":
    "*这代表什么*\n流失是指{event}。历史数据中没有任何信号能区分谁流失、谁留下，因此单一客户的数值只会是编造的。 `/customer model` 说明试过哪些方法。",
  "why.model":
    "*模型*\n版本 {version}，{kind, select, network {神经网络} baseline {简单的基线模型} rule {单一指标的规则} other {所有客户同一数值}}，训练于 {day}。",
  "why.checked": "以较晚期间、模型没见过的 {customers, number} 位客户检验：",
  "why.checked.pairs": "每 100 组中，有 {pairs, number} 组将流失者排在留下者之前。",
  "why.checked.tenth": "风险最高的十分之一，流失率是平均的 {times, number, ::.0} 倍。",
  "why.checked.off": "概率平均相差 {points, number, ::.0} 个百分点。",
  "why.data": "数据截至 {day}",
  "why.data-of": "“{source}”的数据截至 {day}",
  "why.no-data": "尚无任何往来",
  "why.scored": "{data} · {ago}评分",
  "why.moved.pending": "正在计算变动的原因……",
  "why.moved.untold": "无法说明变动的原因。{because}",
  "why.moved": "*变动的原因*\n自 {since}起：{sentence}。",

  "no-score.short-history":
    "历史数据还不够：{days, number} 天内{purchases, plural, =0 {没有购买} other {购买 # 次}}",
  "no-score.no-signal":
    "这段历史中未发现信号：无从判断谁会流失；{days, number} 天内，所有客户中有{percent, plural, =0 {不到 1%} =100 {超过 99%} other {约 #%}}流失",
  "no-score.stale-source":
    "“{source}”自 {last}起没有数据，平时{usual, plural, =1 {每天} other {至少每 # 天}}会送来",
  "no-score.unknown": "未知",

  "stopped.all": "自 {since}起没有新数据：风险为当时的数值",
  "stopped.source": "“{source}”自 {since}起没有新数据：其客户的风险为当时的数值",
  "stopped.resumed": "“{source}”自 {since}起中断，{back}恢复发送：其客户在中断期间的风险变动不计入本周",

  "unexplained.not-yet": "原因尚未计算出来。",
  "unexplained.data-changed": "无法说明原因：评分之前的数据在评分后才送达或有变动。下次评分时就会知道。",
  "unexplained.no-customer-then": "无法说明原因：按今天的数据，评分当时对方还不是客户。",
  "unexplained.model-unreadable": "无法说明原因：产生此评分的模型版本已无法读取。",

  "movement.told": "{total}：时间推移 {time}，{data}",
  "movement.told-with-model": "{total}：时间推移 {time}，{data}，新模型 {model}",
  "movement.points": "{signed} {points, plural, other {个百分点}}",
  "movement.no-change": "没有变动",
  "movement.new-data": "新数据 {signed}",
  "movement.new-data-of": "新数据 {signed}（{events}）",
  "movement.nothing-new": "没有新记录",
  "movement.corrections": "评分之前的数据在评分后才送达或有变动；这部分差异计为新数据。",
  "movement.no-customer-then": "按今天的数据，评分当时对方还不是客户。",

  "movement.busy": "模型忙碌中；请过几分钟再打开。",
  "movement.failed": "计算失败。",

  "news.contract-began": "合同开始",
  "news.tickets-opened": "新增 {n, number} 张工单",
  "news.tickets-solved": "解决 {n, number} 张工单",
  "news.feedback": "{n, number} 份问卷回复",
  "news.contacts": "{n, number} 次联系",
  "news.purchases": "{n, number} 次购买",
  "news.refunds": "{n, number} 次退款",
  "news.deliveries": "{n, number} 次到货",
  "news.usage-days": "{n, number} 天有使用",
  "news.two": "{first}、{second}",
  "news.three": "{first}、{second}、{third}",
  "news.three-and-more": "{first}、{second}、{third}等",

  "lever.contact": "本周联系一次",
  "lever.contact.second": "本周联系一次",
  "lever.solve-ticket": "解决一张未解决的工单",
  "lever.solve-ticket.second": "解决一张未解决的工单",
  "lever.follow-up-delivery": "跟进发货直到送达",
  "lever.follow-up-delivery.second": "跟进发货直到送达",
  "lever.pair": "{first}，并{second}",
  "lever.line": "{lever}：{before} → {after}",
};
