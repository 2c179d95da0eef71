import { scenes } from "../scene.ts";

/** Not everybody keeps to English when they need not. */
export const otherLanguages = [
  ...scenes(
    "question",
    {
      "speak-german": `
    S: I read in your profile that you lived in Hamburg. Sprechen Sie noch Deutsch?
    L: Ein bisschen eingerostet, aber gern! Und bitte per Du.
    S: Dann per Du 🙂 Ist im Zimmer Platz für ein E-Piano? Mit Kopfhörern natürlich
    L: Mit Kopfhörern immer. Neben dem Schrank sind 1,50 m frei.
    S: Passt genau, danke!`,
    },
    "de",
  ),
  ...scenes(
    "living",
    {
      "heating-german": `
    S: Kurze Frage auf Deutsch: darf ich die Heizung im Bad nachts anlassen?
    L: Auf zwei, ja. Sonst freut sich nur der Gasversorger.
    S: Zwei reicht völlig 👍`,
      "bread-german": `
    S: Do you know where one gets real bread here?
    L: Du meinst richtiges Brot, mit Kruste?
    S: Mit Kruste, und dunkel
    L: Der Stand hinten links auf dem Markt, samstags vor zehn. Danach ist es weg.
    @3 10:20
    S: Ich habe zwei. Eins liegt bei dir im Briefkasten
    L: Du bist ein Schatz. Vielen Dank!`,
      "visit-german": `
    S: Meine Eltern kommen am Wochenende und wollen dich kennenlernen. Hättest du kurz Zeit?
    L: Sehr gern. Sonntag um vier, mit Kuchen?
    S: Kuchen bringen sie mit, da kann man nichts machen
    L: Then I'll practise my articles until then.`,
      "tax-german": `
    S: Ich brauche für die Steuer eine Bestätigung über die Miete, nur eine Zeile
    L: Auf Deutsch oder Englisch?
    S: Englisch ist okay
    L: It's one line and a signature, you get it tonight.
    ~5h
    L: Done, it's under your door.
    S: Super, danke dir!`,
    },
    "de",
  ),
  ...scenes(
    "question",
    {
      "speak-spanish": `
    S: ¿Habla usted español? My English gets tired in the evening
    L: Sí, un poco, mi abuela era de Vigo. Escribe como quieras.
    S: ¡Qué bien! ¿La habitación tiene calefacción?
    L: Tiene un radiador eléctrico y mucho sol por la mañana.
    S: Perfecto, con eso me basta`,
      "deposit-spanish": `
    S: Una pregunta sobre la fianza: ¿me la devuelven al final si todo está bien?
    L: Claro, se queda protegida aquí hasta que te vas. Yo no la toco.
    S: Muchas gracias, así duermo más tranquilo`,
      "tram-spanish": `
    S: ¿Se oye mucho el tráfico por la noche?
    L: Hasta medianoche un poco, después nada. Hay doble cristal.
    S: I'm from the centre of a big city, I'd miss it otherwise 😄`,
    },
    "es",
  ),
  ...scenes(
    "question",
    {
      "speak-french": `
    S: Bonjour, est-ce que je peux écrire en français ?
    L: Bien sûr, avec plaisir.
    S: Merci ! Y a-t-il un endroit pour travailler en dehors de la chambre ?
    L: La grande table de la cuisine, et la bibliothèque est juste à côté. Le soir c'est très calme.
    S: C'est parfait pour moi.`,
    },
    "fr",
  ),
  ...scenes(
    "living",
    {
      "cheese-french": `
    L: J'ai rapporté du fromage de la Meuse. Il en reste, si vous voulez.
    S: On ne dit jamais non au fromage !
    L: Je le pose dans le frigo, deuxième étage. Il sent fort, prévenez les autres.
    ~4h
    S: Les autres ont été prévenus par l'odeur 😄`,
      "market-french": `
    S: Savez-vous s'il y a un marché le dimanche ?
    L: Oui, près de la gare, jusqu'à treize heures. Les meilleurs légumes sont au fond.
    S: Merci, j'irai avec ma grande caisse`,
      "plumbing-french": `
    S: Bonsoir, je crois que le radiateur de ma chambre fuit un peu
    L: Mets un bol dessous, j'arrive demain matin avec {plumber}.
    @1 09:20
    S: He's here. I've learned four new words in Flemish and only two of them are polite
    L: C'est réparé ?
    S: Oui, plus une goutte. Merci !`,
      "late-french": `
    L: Tu rentres tard demain ? On coupe l'eau de dix heures à midi.
    S: Je serai en cours jusqu'à treize heures, donc aucun problème.
    L: Parfait, bonne journée !`,
    },
    "fr",
  ),
];
