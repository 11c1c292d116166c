/**
 * The traditional characters that stand in questions, and their simplified forms in the same order, so that a question
 * has one form in both scripts.
 */
const TRADITIONAL =
  "險為麼樣誰個從時開會離產購買賣訂採歷錄記發過費維護銷價終週報總結簡彙淨幫說應該辦對關於訴沒請問煩給顯閾門檻臨變動漲處團隊單這還來長間現況狀資檔錢裡當徵點內擔憂聯繫絡們劃議見勞駕啟東進後數據嗎話讓搶續約幾爲麽與丟務厲將戶潤獻種經薦講詢貢達陣項題風紹匯幹禮類兩負責";
const SIMPLIFIED =
  "险为么样谁个从时开会离产购买卖订采历录记发过费维护销价终周报总结简汇净帮说应该办对关于诉没请问烦给显阈门槛临变动涨处团队单这还来长间现况状资档钱里当征点内担忧联系络们划议见劳驾启东进后数据吗话让抢续约几为么与丢务厉将户润献种经荐讲询贡达阵项题风绍汇干礼类两负责";

const SIMPLE: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].map((character, place) => [character, [...SIMPLIFIED][place] ?? character] as const),
);

/** The same text, character by character, with those traditional characters simplified. */
export const inOneScript = (text: string): string =>
  text.replace(/\p{Script=Han}/gu, (character) => SIMPLE.get(character) ?? character);

/**
 * The same text, character by character, in small letters: forms that were compared in any case took four times as long to compile,
 * which the first one who asked after a start waited for.
 */
export const inOneCase = (text: string): string =>
  text.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });

/** What people say around a question; taken off as often as it stands there. */
const BEFORE: readonly RegExp[] = [
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))(?: (?:there|mainstay|bot|all|team))?\s*[,!.:-]\s*/i,
  /^(?:hi|hello|hey|dear) (?:there|mainstay|bot)\s+/i,
  /^(?:ok|okay|so|well|um|hmm|please|pls|kindly|sorry|excuse me|quick question|mainstay)[,:.!]*\s+/i,
  /^(?:can|could|would|will) you (?:please |kindly )?(?=(?:tell|show|give|look|find|pull)\b)/i,
  /^(?:do you (?:happen to )?know|any idea|i wonder|i was wondering|let me know|remind me|i(?: would|'d) like to (?:know|see)|i want to (?:know|see)),?\s+/i,
  /^(?:please )?(?:tell|show|give) (?:me|us) (?=(?:how|why|what|who|whose|since|which|my|our|the|a|last|digest)\b)/i,
  /^(?:你好|您好|嗨|哈喽|哈囉|早安|早上好|下午好|晚上好)[\s,!.。、~]*(?=.)/u,
  /^(?:请问|請問|请教|請教|请|請|麻烦|麻煩|劳驾|勞駕|拜托|拜託|不好意思)(?:你|您)?(?:一下)?[\s,、]*(?=.)/u,
  /^(?:能不能|可不可以|能否|可否|可以|能)?(?:帮|幫)(?:我|忙|我们|我們)(?:一下)?(?!.?(?:留|保|挽))[\s,]*(?=.)/u,
  /^(?:能不能|可不可以|能否|可否)[\s,]*(?=.)/u,
  /^(?:我)?想(?:要)?(?:知道|问|問|了解|瞭解|请教|請教)(?:一下)?[\s,]*(?=.)/u,
  /^(?:告诉|告訴)我[\s,]*(?=.)/u,
];
const BEHIND: readonly RegExp[] = [
  /[\s?!.,;:。、…~]+$/u,
  /[\s,]+(?:please|pls|thanks(?: a lot| so much| in advance)?|thank you(?: very much| so much)?|thx|cheers|mate)$/i,
  /[\s,、]*(?:谢谢|謝謝|多谢|多謝|感谢|感謝|拜托了?|拜託了?|麻烦了|麻煩了)(?:你|您)?$/u,
  /(?<=\p{Script=Han})[吗嗎呀啊吧哦喔]$/u,
];

/**
 * What is asked, without what is said around it: full-width signs narrowed, greetings, please and thank you, marks and
 * particles at the end gone, no spaces beside Han characters. Empty where nothing else was said.
 */
export function plainQuestion(text: string): string {
  const narrowed = text
    .normalize("NFKC")
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
  const bare = withoutEdges(narrowed);
  return bare.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "");
}

/** A text of many greetings is not read further: nobody asks like that. */
const MOST_EDGES = 12;

function withoutEdges(text: string): string {
  let rest = text;
  for (let taken = 0; taken < MOST_EDGES; taken += 1) {
    const edge = [...BEFORE, ...BEHIND].find((pattern) => pattern.test(rest));
    if (edge === undefined) return rest;
    rest = rest.replace(edge, "").trim();
  }
  return rest;
}
