import type { LanguageDrafts } from "./language-drafts.ts";

/** What a team writes to its customers, in German; days and years in the dative, as "vor", "seit" and "in" ask for. */
export const de: LanguageDrafts = {
  greeting: "Guten Tag[ {contact}],",
  closing: "Freundliche Grüße\n{sender}\n{company}",
  days: "{count, plural, one {# Tag} other {# Tagen}}",
  years: "{count, plural, one {# Jahr} other {# Jahren}}",
  feasts: {
    christmas: "Weihnachten",
    diwali: "Diwali",
    eid_al_adha: "Opferfest",
    eid_al_fitr: "Zuckerfest",
    lunar_new_year: "Mondneujahr",
    new_year: "Neujahr",
    nowruz: "Nouruz",
    thanksgiving: "Thanksgiving",
  },
  drafts: {
    "reply-to-ticket": {
      subject: "Ihre Nachricht[ {ticket}]",
      text: "vielen Dank für Ihre Nachricht[ {ticket}]. Bitte entschuldigen Sie, dass Sie noch auf eine Antwort warten. Sie hat uns vor {days} erreicht.\n\nIch kümmere mich jetzt darum. Gibt es außer dem, was Sie geschrieben haben, noch etwas, das ich wissen sollte?",
      chat: "bitte entschuldigen Sie, dass Sie noch auf eine Antwort auf Ihre Nachricht[ {ticket}] warten. Ich kümmere mich jetzt darum. Gibt es noch etwas, das ich wissen sollte?",
    },
    "solve-ticket": {
      subject: "Ihr offenes Anliegen[ {ticket}]",
      text: "Ihr Anliegen[ {ticket}] ist noch offen, und ich möchte Ihnen sagen, wie es steht. Sie haben es vor {days} gemeldet.\n\nWann kann ich Sie anrufen? Bitte sagen Sie mir auch, wie sehr es Sie im Moment behindert, damit wir es richtig einordnen.",
      chat: "Ihr Anliegen[ {ticket}] ist noch offen. Wann kann ich Sie anrufen, um Ihnen zu sagen, wie es steht? Und wie sehr behindert es Sie im Moment?",
    },
    "close-the-loop": {
      subject: "Ihre Rückmeldung",
      text: "vielen Dank für Ihre offene Rückmeldung. Es tut mir leid, dass Sie nicht zufrieden waren.\n\nIch möchte verstehen, was nicht gut lief und was wir besser machen können. Wann passt Ihnen ein kurzes Gespräch? Sie können auch einfach auf diese Nachricht antworten.",
      chat: "vielen Dank für Ihre offene Rückmeldung. Es tut mir leid, dass Sie nicht zufrieden waren. Wann passt Ihnen ein kurzes Gespräch, damit ich verstehe, was nicht gut lief?",
    },
    "answer-mention": {
      subject: "Was Sie über uns geschrieben haben",
      text: "wir haben gelesen, was Sie öffentlich über uns geschrieben haben. Es tut mir leid, dass Sie Anlass dazu hatten.\n\nIch möchte verstehen, was geschehen ist, und mit Ihnen sehen, was wir tun können. Wann kann ich Sie anrufen?",
      chat: "wir haben gelesen, was Sie öffentlich über uns geschrieben haben. Es tut mir leid, dass Sie Anlass dazu hatten. Wann kann ich Sie anrufen, um zu verstehen, was geschehen ist?",
    },
    "confirm-fix": {
      subject: "Ist jetzt alles in Ordnung?[ ({ticket})]",
      text: "Ihr Anliegen[ {ticket}] ist bei uns als gelöst vermerkt. Funktioniert bei Ihnen alles so, wie Sie es erwartet haben?\n\nFalls etwas noch nicht stimmt, antworten Sie bitte auf diese Nachricht. Ich sehe es mir dann an.",
      chat: "Ihr Anliegen[ {ticket}] ist bei uns als gelöst vermerkt. Funktioniert bei Ihnen alles so, wie Sie es erwartet haben?",
    },
    "settle-payment": {
      subject: "Ihre letzten Zahlungen kamen nicht an",
      text: "die letzten beiden Zahlungen an uns sind fehlgeschlagen. Oft liegt das an einer abgelaufenen Karte oder an einem Limit der Bank.\n\nKönnten Sie bitte Ihre Zahlungsdaten prüfen? Wenn Sie lieber auf anderem Weg zahlen oder bei uns etwas nicht stimmt, sagen Sie es mir bitte.",
      chat: "die letzten beiden Zahlungen an uns sind fehlgeschlagen. Könnten Sie bitte Ihre Zahlungsdaten prüfen oder mir sagen, ob bei uns etwas nicht stimmt?",
    },
    "call-about-renewal": {
      subject: "Ihre Vertragsverlängerung[ am {renewal}]",
      text: "Ihr Vertrag steht[ am {renewal}] zur Verlängerung an. Es ist also noch Zeit, darüber zu sprechen, was bleiben und was sich ändern soll.\n\nWas hat sich für Sie bewährt, und was hat gefehlt? Gerne gehe ich das in einem kurzen Gespräch mit Ihnen durch. Wann passt es Ihnen?",
      chat: "Ihr Vertrag steht[ am {renewal}] zur Verlängerung an. Wann passt Ihnen ein kurzes Gespräch darüber, was bleiben und was sich ändern soll?",
    },
    "call-about-renewal-30": {
      subject: "Ihre Vertragsverlängerung[ am {renewal}]: Was ist noch offen?",
      text: "Ihr Vertrag steht[ am {renewal}] zur Verlängerung an. Ich möchte rechtzeitig mit Ihnen klären, was für Sie noch offen ist.\n\nHaben Sie Fragen zu Umfang, Konditionen oder Nutzung? Und wer sollte bei dem Gespräch dabei sein? Bitte schlagen Sie mir einen Termin in den nächsten Tagen vor.",
      chat: "Ihr Vertrag steht[ am {renewal}] zur Verlängerung an. Ist für Sie noch etwas offen? Bitte schlagen Sie mir einen Termin in den nächsten Tagen vor.",
    },
    "call-about-renewal-14": {
      subject: "Ihre Vertragsverlängerung[ am {renewal}] rückt näher",
      text: "Ihr Vertrag steht[ in {days}] zur Verlängerung an. Damit alles so läuft, wie Sie es möchten, würde ich die letzten Punkte gerne noch diese Woche mit Ihnen klären.\n\nSoll es so weitergehen wie bisher, oder möchten Sie etwas ändern? Eine kurze Antwort genügt. Gerne rufe ich Sie auch an: Wann passt es Ihnen?",
      chat: "Ihr Vertrag steht[ in {days}] zur Verlängerung an. Soll es so weitergehen wie bisher, oder möchten Sie etwas ändern? Gerne rufe ich Sie auch an.",
    },
    "champion-left": {
      subject: "Wer ist künftig unser Kontakt?",
      text: "ich habe gesehen, dass unser bisheriger Kontakt bei Ihnen nicht mehr für uns zuständig ist. Ich hoffe, die Übergabe ist gut verlaufen.\n\nWer betreut das Thema künftig bei Ihnen? Gerne stelle ich mich vor und berichte, woran wir zusammen gearbeitet haben.",
      chat: "unser bisheriger Kontakt bei Ihnen ist nicht mehr für uns zuständig. Wer betreut das Thema künftig? Gerne stelle ich mich vor.",
    },
    "break-silence": {
      subject: "Wie geht es Ihnen?",
      text: "seit Ihrer letzten Bestellung ist einige Zeit vergangen, und ich möchte fragen, wie es bei Ihnen läuft.\n\nBrauchen Sie im Moment etwas, oder sollten wir etwas anders machen? Ich helfe gerne.",
      chat: "seit Ihrer letzten Bestellung ist einige Zeit vergangen. Wie läuft es bei Ihnen, und brauchen Sie im Moment etwas?",
    },
    "usage-drop": {
      subject: "Wie kommen Sie zurecht?",
      text: "ich möchte fragen, wie Sie und Ihr Team mit dem zurechtkommen, was Sie von uns haben. Hat sich an Ihrer Arbeit etwas geändert, oder steht Ihnen etwas im Weg?\n\nGerne sehe ich es mir mit Ihnen an. Wann hätten Sie zwanzig Minuten Zeit?",
      chat: "wie kommen Sie und Ihr Team mit dem zurecht, was Sie von uns haben? Wenn Ihnen etwas im Weg steht, sehe ich es mir gerne mit Ihnen an.",
    },
    "vip-cooling": {
      subject: "Wollen wir sprechen?",
      text: "mir ist wichtig, dass Sie gut betreut sind. Deshalb möchte ich gerne hören, wie Sie unsere Zusammenarbeit im Moment sehen. Was sollten wir beibehalten, was ändern?\n\nWann passt Ihnen ein Anruf oder ein Treffen?",
      chat: "ich möchte gerne hören, wie Sie unsere Zusammenarbeit im Moment sehen: Was sollten wir beibehalten, was ändern? Wann passt Ihnen ein Anruf?",
    },
    "risk-jump": {
      subject: "Ein kurzes Gespräch?",
      text: "ich möchte gerne hören, wie es bei Ihnen läuft und ob Sie von uns bekommen, was Sie brauchen.\n\nWenn Sie etwas stört, weiß ich es lieber. Wann passt Ihnen ein kurzes Gespräch?",
      chat: "wie läuft es bei Ihnen, und bekommen Sie von uns, was Sie brauchen? Wann passt Ihnen ein kurzes Gespräch?",
    },
    "follow-up-delivery": {
      subject: "Ist alles gut angekommen?",
      text: "war mit Ihrer letzten Lieferung alles in Ordnung, und ist sie so, wie Sie es erwartet haben? Sie sollte vor {days} angekommen sein.\n\nFalls etwas fehlt oder beschädigt ist, antworten Sie bitte auf diese Nachricht. Ich kümmere mich darum.",
      chat: "war mit Ihrer letzten Lieferung alles in Ordnung? Falls etwas fehlt oder beschädigt ist, sagen Sie es mir bitte. Ich kümmere mich darum.",
    },
    congratulate: {
      subject: "Alles Gute zum Geburtstag",
      text: "zum Geburtstag wünsche ich Ihnen alles Gute, Gesundheit und ein gutes neues Lebensjahr.",
      chat: "zum Geburtstag wünsche ich Ihnen alles Gute und ein gutes neues Lebensjahr.",
    },
    holiday: {
      subject: "Grüße zu den Feiertagen[ ({holiday})]",
      text: "Ihnen und Ihrem Team wünsche ich schöne Feiertage[ ({holiday})] und ein paar erholsame Tage. Vielen Dank für die Zusammenarbeit.",
      chat: "Ihnen und Ihrem Team wünsche ich schöne Feiertage[ ({holiday})] und ein paar erholsame Tage.",
    },
    welcome: {
      subject: "Vielen Dank für Ihre erste Bestellung",
      text: "vielen Dank für Ihre erste Bestellung bei uns. Ich möchte, dass Sie gut starten.\n\nFunktioniert alles so, wie Sie es erwartet haben? Wenn Sie Fragen haben, gehe ich sie gerne in einem kurzen Gespräch mit Ihnen durch.",
      chat: "vielen Dank für Ihre erste Bestellung bei uns. Funktioniert alles so, wie Sie es erwartet haben? Wenn Sie Fragen haben, gehe ich sie gerne mit Ihnen durch.",
    },
    anniversary: {
      subject: "Danke für die Zusammenarbeit",
      text: "vielen Dank für Ihr Vertrauen. Wir arbeiten nun seit {years} zusammen.\n\nWenn wir im kommenden Jahr etwas besser machen sollen, höre ich es gerne.",
      chat: "vielen Dank für Ihr Vertrauen. Wir arbeiten nun seit {years} zusammen.",
    },
    "monthly-contact": {
      subject: "Wie läuft es bei Ihnen?",
      text: "wir haben eine Weile nicht gesprochen, deshalb möchte ich fragen, wie es bei Ihnen läuft. Brauchen Sie etwas, oder gibt es Neues, das ich wissen sollte?\n\nEine kurze Antwort genügt. Wenn es Ihnen lieber ist, rufe ich gerne an.",
      chat: "wir haben eine Weile nicht gesprochen. Wie läuft es bei Ihnen, und brauchen Sie etwas?",
    },
    "event-invitation": {
      subject: "Eine Einladung[: {event}]",
      text: "ich möchte Sie und Ihr Team zu unserer Veranstaltung einladen[: {event}].\n\nMöchten Sie kommen? Bitte sagen Sie mir, wie viele Sie sein werden. Dann schicke ich Ihnen alles, was Sie wissen müssen.",
      chat: "ich möchte Sie und Ihr Team zu unserer Veranstaltung einladen[: {event}]. Möchten Sie kommen?",
    },
    "new-product": {
      subject: "Neu bei uns[: {product}]",
      text: "Sie kaufen oft aus diesem Teil unseres Sortiments. Deshalb möchte ich Ihnen sagen, dass es dort etwas Neues gibt[: {product}].\n\nWenn Sie mehr wissen möchten, antworten Sie bitte auf diese Nachricht. Dann schicke ich Ihnen Näheres.",
      chat: "in einem Teil unseres Sortiments, aus dem Sie oft kaufen, gibt es etwas Neues[: {product}]. Möchten Sie mehr wissen?",
    },
    "cross-sell": {
      subject: "Vielleicht etwas für Sie[: {product}]",
      text: "vielleicht ist noch etwas aus unserem Sortiment für Sie nützlich[: {product}]. Wer ähnlich bestellt wie Sie, nimmt oft auch {product}.\n\nSoll ich Ihnen Näheres schicken? Wenn es nichts für Sie ist, ist das in Ordnung.",
      chat: "vielleicht ist noch etwas aus unserem Sortiment für Sie nützlich[: {product}]. Soll ich Ihnen Näheres schicken?",
    },
    "tier-in-reach": {
      subject: "Die nächste Stufe[: {tier}]",
      text: "Sie sind nahe an der nächsten Stufe unseres Treueprogramms[: {tier}]. Vielleicht erreichen Sie sie schon mit der nächsten Bestellung.\n\nWenn Sie wissen möchten, was sie bringt, sage ich es Ihnen gerne.",
      chat: "Sie sind nahe an der nächsten Stufe unseres Treueprogramms[: {tier}]. Möchten Sie wissen, was sie bringt?",
    },
    "ask-referral": {
      subject: "Eine kleine Bitte",
      text: "vielen Dank für Ihre freundliche Rückmeldung. Sie bedeutet uns viel.\n\nKennen Sie jemanden, für den wir ebenfalls nützlich sein könnten? Ich würde mich freuen, wenn Sie den Kontakt herstellen oder meine Adresse weitergeben.",
      chat: "vielen Dank für Ihre freundliche Rückmeldung. Kennen Sie jemanden, für den wir ebenfalls nützlich sein könnten?",
    },
    thank: {
      subject: "Vielen Dank für Ihre Bestellung",
      text: "vielen Dank für Ihre Bestellung. Wir freuen uns, dass Sie sich wieder für uns entschieden haben.\n\nWenn Sie Fragen haben, erreichen Sie mich direkt.",
      chat: "vielen Dank für Ihre Bestellung. Wenn Sie Fragen haben, erreichen Sie mich direkt.",
    },
    "win-back": {
      subject: "Darf ich fragen, wie es Ihnen geht?",
      text: "wir haben eine Weile nicht zusammengearbeitet, und ich möchte fragen, wie es bei Ihnen läuft.\n\nGerne würde ich auch hören, was damals zu Ihrer Entscheidung geführt hat und was wir besser machen müssten. Wenn es Sie interessiert, können wir darüber sprechen, was sich seither geändert hat.",
      chat: "wir haben eine Weile nicht zusammengearbeitet. Wie läuft es bei Ihnen, und was müssten wir für Sie besser machen?",
    },
    "check-in": {
      subject: "Wie läuft es?",
      text: "ich möchte kurz fragen, wie es bei Ihnen läuft und ob Sie etwas von uns brauchen.\n\nEine kurze Antwort genügt. Wenn es Ihnen lieber ist, rufe ich gerne an.",
      chat: "wie läuft es bei Ihnen, und brauchen Sie etwas von uns?",
    },
  },
};
