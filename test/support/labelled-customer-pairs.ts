/**
 * Pairs of customers of two systems, labelled by hand before the rules were tuned: `=` one customer, `!` two. All are invented.
 * A line is "label | first | second"; a side is "name; country; town; site; e-mail; tax number", empty where the file has none.
 * Half of them are near misses: sister companies, branches, franchises, namesakes, free mail.
 */
const LINES = `
= | Müller Bau GmbH; DE; Berlin; mueller-bau.example; ; | Mueller Bau; DE; ; mueller-bau.example; ;
! | Müller Bau GmbH; DE; Berlin; mueller-bau.example; ; | Müller Bau AG; CH; Zürich; muellerbau-zh.example; ;
= | Nordlicht Möbel GmbH & Co. KG; DE; Kiel; ; info@nordlicht-moebel.example; | Nordlicht Moebel; DE; Kiel; nordlicht-moebel.example; ;
! | Nordlicht Möbel GmbH; DE; Kiel; nordlicht-moebel.example; ; | Nordlicht Energie GmbH; DE; Kiel; nordlicht-energie.example; ;
= | Becker & Söhne OHG; DE; Köln; ; ; DE123456781 | Becker und Soehne; DE; ; ; ; DE 123 456 781
! | Becker & Söhne OHG; DE; Köln; ; ; DE123456781 | Becker und Söhne; DE; Bonn; ; ; DE223456782
= | Hafenkontor Logistik GmbH; DE; Hamburg; hafenkontor.example; ; | Hafenkontor Logistik Gesellschaft mit beschränkter Haftung; DE; Hamburg; www.hafenkontor.example; ;
! | Hafenkontor Logistik GmbH; DE; Hamburg; ; ; | Hafenkontor Logistik GmbH; DE; Rostock; ; ;
= | Schreinerei Huber; DE; Passau; ; huber@schreinerei-huber.example; | Schreinerei Huber e.K.; DE; Passau; schreinerei-huber.example; ;
! | Schreinerei Huber; DE; Passau; ; schreinerei.huber@gmx.de; | Schreinerei Huber; DE; Augsburg; ; huber-schreinerei@web.de;
! | Hotel Post; DE; Murnau; hotel-post-murnau.example; ; | Hotel Post; AT; Lech; postlech.example; ;
! | Hotel Post; AT; Lech; ; ; | Hotel Post; AT; Ischgl; ; ;
= | Zur Alten Post Gasthof GmbH; AT; Lech; altepost-lech.example; ; | Gasthof zur alten Post; AT; Lech; altepost-lech.example; ;
= | Kessler Automotive SE; DE; Ulm; kessler-auto.example; ; | Kessler Automotive; DE; ; kessler-auto.example; ;
! | Kessler Automotive SE; DE; Ulm; kessler-auto.example; ; | Kessler Automotive Leasing GmbH; DE; Ulm; kessler-leasing.example; ;
= | Vogelsang Pharma AG; DE; Mainz; vogelsang.example; ; DE811111119 | Vogelsang Pharma; ; ; ; ; DE811111119
! | Vogelsang Pharma AG; DE; Mainz; ; ; DE811111119 | Vogelsang Pharma AG; DE; Mainz; ; ; DE822222228
= | Blütenmeer Versand GmbH; DE; ; bluetenmeer.example; ; | Bluetenmeer; DE; ; bluetenmeer.example; ;
= | Süddeutsche Papierwerke AG; DE; Ulm; ; einkauf@sdpapier.example; | Sueddeutsche Papierwerke; DE; Ulm; sdpapier.example; ;
! | Süddeutsche Papierwerke AG; DE; Ulm; ; ; | Norddeutsche Papierwerke AG; DE; Emden; ; ;
= | Tischlerei Krüger; DE; Jena; ; tischlerei.krueger@gmx.de; | Tischlerei Krueger; DE; Jena; ; tischlerei.krueger@gmx.de;
! | Anna Schmidt; DE; Berlin; ; anna.schmidt@gmail.com; | Anna Schmidt; DE; München; ; annaschmidt77@gmail.com;
= | Anna Schmidt; DE; Berlin; ; anna.schmidt@gmail.com; | Schmidt, Anna; DE; Berlin; ; anna.schmidt@gmail.com;
! | Thomas Weber; DE; Köln; ; t.weber@web.de; | Thomas Weber; DE; Bremen; ; thomas_weber@gmx.de;
! | Peter Braun; DE; Essen; ; pbraun@gmail.com; | Petra Braun; DE; Essen; ; petrabraun@gmail.com;
= | Acme Industries Ltd; GB; Leeds; acme-industries.example; ; | Acme Industries Limited; GB; Leeds; acme-industries.example; ;
! | Acme Industries Ltd; GB; Leeds; acme-industries.example; ; | Acme Industries Inc; US; Dayton; acmeind.example; ;
! | Acme Industries Ltd; GB; Leeds; ; ; GB123456789 | Acme Industrial Ltd; GB; Hull; ; ; GB987654321
= | Thornbury & Sons Ltd; GB; Bath; ; office@thornbury.example; | Thornbury and Sons; GB; Bath; thornbury.example; ;
! | Thornbury & Sons Ltd; GB; Bath; thornbury.example; ; | Thornbury Estates Ltd; GB; Bath; thornburyestates.example; ;
= | Redwood Analytics PLC; GB; London; redwood-analytics.example; ; | Redwood Analytics; GB; ; redwood-analytics.example; ;
! | Redwood Analytics PLC; GB; London; ; ; | Redwood Analytics LLC; US; Austin; ; ;
= | The Copper Kettle; GB; York; copperkettle.example; ; | Copper Kettle; GB; York; copperkettle.example; ;
! | The Copper Kettle; GB; York; ; copperkettle@hotmail.co.uk; | The Copper Kettle; GB; Whitby; ; thekettle@btinternet.com;
! | Costa Verde Coffee 12; GB; Leeds; ; ; | Costa Verde Coffee 14; GB; Leeds; ; ;
= | Globex Corporation; US; Boston; globex.example; ; | Globex Corp.; US; ; globex.example; ;
= | Globex Corporation; US; Boston; ; ; | Globex Inc; US; Boston; ; ;
! | Globex Corporation; US; Boston; globex.example; ; | Globex Foods LLC; US; Omaha; globexfoods.example; ;
= | Initech; US; ; initech.example; ; | Initech LLC; US; Austin; initech.example; ;
! | Initech LLC; US; Austin; initech.example; ; | Intech LLC; US; Denver; intech.example; ;
= | DataSoft Inc; US; Reno; ; ap@datasoft.example; | Data Soft, Inc.; US; Reno; datasoft.example; ;
! | DataSoft Inc; US; Reno; datasoft.example; ; | DataSwift Inc; US; Reno; dataswift.example; ;
= | Wayfarer Travel Group; US; Miami; wayfarer.example; ; | Wayfarer Travel; US; Miami; wayfarer.example; ;
! | Wayfarer Travel Group; US; Miami; wayfarer.example; ; | Wayfarer Capital Group; US; Miami; wayfarercapital.example; ;
= | Big Sky Outfitters LLC; US; Bozeman; bigsky.example; ; | BigSky Outfitters; US; Bozeman; bigsky.example; ;
! | Big Sky Outfitters LLC; US; Bozeman; ; ; | Big Sky Brewing LLC; US; Missoula; ; ;
! | First National Bank; US; Omaha; fnbo.example; ; | First National Bank; US; Alaska; fnba.example; ;
! | Smith Plumbing; US; Tulsa; ; smithplumbing@gmail.com; | Smith Plumbing; US; Tampa; ; smith.plumbing@yahoo.com;
= | Smith Plumbing; US; Tulsa; ; smithplumbing@gmail.com; | Smith's Plumbing; US; Tulsa; ; smithplumbing@gmail.com;
! | Subhub Sandwiches #1123; US; Reno; subhub.example; store1123@subhub.example; | Subhub Sandwiches #2210; US; Tampa; subhub.example; store2210@subhub.example;
! | Planet Gym Franchise 7 LLC; US; Reno; ; pg7@planetgym.example; | Planet Gym Franchise 9 LLC; US; Reno; ; pg9@planetgym.example;
= | Boulangerie Dupont SARL; FR; Lyon; boulangerie-dupont.example; ; | Boulangerie Dupont; FR; Lyon; boulangerie-dupont.example; ;
! | Boulangerie Dupont SARL; FR; Lyon; ; ; | Boulangerie Dupont; FR; Nantes; ; ;
= | Électricité Générale Martin SAS; FR; Nice; ; contact@egm.example; | Electricite Generale Martin; FR; Nice; egm.example; ;
! | Électricité Générale Martin SAS; FR; Nice; ; ; | Électricité Générale Moreau SAS; FR; Nice; ; ;
= | L'Atelier du Bois; FR; Brest; atelierdubois.example; ; | Atelier du Bois SARL; FR; Brest; atelierdubois.example; ;
! | L'Atelier du Bois; FR; Brest; ; ; | L'Atelier du Pain; FR; Brest; ; ;
= | Transports Lefèvre S.A.; FR; Lille; ; ; FR12345678901 | Transports Lefevre; FR; ; ; ; FR 12 345678901
! | Transports Lefèvre S.A.; FR; Lille; ; ; FR12345678901 | Transports Lefèvre S.A.; BE; Liège; ; ; BE0123456789
= | Groupe Océan SA; FR; Brest; groupe-ocean.example; ; | Ocean; FR; Brest; groupe-ocean.example; ;
= | Ferretería García S.L.; ES; Sevilla; ; garcia@ferreteriagarcia.example; | Ferreteria Garcia SL; ES; Sevilla; ferreteriagarcia.example; ;
! | Ferretería García S.L.; ES; Sevilla; ; ; ESB12345678 | Ferretería García S.L.; ES; Cádiz; ; ; ESB87654321
= | Construcciones Ibérica S.A.; ES; Madrid; ; ; ESA11111111 | Construcciones Iberica; ES; Madrid; ; ; A11111111
! | Construcciones Ibérica S.A.; ES; Madrid; ; ; | Construcciones Ibérica S.L.; ES; Vigo; ; ;
= | Aceites del Sur Cooperativa; ES; Jaén; aceitesdelsur.example; ; | Aceites del Sur; ES; Jaén; www.aceitesdelsur.example; ;
! | Aceites del Sur; ES; Jaén; ; ; | Aceites del Norte; ES; Lleida; ; ;
= | Officine Rossi S.p.A.; IT; Torino; officinerossi.example; ; | Officine Rossi; IT; Torino; officinerossi.example; ;
! | Officine Rossi S.p.A.; IT; Torino; officinerossi.example; ; | Officine Bianchi S.r.l.; IT; Torino; officinebianchi.example; ;
! | Officine Rossi S.p.A.; IT; Torino; ; ; IT01234567890 | Officine Rossi S.r.l.; IT; Bari; ; ; IT09876543210
= | Caffè Mirabella Srl; IT; Napoli; ; ordini@mirabella.example; | Caffe Mirabella; IT; Napoli; mirabella.example; ;
! | Bar Centrale; IT; Napoli; ; barcentrale@libero.it; | Bar Centrale; IT; Bari; ; barcentrale.bari@libero.it;
= | Van den Berg Bloemen B.V.; NL; Aalsmeer; vdberg-bloemen.example; ; | Van den Berg Bloemen; NL; Aalsmeer; vdberg-bloemen.example; ;
! | Van den Berg Bloemen B.V.; NL; Aalsmeer; ; ; | Van den Berg Transport B.V.; NL; Aalsmeer; ; ;
= | De Windmolen Holding BV; NL; Utrecht; ; ; NL123456789B01 | De Windmolen; NL; Utrecht; ; ; NL123456789B01
! | De Windmolen Holding BV; NL; Utrecht; dewindmolen.example; ; NL123456789B01 | De Windmolen Vastgoed BV; NL; Utrecht; dewindmolen.example; ; NL123456789B02
= | Svensk Stålbyggnad AB; SE; Malmö; stalbyggnad.example; ; | Svensk Stalbyggnad; SE; Malmö; stalbyggnad.example; ;
! | Svensk Stålbyggnad AB; SE; Malmö; ; ; | Norsk Stålbygg AS; NO; Bergen; ; ;
= | Kallio Design Oy; FI; Helsinki; ; hello@kallio.example; | Kallio Design; FI; Helsinki; kallio.example; ;
! | Kallio Design Oy; FI; Helsinki; ; ; | Kallio Design Oyj; FI; Turku; ; ;
= | Fjordfisk AS; NO; Bergen; fjordfisk.example; ; | Fjordfisk A/S; NO; Bergen; fjordfisk.example; ;
! | Fjordfisk AS; NO; Bergen; fjordfisk.example; ; | Fjordfrakt AS; NO; Bergen; fjordfrakt.example; ;
= | Jensen Møbler ApS; DK; Aarhus; jensenmobler.example; ; | Jensen Mobler; DK; Aarhus; jensenmobler.example; ;
! | Jensen Møbler ApS; DK; Aarhus; ; ; | Jensen & Co ApS; DK; Odense; ; ;
= | Zakłady Metalowe Wisła Sp. z o.o.; PL; Kraków; ; ; PL1234567890 | Zaklady Metalowe Wisla; PL; Kraków; ; ; 1234567890
! | Zakłady Metalowe Wisła Sp. z o.o.; PL; Kraków; ; ; | Zakłady Mięsne Wisła Sp. z o.o.; PL; Kraków; ; ;
= | Pivovar Sokol s.r.o.; CZ; Brno; pivovarsokol.example; ; | Pivovar Sokol; CZ; Brno; pivovarsokol.example; ;
! | Pivovar Sokol s.r.o.; CZ; Brno; ; ; | Pivovar Orel s.r.o.; CZ; Brno; ; ;
= | 北京华信科技有限公司; CN; 北京; huaxin.example; ; | 北京华信科技; CN; 北京; huaxin.example; ;
! | 北京华信科技有限公司; CN; 北京; ; ; | 北京华信科技股份有限公司; CN; 北京; ; ;
! | 北京华信科技有限公司; CN; 北京; ; ; | 上海华信科技有限公司; CN; 上海; ; ;
! | 北京华信科技有限公司; CN; 北京; ; ; | 北京华信贸易有限公司; CN; 北京; ; ;
= | 北京华信科技有限公司; CN; 北京; ; ; | 华信科技(北京)有限公司; CN; 北京; ; ;
= | 深圳市蓝海物流有限公司; CN; 深圳; ; li@lanhai.example; | 深圳蓝海物流有限责任公司; CN; 深圳; lanhai.example; ;
! | 深圳市蓝海物流有限公司; CN; 深圳; ; ; | 深圳市蓝天物流有限公司; CN; 深圳; ; ;
= | 広島精機株式会社; JP; 広島; hiroshima-seiki.example; ; | 株式会社広島精機; JP; 広島; hiroshima-seiki.example; ;
! | 広島精機株式会社; JP; 広島; ; ; | 福岡精機株式会社; JP; 福岡; ; ;
= | 臺灣綠能科技股份有限公司; TW; 台北; greenpower.example; ; | 台湾绿能科技股份有限公司; TW; 台北; greenpower.example; ;
! | 臺灣綠能科技股份有限公司; TW; 台北; ; ; | 臺灣綠能科技有限公司; TW; 高雄; ; ;
= | 杭州云帆网络科技有限公司; CN; 杭州; ; ; 91330100MA27XL0G1F | 云帆网络; CN; 杭州; ; ; 91330100MA27XL0G1F
= | 广州南粤食品有限公司; CN; 广州; nanyue.example; ; | 廣州南粵食品有限公司; CN; 广州; nanyue.example; ;
! | 广州南粤食品有限公司; CN; 广州; ; ; | 广州南粤餐饮有限公司; CN; 广州; ; ;
! | 成都天府教育咨询有限公司; CN; 成都; ; tianfu@163.com; | 成都天府旅游有限公司; CN; 成都; ; tianfuly@163.com;
= | 成都天府教育咨询有限公司; CN; 成都; ; tianfu@163.com; | 天府教育咨询; CN; 成都; ; tianfu@163.com;
! | 王伟; CN; 北京; ; wangwei@qq.com; | 王伟; CN; 上海; ; wangwei88@qq.com;
= | Huaxin Technology Co., Ltd.; CN; Beijing; huaxin.example; ; | 北京华信科技有限公司; CN; 北京; huaxin.example; ;
= | Suzhou Lianhe Machinery Co., Ltd.; CN; Suzhou; ; sales@lianhe-mach.example; | 苏州联合机械有限公司; CN; 苏州; lianhe-mach.example; ;
! | Suzhou Lianhe Machinery Co., Ltd.; CN; Suzhou; lianhe-mach.example; ; | 苏州联合置业有限公司; CN; 苏州; lianhe-estate.example; ;
= | ＡＢＣ商事株式会社; JP; 東京; abc-shoji.example; ; | ABC商事; JP; 東京; abc-shoji.example; ;
= | 한빛전자 주식회사; KR; 서울; hanbit.example; ; | 주식회사 한빛전자; KR; 서울; hanbit.example; ;
! | 한빛전자 주식회사; KR; 서울; ; ; | 한빛건설 주식회사; KR; 서울; ; ;
= | Sharma Textiles Pvt Ltd; IN; Surat; sharmatex.example; ; | Sharma Textiles Private Limited; IN; Surat; sharmatex.example; ;
! | Sharma Textiles Pvt Ltd; IN; Surat; ; ; | Sharma Traders; IN; Surat; ; ;
= | Outback Solar Pty Ltd; AU; Perth; outbacksolar.example; ; | Outback Solar; AU; Perth; outbacksolar.example; ;
! | Outback Solar Pty Ltd; AU; Perth; ; ; | Outback Spirits Pty Ltd; AU; Perth; ; ;
= | Merlion Foods Pte. Ltd.; SG; ; ; ap@merlionfoods.example; | Merlion Foods; SG; ; merlionfoods.example; ;
! | Merlion Foods Pte. Ltd.; SG; ; ; ; | Merlion Marine Pte. Ltd.; SG; ; ; ;
= | Café São Jorge Ltda; BR; Santos; saojorge.example; ; | Cafe Sao Jorge; BR; Santos; saojorge.example; ;
! | Café São Jorge Ltda; BR; Santos; ; ; | Café São José Ltda; BR; Santos; ; ;
= | Tortuga Dive Shop; MX; Cozumel; ; hola@tortugadive.example; | Tortuga Dive Shop SA de CV; MX; Cozumel; tortugadive.example; ;
! | Tortuga Dive Shop; MX; Cozumel; ; ; | Tortuga Beach Club; MX; Cozumel; ; ;
= | Imkerei Wiesengrund; DE; Gera; wiesengrund.example; ; | Bienenhof Wiesengrund GmbH; DE; Gera; wiesengrund.example; ;
! | Imkerei Wiesengrund; DE; Gera; ; wiesengrund@t-online.de; | Pflegeheim Wiesengrund; DE; Gera; ; heim.wiesengrund@t-online.de;
= | Maple Ridge Dental Inc.; CA; Calgary; mapleridge.example; ; | Maple Ridge Dental; CA; Calgary; ; desk@mapleridge.example;
! | Maple Ridge Dental Inc.; CA; Calgary; ; ; | Maple Leaf Dental Inc.; CA; Calgary; ; ;
`;

