import type {
  FeedbackRecord,
  TicketSeverity,
  TouchChannel,
  TouchOutcome,
} from "../../domain/customer-records.ts";
import type { Spellings } from "../csv/word-column.ts";

/*
 * The usual words of helpdesks and CRMs in English, German, French, Spanish and Chinese. Bare digits are left out: 1 is
 * the most urgent in some systems and the least in others, and nobody would see which way it was taken.
 */

export const SEVERITIES: Spellings<TicketSeverity> = {
  low: [
    ...["lowest", "minor", "trivial", "p4", "p5", "sev4", "niedrig", "gering", "tief"],
    ...[
      "basse",
      "bas",
      "faible",
      "mineure",
      "mineur",
      "baja",
      "bajo",
      "menor",
      "低",
      "较低",
      "較低",
      "轻微",
      "輕微",
    ],
  ],
  normal: [
    ...["medium", "moderate", "standard", "default", "p3", "sev3", "mittel", "normale", "moyenne", "moyen"],
    ...["media", "medio", "moderada", "中", "中等", "一般", "普通", "正常"],
  ],
  high: [
    ...[
      "major",
      "important",
      "elevated",
      "p2",
      "sev2",
      "hoch",
      "wichtig",
      "haute",
      "haut",
      "elevee",
      "eleve",
    ],
    ...["majeure", "importante", "alta", "alto", "mayor", "高", "较高", "較高", "重要"],
  ],
  urgent: [
    ...["highest", "critical", "blocker", "emergency", "immediate", "very high", "p0", "p1", "sev0", "sev1"],
    ...[
      "dringend",
      "kritisch",
      "sehr hoch",
      "sofort",
      "urgente",
      "critique",
      "bloquante",
      "critica",
      "critico",
    ],
    ...["紧急", "緊急", "非常紧急", "特急", "严重", "嚴重", "加急", "最高"],
  ],
};

export const CHANNELS: Spellings<TouchChannel> = {
  phone: ["call", "telephone", "anruf", "telefon", "appel", "llamada", "telefono", "电话", "電話"],
  email: [
    "e mail",
    "mail",
    "courriel",
    "correo",
    "correo electronico",
    "邮件",
    "郵件",
    "电子邮件",
    "電子郵件",
  ],
  chat: ["live chat", "message", "slack", "messenger", "whatsapp", "wechat", "微信", "企业微信", "聊天"],
  meeting: ["video", "video call", "besprechung", "treffen", "termin", "reunion", "会议", "會議"],
  visit: ["on site", "onsite", "besuch", "visite", "visita", "拜访", "拜訪", "上门"],
  sms: ["text", "text message", "短信", "簡訊", "短訊"],
  social: ["social media", "facebook", "instagram", "linkedin", "twitter", "x", "微博"],
  other: ["sonstiges", "andere", "autre", "otro", "otra", "其他", "其它"],
};

export const OUTCOMES: Spellings<TouchOutcome> = {
  reached: [
    "connected",
    "completed",
    "done",
    "answered",
    "held",
    "erreicht",
    "joint",
    "contactado",
    "已联系",
    "已接通",
  ],
  no_answer: [
    ...["no response", "unanswered", "not reached", "busy", "voicemail", "left voicemail", "no show"],
    ...["nicht erreicht", "sans reponse", "sin respuesta", "未接通", "无人接听", "未联系上"],
  ],
  promised: ["callback", "call back", "follow up", "zugesagt", "promis", "prometido", "已承诺"],
  resolved: ["solved", "fixed", "geloest", "gelöst", "resolu", "resuelto", "已解决"],
  declined: ["refused", "not interested", "rejected", "abgelehnt", "refuse", "rechazado", "已拒绝"],
  other: ["sonstiges", "andere", "autre", "otro", "其他", "其它"],
};

export const FEEDBACK_KINDS: Spellings<FeedbackRecord["kind"]> = {
  csat: ["satisfaction", "customer satisfaction"],
  ces: ["effort", "customer effort", "customer effort score"],
  nps: ["net promoter score", "recommendation"],
  thumbs: ["thumb", "thumbs up down", "good bad"],
};

/** Of a thumb: 1 is up. */
export const THUMBS: Spellings<"1" | "0"> = {
  "1": ["up", "thumbs up", "good", "yes", "true", "positive", "👍"],
  "0": ["down", "thumbs down", "bad", "no", "false", "negative", "👎"],
};

export const ON_SALE: Spellings<"yes" | "no"> = {
  yes: [
    "true",
    "1",
    "y",
    "active",
    "on sale",
    "published",
    "ja",
    "aktiv",
    "oui",
    "actif",
    "si",
    "activo",
    "是",
    "上架",
    "在售",
  ],
  no: [
    ...[
      "false",
      "0",
      "n",
      "inactive",
      "archived",
      "draft",
      "discontinued",
      "nein",
      "inaktiv",
      "non",
      "inactif",
    ],
    ...["inactivo", "否", "下架", "停售"],
  ],
};
