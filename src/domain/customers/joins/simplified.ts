/**
 * Traditional characters that stand in names of companies, and their simplified forms in the same order. A table of the
 * whole script is a package of its own; these are the ones that words for trades, places and legal forms need.
 */
const TRADITIONAL =
  "華國際資訊電腦軟體業務責貿東廣灣臺團會開發設計機構車運輸醫藥農產進實營銷網絡線術學書藝傳視聞報紙廠鋼鐵銅鋁飛龍鳳馬魚鳥齊鄭劉陳張趙孫楊黃吳" +
  "許謝羅蔣韓馮鄧蕭葉閻餘潘蘇盧賈鄒陸龔萬錢湯嚴喬賴龐顏聯億寶貝貨質財豐盛興榮億達遠選過鄉鎮區縣門閩粵蘭濟瀋陽漢長沙寧甌滬紹礦環綠節淨氣熱爐燈飾" +
  "裝飯館點麥麵鹽糧雲風無異創倉儲條種類顧問諮詢師務處導輔勞專圖畫聲樂戲劇獎動畫遊園賽";
const SIMPLIFIED =
  "华国际资讯电脑软体业务责贸东广湾台团会开发设计机构车运输医药农产进实营销网络线术学书艺传视闻报纸厂钢铁铜铝飞龙凤马鱼鸟齐郑刘陈张赵孙杨黄吴" +
  "许谢罗蒋韩冯邓萧叶阎余潘苏卢贾邹陆龚万钱汤严乔赖庞颜联亿宝贝货质财丰盛兴荣亿达远选过乡镇区县门闽粤兰济沈阳汉长沙宁瓯沪绍矿环绿节净气热炉灯饰" +
  "装饭馆点麦面盐粮云风无异创仓储条种类顾问咨询师务处导辅劳专图画声乐戏剧奖动画游园赛";

const SIMPLE: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].map((character, place) => [character, [...SIMPLIFIED][place] ?? character] as const),
);

/** The same text with those traditional characters simplified. */
export const simplified = (text: string): string =>
  text.replace(/\p{Script=Han}/gu, (character) => SIMPLE.get(character) ?? character);