/** Namesakes in other trades, towns and forms: each brand stands for a pair of one and a pair of two. */
const BRANDS: ReadonlyArray<
  readonly [brand: string, trade: string, other: string, form: string, country: string, town: string]
> = [
  ["Silberfuchs", "Werkzeuge", "Reisen", "GmbH", "DE", "Hannover"],
  ["Lindqvist", "Marine", "Bageri", "AB", "SE", "Göteborg"],
  ["Castelnuovo", "Ceramiche", "Vini", "S.r.l.", "IT", "Modena"],
  ["Harrowgate", "Textiles", "Dairy", "Ltd", "GB", "Leeds"],
  ["Ponderosa", "Timber", "Dental", "LLC", "US", "Eugene"],
  ["Belcourt", "Assurances", "Fromages", "SAS", "FR", "Rennes"],
  ["Valdemoro", "Cementos", "Calzados", "S.L.", "ES", "Toledo"],
  ["Zuiderzee", "Scheepsbouw", "Kaas", "B.V.", "NL", "Hoorn"],
  ["Kestrel", "Aviation", "Bakery", "Inc", "US", "Wichita"],
  ["Tamarind", "Spices", "Yoga", "Pvt Ltd", "IN", "Kochi"],
  ["Wallaroo", "Mining", "Surf", "Pty Ltd", "AU", "Darwin"],
  ["Ostsee", "Reederei", "Optik", "GmbH & Co. KG", "DE", "Lübeck"],
  ["Edelweiss", "Seilbahnen", "Blumen", "AG", "CH", "Chur"],
  ["Karelia", "Saunas", "Papier", "Oy", "FI", "Joensuu"],
  ["Bialowieza", "Meble", "Kosmetyki", "Sp. z o.o.", "PL", "Bialystok"],
  ["Moravia", "Glass", "Hops", "s.r.o.", "CZ", "Olomouc"],
  ["Larkspur", "Nurseries", "Insurance", "Ltd", "GB", "Exeter"],
  ["Saguaro", "Roofing", "Tacos", "LLC", "US", "Tucson"],
  ["Pemberton", "Clocks", "Hospitality", "Plc", "GB", "Derby"],
  ["Montclair", "Pianos", "Parking", "SA", "FR", "Tours"],
  ["Ravenna", "Mosaici", "Trasporti", "S.p.A.", "IT", "Ravenna"],
  ["Halvorsen", "Fisk", "Regnskap", "AS", "NO", "Molde"],
  ["Quetzal", "Cafe", "Turismo", "SA de CV", "MX", "Oaxaca"],
  ["Ashgrove", "Veterinary", "Scaffolding", "Ltd", "IE", "Cork"],
  ["Bluebonnet", "Catering", "Welding", "Inc", "US", "Waco"],
  ["Gletscher", "Brunnen", "Sport", "GmbH", "AT", "Innsbruck"],
];

