/** The names in a list with commas between. */
const names = (list: string): readonly string[] => list.split(",").map((name) => name.trim());

/** Of a customer's number, whatever the rows are. */
const CUSTOMER_IDS = names(`
  customer_id, customer number, customer no, account_id, client id, client_number, kundennummer,
  kunden-nr, kdnr, debitor, numéro client, code client, n° client, número de cliente,
  código de cliente, 客户编号, 客户ID, 客户号, 会员编号
`);

/**
 * What exports call the column of a fact, in English, German, French, Spanish and Chinese: by kind of rows and fact, the
 * likeliest first. They are compared as `sameName` writes them.
 */
export const COLUMN_NAMES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  customers: {
    external_id: ["external_id", ...CUSTOMER_IDS, ...names("record id, company id, id, 编号")],
    name: names(`
      customer name, company name, account name, company, name, organization, organisation, client name,
      billing company, kundenname, firma, firmenname, nom du client, raison sociale, société,
      nombre del cliente, razón social, empresa, 客户名称, 公司名称, 企业名称, 客户, 名称, 姓名
    `),
    domain: names(`
      domain, company domain name, website, website url, web site, url, webseite, internetseite, site web,
      sitio web, página web, 域名, 网站, 网址, 官网
    `),
    owner_email: names(`owner_email, owner email, account owner email, e-mail verantwortlicher, 负责人邮箱`),
    segment: names(`
      segment, account type, customer type, type, tier, customer group, kundengruppe, kundentyp,
      type de client, segmento, tipo de cliente, 客户级别, 客户类型, 客户等级, 客户分类, 级别
    `),
    currency: names(`currency, currency code, währung, devise, moneda, 币种, 货币`),
    monthly_revenue: names(`
      monthly_revenue, mrr, monthly recurring revenue, monatsumsatz, monatlicher umsatz, revenu mensuel,
      ingreso mensual, 月收入, 月费, 每月收入
    `),
    margin_percent: names(`margin_percent, margin, margin %, gross margin, marge, margen, 毛利率, 利润率`),
    acquisition_cost: names(
      `acquisition_cost, cac, akquisekosten, coût d'acquisition, coste de adquisición, 获客成本`,
    ),
    // When a record was made is not when a contract began.
    started_on: names(`
      started_on, start date, contract start, customer since, kunde seit, vertragsbeginn, client depuis,
      début du contrat, fecha de alta, cliente desde, 成为客户时间, 合同开始日期, 签约日期
    `),
    renews_on: names(`
      renews_on, renewal date, contract renewal, current period end, verlängerung, renouvellement, 续约日期,
      到期日期
    `),
    ended_on: names(`
      ended_on, end date, contract end, cancelled at, canceled at, canceled at (utc), churn date,
      kündigungsdatum, vertragsende, date de résiliation, fecha de baja, 合同结束日期, 终止日期, 流失日期
    `),
    country: names(
      `country, billing country, country/region, country code, land, pays, país, 国家, 国家/地区`,
    ),
    language: names(`language, locale, sprache, langue, idioma, 语言`),
  },
  activities: {
    external_id: names(`
      external_id, order number, order id, order no, order, invoice number, invoice, transaction id,
      charge id, payment id, receipt, name, number, id, bestellnummer, rechnungsnummer, belegnummer,
      numéro de commande, numéro de facture, número de pedido, número de factura, 订单编号, 订单号, 发票号, 单号
    `),
    customer: [
      "customer",
      ...CUSTOMER_IDS,
      ...names(`
        account id, contact id, email, billing email, email (billing), customer email, customer name, kunde,
        client, cliente, 客户, 客户名称, 买家
      `),
    ],
    kind: names(`kind, activity, event, transaction type, art, 类型, 事件`),
    at: names(`
      at, order date, created at, created, date, paid at, invoice date, transaction date, timestamp,
      created (utc), created date, bestelldatum, rechnungsdatum, datum, date de commande, date de facture,
      fecha del pedido, fecha, 下单时间, 订单时间, 付款时间, 成交时间, 日期, 时间
    `),
    amount: names(`
      amount, order total amount, order total, total, grand total, subtotal, amount paid, price, value,
      net amount, betrag, gesamtbetrag, summe, montant, montant total, importe, 金额, 订单金额, 成交金额, 实付金额, 总额
    `),
    currency: names(`currency, currency code, währung, devise, moneda, 币种, 货币`),
    category: names(`
      category, product, product name, lineitem name, item name, sku, lineitem sku, product category,
      artikel, produkt, kategorie, produit, catégorie, producto, categoría, 商品, 商品名称, 产品, 品类
    `),
    quantity: names(`quantity, qty, lineitem quantity, units, menge, anzahl, quantité, cantidad, 数量`),
    document: names(`document, invoice, invoice number, order number, beleg, facture, factura, 发票号`),
    note: names(`note, notes, description, memo, notiz, beschreibung, remarque, nota, 备注, 说明`),
  },
  tickets: {
    external_id: names(`
      ticket id, ticket number, case number, id, ticketnummer, numéro de ticket, número de ticket, 工单编号,
      工单号
    `),
    customer: [
      "customer",
      ...CUSTOMER_IDS,
      ...names(
        `organization, organization id, requester email, requester, company, kunde, client, cliente, 客户, 客户名称`,
      ),
    ],
    subject: names(`subject, title, issue type, summary, betreff, titel, sujet, objet, asunto, 主题, 标题`),
    severity: names(`severity, priority, priorität, dringlichkeit, priorité, prioridad, 优先级, 严重程度`),
    opened_at: names(`
      opened_at, created at, created date, created, opened, erstellt am, date de création,
      fecha de creación, 创建时间, 提交时间
    `),
    first_reply_at: names(`
      first_reply_at, first replied at, first response at, first reply, erste antwort, première réponse,
      primera respuesta, 首次回复时间, 首次响应时间
    `),
    solved_at: names(`
      solved_at, resolved date, solved at, closed at, resolved at, closed, gelöst am, résolu le,
      resuelto el, 解决时间, 关闭时间
    `),
  },
  contacts: {
    external_id: names(`contact id, record id, id, contact_id, kontakt-id, 联系人编号`),
    customer: [
      "customer",
      ...CUSTOMER_IDS,
      ...names(`
        account id, company id, associated company id, account name, company name, company, kunde, firma,
        société, empresa, 客户名称, 公司
      `),
    ],
    name: names(`name, full name, contact name, ansprechpartner, nom, nombre, 联系人, 姓名`),
    role: names(`role, title, job title, position, funktion, fonction, cargo, 职位, 职务`),
    email: names(`email, e-mail, email address, courriel, correo, 邮箱, 电子邮件`),
    phone: names(
      `phone, phone number, mobile, mobile phone number, telefon, téléphone, teléfono, 电话, 手机`,
    ),
    language: names(`language, sprache, langue, idioma, 语言`),
    birthday: names(`birthday, date of birth, geburtstag, date de naissance, fecha de nacimiento, 生日`),
    left_on: names(`
      left on, left company on, no longer there since, departed on, ausgeschieden am, parti le, salió el, 离职日期, 離職日期
    `),
  },
  feedback: {
    external_id: names(`response id, feedback id, id, 回复编号`),
    customer: ["customer", ...CUSTOMER_IDS, ...names(`company, email, kunde, client, cliente, 客户`)],
    kind: names(`kind, survey, survey type, type, umfrage, enquête, encuesta, 问卷`),
    score: names(`score, rating, nps, csat, ces, bewertung, note, puntuación, 评分, 分数`),
    comment: names(`comment, feedback, verbatim, kommentar, commentaire, comentario, 评论, 意见`),
    at: names(`at, responded at, date, created at, datum, fecha, 时间, 日期`),
  },
};

/** Compares names of columns: without case, accents, blanks and punctuation. */
export function sameName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]/gu, "");
}
