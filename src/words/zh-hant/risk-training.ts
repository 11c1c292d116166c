import type { riskTraining as english } from "../en/risk-training.ts";
import type { Translation } from "../translation.ts";

/** Why a training could not be done, and why an artifact could not be read. */
export const riskTraining: Translation<typeof english> = {
  "training.nothing-varies": "無法區分客戶：每一欄都只有一種值。請先匯入客戶的往來紀錄，再重新訓練。",
  "training.too-few-to-judge":
    "用來判斷模型好壞的最近期間只有 {rows, number} 筆客戶紀錄，其中 {churned, number} 筆流失、{stayed, number} 筆留下；至少需要 {least, number} 筆，且兩類各 {leastOfEach, number} 筆。請匯入更長的歷史，再重新訓練。",
  "training.too-few-to-learn":
    "可供學習的只有 {rows, number} 筆客戶紀錄，其中 {churned, number} 筆流失、{stayed, number} 筆留下；至少需要 {least, number} 筆，且兩類各 {leastOfEach, number} 筆。請匯入更長的歷史，再重新訓練。",

  "artifact.damaged": "內容已損毀，或根本不是模型。請重新訓練。",
  "artifact.inconsistent": "內容在 {part} 自相矛盾。請重新訓練。",
  "artifact.other-columns": "是以不同的資料訓練的；缺少或類型不同的欄位：{columns}。請重新訓練。",
  "artifact.unknown-format": "{part} 不符合格式（{problem}）。請重新訓練。",
};
