import type { riskModel as english } from "../en/risk-model.ts";
import type { Translation } from "../translation.ts";

/** What serves and why, what was refused, and whether the model still fits. */
export const riskModel: Translation<typeof english> = {
  "refusal.no-model": "还没有训练过模型。请维护 Mainstay 的人员进行训练。",

  "history.none": "{until}之前没有购买或合同。请先导入历史数据。",
  "history.data-stopped":
    "最近 {days, number} 天客户的动向未知：超过十分之一的客户数据已停止更新。请导入缺少的数据，或等到中断之后累积足够的天数。",
  "history.too-short":
    "历史数据只到 {until}之前 {days, number} 天；训练需要 {needed, number} 天。请导入更早的历史，或再等 {more, number} 天。",
  "training.nothing-new": "自版本 {version} 于 {trained} 训练以来，没有新的往来数据。",

  "model.damaged": "模型版本 {version} 的存储内容已损坏。下次训练会取代它。",
  "model.unreadable": "模型版本 {version} 已无法读取。下次训练会取代它。",
  "model.other-horizon": "原模型预测未来 {before, number} 天，新模型预测未来 {now, number} 天。",
  "model.unrated":
    "模型不知道 {customers, number} 位客户的消费金额：缺少 {currencies} 兑 {to} 的汇率。请维护 Mainstay 的人员补上{rates, plural, =1 {此汇率} other {这些汇率}}。",
  "model.not-recorded": "没有记录此评分来自哪个模型版本。",
  "model.not-kept": "模型版本 {version} 已不再保留。",

  "decision.first": "这是第一个模型。",
  "decision.better": "{found}由它接替。",
  "decision.not-better": "{found}维持现有模型。",
  "decision.forced": "按要求启用。{found}",
  "decision.champion-unusable": "它取代无法使用的版本 {champion}。{why}",
  "decision.champion-unfit":
    "它取代已不适用的版本 {champion}：以 {day}的 {customers, number} 位客户检验，{why}。",
  "compared.better":
    "以 {day}的 {customers, number} 位客户检验，明显优于版本 {champion}（对数损失 {difference, number, ::sign-always .0000}，95% 区间 {low, number, ::sign-always .0000} 至 {high, number, ::sign-always .0000}）。",
  "compared.worse":
    "以 {day}的 {customers, number} 位客户检验，明显劣于版本 {champion}（对数损失 {difference, number, ::sign-always .0000}，95% 区间 {low, number, ::sign-always .0000} 至 {high, number, ::sign-always .0000}）。",
  "compared.not-better":
    "以 {day}的 {customers, number} 位客户检验，并未明显优于版本 {champion}（对数损失 {difference, number, ::sign-always .0000}，95% 区间 {low, number, ::sign-always .0000} 至 {high, number, ::sign-always .0000}）。",

  "unfit.not-converged": "计算没有收敛",
  "unfit.not-a-probability": "给出的数值不是百分比",
  "unfit.all-alike": "对所有客户都给出相同的数值",
  "unfit.off-level": "百分比与实际流失比例相差甚远",
  "unfit.worse-than-constant": "百分比还不如对所有客户给同一个数值",
  "unfit.no-ranking": "区分谁流失、谁留下的能力与猜测无异",

  "signal.none": "这段历史中未发现信号：无从判断谁会流失。",
  "signal.everybody":
    "{day}的 {customers, number} 位客户中，{percent, number}% 在 {days, number} 天内流失；对任何一位客户都只能这么说。",
  "signal.unfit.network": "神经网络不适用：{why}。",
  "signal.unfit.baseline": "简单的基线模型不适用：{why}。",
  "signal.unfit.rule": "单一指标的规则不适用：{why}。",
  "signal.too-good": "好得可疑：",
  "signal.leak": "“{described}”（{column}）可能已包含结果。请确认它是否在客户流失之前就已知。",

  "warning.calibration-off":
    "*概率有偏差：* {day}评分的 {customers, number} 位客户中，预期 {expected} 位流失，实际 {seen} 位（95% 区间 {low} 至 {high}）。",
  "warning.scores-moved": "*评分分布已大幅偏离* 当初检验时的分布（{moved}）。",
  "warning.inputs-moved":
    "*客户已与训练时不同：* {watched, number} 项指标中有 {moved, number} 项大幅变动，变动最大的是{most}。",
  "warning.stale": "*模型已有 {days, number} 天* ，没有见过目前的季节。",
  "warning.signal-lost.serves":
    "*这段历史中未发现信号* ，而先前的模型曾经发现。现已改用此模型：不再有任何客户的风险值，也不会因此点名任何客户。",
  "warning.signal-lost.stays": "*这段历史中未发现信号* ，而先前的模型曾经发现。继续使用先前的版本。",
  "warning.moved": "PSI {psi, number, ::.00}，训练时为 {before, number, ::.00}",
  "warning.psi": "PSI 是群体稳定度指标：惯例上，低于 0.1 表示变动很小，0.25 以上表示变动很大。",

  "model-alert.title": "流失模型需要检查（第 {week, number} 周之后）",
  "model-alert.text": "{title}：{warnings, number} 项告警。详见 /customer model。",
  "model-alert.looked": "版本 {version}，训练于 {trained}；于 {looked} 检查 {customers, number} 位客户。",
  "model-alert.what-to-do":
    "请先确认导入的数据是否与以往相同。每周日会训练新版本，只有更好时才接替。 `/customer model` 显示目前采用的版本；维护 Mainstay 的人员可改用其他版本。",

  "model.none": "还没有训练过模型，因此没有风险值。请维护 Mainstay 的人员进行训练。",
  "model.title": "采用模型版本 {version}",
  "model.title.no-signal": "模型版本 {version}：未发现信号",
  "model.text": "采用模型版本 {version}。{believed}",
  "model.text.no-signal": "模型版本 {version}：这段历史中未发现信号，因此没有任何客户的风险值",
  "model.says":
    "它预测每位客户在 *{days, number} 天* 内流失的可能性。{serves, select, network {由神经网络计算。} rule {由单一指标的规则计算{network, select, beaten {：神经网络没有胜过它} other {}}。} other {由简单的基线模型计算{network, select, beaten {：神经网络没有胜过它} other {}}。}}",
  "model.no-signal": "*这段历史中未发现信号：* 无从判断谁会流失。因此没有任何客户的风险值。",
  "model.trained":
    "训练于 {trained}，使用 {from}至 {to}的数据：{snapshots, number} 个时点快照，{rows, number} 行。",
  "model.trained-from-beginning":
    "训练于 {trained}，使用最初至 {to}的数据：{snapshots, number} 个时点快照，{rows, number} 行。",
  "model.judged-on": "*表现如何* ，以 {day}、模型没见过的 {customers, number} 位客户检验：",
  "model.kind":
    "{kind, select, network {神经网络} baseline {基线模型（逻辑回归）} rule {规则（单一指标）} other {所有客户同一数值}}",
  "model.kind-serves":
    "{kind, select, network {神经网络，采用中} baseline {基线模型（逻辑回归），采用中} rule {规则（单一指标），采用中} other {所有客户同一数值，采用中}}",
  "model.not-applicable": "无数据",
  "model.points": "{points, number, ::.0} 个百分点",
  "model.log-loss": "对数损失",
  "model.auc": "AUC",
  "model.calibration-error": "校准误差",
  "model.chart.title": "预测与实际",
  "model.chart.said": "预测",
  "model.chart.left": "实际流失",
  "model.chart.tenth": "{from}–{to}（{customers, number}）",
  "model.chart.x": "预测概率 %（客户数）",
  "model.chart.y": "占这些客户的 %",
  "model.believed": "*百分比可信吗？* 评分时没见过的客户，后来的结果如下：",
  "model.believed.not-kept": "*百分比可信吗？* 此版本没有保留相关数据。",
  "model.believed.nothing": "还无法判断：评分相近的客户太少。",
  "model.believed.tenth":
    "评为 {from, number}–{to, number}% 的 {customers, number} 位客户中，{left, number} 位流失{verdict, select, more {：比预测多} fewer {：比预测少} other {}}。",
  "model.believed.tenth-named": "{from, number}–{to, number}%",
  "model.believed.too-few":
    "评为 {tenths} 的客户不到 {least, number} 位：太少而无法判断，因此该范围的数值注明为粗略值。",
  "model.why": "*为何采用版本 {version}：* 采用中。",
  "model.why-since": "*为何采用版本 {version}：* 自 {since}起采用。",
  "model.newer": "*版本 {version}* ，训练于 {trained}，未采用。",
  "model.newer.no-signal": "它在最新的历史中未发现信号。",
  "model.fits": "*仍然适用吗？* 于 {day}检查 {customers, number} 位客户。",
  "model.fits.not-looked": "*仍然适用吗？* 尚未检查；每周一检查一次。",
  "model.fits.nothing-kept": "没有保留训练时的客户数据，无法与现在比较。",
  "model.fits.no-warning": "没有任何一项超过阈值：{watched, number} 项客户指标自训练以来都没有大幅变动。",
  "model.fits.too-few": "评分够久的客户太少，无法检验当时的预测。",
  "model.fits.back-then":
    "{day}评分的 {customers, number} 位客户中，预期 {expected} 位流失，实际 {seen} 位。",
  "model.footnote":
    "对数损失：预测与结果的落差，越低越好。AUC：把流失者评得比留下者更危险的比例；0.5 等于猜测，1 为完美。校准误差：百分比与实际结果的差距，以百分点计。",
};
