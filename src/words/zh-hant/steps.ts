import type { steps as english } from "../en/steps.ts";
import type { Translation } from "../translation.ts";

/** What steps of workflows hand on and say when they cannot. Written for whoever made the workflow. */
export const steps: Translation<typeof english> = {
  "step.risk":
    "流失風險 {percent, number}%，依據截至{day}的資料評分{isOld, select, yes {；缺少更新的資料} other {}}",
  "step.risk.none": "還沒有風險值",
  "step.risk.none-because": "沒有風險值：{because}",
  "step.risk.ended": "已於{day}流失",
  "step.direction.rose": "上升",
  "step.direction.fell": "下降",
  "step.logged": "已記錄聯絡。",
  "step.gone": "客戶檔案中已沒有此客戶。",
  "step.no-customer": "找不到名為{typed}的客戶。請使用客戶檔案中的名稱或編號，或先前步驟的客戶識別碼。",
  "step.several-customers": "有多位客戶符合{typed}。請使用客戶檔案中的編號，或先前步驟的客戶識別碼。",
  "step.not-crossed": "{customer}：截至{day}，風險未越過 {percent, number}%，已停止等待。",
  "step.not-crossed.no-figure": "{customer}：截至{day}沒有風險值可越過 {percent, number}%，已停止等待。",
  "step.failed": "Mainstay 發生錯誤。維護人員可在記錄檔中以 {reference} 找到原因。",
  "step.refused": "Slack 不接受此步驟的結果。請以最新的應用程式清單重新安裝 Mainstay。",
  "step.unknown": "此版本的 Mainstay 沒有這個步驟。請維護人員更新版本。",
  "step.wrong.user": "請指定此步驟代表誰執行，例如使用此工作流程的人。",
  "step.wrong.customer": "請指定客戶：名稱、編號，或先前步驟的客戶識別碼。",
  "step.wrong.channel": "聯絡管道必須是其中之一：{channels}。",
  "step.wrong.outcome": "聯絡結果必須是其中之一：{outcomes}。",
  "step.wrong.minutes": "分鐘數必須是 0 到 {minutes, number} 的整數。",
  "step.wrong.note": "備註太長。",
  "step.wrong.percent": "要等待的風險必須是 1 到 99 的整數，以百分比計。",
  "step.wrong.days": "等待天數必須是 1 到 {days, number} 的整數。",
};
