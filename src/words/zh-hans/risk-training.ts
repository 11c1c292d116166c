import type { riskTraining as english } from "../en/risk-training.ts";
import type { Translation } from "../translation.ts";

/** Why a training could not be done, and why an artifact could not be read. */
export const riskTraining: Translation<typeof english> = {
  "training.nothing-varies": "无法区分客户：每一列都只有一种值。请先导入客户的往来记录，再重新训练。",
  "training.too-few-to-judge":
    "用来判断模型好坏的最近期间只有 {rows, number} 条客户记录，其中 {churned, number} 条流失、{stayed, number} 条留下；至少需要 {least, number} 条，且两类各 {leastOfEach, number} 条。请导入更长的历史，再重新训练。",
  "training.too-few-to-learn":
    "可供学习的只有 {rows, number} 条客户记录，其中 {churned, number} 条流失、{stayed, number} 条留下；至少需要 {least, number} 条，且两类各 {leastOfEach, number} 条。请导入更长的历史，再重新训练。",

  "artifact.damaged": "内容已损坏，或根本不是模型。请重新训练。",
  "artifact.inconsistent": "内容在 {part} 自相矛盾。请重新训练。",
  "artifact.other-columns": "是以不同的数据训练的；缺少或类型不同的字段：{columns}。请重新训练。",
  "artifact.unknown-format": "{part} 不符合格式（{problem}）。请重新训练。",
};
