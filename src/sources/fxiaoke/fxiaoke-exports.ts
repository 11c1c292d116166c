import { AUTO } from "../mapping/mapping.ts";
import { readyMapping } from "../mapping/ready-mapping.ts";

const NUMBER = { first_of: ["客户编号", "客户名称"] };
const NAME = { first_of: ["客户名称", "客户编号"] };

/** 客户: what was sold to them so far (成交金额) has no day of its own, so it is kept as a fact and no order. */
export const fxiaokeCustomers = readyMapping("fxiaoke-customers", ["客户名称", "客户编号", "负责人"], {
  source: "fxiaoke",
  kinds: [
    {
      rows: "customers",
      facts: {
        external_id: NUMBER,
        name: NAME,
        domain: { first_of: ["网址", "网站"] },
        segment: { first_of: ["客户级别", "客户类型"] },
        country: { first_of: ["国家", "国家/地区"] },
        currency: { column: "币种", if_empty: "CNY" },
      },
      attributes: ["负责人", "创建时间", "成交金额（元）", "行业", "客户状态"],
    },
  ],
});

export const fxiaokeContacts = readyMapping("fxiaoke-contacts", ["姓名", "客户名称", "职务"], {
  source: "fxiaoke",
  kinds: [
    {
      rows: "contacts",
      facts: {
        external_id: { first_of: ["联系人编号", "姓名"] },
        customer: NUMBER,
        name: "姓名",
        role: "职务",
        email: { first_of: ["邮件", "邮箱"] },
        phone: { first_of: ["手机", "电话"] },
        birthday: { column: "生日", date: AUTO },
      },
    },
  ],
});

/** 销售订单. Amounts without a currency column are yuan, as the system has them. */
export const fxiaokeOrders = readyMapping("fxiaoke-orders", ["订单编号", "客户名称", "下单日期"], {
  source: "fxiaoke",
  kinds: [
    {
      rows: "activities",
      called: "orders",
      only: [{ column: "生命状态", is_not: ["作废", "已作废"] }],
      facts: {
        external_id: "订单编号",
        customer: NUMBER,
        kind: { value: "order" },
        at: { column: "下单日期", date: AUTO },
        amount: { first_of: ["销售订单金额(元)", "销售订单金额（元）", "订单金额", "金额"], number: AUTO },
        currency: { column: "币种", if_empty: "CNY" },
        document: "订单编号",
      },
    },
  ],
});
