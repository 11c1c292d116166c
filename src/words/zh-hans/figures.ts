import type { figures as english } from "../en/figures.ts";
import type { Translation } from "../translation.ts";

/** What every report of figures says about what it is made of. */
export const figures: Translation<typeof english> = {
  "figures.contracts-without-start":
    "{customers, number} 位客户的合同未计入任何数字，因为客户文件没有写明开始日期，或结束日期早于开始日期：{names}{more, plural, =0 {} other {，另有 # 位}}。",
  "figures.contracts-without-start.mend": "填写 started_on（不晚于 ended_on），再重新导入客户文件。",
};
