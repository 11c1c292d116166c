import type { steps as english } from "../en/steps.ts";
import type { Translation } from "../translation.ts";

/** What steps of workflows hand on and say when they cannot. Written for whoever made the workflow. */
export const steps: Translation<typeof english> = {
  "step.risk":
    "流失风险 {percent, number}%，依据截至{day}的数据评分{isOld, select, yes {；缺少更新的数据} other {}}",
  "step.risk.none": "还没有风险值",
  "step.risk.none-because": "没有风险值：{because}",
  "step.risk.ended": "已于{day}流失",
  "step.direction.rose": "上升",
  "step.direction.fell": "下降",
  "step.logged": "已记录联系。",
  "step.gone": "客户文件中已没有此客户。",
  "step.no-customer": "找不到名为{typed}的客户。请使用客户文件中的名称或编号，或先前步骤的客户标识。",
  "step.several-customers": "有多位客户符合{typed}。请使用客户文件中的编号，或先前步骤的客户标识。",
  "step.not-crossed": "{customer}：截至{day}，风险未越过 {percent, number}%，已停止等待。",
  "step.not-crossed.no-figure": "{customer}：截至{day}没有风险值可越过 {percent, number}%，已停止等待。",
  "step.failed": "Mainstay 发生错误。维护人员可在日志中以 {reference} 找到原因。",
  "step.refused": "Slack 不接受此步骤的结果。请以最新的应用清单重新安装 Mainstay。",
  "step.unknown": "此版本的 Mainstay 没有这个步骤。请维护人员更新版本。",
  "step.wrong.user": "请指定此步骤代表谁执行，例如使用此工作流程的人。",
  "step.wrong.customer": "请指定客户：名称、编号，或先前步骤的客户标识。",
  "step.wrong.channel": "联系渠道必须是其中之一：{channels}。",
  "step.wrong.outcome": "联系结果必须是其中之一：{outcomes}。",
  "step.wrong.minutes": "分钟数必须是 0 到 {minutes, number} 的整数。",
  "step.wrong.note": "备注太长。",
  "step.wrong.percent": "要等待的风险必须是 1 到 99 的整数，以百分比计。",
  "step.wrong.days": "等待天数必须是 1 到 {days, number} 的整数。",
};
