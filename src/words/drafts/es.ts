import type { LanguageDrafts } from "./language-drafts.ts";

/** What a team writes to its customers, in Spanish. */
export const es: LanguageDrafts = {
  greeting: "Buenos días[, {contact}]:",
  closing: "Un cordial saludo,\n{sender}\n{company}",
  days: "{count, plural, one {# día} other {# días}}",
  years: "{count, plural, one {# año} other {# años}}",
  feasts: {
    christmas: "Navidad",
    diwali: "Diwali",
    eid_al_adha: "Eid al-Adha",
    eid_al_fitr: "Eid al-Fitr",
    lunar_new_year: "Año Nuevo Lunar",
    new_year: "Año Nuevo",
    nowruz: "Nouruz",
    thanksgiving: "Acción de Gracias",
  },
  drafts: {
    "reply-to-ticket": {
      subject: "Su mensaje[ {ticket}]",
      text: "Gracias por su mensaje[ {ticket}]. Le pido disculpas porque todavía espera una respuesta. Nos llegó hace {days}.\n\nMe ocupo de ello ahora. ¿Hay algo más que deba saber, aparte de lo que escribió?",
      chat: "Le pido disculpas porque todavía espera una respuesta a su mensaje[ {ticket}]. Me ocupo de ello ahora. ¿Hay algo más que deba saber?",
    },
    "solve-ticket": {
      subject: "Su solicitud abierta[ {ticket}]",
      text: "Su solicitud[ {ticket}] sigue abierta y me gustaría contarle en qué punto está. Nos la comunicó hace {days}.\n\n¿Cuándo puedo llamarle? Dígame también, por favor, cuánto le afecta en este momento, para que le demos la prioridad adecuada.",
      chat: "Su solicitud[ {ticket}] sigue abierta. ¿Cuándo puedo llamarle para contarle en qué punto está? ¿Y cuánto le afecta en este momento?",
    },
    "close-the-loop": {
      subject: "Su opinión",
      text: "Gracias por su opinión sincera. Lamento que la experiencia no fuera buena.\n\nMe gustaría entender qué salió mal y qué podemos mejorar. ¿Cuándo le vendría bien una breve llamada? También puede simplemente responder a este mensaje.",
      chat: "Gracias por su opinión sincera. Lamento que la experiencia no fuera buena. ¿Cuándo le vendría bien una breve llamada para entender qué salió mal?",
    },
    "answer-mention": {
      subject: "Lo que escribió sobre nosotros",
      text: "Hemos leído lo que escribió públicamente sobre nosotros. Lamento que tuviera motivos para ello.\n\nMe gustaría entender qué ocurrió y ver con usted qué podemos hacer. ¿Cuándo puedo llamarle?",
      chat: "Hemos leído lo que escribió públicamente sobre nosotros. Lamento que tuviera motivos para ello. ¿Cuándo puedo llamarle para entender qué ocurrió?",
    },
    "confirm-fix": {
      subject: "¿Está ya todo en orden?[ ({ticket})]",
      text: "Por nuestra parte, su solicitud[ {ticket}] consta como resuelta. ¿Funciona todo como esperaba?\n\nSi algo sigue sin estar bien, responda a este mensaje y lo revisaré.",
      chat: "Por nuestra parte, su solicitud[ {ticket}] consta como resuelta. ¿Funciona todo como esperaba?",
    },
    "settle-payment": {
      subject: "Sus últimos pagos no se realizaron",
      text: "Los dos últimos pagos no se han podido realizar. A menudo se debe a una tarjeta caducada o a un límite del banco.\n\n¿Podría revisar sus datos de pago? Si prefiere pagar de otra forma, o si el problema está de nuestro lado, dígamelo, por favor.",
      chat: "Los dos últimos pagos no se han podido realizar. ¿Podría revisar sus datos de pago o decirme si el problema está de nuestro lado?",
    },
    "call-about-renewal": {
      subject: "La renovación de su contrato[ el {renewal}]",
      text: "Su contrato se renueva[ el {renewal}], así que hay tiempo para hablar de qué debe seguir igual y qué debe cambiar.\n\n¿Qué le ha funcionado bien y qué ha echado en falta? Con gusto lo repaso con usted en una breve llamada. ¿Cuándo le vendría bien?",
      chat: "Su contrato se renueva[ el {renewal}]. ¿Cuándo le vendría bien una breve llamada para hablar de qué debe seguir igual y qué debe cambiar?",
    },
    "call-about-renewal-30": {
      subject: "Su renovación[ el {renewal}]: ¿qué queda por ver?",
      text: "Su contrato se renueva[ el {renewal}]. Me gustaría aclarar a tiempo con usted lo que quede pendiente.\n\n¿Tiene preguntas sobre el alcance, las condiciones o el uso? ¿Y quién debería participar en la conversación? Propóngame, por favor, una fecha en los próximos días.",
      chat: "Su contrato se renueva[ el {renewal}]. ¿Queda algo pendiente para usted? Propóngame, por favor, una fecha en los próximos días.",
    },
    "call-about-renewal-14": {
      subject: "Su renovación[ el {renewal}] está cerca",
      text: "Su contrato se renueva[ en {days}]. Para que todo sea como usted desea, me gustaría aclarar los últimos puntos con usted esta semana.\n\n¿Debe seguir como hasta ahora o quiere cambiar algo? Basta una breve respuesta. También puedo llamarle: ¿cuándo le viene bien?",
      chat: "Su contrato se renueva[ en {days}]. ¿Debe seguir como hasta ahora o quiere cambiar algo? También puedo llamarle.",
    },
    "champion-left": {
      subject: "¿Quién será nuestro contacto?",
      text: "He visto que nuestro contacto habitual en su empresa ya no se ocupa de nuestra colaboración. Espero que el relevo haya ido bien.\n\n¿Quién llevará este tema a partir de ahora? Con gusto me presento y cuento en qué hemos trabajado juntos.",
      chat: "Nuestro contacto habitual en su empresa ya no se ocupa de nuestra colaboración. ¿Quién llevará este tema a partir de ahora? Con gusto me presento.",
    },
    "break-silence": {
      subject: "¿Cómo le va?",
      text: "Ha pasado un tiempo desde su último pedido y quería preguntarle cómo le va.\n\n¿Necesita algo en este momento, o deberíamos hacer algo de otra manera? Le ayudo con gusto.",
      chat: "Ha pasado un tiempo desde su último pedido. ¿Cómo le va y necesita algo en este momento?",
    },
    "usage-drop": {
      subject: "¿Cómo les va?",
      text: "Quería preguntarle cómo les va a usted y a su equipo con lo que tienen de nosotros. ¿Ha cambiado algo en su forma de trabajar, o hay algo que les estorbe?\n\nCon gusto lo miro con usted. ¿Cuándo tendría veinte minutos?",
      chat: "¿Cómo les va a usted y a su equipo con lo que tienen de nosotros? Si algo les estorba, con gusto lo miro con usted.",
    },
    "vip-cooling": {
      subject: "¿Hablamos?",
      text: "Para mí es importante atenderle bien, y me gustaría saber cómo ve nuestra colaboración en este momento. ¿Qué deberíamos mantener y qué deberíamos cambiar?\n\n¿Cuándo le vendría bien una llamada o una reunión?",
      chat: "Me gustaría saber cómo ve nuestra colaboración en este momento: ¿qué deberíamos mantener y qué deberíamos cambiar? ¿Cuándo puedo llamarle?",
    },
    "risk-jump": {
      subject: "¿Una breve llamada?",
      text: "Me gustaría saber cómo le va y si recibe de nosotros lo que necesita.\n\nSi hay algo que le molesta, prefiero saberlo. ¿Cuándo le vendría bien una breve llamada?",
      chat: "¿Cómo le va y recibe de nosotros lo que necesita? ¿Cuándo le vendría bien una breve llamada?",
    },
    "follow-up-delivery": {
      subject: "¿Ha llegado todo bien?",
      text: "¿Estaba todo en orden con su última entrega y es lo que esperaba? Debería haber llegado hace {days}.\n\nSi falta algo o está dañado, responda a este mensaje y me ocuparé.",
      chat: "¿Estaba todo en orden con su última entrega? Si falta algo o está dañado, dígamelo y me ocuparé.",
    },
    congratulate: {
      subject: "Feliz cumpleaños",
      text: "Le deseo un muy feliz cumpleaños, salud y un buen año por delante.",
      chat: "Le deseo un muy feliz cumpleaños y un buen año por delante.",
    },
    holiday: {
      subject: "Felices fiestas[ ({holiday})]",
      text: "Les deseo a usted y a su equipo felices fiestas[ ({holiday})] y unos días de descanso. Gracias por trabajar con nosotros.",
      chat: "Les deseo a usted y a su equipo felices fiestas[ ({holiday})] y unos días de descanso.",
    },
    welcome: {
      subject: "Gracias por su primer pedido",
      text: "Gracias por su primer pedido. Me gustaría que empezara bien con nosotros.\n\n¿Funciona todo como esperaba? Si tiene preguntas, con gusto las repaso con usted en una breve llamada.",
      chat: "Gracias por su primer pedido. ¿Funciona todo como esperaba? Si tiene preguntas, con gusto las repaso con usted.",
    },
    anniversary: {
      subject: "Gracias por trabajar con nosotros",
      text: "Gracias por su confianza. Trabajamos juntos desde hace {years}.\n\nSi el próximo año debemos mejorar algo, me gustaría saberlo.",
      chat: "Gracias por su confianza. Trabajamos juntos desde hace {years}.",
    },
    "monthly-contact": {
      subject: "¿Cómo le va?",
      text: "Hace un tiempo que no hablamos y quería preguntarle cómo le va. ¿Necesita algo, o hay alguna novedad que deba saber?\n\nBasta una breve respuesta. Si lo prefiere, le llamo con gusto.",
      chat: "Hace un tiempo que no hablamos. ¿Cómo le va y necesita algo?",
    },
    "event-invitation": {
      subject: "Una invitación[: {event}]",
      text: "Me gustaría invitarles a usted y a su equipo a nuestro evento[: {event}].\n\n¿Les gustaría venir? Dígame, por favor, cuántas personas serían y le enviaré la información necesaria.",
      chat: "Me gustaría invitarles a usted y a su equipo a nuestro evento[: {event}]. ¿Les gustaría venir?",
    },
    "new-product": {
      subject: "Una novedad[: {product}]",
      text: "Usted compra a menudo en esta parte de nuestro surtido, y quería contarle que hay una novedad[: {product}].\n\nSi desea saber más, responda a este mensaje y le enviaré los detalles.",
      chat: "Hay una novedad en una parte de nuestro surtido en la que compra a menudo[: {product}]. ¿Desea saber más?",
    },
    "cross-sell": {
      subject: "Quizá le interese[: {product}]",
      text: "Quizá le sea útil algo más de nuestro surtido[: {product}]. Quienes hacen pedidos como los suyos eligen a menudo también {product}.\n\n¿Le envío los detalles? Si no es para usted, no hay problema.",
      chat: "Quizá le sea útil algo más de nuestro surtido[: {product}]. ¿Le envío los detalles?",
    },
    "tier-in-reach": {
      subject: "El siguiente nivel[: {tier}]",
      text: "Está cerca del siguiente nivel de nuestro programa de fidelidad[: {tier}]. Quizá lo alcance ya con su próximo pedido.\n\nSi desea saber qué aporta, se lo cuento con gusto.",
      chat: "Está cerca del siguiente nivel de nuestro programa de fidelidad[: {tier}]. ¿Desea saber qué aporta?",
    },
    "ask-referral": {
      subject: "Una pequeña petición",
      text: "Gracias por su amable opinión. Significa mucho para nosotros.\n\n¿Conoce a alguien a quien también podamos ser útiles? Le agradecería que nos pusiera en contacto o que le pasara mi dirección.",
      chat: "Gracias por su amable opinión. ¿Conoce a alguien a quien también podamos ser útiles?",
    },
    thank: {
      subject: "Gracias por su pedido",
      text: "Gracias por su pedido. Nos alegra que haya vuelto a elegirnos.\n\nSi tiene alguna pregunta, puede escribirme directamente.",
      chat: "Gracias por su pedido. Si tiene alguna pregunta, puede escribirme directamente.",
    },
    "win-back": {
      subject: "¿Puedo preguntarle cómo le va?",
      text: "Hace un tiempo que no trabajamos juntos y me gustaría preguntarle cómo le va.\n\nTambién me gustaría saber qué motivó su decisión en su momento y qué tendríamos que hacer mejor. Si le interesa, podemos hablar de lo que ha cambiado desde entonces.",
      chat: "Hace un tiempo que no trabajamos juntos. ¿Cómo le va y qué tendríamos que hacer mejor para usted?",
    },
    "check-in": {
      subject: "¿Cómo va todo?",
      text: "Quería preguntarle brevemente cómo le va y si necesita algo de nosotros.\n\nBasta una breve respuesta. Si lo prefiere, le llamo con gusto.",
      chat: "¿Cómo le va y necesita algo de nosotros?",
    },
  },
};
