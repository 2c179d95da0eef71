import type { Families } from "../word-families.ts";

/** Rooms, keys, viewings, and people who are said to be far away. */
export const HOME = {
  away_weak: `
    presently in, at present in, residing in, living in, working in, i live in, wohne in, lebe in, momentan in, im moment in,
    momentáneamente en, actualmente en, trabajando en, je vis à, je vis en, j'habite à, j'habite en, actuellement à,
    actuellement en, had to move, had to leave, had to go, brought me to, sent me to, i am in, i'm in, currently in, now in,
    musste nach, bin gerade in, bin derzeit in, derzeit in, zurzeit in, gerade in, gezogen nach, tuve que irme, me fui a, estoy
    en, j'ai dû partir, je suis partie, je suis parti, suis actuellement`,
  caretale: `
    aufpasst, aufpassen, s'occuper de mon, s'occuper de l'appart*, s'occuper de la, cuida mi, cuide mi, watch over, house sit*,
    good hands, looked after, gute hände, guten händen, buenas manos, bonnes mains, everything online, arrange everything,
    online regeln, alles online, todo online, tout en ligne, it's legit, legit though, look after it, look after our, look after
    the, look after my, take care of it, take good care, honest, god fearing, trust you, someone reliable, stands empty, is
    empty, sits empty, steht leer, gut kümmern, kümmert sich gut, vertraue ihnen, vertraue dir, cuide, cuidar de, cuidar del,
    confío en, está vacío, está vacía, prenne soin, prendre soin, fais confiance, vous fais confiance, est vide, gottesfürchtig*`,
  until_later: `
    before, noon, midday, next week, monday, tuesday, wednesday, thursday, friday, saturday, sunday, vor, mittag, nächste woche,
    montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonntag, ab, antes, próxima semana, lunes, martes, miércoles,
    jueves, viernes, sábado, domingo, desde el, avant, midi, semaine prochaine, lundi, mardi, mercredi, jeudi, vendredi, samedi,
    dimanche, à partir de, before the, this week, today, tomorrow, until, bis, diese woche, heute, morgen, esta semana, hoy,
    mañana, hasta, cette semaine, aujourd'hui, demain, jusqu`,
  helper_does: `
    visit, let you in, help, look at, see it, take care, open, hilft, kümmert, anschauen, ansehen, reinlassen, reinlässt, ayuda,
    cuida, abre, verlo, verla, visiter, ouvre, voir, s'occupe`,
  cond: `
    without, ohne, sin, sans, when i, wenn ich, quand je, cuando, before, until, unless, once, as soon as, after, if you, when
    you, only, who have, who has, then, first, erst, wenn, bevor, bis, sobald, nachdem, nur, nur wer, vorher, dann, hasta, si
    me, si pagas, solo, a quien, quien, una vez, después, primero, luego, tant que, avant, si vous, si tu, dès, ceux qui, à
    ceux, après, une fois, lorsque, quand, ensuite, puis, in return, as long as, provided, to confirm your, zur bestätigung,
    para confirmar, pour confirmer, in order to, um`,
  access: `
    will be yours, be yours, gehört dann dir, is yours, yours, gehört dir, gehört ihnen, ist deine, ist deins, es tuyo, es tuya,
    será tuyo, será tuya, est à vous, est à toi, sera à vous, under the mat, unter der matte, appointment*, slot, shortlist,
    release, collect the, collect them, where to collect, pick up, besichtigungstermin*, termin, termine, rausgeb*, gibt die
    adresse, cita, citas, rendez vous, communique, abhol*, recoger, récupérer, hand over, übergabe, entrega, remise,
    me déplace, come out, komme ich nicht, fahre ich nicht, no me muevo, no me desplazo, put your name, name on the list,
    adresse geben, adresse nennen, adresse sagen, give anyone the address, give the address, dar la dirección, donner
    l'adresse`,
  room: `
    room, rooms, flat, apartment, studio, zimmer, wohnung, habitación, cuarto, piso, chambre, logement, appartement, appart,
    hébergement, vivienda, apartamento, estudio`,
  before: `
    vor jeder, vor jedem, vor allen, antes de cualquier, avant toute, avant chaque, before, prior to, ahead of, vor der, vor
    dem, vor einer, vor besichtigung, bevor, ehe, antes de, antes, previo a, previa a, avant, avant de`,
  unseen: `
    no visits, no viewings at, visits are not, ne peut pas visiter, on ne peut pas visiter, pas possible de visiter,
    besichtigung geht nicht, besichtigen geht nicht, besichtigung geht zur zeit nicht, anschauen geht, no se puede visitar, no
    se puede ver, cannot be visited, can't be visited, can not be viewed, cannot be viewed, nicht besichtigt werden, ne se
    visite pas, no es posible verlo, no es posible verla, viewing impossible, no viewing possible, without viewing, without
    seeing, without a viewing, no viewing*, viewing is not possible, viewings are not possible, sight unseen, ohne besichtigung,
    unbesehen, besichtigung ist nicht möglich, besichtigung nicht möglich, keine besichtigung*, sin visita, sin visitas, sin
    verlo, sin verla, sin ver el, no hacemos visitas, no es posible visitar, no hay visitas, sans visite, pas de visite*, visite
    impossible, visites impossibles, sans visiter, no in person viewing*, no physical viewing*`,
  viewing: `
    view, viewing*, visit, visits, visiting, see the room, see the flat, see the apartment, see the place, see the house, see
    it, seeing it, seen it, show you, show it, showing, look at the, tour, come by, meet, we meet, look round, look around,
    inspect*, *besichtig*, anschau*, ansehen, angesehen, ansieht, anschaust, zeigen, zeige, treffen, kennenlern*, visita,
    visitas, visitar*, visitarlo, visitarla, ver el piso, ver la habitación, ver el apartamento, verlo, verla, veas, vea el,
    veais, enseñ*, mostrar*, conocernos, conoceros, quedar, visite, visites, visiter, visitez, voir l'appart*, voir le logement,
    voir la chambre, voir le studio, montrer, fais visiter, rencontr*,
    voir le bien, the property, come look, come and look`,
  secure: `
    geblockt, geblock*, blocke, blocken, off the site, von der seite, rausnehme, anzeige raus, anzeige offline, anzeige löschen,
    quite el anuncio, quito el anuncio, retire l'annonce, reserve, reserves, reserving, reserved, reservation*, secure, secures,
    securing, hold the, hold it, hold this, hold that, holding it, hold for, block it, block the, off the market, take the ad
    down, take down the ad, lock in, lock it, keep it for you, keep the room for you, hold your, save it for you, guarantee*,
    *reservier*, sichern, sicher dir, sichere dir, sicherst, gesichert, freihalt*, freizuhalten, freihältst, blockier*,
    zurückhalten, festhalten, zurücklegen, garantier*, reserva, reservar*, reservas, reservarte, reservarlo, reservarla,
    guardar, guardarte, guardarlo, guardo el, guardo la, guarde, asegur*, apartar, apartarte, aparto, apartado, bloquear*,
    bloqueo, bloqueamos, quitar el anuncio, retirar el anuncio, garantiza*, réserver, réserve, réservez, réservation*, bloquer,
    bloque, bloquez, garder, garde, garderai, garantir, retenir, retirer l'annonce, mettre de côté`,
  keys: `
    key, keys, schlüssel, wohnungsschlüssel, hausschlüssel, zimmerschlüssel, schlüsselübergabe, llave, llaves, clé, clés, clef,
    clefs`,
  papers: `
    contract, lease, rental agreement, address, exact address, directions, mietvertrag, vertrag, adresse, anschrift, contrato,
    dirección, contrat, bail, adresse exacte,
    calle y número, street and number, house number, straße und hausnummer, rue et numéro, la rue et le numéro`,
  ship: `
    mails you, mails u, mails the, mail the keys, mails them, ships, ships the, sends you the, sends the, verschickt, schickt,
    schickt dir, versandkost*, envían, manda las, mandan las, envía las, envoie les, expédie, envoi des clés, sends the keys,
    registered mail, registered post, send keys, einschreiben, certificado, correo certificado, recommandé, en recommandé,
    arrivent, drop off, drop them, bring you, apporte, apportera, llevan, te llegan, llegan, te llegarán, arriveront, bringt
    die, liefer*, geliefert, post, posted, by post, by mail, mail you, mailed, courier*, dhl, fedex, ups, tnt, gls, parcel*,
    ship, shipped, shipping, package, express delivery, delivered, delivery, by courier, delivered to you, deliver the, sent to
    you, send you the, send the, send over, sending you, per post, mit der post, postweg, zuschick*, zusend*, zugeschickt,
    zugesandt, schicke, schicken, sende, senden, versend*, verschick*, kurier*, paket, correo, por correo, mensajer*,
    mensajería, paquete, envío, enviar, enviarte, enviaré, enviare, enviamos, te envío, le envío, mandar, mandaré, mandarte, te
    mando, courrier, colis, coursier, livr*, par la poste, chronopost, colissimo, envoyer, enverrai, envoie, envoyons, expédi*,
    posterai, correos, seur, recevrez,
    paketdienst*, botendienst, lieferdienst*, servicio de paquetería, empresa de paquetería, servicio de mensajería,
    service de livraison, transporteur,
    enviarle, enviárselas, mandarle, mandárselas, hacerle llegar, hago llegar, hacer llegar, zustell*, stellt ihnen, stellt
    dir, faire parvenir, fais parvenir, ferai parvenir, parvenir`,
  upon: `
    when the deposit, when your, when the rent, when it, wenn die kaution, wenn die miete, wenn die überweisung, wenn deine,
    wenn alles, cuando entre, cuando llegue, cuando vea, cuando la, quand la caution, quand le virement, quand le paiement,
    quand l'argent, when i see, wenn ich sehe, once, as soon as, after, upon, when i receive, when i get, when the money, when
    you, the moment, then i, and i will, and i'll, and we will, and we'll, then we, sobald, nach, nachdem, wenn das geld, erst
    wenn, dann, danach, und ich, en cuanto, cuando, una vez, tras, después, luego, entonces, y te, y le, dès, dès que, après,
    une fois, lorsque, quand, ensuite, puis, et je`,
  received: `
    receive*, received, receipt, arrives, arrived, proof, confirmation of, screenshot, slip, eingang, eingegangen, eingeht,
    beleg, nachweis, quittung, überweisungsbeleg, angekommen, da ist, recib*, reciba, comprobante, justificante, llegue, reçu,
    reçois, recevrai, réception, preuve, justificatif, capture`,
  abroad: `
    katar, saudi, emirates, emirate, emiratos, émirats, kuwait, oman, bahrain, singapore, singapur, singapour, angola, benin,
    senegal, sénégal, norway, denmark, sweden, finland, scotland, ireland, england, nigeria, ghana, kenya, texas, qatar, canada,
    australia, norwegen, dänemark, schweden, finnland, schottland, irland, kanada, australien, noruega, dinamarca, suecia,
    finlandia, escocia, irlanda, inglaterra, australia, norvège, danemark, suède, finlande, écosse, irlande, angleterre,
    australie, on a rig, at sea, ausland, extranjero, étranger, aus dem ausland, desde fuera, in texas, in dubai, dubái, dubaï,
    dubai, in norwegen, in norway, en noruega, en norvège, en texas, au texas, in china, en china, en chine, in afrika, in
    africa, en áfrica, en dubái, à dubaï, in france, in germany, in spain, in italy, in switzerland, in the netherlands, in
    frankreich, in der schweiz, en francia, en italia, en suiza, en espagne, en allemagne, en italie, left town, left the
    country, abroad, overseas, out of the country, out of country, another country, outside the country, im ausland, ins
    ausland, außer landes, in einem anderen land, en el extranjero, al extranjero, fuera del país, fuera de españa, otro país, à
    l'étranger, hors de france, autre pays, hors du pays, out of town, not in town, in london, in england, in the uk, united
    kingdom, in nigeria, in the us, in the usa, in canada, in scotland, in ireland, in sweden, in australia, in großbritannien,
    in kanada, in schottland, in spanien, in italien, in den usa, en londres, en inglaterra, en reino unido, en irlanda, en
    escocia, en alemania, en canadá, en estados unidos, à londres, en angleterre, au royaume uni, au canada, en écosse, en
    irlande, en suisse, en afrique, en côte d'ivoire, offshore, oil rig, bohrinsel, plataforma petrolífera, plateforme
    pétrolière`,
  away_story: `
    job sent me, work sent me, company sent me, boss sent me, sent me abroad, sent me to, mich nach, firma geschickt, empresa me
    mandó, trabajo me mandó, me mandó a, boîte m'a envoyé, entreprise m'a envoyé, employeur m'a envoyé, m'a envoyé au, m'a
    envoyée au, m'a muté*, kreuzfahrtschiff, kreuzfahrt*, crucero, croisière, cruise, charity, charity work, missionsarbeit,
    hilfsprojekt, hilfsorganisation, obra benéfica, ong, ngo, humanitaire, hospital in, krankenhaus in, away all year, das ganze
    jahr weg, fuera todo el año, absent toute l'année, shipping company, volunteer*, freiwillig*, voluntari*, bénévol*, offshore
    worker, at sea, job took me, took me to, missionar*, mission trip, un mission, misión, misionero, humanitarian, doctors
    without borders, ärzte ohne grenzen, médicos sin fronteras, médecins sans frontières, deployed, deployment, army, military,
    militär, soldat*, bundeswehreinsatz, militar, militaire, engineer on, contract work, work contract, job transfer, got
    transferred, was transferred, relocated, moved to, moved back, moved away, posted to, stationed, versetzt, stationiert, im
    einsatz, arbeite in, lebe jetzt, wohne jetzt, zurückgezogen nach, arbeite derzeit, umgezogen nach, trasladad*, destinad*,
    destinaron, trasladaron, trabajo en, vivo ahora, ahora vivo, me mudé, vivo en, muté*, mutation, je travaille en, je
    travaille à, je vis, vis maintenant, en opération, on a ship, cruise ship, auf see, sailor, marine, late husband, my
    deceased, verstorben*, difunt*, fallecid*, décédé*, défunt*, inherited, geerbt, heredé, hérité, widow, witwe, viuda, veuve,
    me traslade, me trasladé, nos trasladamos, embarcado, embarcada, en mer, auf montage, missionary, missionary work`,
  show: `
    visit, visit inside, innen besichtigen, vor ort, there to, sur place, en el lugar, open for, opens, show, shows, showing,
    show you, meet, meet you, open the door, let you in, zeigen, vorzeigen, zeige, aufmachen, reinlassen, öffnen, treffen,
    besichtigung, besichtigungen, enseñ*, mostrar*, mostrarlo, abrir, recibirte, quedar, montrer, visiter, ouvrir, accueillir,
    rencontrer, viewing, viewings, visita, visitas, visite, visites`,
  nobody: `
    no possibility, keine möglichkeit, no hay posibilidad, aucune possibilité, anyone to, anybody to, niemanden, a nadie,
    personne pour, nobody, no one, niemand, keiner, nadie, personne ne, personne n, unable, impossible, unmöglich, imposible`,
  cannot_show: `
    can't let anyone in, cannot let anyone in, can't let anybody in, let nobody in, niemanden reinlassen, keinen reinlassen, no
    puedo dejar entrar, nadie puede entrar, laisser entrer personne, personne ne peut entrer, unable to show, can't do viewings,
    no one can show, nobody can show, nobody to show, no one there to show, unable to meet, nicht vor ort, ne suis pas sur
    place, impossible de faire visiter, impossible de visiter, only person with the keys, the keys with me, keys are with me,
    have the keys here, took the keys, keys with me, schlüssel bei mir, schlüssel habe ich, schlüssel mitgenommen, llaves las
    tengo, llaves conmigo, tengo las llaves, j'ai les clés, clés avec moi, clés sont avec,
    keine zeit zu
    reisen, ne peux me
    déplacer, ne nobody can go in, no one can go in, niemand rein,
    kann keiner rein, nadie puede pasar,
    nicht mehr in der lage, nicht in der lage, not in a position to, no estoy en condiciones, pas en mesure de, look
    through the windows, look through the window, drive by, nur von außen, solo por fuera, sólo por fuera, seulement de
    l'extérieur, nadie de confianza, nobody i trust, niemand dem ich vertraue,
    visitas están suspendidas, visitas suspendidas, viewings are suspended, viewings are paused, besichtigungen sind
    ausgesetzt, besichtigungen finden nicht, visites sont suspendues, visites suspendues`,
  middleman: `
    spedition, removal company, removals, moving company, transport firm, umzugsfirma, umzugsunternehmen, mudanza, empresa de
    mudanzas, déménageur, déménageurs, agence de transport, via booking, booking agency, bei booking, por booking, par booking,
    sur booking, über booking, vrbo, homeaway, expedia, fotocasa, wg gesucht, spotahome, uniplaces, delivery company, logistics
    company, transport company, shipping agent, kurierfirma, speditionsfirma, empresa de mensajería, société de livraison,
    transporteur, an agent, meine agentur, my agency, mi agencia, mon agence, rental company, on my behalf, in meinem namen, in
    meinem auftrag, en mi nombre, en mon nom, pour mon compte, verwaltungsfirma, empresa de alquiler, société de location,
    airbnb, booking com, tripadvisor, escrow, treuhand*, treuhandservice, third party, agent of, custodia, garantía de airbnb,
    tiers de confiance, séquestre, intermediary, notary, notar, notario, notaire, rental agency, rentalia, idealista, leboncoin,
    seloger, immoscout, immobilienscout,
    einer agentur, von einer agentur, eine agentur abgewickelt, con una agencia, por una agencia, par une agence, through
    an agency, by an agency`,
  helper: `
    my brother, my sister, my mother, my father, my mum, my dad, my wife, my husband, my partner, my friend, a friend, friend of
    mine, my aunt, my uncle, my cousin, my roommate, my agent, my neighbour, my neighbor, my flatmate, flatmate, flatmates,
    housemate, housemates, caretaker, janitor, concierge, property manager, agent will show, current tenant, colleague,
    roommate, roommates, tenant, mein bruder, meine schwester, meine mutter, mein vater, meine frau, mein mann, nachbar*,
    mitbewohner*, hausmeister*, hausverwaltung, vormieter*, freund, freundin, freunde, tante, onkel, eltern, kollege*, kollegin,
    mi hermano, mi hermana, mi madre, mi padre, mi mujer, mi marido, amigo, amiga, mi tía, mi tío, vecino, vecina, compañero*,
    compañera*, portero, conserje, inquilino, inquilina, mon frère, ma soeur, ma mère, mon père, ma femme, mon mari, ami, amie,
    ma tante, mon oncle, mon voisin, ma voisine, voisin*, colocataire*, coloc, colocs, gardien*, locataire*, collègue`,
  hold: `
    keep, keeps, hold, holds, holding, hält, halten, verwahrt, verwahren, behält, sichert, guarda, guardan, retiene, retienen,
    custodia, custodian, garde, gardent, conserve, conservent, sécurise`,
  pictures_true: `
    what you see, what you get, genau so wie, wie auf den fotos, wie auf den bildern, exactamente lo que, lo que ves, ce que
    vous voyez, ce que tu vois, promise, versprochen, te lo prometo, promis, exactly how it looks, exactly as in, exactly like
    the, just like the photos, just like in the, just as in the photos, same as the pictures, same as in the pictures, photos
    are real, pictures are real, photos are recent, photos are up to date, as you see in, as seen in, can see the video, can
    send a video, send you a video, send a video, fotos sind aktuell, bilder sind aktuell, genau wie auf, so wie auf den,
    entspricht den bildern, entspricht den fotos, ein video haben, video schicken, schicke dir ein video, tal cual, igual que en
    las fotos, como en las fotos, como se ve en, fotos son reales, fotos son actuales, te paso un vídeo, mando un vídeo, te
    mando vídeo, photos sont fidèles, fidèles, comme sur les photos, conforme aux photos, conformes aux photos, photos sont
    récentes, envoyer une vidéo, envoie une vidéo, t'envoie une vidéo, trust me, you can trust, vertrau mir, vertrauen sie,
    keine sorgen machen, fíate, confía en mí, puedes confiar, faites moi confiance, fais moi confiance,
    from pictures, from the pictures, from photos, von den bildern, nach bildern, nach fotos, por las fotos, sur photos,
    sur photo, regardez les photos, regarde les photos, schau dir die bilder, schau dir die fotos, schau die fotos, mira
    las fotos, mira el vídeo, look at the photos, look at the pictures, look at the pics, sont conformes, 1 zu 1, eins zu
    eins, fías de las fotos, fiarte de las fotos, trust the pics, trust the photos, more pictures, mehr bilder, más fotos,
    plus de photos`,
  meeting: `
    appointment, appointments, termin, termine, cita, citas, rendez vous, slot, slots, créneau, hora`,
  until: `
    until, till, til, unless, erst wenn, bis, solange, hasta que, hasta, tant que, avant que, jusqu'à`,
  keys_first: `
    keys in your hand, keys in hand, once you have the keys, when you have the keys, until you have the keys, schlüssel in der
    hand, wenn du die schlüssel, wenn sie die schlüssel, llaves en la mano, cuando ya tengas, cuando tengas las llaves, clés en
    main, quand tu as les clés, quand vous avez les clés, quand tu auras les clés,
    talk about money, hablamos de dinero, hablar de dinero, de dinero no hablamos, über geld reden, reden wir über geld,
    über geld sprechen, parler d'argent, parle d'argent, parlons d'argent`,
  cannot_travel: `
    cannot travel, can't travel, not able to travel, unable to travel, no time to travel, cannot come, can't come, keine
    zeit zu reisen, kann nicht reisen, nicht anreisen, nicht kommen, no puedo viajar, no puedo desplazarme, no puedo ir, ne
    peux me déplacer, ne peux pas me déplacer, peux pas venir, ne peux pas venir, reisen, viajar, me déplacer`,
  my_home: `
    my flat, my apartment, my house, my place, my studio, our flat, our apartment, the owner, i own, meine wohnung, mein
    apartment, mein haus, meiner wohnung, eigentümer*, vermieter der, besitzer*, mi piso, mi apartamento, mi casa, mi
    vivienda, mi estudio, dueño, dueña, propietari*, mon appart*, mon studio, mon logement, ma maison, propriétaire, je
    loue, mets mon`,
  in_hand: `
    in person, by hand, hand you the keys, hand over the keys, persönlich bei, persönliche übergabe, persönlich übergeben,
    en mano, en persona, yo en mano, en main propre, en personne, remise en main`,
  others_did: `
    everyone else was ok, everyone else was fine, everybody else was, everyone was fine, tenants all booked, tenants all
    rented, all my tenants, my last tenants, most people, die meisten mieten, alle meine mieter, meine mieter, los
    anteriores inquilinos, todos mis inquilinos, todos alquilan, tous mes locataires, tout le monde fait, remotely, a
    distancia, à distance, aus der ferne, unbesehen`,
} as const satisfies Families;
