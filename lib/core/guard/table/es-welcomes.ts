import type { TableGroup } from "./types";

/** Spanish: welcomes, and asking how it was. */
export const ES_WELCOMES: readonly TableGroup[] = [
  {
    id: "es-welcome",
    language: "es",
    today: "2026-04-20",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Javier" },
      { name: "contact.name", kind: "name", value: "Javier Peña" },
      { name: "contact.email", kind: "email", value: "javier.pena@gmail.com" },
      { name: "account.name", kind: "name", value: "Cuentas Claras" },
      { name: "agent.name", kind: "name", value: "Camila" },
      { name: "contact.plan", kind: "text", value: "Plan Esencial" },
      { name: "contact.trial_ends", kind: "day", value: "2026-05-04" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "El acceso es en https://app.cuentasclaras.com. Clase en vivo todos los miércoles a las 20 h. La app tiene 3 informes y conecta con 18 bancos. Ayuda: ayuda@cuentasclaras.com.",
      },
    ],
    bannedWords: ["ganga", "última oportunidad"],
    faithful: [
      {
        channel: "whatsapp",
        text: "¡Bienvenido, Javier! 🎉 Tu Plan Esencial ya está activo. Entra en https://app.cuentasclaras.com con javier.pena@gmail.com.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Javier, soy Camila, de Cuentas Claras. Tu prueba dura hasta el lunes 4 de mayo. ¿Empezamos conectando tu banco?",
      },
      {
        channel: "email",
        subject: "Por dónde empezar",
        text: "Javier, ¡qué bueno tenerte aquí!\n\nTres pasos:\n1) Entra en https://app.cuentasclaras.com\n2) Conecta tu banco (hay 18)\n3) Abre los 3 informes\n\nTodos los miércoles a las 20:00 hay clase en vivo.\n\nCamila",
      },
      {
        channel: "sms",
        text: "Javier, tu prueba en Cuentas Claras va hasta el 04/05/2026. Empieza en app.cuentasclaras.com",
      },
      {
        channel: "whatsapp",
        text: "Javier, pasado mañana, miércoles, hay clase en vivo a las 8 de la noche. ¡Te esperamos! 📈",
      },
      {
        channel: "whatsapp",
        text: "Tienes dos semanas de prueba por delante, Javier. ¿Dudas? Escribe a ayuda@cuentasclaras.com.",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "¡Bienvenido, Javier! Tu Plan Platino ya está activo en https://app.cuentasclaras.com",
        kind: "name",
        words: "Plan Platino",
        why: "The plan is Esencial.",
      },
      {
        channel: "whatsapp",
        text: "Javier, entra con javier.pena@yahoo.es en https://app.cuentasclaras.com.",
        kind: "email",
        words: "javier.pena@yahoo.es",
        why: "The contact's address is at gmail.com.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Javier, tu prueba dura hasta el 14 de mayo. ¡Aprovéchala!",
        kind: "date",
        words: "14 de mayo",
        why: "The trial ends on 4 May.",
      },
      {
        channel: "whatsapp",
        text: "Javier, todos los jueves a las 20 h hay clase en vivo. ¡Anímate!",
        kind: "weekday",
        words: "todos los jueves",
        why: "The class is on Wednesdays.",
      },
      {
        channel: "whatsapp",
        text: "Javier, ¿sabías que la app conecta con 81 bancos? Pruébala.",
        kind: "number",
        words: "81 bancos",
        why: "The app connects to 18.",
      },
      {
        channel: "email",
        subject: "Empieza aquí",
        text: "Hola, Javier:\n\nPara conectar [nombre del banco], entra en https://app.cuentasclaras.com.\n\nCamila",
        kind: "placeholder",
        words: "[nombre del banco]",
        why: "A gap was left open.",
      },
      {
        channel: "whatsapp",
        text: "Última oportunidad, Javier: tu prueba termina el lunes 4 de mayo.",
        kind: "banned_word",
        words: "Última oportunidad",
        why: "The account has banned the words.",
      },
      {
        channel: "whatsapp",
        text: "Hi Javier, your trial is already active. You can sign in whenever you want and connect your bank to start using the reports.",
        kind: "language",
        words: "your trial is already active",
        why: "He is written to in Spanish.",
      },
      {
        channel: "whatsapp",
        text: "Javier, con el Plan Esencial te garantizamos que ahorrarás desde el primer día.",
        kind: "promise",
        words: "te garantizamos",
        why: "Nobody guarantees it.",
      },
    ],
  },
  {
    id: "es-feedback",
    language: "es",
    today: "2026-08-10",
    facts: [
      { name: "contact.first_name", kind: "name", value: "Laura" },
      { name: "contact.name", kind: "name", value: "Laura Benítez" },
      { name: "account.name", kind: "name", value: "Posada Mar Azul" },
      { name: "agent.name", kind: "name", value: "don Antonio" },
      { name: "appointment.title", kind: "text", value: "Estadía, suite vista al mar" },
      { name: "appointment.starts_at", kind: "moment", value: "2026-08-06T15:00" },
      { name: "appointment.ends_at", kind: "moment", value: "2026-08-09T12:00" },
      {
        name: "knowledge",
        kind: "text",
        value:
          "La encuesta tiene 4 preguntas y toma 1 minuto: https://posadamarazul.com/encuesta. Los huéspedes que vuelven tienen 10 % de descuento de lunes a jueves. Instagram: @posadamarazul",
      },
      { name: "instruction", kind: "text", value: "Pide una nota del 0 al 10." },
    ],
    faithful: [
      {
        channel: "whatsapp",
        text: "¡Hola, Laura! ¿Qué tal la estadía del 6 al 9 de agosto? Del 0 al 10, ¿qué nota nos pones? 🌊",
      },
      {
        channel: "whatsapp",
        text: "Laura, soy don Antonio, de la posada. Ayer se fue y ya la extrañamos. ¿Nos responde 4 preguntitas? https://posadamarazul.com/encuesta",
      },
      {
        channel: "sms",
        text: "Posada Mar Azul: cuentenos como le fue! 4 preguntas, 1 minuto: posadamarazul.com/encuesta",
      },
      {
        channel: "email",
        subject: "¿Cómo estuvo?",
        text: "Estimada Laura:\n\nEstuvo con nosotros del jueves (6/8) al domingo (9/8), con salida al mediodía. La encuesta toma un minuto.\n\nhttps://posadamarazul.com/encuesta\n\n¡Gracias!\nPosada Mar Azul",
      },
      {
        channel: "whatsapp",
        text: "Gracias otra vez, Laura. Quienes vuelven tienen 10% de descuento de lunes a jueves. Pero primero: ¿qué fue lo que más le gustó de la suite?",
      },
      {
        channel: "whatsapp",
        text: "En una escala de cero a diez, Laura, ¿nos recomendaría? Síganos en Instagram @posadamarazul 💙",
      },
    ],
    planted: [
      {
        channel: "whatsapp",
        text: "Laura, los huéspedes que vuelven tienen 20 % de descuento de lunes a jueves. ¿Le reservo?",
        kind: "percent",
        words: "20 % de descuento",
        why: "Returning guests get 10 %.",
      },
      {
        channel: "whatsapp",
        text: "Laura, cuéntenos aquí: https://posadamarazuI.com/encuesta",
        kind: "link",
        words: "https://posadamarazuI.com/encuesta",
        why: "The letter l became a capital i.",
      },
      {
        channel: "whatsapp",
        text: "Laura, responda 4 preguntas y tendrá una noche de regalo en la posada.",
        kind: "promise",
        words: "noche de regalo",
        why: "No such prize is known.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Laura: la encuesta tiene 14 preguntas y toma un minuto: https://posadamarazul.com/encuesta",
        kind: "number",
        words: "14 preguntas",
        why: "The survey has 4.",
      },
      {
        channel: "whatsapp",
        text: "Laura, ¿qué le pareció la suite Caribe? Del 0 al 10, ¿qué nota nos pone?",
        kind: "name",
        words: "suite Caribe",
        why: "It was the suite with a sea view.",
      },
      {
        channel: "whatsapp",
        text: "Hola, Laura, esperamos que haya disfrutado hasta el 19 de agosto. ¿Nos califica?",
        kind: "date",
        words: "19 de agosto",
        why: "The stay ended on 9 August.",
      },
      {
        channel: "whatsapp",
        text: "Laura, la encuesta está en posadamarazul punto net, ¡es un minuto!",
        kind: "obfuscated",
        words: "posadamarazul punto net",
        why: "A foreign domain in words.",
      },
    ],
  },
];
