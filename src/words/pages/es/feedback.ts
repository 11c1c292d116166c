import type { PageTexts } from "../en/feedback.ts";

export const feedback: PageTexts = {
  "page.title": "Su opinión",
  "csat.question":
    "{named, select, yes {¿En qué medida está satisfecho/a con {company}?} other {¿En qué medida está satisfecho/a con nosotros?}}",
  "csat.question.ticket":
    "{named, select, yes {¿En qué medida está satisfecho/a con la forma en que {company} atendió su consulta {ticket}?} other {¿En qué medida está satisfecho/a con la forma en que atendimos su consulta {ticket}?}}",
  "csat.1": "Muy insatisfecho/a",
  "csat.2": "Insatisfecho/a",
  "csat.3": "Ni satisfecho/a ni insatisfecho/a",
  "csat.4": "Satisfecho/a",
  "csat.5": "Muy satisfecho/a",
  "ces.question":
    "{named, select, yes {¿Le resultó fácil obtener de {company} lo que necesitaba?} other {¿Le resultó fácil obtener de nosotros lo que necesitaba?}}",
  "ces.question.ticket":
    "{named, select, yes {¿Le resultó fácil que {company} resolviera su consulta {ticket}?} other {¿Le resultó fácil que resolviéramos su consulta {ticket}?}}",
  "ces.1": "Muy difícil",
  "ces.2": "Difícil",
  "ces.3": "Más bien difícil",
  "ces.4": "Ni fácil ni difícil",
  "ces.5": "Más bien fácil",
  "ces.6": "Fácil",
  "ces.7": "Muy fácil",
  "nps.question":
    "{named, select, yes {¿Qué probabilidad hay de que recomiende {company} a otras personas?} other {¿Qué probabilidad hay de que nos recomiende a otras personas?}}",
  "nps.question.ticket":
    "{named, select, yes {Después de su consulta {ticket}: ¿qué probabilidad hay de que recomiende {company} a otras personas?} other {Después de su consulta {ticket}: ¿qué probabilidad hay de que nos recomiende a otras personas?}}",
  "nps.0": "Nada probable",
  "nps.10": "Sumamente probable",
  "page.comment": "¿Cuál es el motivo principal de su respuesta?",
  "page.comment.hint": "Si lo desea; hasta {most, number} caracteres.",
  "page.once":
    "Puede responder una vez. Si más adelante quiere cambiar su respuesta, dígaselo a la persona que le envió este enlace.",
  "page.send": "Enviar respuesta",
  "page.error.no-score": "Elija una de las respuestas, por favor.",
  "page.error.too-long": "Su comentario tiene más de {most, number} caracteres. Acórtelo, por favor.",
  "page.error.unreadable": "No se pudo leer su respuesta. Elija de nuevo, por favor.",
  "page.thanks.title": "Gracias",
  "page.thanks": "Su respuesta ha llegado. Puede cerrar esta página.",
  "page.answered.title": "Gracias, su respuesta ha llegado",
  "page.answered":
    "Esta pregunta ya está respondida y cuenta la primera respuesta. Si quiere cambiarla, dígaselo a la persona que le envió este enlace.",
  "page.over.title": "Este enlace no es válido",
  "page.over":
    "Puede que haya caducado o que no se haya copiado entero. Pida uno nuevo a la persona que se lo envió.",
  "draft.hello": "{named, select, yes {Hola, {name}:} other {Hola:}}",
  "draft.ask": "nos gustaría conocer su opinión. Es una sola pregunta y lleva menos de un minuto:",
  "draft.until": "El enlace es válido hasta el {day}. ¡Gracias!",
};