/** The same in Chinese: brand, trade, another trade, place, another place. */
const HAN_BRANDS: ReadonlyArray<
  readonly [brand: string, trade: string, other: string, place: string, elsewhere: string]
> = [
  ["启明星", "软件", "餐饮", "北京", "武汉"],
  ["金鼎", "机械", "文化传媒", "青岛", "厦门"],
  ["博远", "教育", "物流", "南京", "西安"],
  ["恒泰", "电子", "房地产", "东莞", "合肥"],
  ["绿洲", "环保", "酒店", "长沙", "昆明"],
  ["鸿运", "服装", "建筑", "温州", "大连"],
  ["百川", "医药", "广告", "成都", "太原"],
  ["瑞丰", "食品", "汽车", "济南", "福州"],
  ["云顶", "数据", "旅游", "贵阳", "苏州"],
  ["盛世", "包装", "金融", "佛山", "郑州"],
];

export type LabelledSide = {
  readonly name: string;
  readonly country: string;
  readonly town: string;
  readonly site: string;
  readonly email: string;
  readonly taxId: string;
};
export type LabelledPair = {
  readonly isOne: boolean;
  readonly first: LabelledSide;
  readonly second: LabelledSide;
};

/** All of them. Two of every four, one after the other, are for tuning; the other two are held out (`isHeldOut`). */
export const LABELLED_PAIRS: readonly LabelledPair[] = [
  ...LINES.trim().split("\n").map(pairOf),
  ...BRANDS.flatMap(pairsOfBrand),
  ...HAN_BRANDS.flatMap(pairsOfHanBrand),
];

