import type { products as english } from "../en/products.ts";
import type { Translation } from "../translation.ts";

/** What to offer a customer next and what they buy regularly. For reps, who read it before a call. */
export const products: Translation<typeof english> = {
  "products.title": "{customer}：產品",
  "products.next": "接著常買的產品",
  "products.next.one":
    "{product} – 購買 {after} 的 {customers, number} 位客戶中，有 {both, number} 位也購買{later, plural, =0 {} other {（其中 # 位在之後的日子購買）}}；全部 {buyers, number} 位客戶中則有 {others, number} 位",
  "products.regular": "定期購買的產品",
  "products.regular.one":
    "{product} – 購買過 {days, number} 天，{gap, plural, =0 {每天} =1 {每天} other {每 # 天}}一次，最近一次在{ago, plural, =0 {今天} =1 {昨天} other { # 天前}}{due, select, yes {，差不多該再買了} other {}}",
  "products.none.no-products":
    "沒有可推薦的產品：這位客戶的訂單都沒有註明產品。請匯入訂單的人員填寫「category」欄。",
  "products.none.not-yet": "還沒有可推薦的產品：每晚會計算哪些產品常一起購買。",
  "products.none.too-few":
    "沒有可推薦的產品：購買相同產品的客戶太少。至少要有 {fewest, number} 位客戶同時購買該產品與這位客戶的某項產品，且多於隨機的程度，才會推薦。",
  "products.foot": "依據 {customers, number} 位客戶截至 {day}的購買紀錄。",
  "products.summary": "{customer}，接著常買的產品：{products}",
  "products.summary.none": "{customer}：沒有可推薦的產品",

  "products.evaluation.no-products": "檔案中沒有任何訂單註明產品且金額大於零，因此沒有可推薦的產品。",
  "products.evaluation.too-late": "檔案結束得太早：最晚只能切在 {day}。",
  "products.evaluation.nobody": "{day}之前購買過的客戶，都沒有及時再次購買。請選擇其他日子，或拉長觀察期間。",
};
