import type { figures as english } from "../en/figures.ts";
import type { Translation } from "../translation.ts";

/** What every report of figures says about what it is made of. */
export const figures: Translation<typeof english> = {
  "figures.contracts-without-start":
    "{customers, number} 位客戶的合約未計入任何數字，因為客戶檔案沒有寫明開始日，或結束日早於開始日：{names}{more, plural, =0 {} other {，另有 # 位}}。",
  "figures.contracts-without-start.mend": "填寫 started_on（不晚於 ended_on），再重新匯入客戶檔案。",
};