export const isHeldOut = (place: number): boolean => place % 4 >= 2;

function pairOf(line: string): LabelledPair {
  const [label = "", first = "", second = ""] = line.split("|").map((part) => part.trim());
  return { isOne: label === "=", first: sideOf(first), second: sideOf(second) };
}

function sideOf(text: string): LabelledSide {
  const [name = "", country = "", town = "", site = "", email = "", taxId = ""] = text
    .split(";")
    .map((part) => part.trim());
  return { name, country, town, site, email, taxId };
}

function pairsOfBrand(
  [brand, trade, other, form, country, town]: (typeof BRANDS)[number],
  place: number,
): LabelledPair[] {
  const site = `${brand}-${trade}.example`.toLowerCase();
  const slip = `${brand.slice(0, 3)}${brand.slice(4)}`;
  const elsewhere = BRANDS[(place + 7) % BRANDS.length];
  const lines = [
    `= | ${brand} ${trade} ${form}; ${country}; ${town}; ${site}; ; | ${brand} ${trade}; ${country}; ; www.${site}; ;`,
    `= | ${brand} ${trade} ${form}; ${country}; ${town}; ; post@${site}; | ${trade} ${brand}; ; ${town}; ${site}; ;`,
    `= | ${brand} ${trade} ${form}; ${country}; ${town}; ; ; | ${slip} ${trade} ${form}; ${country}; ${town}; ; ;`,
    `= | ${brand.toUpperCase()} ${trade.toUpperCase()}; ${country}; ${town}; ; ; | ${brand} ${trade} ${form}; ${country}; ${town}; ; ;`,
    `! | ${brand} ${trade} ${form}; ${country}; ${town}; ; ; | ${brand} ${other} ${form}; ${country}; ${town}; ; ;`,
    `! | ${brand} ${trade} ${form}; ${country}; ${town}; ${site}; ; | ${brand} ${trade} Inc; CA; Toronto; ${brand.toLowerCase()}ca.example; ;`,
    `! | ${brand} ${trade} ${form}; ${country}; ${town}; ; ; | ${brand} ${trade} ${form}; ${country}; ${elsewhere?.[5]}; ; ;`,
    `! | ${brand} ${trade} ${form}; ${country}; ${town}; ; office${place}@gmail.com; | ${elsewhere?.[0]} ${trade} ${form}; ${country}; ${town}; ; office${place}b@gmail.com;`,
    `= | ${brand} ${trade} ${form}; ${country}; ; ${site}; ; | ${brand}; ${country}; ${town}; ${site}; ;`,
    `! | ${brand} ${trade} ${form}; ${country}; ${town}; ${brand.toLowerCase()}.example; ; | ${brand} ${other} ${form}; ${country}; ${elsewhere?.[5]}; ; ${other.toLowerCase()}@${brand.toLowerCase()}.example;`,
    `! | ${brand} ${trade} Lager 3; ${country}; ${town}; ${site}; ; | ${brand} ${trade} Lager 4; ${country}; ${town}; ${site}; ;`,
  ];
  return lines.map(pairOf);
}

