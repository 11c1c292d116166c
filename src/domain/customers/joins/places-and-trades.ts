/** Chinese provinces, cities under the state, and large cities, as they begin a company's name. */
const PLACES =
  "北京|上海|天津|重庆|广东|广州|深圳|东莞|佛山|珠海|江苏|南京|苏州|无锡|常州|南通|浙江|杭州|宁波|温州|绍兴|嘉兴|义乌|山东|济南|青岛|烟台|" +
  "福建|福州|厦门|泉州|四川|成都|湖北|武汉|湖南|长沙|河南|郑州|河北|石家庄|陕西|西安|辽宁|沈阳|大连|吉林|长春|黑龙江|哈尔滨|安徽|合肥|江西|南昌|" +
  "山西|太原|云南|昆明|贵州|贵阳|广西|南宁|海南|海口|甘肃|兰州|新疆|内蒙古|宁夏|青海|西藏|香港|澳门|台湾|台北|高雄|台中|中国|东京|大阪";
const PLACE_FIRST = new RegExp(`^(?:${PLACES})(?:省|市|特别行政区)?`, "u");
/** A place in brackets, as in 华信（北京）科技. */
const PLACE_INSIDE = new RegExp(`(?<=.)(?:${PLACES})(?:省|市)?(?=.)`, "u");

/** Words for what a company does, at the end of a Chinese name. They tell little of who it is. */
const TRADES =
  "信息技术|电子商务|网络科技|生物科技|国际贸易|供应链管理|企业管理|科技|技术|信息|网络|软件|电子|电器|电气|贸易|商贸|商务|实业|工业|产业|投资|控股|咨询|" +
  "文化|传媒|广告|建筑|建设|工程|装饰|机械|设备|制造|医药|医疗|生物|食品|餐饮|酒店|物流|运输|教育|培训|国际|集团|发展|管理|服务|环保|能源|材料|化工|" +
  "服装|纺织|家具|汽车|房地产|农业|金融|保险|旅游|数据|智能|自动化|通信|光电|包装|印刷|五金|塑料|模具";
const TRADE_LAST = new RegExp(`(?<=.)(?:${TRADES})$`, "u");

/** Words of alphabets that tell little, whatever the file: what trade, what size, where in the world. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    "group gruppe holding holdings international global worldwide europe asia america usa uk services service solutions " +
    "solution consulting consultants trading technology technologies tech systems system software digital media marketing " +
    "industries industry enterprises enterprise partners partner associates ventures capital management logistics " +
    "logistik bau handel handels vertrieb vertriebs hotel restaurant cafe shop store stores market foods food " +
    "deutschland germany france espana italia nederland china japan schweiz austria osterreich and und et y e of de la le " +
    "der die das van von branch office filiale niederlassung sucursal"
  ).split(" "),
);

export type HanName = {
  readonly brand: string;
  readonly places: readonly string[];
  readonly trades: readonly string[];
};

/** "上海华信科技" → brand 华信, place 上海, trade 科技. @param name simplified, without its legal form */
export function hanParts(name: string): HanName {
  const places: string[] = [];
  const plainPlace = (found: string) => found.replace(/(?:省|市|特别行政区)$/u, "");
  let brand = name;
  for (let found = PLACE_FIRST.exec(brand); found !== null && found[0].length < brand.length; ) {
    places.push(plainPlace(found[0]));
    brand = brand.slice(found[0].length);
    found = PLACE_FIRST.exec(brand);
  }
  const inside = PLACE_INSIDE.exec(brand);
  if (inside !== null) {
    places.push(plainPlace(inside[0]));
    brand = brand.replace(PLACE_INSIDE, "");
  }
  const trades: string[] = [];
  for (let found = TRADE_LAST.exec(brand); found !== null; found = TRADE_LAST.exec(brand)) {
    trades.push(found[0]);
    brand = brand.slice(0, -found[0].length);
  }
  return { brand, places, trades };
}
