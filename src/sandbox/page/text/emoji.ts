/** Slack's shortcodes of the signs that business messages use. A name that is not here is shown as written. */
const NAMES = `
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|wave 👋|clap 👏|raised_hands 🙌|pray 🙏|muscle 💪|ok_hand 👌|point_right 👉
point_left 👈|point_up ☝️|point_down 👇|handshake 🤝|eyes 👀|smile 😄|smiley 😃|grinning 😀|grin 😁|joy 😂|blush 😊
slightly_smiling_face 🙂|wink 😉|heart_eyes 😍|thinking_face 🤔|neutral_face 😐|confused 😕|worried 😟|disappointed 😞
cry 😢|sob 😭|angry 😠|rage 😡|sweat_smile 😅|sunglasses 😎|relieved 😌|sleeping 😴|zzz 💤|exploding_head 🤯
heart ❤️|broken_heart 💔|green_heart 💚|blue_heart 💙|yellow_heart 💛|sparkling_heart 💖|sparkles ✨|star ⭐|star2 🌟
tada 🎉|confetti_ball 🎊|gift 🎁|birthday 🎂|cake 🍰|balloon 🎈|trophy 🏆|medal 🏅|crown 👑|gem 💎|fire 🔥|rocket 🚀
zap ⚡|bulb 💡|bell 🔔|no_bell 🔕|mega 📣|loudspeaker 📢|speech_balloon 💬|thought_balloon 💭|email 📧|envelope ✉️
phone ☎️|telephone_receiver 📞|iphone 📱|calendar 📆|date 📅|spiral_calendar_pad 🗓️|clock1 🕐|clock9 🕘|alarm_clock ⏰
hourglass ⌛|hourglass_flowing_sand ⏳|stopwatch ⏱️|timer_clock ⏲️|chart_with_upwards_trend 📈
chart_with_downwards_trend 📉|bar_chart 📊|clipboard 📋|memo 📝|pencil 📝|pencil2 ✏️|pushpin 📌|round_pushpin 📍
paperclip 📎|link 🔗|mag 🔍|lock 🔒|unlock 🔓|key 🔑|package 📦|truck 🚚|shopping_trolley 🛒|moneybag 💰|dollar 💵
euro 💶|yen 💴|pound 💷|credit_card 💳|receipt 🧾|briefcase 💼|office 🏢|factory 🏭|house 🏠|globe_with_meridians 🌐
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|heavy_multiplication_x ✖️|warning ⚠️
exclamation ❗|grey_exclamation ❕|question ❓|grey_question ❔|bangbang ‼️|no_entry ⛔|no_entry_sign 🚫|octagonal_sign 🛑
information_source ℹ️|100 💯|red_circle 🔴|large_orange_circle 🟠|large_yellow_circle 🟡|large_green_circle 🟢
large_blue_circle 🔵|large_purple_circle 🟣|white_circle ⚪|black_circle ⚫|large_green_square 🟩|large_red_square 🟥
large_yellow_square 🟨|large_orange_square 🟧|small_red_triangle 🔺|small_red_triangle_down 🔻|arrow_up ⬆️|arrow_down ⬇️
arrow_right ➡️|arrow_left ⬅️|arrow_upper_right ↗️|arrow_lower_right ↘️|arrows_counterclockwise 🔄|repeat 🔁
heavy_plus_sign ➕|heavy_minus_sign ➖|recycle ♻️|construction 🚧|rotating_light 🚨|sos 🆘|new 🆕|gear ⚙️|wrench 🔧
hammer_and_wrench 🛠️|robot_face 🤖|ghost 👻|seedling 🌱|herb 🌿|sunny ☀️|cloud ☁️|rainbow 🌈|umbrella ☔|snowflake ❄️
coffee ☕|beer 🍺|pizza 🍕|apple 🍎|mailbox 📫|inbox_tray 📥|outbox_tray 📤|file_folder 📁|page_facing_up 📄|books 📚
book 📖|newspaper 📰|label 🏷️|scales ⚖️|test_tube 🧪|microscope 🔬|dart 🎯|checkered_flag 🏁|triangular_flag_on_post 🚩
busts_in_silhouette 👥|bust_in_silhouette 👤|woman-raising-hand 🙋‍♀️|man-raising-hand 🙋‍♂️|shrug 🤷|facepalm 🤦
`;

/** Shortcode without colons → the sign. */
export const EMOJI: Readonly<Record<string, string>> = Object.fromEntries(
  NAMES.trim()
    .split(/[|\n]/)
    .map((entry) => entry.split(" "))
    .flatMap(([name, sign]) => (name === undefined || sign === undefined ? [] : [[name, sign] as const])),
);

/** What the reaction menu offers. */
export const QUICK_REACTIONS = [
  "+1",
  "white_check_mark",
  "eyes",
  "tada",
  "heart",
  "pray",
  "thinking_face",
  "-1",
] as const;