function pairsOfHanBrand(
  [brand, trade, other, place, elsewhere]: (typeof HAN_BRANDS)[number],
  number: number,
): LabelledPair[] {
  const site = `han${number}-co.example`;
  const lines = [
    `= | ${place}${brand}${trade}有限公司; CN; ${place}; ; ; | ${place}市${brand}${trade}有限责任公司; CN; ${place}; ; ;`,
    `= | ${place}${brand}${trade}有限公司; CN; ; ${site}; ; | ${brand}${trade}; CN; ${place}; ; gm@${site};`,
    `= | ${brand}${trade}（${place}）有限公司; CN; ${place}; ${site}; ; | ${place}${brand}${trade}有限公司; 中国; ; ${site}; ;`,
    `= | ${brand}集团; CN; ${place}; ${site}; ; | ${place}${brand}集团有限公司; CN; ; ${site}; ;`,
    `! | ${place}${brand}${trade}有限公司; CN; ${place}; ; ; | ${elsewhere}${brand}${trade}有限公司; CN; ${elsewhere}; ; ;`,
    `! | ${place}${brand}${trade}有限公司; CN; ${place}; ; ; | ${place}${brand}${other}有限公司; CN; ${place}; ; ;`,
    `! | ${place}${brand}${trade}有限公司; CN; ${place}; ; ; | ${place}${brand}${trade}股份有限公司; CN; ${place}; ; ;`,
    `! | ${place}${brand}${trade}有限公司; CN; ${place}; ; hr${number}@163.com; | ${place}${HAN_BRANDS[(number + 3) % 10]?.[0]}${trade}有限公司; CN; ${place}; ; hr${number}b@163.com;`,
    `! | ${place}${brand}${trade}有限公司; CN; ${place}; ; ; 91${number}10108MA0000000${number} | ${place}${brand}${trade}有限公司第一分公司; CN; ${place}; ; ;`,
  ];
  return lines.map(pairOf);
}
