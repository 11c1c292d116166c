/** Traditional characters of the words in `chinese-words.ts`, each with its simplified one behind it. */
const PAIRS = `
幾几 隻只 剛刚 愛爱 異异 別别 時时 遞递 盡尽 儘尽 貴贵 煩烦 請请 問问 僅仅 論论 無无 斷断 級级 區区 類类 線线 沒没 謝谢 達达
貨货 會会 題题 關关 來来 瞭了 說说 説说 訴诉 電电 話话 薦荐 碼码 優优 錯错 過过 亂乱 處处 騙骗 詐诈 錢钱 買买 萬万 遠远 爛烂
搶抢 稅税 極极 勁劲 惡恶 噁恶 夠够 恥耻 氣气 顆颗 條条 虛虚 閃闪 潰溃 機机 當当 評评 負负 勸劝 後后 憤愤 丟丢 臉脸 難难 討讨
厭厌 語语 頓顿 網网 連连 開开 進进 錄录 壞坏 損损 颳刮 質质 實实 誤误 導导 費费 釦扣 兩两 復复 複复 覆复 漲涨 價价 變变 遲迟
脫脱 迴回 應应 囂嚣 張张 賬账 帳账 載载 棄弃 見见 敗败 報报 雞鸡 離离 譜谱 懷怀 纍累 縮缩 聽听 瑣琐 摺折 鬱郁 悶闷 隱隐 們们
洩泄 騷骚 擾扰 彈弹 認认 責责 頭头 蝸蜗 專专 業业 強强 製制 動动 續续 臟脏 髒脏 違违 約约 職职 聯联 門门 給给 換换 闆板 誠诚
遺遗 傷伤 廢废 殘残 發发 點点 雜杂 隊队 誇夸 廣广 還还 穩稳 規规 簡简 單单 覺觉 觀观 樣样 厲厉 適适 齊齐 輕轻 鬆松 陞升 驚惊
訝讶 贊赞 讚赞 個个 種种 歡欢 滿满 興兴 貼贴 細细 熱热 暢畅 順顺 緻致 乾干 淨净 紮扎 劃划 購购 賴赖 寶宝 親亲 準准 飛飞 悅悦
溫温 揚扬 週周 頂顶 顏颜 擔担 決决 幫帮 艷艳 豔艳 講讲 驕骄 預预 敵敌 釋释 絕绝 選选 這这 麼么 兒儿 結结 卻却 雖虽 誰谁 嗎吗
銷销 訊讯 務务 裏里 裡里 樂乐 體体 雲云 記记 運运 韌韧 鏽锈 險险 壓压 舊旧 爾尔`;

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  PAIRS.trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** The text in simplified characters, as far as our words need it; as long as it was. */
export function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => SIMPLIFIED.get(character) ?? character);
}
