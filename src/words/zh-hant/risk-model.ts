import type { riskModel as english } from "../en/risk-model.ts";
import type { Translation } from "../translation.ts";

/** What serves and why, what was refused, and whether the model still fits. */
export const riskModel: Translation<typeof english> = {
  "refusal.no-model": "還沒有訓練過模型。請維護 Mainstay 的人員進行訓練。",

  "history.none": "{until}之前沒有購買或合約。請先匯入歷史資料。",
  "history.data-stopped":
    "最近 {days, number} 天客戶的動向未知：超過十分之一的客戶資料已停止更新。請匯入缺少的資料，或等到中斷之後累積足夠的天數。",
  "history.too-short":
    "歷史資料只到 {until}之前 {days, number} 天；訓練需要 {needed, number} 天。請匯入更早的歷史，或再等 {more, number} 天。",
  "training.nothing-new": "自版本 {version} 於 {trained} 訓練以來，沒有新的往來資料。",

  "model.damaged": "模型版本 {version} 的儲存內容已損毀。下次訓練會取代它。",
  "model.unreadable": "模型版本 {version} 已無法讀取。下次訓練會取代它。",
  "model.other-horizon": "原模型預測未來 {before, number} 天，新模型預測未來 {now, number} 天。",
  "model.unrated":
    "模型不知道 {customers, number} 位客戶的消費金額：缺少 {currencies} 兌 {to} 的匯率。請維護 Mainstay 的人員補上{rates, plural, =1 {此匯率} other {這些匯率}}。",
  "model.not-recorded": "沒有記錄此評分來自哪個模型版本。",
  "model.not-kept": "模型版本 {version} 已不再保留。",

  "decision.first": "這是第一個模型。",
  "decision.better": "{found}由它接替。",
  "decision.not-better": "{found}維持現有模型。",
  "decision.forced": "依要求啟用。{found}",
  "decision.champion-unusable": "它取代無法使用的版本 {champion}。{why}",
  "decision.champion-unfit":
    "它取代已不適用的版本 {champion}：以 {day}的 {customers, number} 位客戶檢驗，{why}。",
  "compared.better":
    "以 {day}的 {customers, number} 位客戶檢驗，明顯優於版本 {champion}（對數損失 {difference, number, ::sign-always .0000}，95% 區間 {low, number, ::sign-always .0000} 至 {high, number, ::sign-always .0000}）。",
  "compared.worse":
    "以 {day}的 {customers, number} 位客戶檢驗，明顯劣於版本 {champion}（對數損失 {difference, number, ::sign-always .0000}，95% 區間 {low, number, ::sign-always .0000} 至 {high, number, ::sign-always .0000}）。",
  "compared.not-better":
    "以 {day}的 {customers, number} 位客戶檢驗，並未明顯優於版本 {champion}（對數損失 {difference, number, ::sign-always .0000}，95% 區間 {low, number, ::sign-always .0000} 至 {high, number, ::sign-always .0000}）。",

  "unfit.not-converged": "計算沒有收斂",
  "unfit.not-a-probability": "給出的數值不是百分比",
  "unfit.all-alike": "對所有客戶都給出相同的數值",
  "unfit.off-level": "百分比與實際流失比例相差甚遠",
  "unfit.worse-than-constant": "百分比還不如對所有客戶給同一個數值",
  "unfit.no-ranking": "區分誰流失、誰留下的能力與猜測無異",

  "signal.none": "這段歷史中未發現訊號：無從判斷誰會流失。",
  "signal.everybody":
    "{day}的 {customers, number} 位客戶中，{percent, number}% 在 {days, number} 天內流失；對任何一位客戶都只能這麼說。",
  "signal.unfit.network": "神經網路不適用：{why}。",
  "signal.unfit.baseline": "簡單的基準模型不適用：{why}。",
  "signal.unfit.rule": "單一指標的規則不適用：{why}。",
  "signal.too-good": "好得可疑：",
  "signal.leak": "「{described}」（{column}）可能已包含結果。請確認它是否在客戶流失之前就已知。",

  "warning.calibration-off":
    "*機率有偏差：* {day}評分的 {customers, number} 位客戶中，預期 {expected} 位流失，實際 {seen} 位（95% 區間 {low} 至 {high}）。",
  "warning.scores-moved": "*評分分布已大幅偏離* 當初檢驗時的分布（{moved}）。",
  "warning.inputs-moved":
    "*客戶已與訓練時不同：* {watched, number} 項指標中有 {moved, number} 項大幅變動，變動最大的是{most}。",
  "warning.stale": "*模型已有 {days, number} 天* ，沒有見過目前的季節。",
  "warning.signal-lost.serves":
    "*這段歷史中未發現訊號* ，而先前的模型曾經發現。現已改用此模型：不再有任何客戶的風險值，也不會因此點名任何客戶。",
  "warning.signal-lost.stays": "*這段歷史中未發現訊號* ，而先前的模型曾經發現。繼續使用先前的版本。",
  "warning.moved": "PSI {psi, number, ::.00}，訓練時為 {before, number, ::.00}",
  "warning.psi": "PSI 是群體穩定度指標：慣例上，低於 0.1 表示變動很小，0.25 以上表示變動很大。",

  "model-alert.title": "流失模型需要檢查（第 {week, number} 週之後）",
  "model-alert.text": "{title}：{warnings, number} 項警示。詳見 /customer model。",
  "model-alert.looked": "版本 {version}，訓練於 {trained}；於 {looked} 檢查 {customers, number} 位客戶。",
  "model-alert.what-to-do":
    "請先確認匯入的資料是否與以往相同。每週日會訓練新版本，只有更好時才接替。 `/customer model` 顯示目前採用的版本；維護 Mainstay 的人員可改用其他版本。",

  "model.none": "還沒有訓練過模型，因此沒有風險值。請維護 Mainstay 的人員進行訓練。",
  "model.title": "採用模型版本 {version}",
  "model.title.no-signal": "模型版本 {version}：未發現訊號",
  "model.text": "採用模型版本 {version}。{believed}",
  "model.text.no-signal": "模型版本 {version}：這段歷史中未發現訊號，因此沒有任何客戶的風險值",
  "model.says":
    "它預測每位客戶在 *{days, number} 天* 內流失的可能性。{serves, select, network {由神經網路計算。} rule {由單一指標的規則計算{network, select, beaten {：神經網路沒有勝過它} other {}}。} other {由簡單的基準模型計算{network, select, beaten {：神經網路沒有勝過它} other {}}。}}",
  "model.no-signal": "*這段歷史中未發現訊號：* 無從判斷誰會流失。因此沒有任何客戶的風險值。",
  "model.trained":
    "訓練於 {trained}，使用 {from}至 {to}的資料：{snapshots, number} 個時點快照，{rows, number} 列。",
  "model.trained-from-beginning":
    "訓練於 {trained}，使用最初至 {to}的資料：{snapshots, number} 個時點快照，{rows, number} 列。",
  "model.judged-on": "*表現如何* ，以 {day}、模型沒見過的 {customers, number} 位客戶檢驗：",
  "model.kind":
    "{kind, select, network {神經網路} baseline {基準模型（邏輯迴歸）} rule {規則（單一指標）} other {所有客戶同一數值}}",
  "model.kind-serves":
    "{kind, select, network {神經網路，採用中} baseline {基準模型（邏輯迴歸），採用中} rule {規則（單一指標），採用中} other {所有客戶同一數值，採用中}}",
  "model.not-applicable": "無資料",
  "model.points": "{points, number, ::.0} 個百分點",
  "model.log-loss": "對數損失",
  "model.auc": "AUC",
  "model.calibration-error": "校準誤差",
  "model.chart.title": "預測與實際",
  "model.chart.said": "預測",
  "model.chart.left": "實際流失",
  "model.chart.tenth": "{from}–{to}（{customers, number}）",
  "model.chart.x": "預測機率 %（客戶數）",
  "model.chart.y": "占這些客戶的 %",
  "model.believed": "*百分比可信嗎？* 評分時沒見過的客戶，後來的結果如下：",
  "model.believed.not-kept": "*百分比可信嗎？* 此版本沒有保留相關資料。",
  "model.believed.nothing": "還無法判斷：評分相近的客戶太少。",
  "model.believed.tenth":
    "評為 {from, number}–{to, number}% 的 {customers, number} 位客戶中，{left, number} 位流失{verdict, select, more {：比預測多} fewer {：比預測少} other {}}。",
  "model.believed.tenth-named": "{from, number}–{to, number}%",
  "model.believed.too-few":
    "評為 {tenths} 的客戶不到 {least, number} 位：太少而無法判斷，因此該範圍的數值註明為約略值。",
  "model.why": "*為何採用版本 {version}：* 採用中。",
  "model.why-since": "*為何採用版本 {version}：* 自 {since}起採用。",
  "model.newer": "*版本 {version}* ，訓練於 {trained}，未採用。",
  "model.newer.no-signal": "它在最新的歷史中未發現訊號。",
  "model.fits": "*仍然適用嗎？* 於 {day}檢查 {customers, number} 位客戶。",
  "model.fits.not-looked": "*仍然適用嗎？* 尚未檢查；每週一檢查一次。",
  "model.fits.nothing-kept": "沒有保留訓練時的客戶資料，無法與現在比較。",
  "model.fits.no-warning": "沒有任何一項超過門檻：{watched, number} 項客戶指標自訓練以來都沒有大幅變動。",
  "model.fits.too-few": "評分夠久的客戶太少，無法檢驗當時的預測。",
  "model.fits.back-then":
    "{day}評分的 {customers, number} 位客戶中，預期 {expected} 位流失，實際 {seen} 位。",
  "model.footnote":
    "對數損失：預測與結果的落差，越低越好。AUC：把流失者評得比留下者更危險的比例；0.5 等於猜測，1 為完美。校準誤差：百分比與實際結果的差距，以百分點計。",
};
