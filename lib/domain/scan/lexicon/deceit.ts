import type { Families } from "../word-families.ts";

/** Accounts, secrets and papers, pressure, and who sells what nobody here needs. */
export const DECEIT = {
  sale: `
    for prices, price list, my prices, our prices, für preise, preise auf, preisliste, los precios, pregúntame precios, precios
    por, pour les prix, nos prix, mes tarifs, nos tarifs, prices from, from just, ghostwrit*, i sell, we sell, i do assignments,
    for students, plagiarism free, plagiatsfrei*, sin plagio, sans plagiat, verkaufe, biete, übernehme, vendo, vends, hago
    trabajos, hago exámenes, je fais vos, je fais tes, je fais les, je rédige, ich schreibe deine, ich schreibe die, per page,
    pro seite, die seite, por página, à la page, par page, good grades guaranteed, note garantie, money back,
    a page, pay someone, bezahl jemanden, paga a alguien, payez quelqu'un, delivered overnight`,
  overpaid_you: `
    overpaid you, paid you too much, sent you too much, dir zu viel, dir versehentlich zu viel, ihnen zu viel, te he pagado de
    más, te pagué de más, te envié de más, te mandé de más, vous ai trop payé, t'ai trop payé, vous ai envoyé trop, cheque for
    more, check for more, bigger cheque`,
  digits: `
    six numbers, six digits, sechs zahlen, sechs ziffern, seis números, seis cifras, six chiffres, those numbers, die zahlen, le
    chiffre, les chiffres, el numerito, los números, die ziffer, die ziffern, a number, ne nummer, eine nummer, un numerito,
    numerito, un número, un numero, un numéro, ziffernfolge, serie de números, suite de chiffres, the number, that number, die
    zahl, die nummer, el número, le numéro, nombre, digit, digits, digit number, *stellig*, cifras, dígitos, chiffres, ziffern,
    unos números, un par de números, ein paar zahlen, paar ziffern, some numbers, some digits, few digits, quelques
    chiffres, des chiffres, digit thing,
    série de chiffres`,
  essay_offer: `
    dm us, contact us, message us, we help with your, stuck with your, top quality, we deliver, wir liefern, entregamos,
    livrons, professional*, profi, vom profi, pro, experts, expert*, profesional*, professionnel*, original, unique,
    confidential, einzigartig, vertraulich, confidencial, confidentiel, hire, buy, kaufen, kauf, compra, contrata, achetez,
    achète, faites écrire, schreiben lassen, discount, rabatt, descuento, sell, selling, for sale, let us, we take your, take
    your, get your, done by, done for you, for you, for students, finished, ready made, original work, verkaufe, verkaufen, zu
    verkaufen, fertige, für dich, für sie, für studierende, übernehm*, vendo, vendemos, ya hechos, hechos, por ti, para ti, por
    usted, nos presentamos, vends, vendons, toutes faites, tout faits, à ta place, à votre place, pour toi, pour vous, on passe
    ton, nous passons, s'en occup*, occupons, on s'occupe, nos encargamos, me encargo, kümmern uns, we handle, we take care`,
  what_is: `
    lequel, laquelle, what was, what were, the last part, wie war, what it says, whats it say, what's it say, was steht da, was
    steht drin, was da steht, qué dice, que pone, ça dit quoi, il dit quoi, me lo dices, me lo lees, read it to me, read it out,
    lies mal vor, lies vor, lies mir, léemelo, léemela, lis le moi, lis la moi, lisez le moi, what are, what are your, cuáles
    son, quels sont, wie sind, welche, what is, what's, whats, which one, wie lautet, wie lauten, wie ist, was ist, was steht,
    cuál es, qué pone, dime qué, c'est quoi, quel est, quelle est, what does it say, tell me what,
    c koi, c quoi, koi le, quoi comme code, cuál era, dime cuál, which numbers`,
  account: `
    your payout, payout, auszahlung, your refund, votre versement, tu reembolso, your account, your profile, your booking, your
    reservation, your payment, your listing, your deposit, your identity, dein konto, deine buchung, ihr konto, ihre buchung,
    dein profil, ihr profil, ihre reservierung, deine reservierung, ihre zahlung, deine zahlung, ihr inserat, dein inserat, tu
    cuenta, su cuenta, tu reserva, su reserva, tu perfil, su perfil, tu pago, su pago, tu anuncio, votre compte, ton compte,
    votre réservation, ta réservation, votre profil, ton profil, votre paiement, ton paiement, votre annonce, konto, cuenta,
    compte, account`,
  trouble: `
    suspend*, block, blocked, lock, locked, limited, restrict*, deactivat*, disabled, cancelled, canceled, cancel, terminated,
    deleted, closed, expire, expires, expired, unusual activity, suspicious activity, unauthori*, compromised, on hold, failed,
    declined, could not be processed, gesperrt, sperr*, deaktiviert, eingeschränkt, storniert, gelöscht, verdächtig*,
    ungewöhnlich*, abgelehnt, fehlgeschlagen, ablaufen, läuft ab, suspendid*, bloquead*, bloqueará, cancelad*, cancelará,
    desactivad*, restringid*, eliminad*, actividad sospechosa, sospechos*, inusual, caduca*, rechazad*, suspendu*, bloqué*,
    annulé*, désactivé*, limité*, supprimé*, activité suspecte, inhabituel*, expir*, refusé*, fermé, échoué`,
  verify: `
    überprüf*, prüfen, comprobar, comprueb*, vérifier, re confirm, identify yourself, verify, verified, verifying, verification,
    confirm, confirming, validate, update, log in, login, sign in, re enter, reactivate, unlock, restore, authenticate,
    verifizier*, bestätig*, einlogg*, anmelden, aktualisier*, entsperr*, freischalt*, legitimier*, verifi*, confirm*, iniciar
    sesión, inicia sesión, actualiz*, valid*, reactiv*, desbloque*, vérifi*, connect*, mettre à jour, réactiv*, débloqu*,
    identifi*`,
  click: `
    click*, link in bio, link in my, link im profil, apúntate, apuntarse, inscris*, registrier*, regístrate, register, sign up,
    tap here, tap the, follow the link, this link, the link, link below, link, klick*, link unten, diesen link, über den link,
    folge dem, pincha, haz clic, haga clic, clic, enlace, este link, pulsa, siguiente enlace, clique*, cliquez, lien, ce lien,
    lien suivant, qr code, scan the, qr`,
  secret: `
    long number on the front, number on the front, 16 digits, sixteen digits, 16 dígitos, dieciséis dígitos, 16 chiffres, seize
    chiffres, security number, prüfziffer*, dreistellig*, los tres dígitos, les trois chiffres, tres números de atrás, chiffres
    derrière, back of your card, back of the card, rückseite der karte, dorso de la tarjeta, dos de la carte, la caducidad, your
    card, your bank card, ihre karte, deine karte, deiner karte, ihrer karte, tu tarjeta, su tarjeta, votre carte, ta carte,
    your login, login name, logindaten, login und passwort, verification code, security code, confirmation code, sms code, code
    by sms, code via sms, code from sms, text code, six digit code, 6 digit code, 6 digits, six digits, 4 digit code, five digit
    code, one time code, one time password, otp, login details, login data, login credentials, credentials, cvv, cvc, card
    number, card details, card info, credit card, debit card, expiry date, three digits, 3 digits, online banking, banking
    login, bank login, tan code, bestätigungscode*, verifizierungscode*, sicherheitscode*, code per sms, sechsstellig*, 6
    stellig*, einmalcode, einmalpasswort, zugangsdaten, anmeldedaten, kartennummer, kreditkarte, kreditkartendaten,
    kreditkartennummer, prüfnummer, kartendaten, kartenprüf*, ablaufdatum, onlinebanking, código de verificación, código de
    confirmación, código de seguridad, código sms, código de seis, 6 dígitos, seis dígitos, seis cifras, 6 cifras, clave de
    acceso, claves bancarias, tus claves, sus claves, datos de acceso, número de tarjeta, datos de la tarjeta, datos de tu
    tarjeta, tarjeta de crédito, fecha de caducidad, banca online, code de vérification, code de confirmation, code de sécurité,
    code sms, code reçu, code à six, six chiffres, 6 chiffres, identifiants, numéro de carte, carte bancaire, carte bleue, carte
    de crédit, date d'expiration, cryptogramme, codes bancaires`,
  weak_secret: `
    passcode, pin, pin code, password, passwort, kennwort, passwörter, tan, the code, that code, code you, this code, a code,
    code, codes, den code, der code, contraseña, clave, claves, el código, ese código, un código, código, mot de passe, mots de
    passe, le code, ce code, un code,
    verification number, verify number, bestätigungsnummer, número de verificación, numéro de vérification`,
  buy: `
    get, grab, buy, purchase, get me, pick up, scratch, redeem, kauf*, besorg*, hol, hole, rubbel*, freirubbel*, einlös*,
    compr*, rasc*, consigue, achet*, achèt*, gratt*, procure*, balance, gutscheine`,
  by_text: `
    just came, came in, just arrived, just popped up, reinkam, reingekommen, grad gekommen, gerade gekommen, acaba de llegar,
    acabas de recibir, vient d'arriver, viens de recevoir, venez de recevoir, text from, sms from, a text, an sms, ne sms, eine
    sms, ein sms, un sms, un texto, sms mit, sms avec, sms con, sms du, sms de, sms von, bank just, your bank, deine bank, ihre
    bank, die bank, del banco, el banco, tu banco, la banque, ta banque, votre banque, sms, google texted, texted you, google,
    par sms, por sms, in the email you, by mistake, by accident, accidentally, aus versehen, versehentlich, por error, sin
    querer, par erreur, per sms bekommen, text message, by text, via text, your phone, to your phone, on your phone, you
    received, you just received, you will receive, you get, you got, just sent, sent you, sent to you, per sms, auf dein handy,
    auf ihr handy, gerade bekommen, erhalten hast, bekommen hast, gerade geschickt, ankommt, gleich bekommst, zugeschickt, a tu
    móvil, a tu teléfono, al móvil, que te llega*, que te ha llegado, que has recibido, que recibas, que recibirás, te llegará,
    te he enviado, sur ton téléphone, sur votre téléphone, que tu as reçu, que tu vas recevoir, que vous avez reçu, que vous
    allez recevoir, que vous recevrez, viens d'envoyer, reçu par,
    par texto, par message, texto, by whatsapp, eu par, reçu sur,
    popped up, pops up`,
  home_code: `
    local à vélos, vélos, vélo, cuarto de bicis, bicis, trastero, fahrradraum, fahrrad, keller, cave, storage room, bike shed,
    mülltonne*, bin store, local poubelles, gate, tor, door, puerta, porte, entrance, eingang, haustür, portail, staircase,
    elevator, lift, parking, tiefgarage, door code, entry code, gate code, building code, house code, wifi, wi
    fi, wlan, router, internet password, netflix, laundry, washing machine, keybox, key box, lockbox, key safe, alarm code,
    türcode, haustür*, eingangscode, schlüsselbox, tresor, schlüsseltresor, waschmaschine, waschküche, código de la puerta,
    código del portal, código de entrada, clave del wifi, cajetín, lavadora, portal, code d'entrée, code de la porte, code
    porte, code du portail, digicode, code de l'immeuble, boîte à clés, interphone, laverie, garage, bike, fahrradkeller,
    postcode, post code, code postal, código postal, promo code, discount code, code promo, dress code, tax code,
    booking number, reference number,
    lock app, smart lock, the lock, schloss, cerradura, serrure`,
  identity: `
    residence permit, visa copy, aufenthaltstitel, aufenthaltserlaubnis, permiso de residencia, titre de séjour, tarjeta de
    residencia, foto vom pass, dein pass, deinen pass, ihren pass, titel und pass, perso, persos, ausweis, your passport,
    tarjeta de identidad, ta cni, passport number, date of birth, maiden name, birth date, geburtsdatum, ausweisnummer,
    passnummer, fecha de nacimiento, número de pasaporte, date de naissance, numéro de passeport, student card,
    studentenausweis, insurance number, id card, identity card, your id, id copy, copy of id, passport, passport copy, driver's
    license, drivers license, driving licence, photo id, selfie, id front, front and back, social security, *personalausweis*,
    *ausweis*, reisepass*, pass kopie, führerschein, meldebescheinigung, sozialversicherungsnummer, dni, nie, pasaporte,
    documento de identidad, carné de identidad, carnet de conducir, foto de tu, carte d'identité, pièce d'identité, pièces
    d'identité, passeport, permis de conduire, cni, numéro de sécurité sociale, vitale, payslips, bank statement*, kontoauszug,
    kontoauszüge, gehaltsnachweis*, nóminas, bulletins de salaire, fiches de paie, avis d'imposition, relevé bancaire`,
  copy: `
    escane*, copy, copies, photo, photos, picture, pictures, pic, scan, scans, scanned, selfie, image, front and back, both
    sides, kopie*, foto, fotos, bild, eingescannt, vorder und rückseite, beidseitig, copia*, escaneado*, escaneada, imagen,
    ambas caras, por delante y por detrás, copie*, scanné*, recto verso,
    por los dos lados, los dos lados, por ambos lados, des deux côtés, von beiden seiten`,
  give: `
    tipp mir, tipp, tippst du, copy me, me copias, cópiame, recopie moi, tu me recopies, abtippen, type me, brauch, te paso,
    i'll send you, schick dir, je t'envoie, bräucht*, würde brauchen, necesitaría, j'aurais besoin, partagez, partage moi,
    prenez, prends, nimm, nehmen sie, usa mis, use my, utilisez, benutz*, verwende*, lend me, leih mir, leihst du mir, préstame,
    déjame, prête moi, da la dirección, doy la dirección, give out, gives out, release, tell us, tell me, read it, read me, read
    out, lies mir, lies sie, lesen sie mir, vorlesen, léeme, léemelo, lis moi, lisez moi, abzufragen, mitzuteilen, durchzugeben,
    zuzusenden, zu schicken, weiterzuleiten, type, type in, tippe, tippen sie, abfrag*, collect your, kindly provide, let me
    see, zeig mir, zeigen sie mir, enséñame, montre moi, montrez moi, upload, hinterlege, send, send me, sends, give, give me,
    share, forward, provide, need, need your, we need, i need, i'll need, enter, reply with, respond with, answer with, ask for,
    hand me, let me have, pass me, submit, email me, text me, dm me, let me know the, hand over, what is your, required,
    require, schick*, sende, senden, sag mir, gib, geben sie, teile, teil mir, teilen sie, weiterleit*, leite, brauche,
    brauchen, benötig*, eingeben, gib mir, nenn*, durchgeben, mitteilen, antworte mit, antworten sie mit, hochladen, lad,
    verrat*, übermitt*, zukommen, envía*, envie*, enviar, enviame, manda*, mande*, dime, dame, deme, comparte*, reenvía*,
    facilit*, necesito, necesitamos, introduc*, pásame, indícame, responde con, responda con, hace falta, entreg*, pasame, pasa,
    pásamelo, dímelo, mándamelo, proporcion*, envoi*, envoyer, envoyez, donne*, donner, dis moi, dites moi, communiqu*,
    transmet*, besoin, entrer, saisi*, fourni*, renvoie*, renvoy*, réponds avec, répondez avec, transférer, il me faut, il faut,
    remet*, passe moi, filer, file moi, donne les moi, indique*,
    drop me, flick me, chuck me, shoot me, ping me, gibst mir, gibst du mir, gibst uns, me das, me files, tu me files, tu
    me donnes, faire parvenir, fais parvenir, faites parvenir, hazme llegar, háganos llegar,
    renvoie le, renvoie moi,
    disclose, disclosing, te digo, le digo, nenne ich, dann sag ich, te donne, vous donne,
    mir fehlt, fehlt mir, me falta, il me manque, i'm missing, still missing`,
  pressure: `
    must decide, others waiting, schnell melden, corre que, corre, vuela, vuelan, part vite, part aujourd'hui, il part, premier
    servi, first served, wer zuerst kommt, el primero que llegue, sonst nimmt, otherwise someone, si no se la, si no se lo,
    sinon je, je la donne au, se la doy a otro, se lo doy a otro, nimmt sie der nächste, nimmt es der nächste, goes to the next,
    give it to the next, only today, nur heute, solo hoy, aujourd'hui seulement, coming to pay, tomorrow the price, several
    students, coming this evening, ready to pay, bereit zu zahlen, dispuestas a pagar, dispuestos a pagar, prêts à payer, won't
    last, grab it, zugreifen, this afternoon, heute nachmittag, esta tarde, cet après midi, need someone today, act fast, act
    now, fast, schnell handeln, zuschlagen, decide today, decide now, heute entscheiden, waiting, warten schon, viele warten,
    decidir hoy, decidir ya, gente esperando, décider aujourd'hui, décider vite, attendent, du monde attend, turn the others
    down, say no to the others, den anderen ab, anderen absagen, no a los demás, non aux autres, refuser les autres, gente
    detrás, muchísima gente, gone by tonight, urgent*, asap, hurry, quick, quickly, immediately, right now, right away, today,
    tonight, within the hour, within 24, within 2 hours, in the next hour, last chance, don't wait, before someone else, someone
    else, other people, others are, many people, many interested, lots of interest, several people, other students, first come,
    first to pay, whoever pays, dringend, eilig, beeil*, schnell, sofort, umgehend, heute noch, noch heute, bis heute, innerhalb
    von, letzte chance, andere interessenten, viele interessenten, viele anfragen, andere bewerber, wer zuerst, zuerst zahlt,
    sonst ist es weg, sonst weg, urgente*, rápido, date prisa, ya mismo, ahora mismo, inmediat*, hoy mismo, hoy, en las
    próximas, última oportunidad, otros interesados, muchos interesados, mucha gente, otras personas, otro se lo, el primero
    que, vite, rapidement, dépêche*, immédiat*, tout de suite, aujourd'hui, dans l'heure, sous 24, dernière chance, autres
    candidats, d'autres personnes, beaucoup de demandes, plusieurs personnes, premier arrivé, premier qui, le premier, quelqu'un
    d'autre`,
  essay: `
    lab reports, protokolle, dissertations, thèses, thèse, referate, seminararbeiten, trabajos, essay, essays, assignment*,
    dissertation*, thesis, theses, term paper*, coursework, homework, research paper*, lab report*, exam, exams, online class,
    *hausarbeit*, *bachelorarbeit*, *masterarbeit*, *seminararbeit*, abschlussarbeit*, facharbeit*, klausur*, ensayo*, tfg, tfm,
    trabajo de fin, trabajos universitarios, trabajo universitari*, trabajos académicos, trabajo académico, trabajos de la uni,
    trabajo de la uni, tesis, tarea, tareas, examen, exámenes, mémoire*, devoir, devoirs, rapport de stage, rédaction*, exposé*,
    travaux universitaires,
    dissert, disserts, rapports de stage, mémoires,
    partiels, tes examens, prácticas, online classes, quizzes`,
  essay_sale: `
    in deinem namen, à ta place, a la carte, redacta tu, redacta el, redigiert, liefert in, delivers in, livre en, for you
    tonight, te redacta, need help with your, help with your, trouble with your, we write, wir schreiben, escribimos, nous
    écrivons, affordable price*, fair price*, fairen preisen, high quality, hochwertig*, calidad garantizada, cheap price*,
    hilfe bei deiner, hilfe bei der, ayuda con tu, aide pour ton, aide pour votre, thesis writing, essay writing, writing help,
    sit your, sit the exam, exam for you, write the paper, klausur für dich, examen por ti, examen pour toi, l'examen pour toi,
    only if you pass, nur wenn du bestehst, solo pagas si apruebas, que si tu réussis, delivered in, plagiarism report,
    ghostwrit*, write your, writing your, writes your, do your, doing your, finish your, take your, written for you, for you by,
    writing service*, academic writer*, paper mill, plagiarism free, plagiarism, turnitin, ai free, undetectable, expert
    writer*, professional writer*, our writers, guaranteed grade, top grade, a grade, first class grade, good grades, per page,
    on time delivery, delivered before deadline, order now, schreiben deine, schreibe deine, schreiben wir, schreiben ihre,
    lassen schreiben, schreiben lassen, plagiatsfrei*, garantierte note, note garantiert, pro seite, akademiker schreiben,
    bestnote*, redactamos, redactor*, redactan, hacemos tu, te lo redact*, te lo hacemos, te lo hago, hago trabajos, hago tu, te
    hago, escribimos tu, hacemos trabajos, redacción de, sin plagio, antiplagio, nota garantizada, por página, aprobado
    garantizado, aprob*, rédigeons, rédige votre, rédige ton, rédige tes, rédige vos, rédigé, fais tes, fais ton, faisons vos,
    sans plagiat, note garantie, anti plagiat, rédacteur*, par page, mention garantie,
    thesis done, essay done, assignment done, dissertation done, coursework done, my team has, our team has, team of, par
    des profs, por profesores, von profis, by graduates, by phds, rédigés, rédigées, prix étudiants, student prices,
    studentenpreise, precios para estudiantes, livraison express, entrega exprés, expresslieferung,
    te lo resolvemos, te resolvemos, lo resolvemos, we solve, lösen wir, on résout, take your online class, precios de
    estudiante, b or higher, or no pay`,
  job: `
    need students, students needed, brauche studenten, studenten zum, necesito estudiantes, cherche étudiants, students wanted,
    people wanted, studenten gesucht, studis gesucht, se buscan estudiantes, se busca gente, étudiants recherchés, étudiantes
    recherchées, on recherche des étudiants, testers wanted, extra income, mystery shopper, dazuverdienen, ingreso extra, revenu
    en plus, side job, get paid, paid to, trading bot, tradingbot, trading bots, bot de trading, cobra por, process payments,
    zahlungen abwickeln, motivated people, motivierte leute, leute gesucht, mitarbeiter gesucht, flexible hours, freie
    zeiteinteilung, flexible arbeitszeit*, horario flexible, horaires libres, horaires flexibles, we hire, we're hiring,
    buscamos gente, gente motivada, gens motivés, personnes motivées, like videos, liking videos, online job, geld online,
    dinero online, argent en ligne, i made, with this app, mit dieser app, con esta app, avec cette appli, agents, agenten,
    earn, earning, earnings, income, job, jobs, work from home, home based, part time, side hustle, side income, make money,
    extra cash, passive, investment*, invest, trading, forex, profit, profits, returns, commission, recruiting, hiring, vacancy,
    mlm, referral, payment processor, receive payments, money mule, verdien*, nebenverdienst, nebenjob*, heimarbeit, homeoffice
    job, einkommen, geld verdienen, gewinn*, investier*, rendite, provision, gana*, ganar, ingresos, trabajo desde casa, trabaja
    desde, inversión, invert*, inviert*, beneficio*, dinero extra, ganancia*, empleo, gagn*, revenu*, travail à domicile,
    travail à la maison, télétravail, investi*, complément de, argent facile, bénéfice*, rendement*, emploi, recrut*,
    to hire, hire, on recrute, post reviews, write reviews`,
  job_bait: `
    paid daily, paid weekly, from bed, from the sofa, from your couch, vom sofa, vom bett, desde el sofá, desde la cama, depuis
    ton canapé, depuis ton lit, testing apps, to like, liken, likes, liking, dar me gusta, dar likes, liker, tiktok*, reviewing
    hotels, hotelbewertungen, reseñar*, reseñas, noter des hôtels, like and follow, no interview, ohne bewerbung, payout*,
    auszahlung*, pagos diarios, paiements quotidiens, per task, pro auftrag, por tarea, par mission, rate products, produkte
    bewerten, valorar productos, noter des produits, just rate, i send you a check, an hour, the hour, die stunde, pro stunde,
    la hora, por hora, de l'heure, par heure, zero experience, keine erfahrung, start today, start now, sofort starten, empieza
    hoy, commence aujourd'hui, test apps, testen von apps, apps testen, probar apps, tester des applis, rating hotels, while you
    sleep, im schlaf, mientras duermes, en dormant, spots left, places left, noch 3 plätze, easy cash, every friday, all you
    need, du brauchst nur, solo necesitas, il suffit, want to know how, ask me how, frag mich wie, pregúntame, demande moi
    comment, join us, join our, liking videos, with your phone, nur mit deinem handy, mit deinem handy, con tu móvil, avec ton
    téléphone, juste avec, per day, a day, daily, per week, a week, weekly, per hour, no experience, without experience, easy,
    guaranteed, from home, your phone, spare time, free time, quick money, double your, be your own boss, financial freedom,
    unlimited, join my team, join our team, keep 10, keep ten, percent commission, sign up, pro tag, am tag, täglich, pro woche,
    die woche, ohne erfahrung, leicht, garantiert*, von zu hause, zuhause aus, freizeit, verdoppel*, finanzielle freiheit,
    passives, nebenbei, keine vorkenntnisse, ohne vorkenntnisse, al día, diarios, por día, semanal*, a la semana, por semana,
    sin experiencia, fácil, garantizad*, desde casa, tiempo libre, duplic*, libertad financiera, sin esfuerzo, tu móvil, par
    jour, par semaine, semaine, sans expérience, facile*, garanti*, depuis chez, chez vous, chez toi, temps libre, doubl*,
    liberté financière, sans effort, quotidien*,
    depuis ton tel, depuis ton smartphone, ton smartphone, from your smartphone, vom handy aus, desde el móvil, no skills,
    no qualifications, no degree, keine kenntnisse, sin conocimientos, sin estudios, aucune compétence, aucun diplôme, sans
    diplôme, limited spots, places limitées, plazas limitadas, plätze begrenzt, begrenzte plätze,
    every evening, each evening, chaque soir, jeden abend, cada noche, from your room, post reviews, write reviews, like
    des vidéos, liker des vidéos, videos liken, likear, minutes a day, min par jour, minuten am tag, minutos al día,
    pro bewertung, per review, por reseña, par avis, ideal für studenten, ideal for students, ideal para estudiantes, idéal
    pour étudiants`,
  parcel: `
    parcels, parcel, packages, pakete, paket, paquetes, paquete, colis`,
  forward: `
    sending them on, send them on, pass them on, reexpedir, forward, forward them, reship*, weiterschick*, weiterleit*,
    weitersend*, weiterversend*, reenvi*, reenví*, réexpédi*, renvoy*, resend,
    post them on, ship them on, send on, weiterzuschicken, reenviarlos, les réexpédier`,
  mule: `
    lands in your account, land in your account, payment agent*, pass it on, keep your cut, keep your share, zahlungsagent*,
    deinem konto ein, leitest es weiter, agente de pagos, agentes de pago, agent de paiement, agents de paiement, prêt* leur
    compte, prêtent leur compte, preste su cuenta, prestar tu cuenta, bankkonto zur verfügung, konto zur verfügung, lend your
    account, lend us your account, recibes dinero, reçois de l'argent, tu reçois l'argent, empfängst geld, te quedas un, use
    your account, use your bank account, through your account, through your bank, to your bank account, receive the money,
    receive money, receive payments, forward it, forward the rest, keep a share, keep 5, keep 10, keep 15, keep ten, rent your
    account, dein konto nutzen, dein bankkonto, über dein konto, auf dein konto, geld empfangen, weiterüberweis*, den rest
    weiter, behältst, behalten sie, tu cuenta bancaria, usar tu cuenta, recibir dinero, recibir pagos, reenviar el resto, te
    quedas con, te quedas el, compte bancaire pour recevoir, ton compte bancaire, sur ton compte, recevoir de l'argent, recevoir
    des paiements, reverser le reste, renvoyer le reste, tu gardes, vous gardez, cheque for more, check for more, cheque por
    más, chèque d'un montant supérieur,
    par virement reçu, per transfer received, pro überweisung bleiben, por transferencia recibida, virement reçu,
    transferencia recibida, per transfer you,
    reenviando pagos, forwarding payments, transférer des paiements, zahlungen weiterleiten`,
} as const satisfies Families;
