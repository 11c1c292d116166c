import type { products as english } from "../en/products.ts";
import type { Translation } from "../translation.ts";

/** What to offer a customer next and what they buy regularly. For reps, who read it before a call. */
export const products: Translation<typeof english> = {
  "products.title": "{customer}：产品",
  "products.next": "接着常买的产品",
  "products.next.one":
    "{product} – 购买 {after} 的 {customers, number} 位客户中，有 {both, number} 位也购买{later, plural, =0 {} other {（其中 # 位在之后的日子购买）}}；全部 {buyers, number} 位客户中则有 {others, number} 位",
  "products.regular": "定期购买的产品",
  "products.regular.one":
    "{product} – 购买过 {days, number} 天，{gap, plural, =0 {每天} =1 {每天} other {每 # 天}}一次，最近一次在{ago, plural, =0 {今天} =1 {昨天} other { # 天前}}{due, select, yes {，差不多该再买了} other {}}",
  "products.none.no-products":
    "没有可推荐的产品：这位客户的订单都没有注明产品。请导入订单的人员填写“category”列。",
  "products.none.not-yet": "还没有可推荐的产品：每晚会计算哪些产品常一起购买。",
  "products.none.too-few":
    "没有可推荐的产品：购买相同产品的客户太少。至少要有 {fewest, number} 位客户同时购买该产品与这位客户的某项产品，且多于随机的程度，才会推荐。",
  "products.foot": "依据 {customers, number} 位客户截至 {day}的购买记录。",
  "products.summary": "{customer}，接着常买的产品：{products}",
  "products.summary.none": "{customer}：没有可推荐的产品",

  "products.evaluation.no-products": "文件中没有任何订单注明产品且金额大于零，因此没有可推荐的产品。",
  "products.evaluation.too-late": "文件结束得太早：最晚只能切在 {day}。",
  "products.evaluation.nobody": "{day}之前购买过的客户，都没有及时再次购买。请选择其他日子，或拉长观察期间。",
};
