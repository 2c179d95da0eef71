import type { Families } from "../word-families.ts";

/** Paying, what is paid, by which way, and what a payment is said to be for. */
export const MONEY = {
  secure: `
    y te lo, y te la, te lo reservo, te la reservo, y es tuyo, keep the flat, keep the room, keep the apartment, keep it for,
    halte dir, halte ihnen, te lo guardo, te la guardo, vous le garde, vous la garde`,
  bank: `
    account, konto, cuenta, compte`,
  cash: `
    cash, in cash, bar, bargeld, in bar, en efectivo, efectivo, en mano, en espèces, espèces, en liquide, liquide, by hand`,
  now: `
    this afternoon, this evening, by tonight, heute nachmittag, heute abend, esta tarde, esta noche, cet après midi, ce soir,
    asap, immediately, tomorrow, morgen, mañana, demain, now, today, right now, tonight, first, jetzt, heute, sofort, gleich,
    zuerst, ahora, hoy, ya, primero, maintenant, aujourd'hui, tout de suite, d'abord`,
  costs: `
    costs, cost, kostet, kosten, fällt an, fallen, cuesta, coûte`,
  serious: `
    good faith, sign of trust, goodwill, guten willens, vertrauensbeweis, buena fe, bonne foi, gage de, committed, commitment,
    serious, genuine, ernst gemeint, ernsthaft*, ernst ist, vas en serio, va en serio, interés real, seriedad, sérieux,
    sérieuse, motivé, verbindlich, compromiso`,
  dislike: `
    doesn't match, does not match, don't like, do not like, not as described, change your mind, decide against, isn't for you,
    nicht gefällt, nicht gefallen, nichtgefallen, nicht entspricht, nicht den bildern, anders entscheid*, no te gusta, no le
    gusta, no te convence, no es como, no coincide, no corresponde, cambias de idea, ne vous plaît pas, ne te plaît pas, ne
    correspond pas, vous renoncez, changez d'avis, changes d'avis, ne convient pas`,
  bank_details: `
    swift, iban, bic, iban nummer, bank details, bank info, account holder, sort code, routing number, account number,
    kontodaten, bankdaten, bankverbindung, kontoinhaber, kontonummer, blz, bankleitzahl, datos bancarios, titular de la cuenta,
    número de cuenta, coordonnées bancaires, titulaire du compte, numéro de compte, beneficiary, empfänger, beneficiario,
    bénéficiaire`,
  pay: `
    put down, hazme un bizum, haz un bizum, hacer un bizum, hazme una transferencia, haz una transferencia, haz la
    transferencia, hacer la transferencia, haz el ingreso, fais un virement, fais moi un virement, fais le virement, faites un
    virement, faites le virement, make a transfer, make the transfer, make a payment, make the payment, make payment, do a
    transfer, do the transfer, mach eine überweisung, mach die überweisung, anweisen, anzuweisen, put in, deja pagad*, leave the deposit, leave the money, hinterlegen, leave a deposit, hinterlassen, dejar un depósito, deja un depósito,
    laisser un dépôt, laisser une caution, settle with me, settle in person, settle up, wire me, wire us, pay up, put down a,
    put money down, put down money, ont réglé, a réglé, avez réglé, avoir réglé, as réglé, pay, pays, paying, paid, payment*,
    prepay*, transfer, transfers, transferring, transferred, wire, wired, wiring, remit*, deposit it, deposit the money, send
    money, send me money, send the money, send the deposit, send over the deposit, send me the deposit, sends the deposit, send
    me the first, send half, send the rent, send the fee, send the amount, send the funds, send funds, settle the, zahl*,
    bezahl*, überweis*, einzahl*, anzahl*, vorauszahl*, *vorauszahlung*, *überweisung*, *zahlung*, *zahlen, schick mir das geld,
    schicken sie das geld, schick das geld, geld schicken, geld senden, sende das geld, hinterleg*, pago, pagos, pagar*, pague,
    pagues, paguen, paga, pagas, pagan, pagame, pagando, pagado, pagada, abona*, abone*, abono, ingresa, ingresas, ingresar*,
    ingrese*, ingresame, transfier*, transferir*, transferencia*, haz un ingreso, hacer un ingreso, depositar*, deposita,
    deposite, depositas, envia el dinero, envie el dinero, enviar el dinero, enviame el dinero, envies el dinero, mandar dinero,
    manda el dinero, mandame el dinero, girar el dinero, giro bancario, anticipar, adelantar, adelanta, adelante el, adelantes,
    payer, paye, payes, payez, paiement*, paie, régler, réglez, réglies, régliez, règles, virement*, virer, virez, verser,
    verse, versez, verses, versement*, transférer, transférez, transfère, envoyer l'argent, envoyez l'argent, envoie l'argent,
    envoyer la somme, envoyez la somme, avancer l'argent,
    make a deposit, make the deposit, make a small deposit, mach eine anzahlung, haz un depósito, hacer un depósito, fais
    un dépôt, faites un dépôt, faites un mandat, fais un mandat,
    bank me, zelle me, paypal me, revolut me, venmo me, bung me, bizuméame, bizumeame, anticipo de`,
  sum: `
    sin señal, sin fianza, pas d'acompte, *wochenmiete*, two weeks, week's rent, weeks rent, dos semanas de, deux semaines de,
    garantía, guarantee, als sicherheit, sicherheitsleistung, garantie, en garantie, half, hälfte, mitad, moitié, percent,
    prozent, por ciento, pour cent, partial, teilbetrag, restbetrag, down payment, sum of, balance, deposit, deposits, first
    month, first months, one month, months rent, rent, fee, fees, euro, euros, eur, pounds, gbp, usd, dollars, money, funds,
    half of it, security, advance payment, *kaution*, miete, *monatsmiete*, *miete, geld, betrag, summe, gebühr*, *gebühr*,
    anzahlung*, *pauschale, fianza*, depósito, depósitos, la señal, una señal, de señal, alquiler, renta, mensualidad*, dinero,
    importe, cantidad, mes de alquiler, primer mes, caution*, dépôt, dépôts, loyer*, premier mois, argent, somme, montant,
    arrhes, acompte*, frais, anticipo, adelanto,
    the bond, bond,
    bigger deposit, the first rent, erste miete, erste monatsmiete, hébergement`,
  advance: `
    in advance, upfront, up front, beforehand, advance payment, advance deposit, prepay*, right away, im voraus, im vorhinein,
    vorab, vorkasse, vorauszahl*, *vorauszahlung*, anzahl*, vorher, in vorleistung, deposit first, small advance, an advance,
    vorschuss, por adelantado, por anticipado, de antemano, anticipad*, adelantad*, anticipo, adelanto, à l'avance, d'avance, en
    avance, par avance, au préalable, préalable*, préalablement, avance,
    ahead of time`,
  refund: `
    refund*, get it back, money back, back immediately, full amount back, return it, returned, return your, zurückerstatt*,
    rückerstatt*, erstatt*, zurückbekomm*, zurücküberweis*, geld zurück, bekommst du zurück, zurückgezahl*, zurückzahl*,
    reembols*, devuel*, devolv*, devolución, rembours*, rendu, rends, rendrai, restitu*, récupér*,
    regres*`,
  scheme_fee: `
    viewing deposit, visit deposit, visiting deposit, *besichtigungskaution*, besichtigungspfand, fianza de visita, depósito de
    visita, señal de visita, caution de visite, dépôt de visite, acompte de visite, admin charge, admin costs, administration
    fee, administration charge, processing charge, reservation charge, reference fee, referencing fee, check fee, appointment
    fee, keys fee, deposit for the viewing, terminpauschale, terminkaution, schlüsselkaution vorab, verwaltungsgebühr,
    aufnahmegebühr, prüfgebühr, gastos administrativos, gastos de estudio, gastos de visita, coste de gestión, frais
    administratifs, frais d'étude, frais de rendez vous, frais de gestion, holding deposit, holding fee, reservation fee,
    reservation deposit, booking deposit, application fee, viewing fee, admin fee, processing fee, registration fee, background
    check fee, credit check fee, release fee, delivery fee, insurance fee, reservierungsgebühr*, reservierungskaution*,
    reservierungspauschale, bearbeitungsgebühr*, vermittlungsgebühr*, besichtigungsgebühr*, besichtigungspauschale,
    schufagebühr, gastos de reserva, tasa de reserva, gastos de gestión, tasa de gestión, gastos de tramitación, pagar una
    señal, pago de reserva, depósito de reserva, depósito de garantía reembolsable, honorarios por visita, frais de réservation,
    frais de dossier, frais de visite, frais d'inscription, frais de livraison, frais d'assurance, dépôt de réservation, chèque
    de réservation,
    schutzgebühr*, unkostenbeitrag, aufwandsentschädigung, bereitstellungsgebühr*, verification fee, screening fee, cuota
    de inscripción, cuota de reserva, frais de visite et, participation aux frais`,
  payee: `
    my mum, my dad, my cousin, my uncle, my aunt, my friend, my secretary, my boss, my manager, my solicitor, my girlfriend, my
    boyfriend, meinem bruder, meinen bruder, meines bruder, meinem vater, meinen vater, meines vater, meinem sohn, meinen sohn,
    meines sohn, meinem cousin, meinen cousin, meines cousin, meinem onkel, meinen onkel, meines onkel, meinem freund, meinen
    freund, meines freund, meinem chef, meinen chef, meines chef, meinem makler, meinen makler, meines makler, meinem anwalt,
    meines anwalt, meinem kollegen, meinen kollegen, meines kollegen, meinem verwalter, meinen verwalter, meines verwalter,
    meinem partner, meinen partner, meines partner, meinem mann, meinen mann, meines mann, meinem assistenten, meinen
    assistenten, meines assistenten, meiner schwester, meine schwester, meine mutter, meiner tochter, meine tochter, meiner
    cousine, meine cousine, meiner tante, meine tante, meiner freundin, meine freundin, meiner sekretärin, meine sekretärin,
    meiner chefin, meine chefin, meiner maklerin, meine maklerin, meiner anwältin, meine anwältin, meiner kollegin, meine
    kollegin, meine frau, meiner assistentin, meine assistentin, mi hermana, mi padre, mi madre, mi primo, mi prima, mi tío, mi
    tía, mi sobrino, mi sobrina, mi amigo, mi amiga, mi secretaria, mi secretario, mi jefe, mi abogada, mi agente, mi novio, mi
    novia, mi asistente, mi cuñado, mon père, mon cousin, mon oncle, mon ami, mon patron, mon notaire, mon agent, mon copain,
    mon assistant, mon neveu, ma soeur, ma mère, ma cousine, ma tante, ma amie, ma secrétaire, ma avocate, ma copine, ma
    assistante, ma patronne, ma nièce, my husband, my wife, my partner, my lawyer, my assistant, my agent, my accountant, my
    mother, my father, my son, my daughter, my brother, my sister, his account, her account, their account, in the name of, to
    the name of, name of, an meine frau, an meinen mann, mein mann, meiner frau, meines mannes, mein anwalt, meinen anwalt, an
    meinen, an meine, auf den namen, meiner mutter, meines vaters, a nombre de, mi marido, mi mujer, mi socio, mi abogado, mi
    hermano, mi hija, mi hijo, mi gestor, au nom de, mon mari, ma femme, mon associé, mon avocat, mon frère, ma fille, mon fils,
    mon comptable`,
  charge: `
    we take, we accept, wir nehmen, aceptamos, on prend, nous prenons, i want, i'd want, wants, want, möchte, möchten, will ich,
    quiero, queremos, veux, voulons, exige, take a small, take a, charge, charges, charging, i take, collect, ask for, asks for,
    ask, i ask, verlange, verlangen, bitte um, bitten um, nehme, kassier*, cobro, cobra, cobramos, cobrar, pido, pedimos, je
    prends, demande, demandons, facture, facturons`,
  pay_app: `
    satispay, paysend, twint, swish, mobilepay, payconiq, paypal*, pay pal, wise, revolut*, bizum, venmo, zelle, cash app,
    cashapp, skrill, payoneer, lydia, paylib, wero, pumpkin, friends and family, freunde und familie`,
  first: `
    first, erst, zuerst, zunächst, primero, d'abord, avant tout`,
  pay_channel: `
    monzo, starling, n26, chime bank, bunq, vivid, sumup, paysera, following account, the account below, account below, konto
    unten, siguiente cuenta, cuenta siguiente, compte suivant, compte ci dessous, by hand, bank info, hand it over in cash,
    überweisung, per überweisung, transfer details, paypal*, pay pal, via wise, by wise, with wise, wise account, transferwise,
    revolut*, bizum, venmo, zelle, cash app, cashapp, skrill, payoneer, bank transfer*, wire transfer*, bank account*, my
    account, our account, account number, account details, bank details, iban, bic, swift, sepa, cash, in cash, friends and
    family, family and friends, *banküberweisung*, mein konto, meinem konto, unser konto, dieses konto, das konto, folgendes
    konto, kontonummer, kontodaten, bankdaten, bankverbindung, klarna, bargeld, in bar, bar zahlen, bar bezahl*, freunde und
    familie, *konto meiner*, transferencia*, cuenta bancaria, mi cuenta, esta cuenta, la cuenta, número de cuenta, en efectivo,
    efectivo, en mano, en metálico, virement*, compte bancaire, mon compte, ce compte, numéro de compte, mon rib, le rib, un
    rib, rib, lydia, paylib, wero, pumpkin, en espèces, espèces, en liquide, du liquide, compte nickel`,
  gift: `
    tarjetas de amazon, tarjetas de steam, tarjetas de apple, tarjetas de google, tarjetas de google play, tarjetas de netflix,
    tarjetas de razer, tarjetas de xbox, tarjetas de playstation, tarjetas de visa, tarjeta de amazon, tarjeta de steam, tarjeta
    de apple, tarjeta de google, tarjeta de google play, tarjeta de netflix, tarjeta de razer, tarjeta de xbox, tarjeta de
    playstation, tarjeta de visa, cartes amazon, cartes apple, cartes itunes, cartes google play, cartes netflix, cartes razer,
    cartes xbox, cartes playstation, cartes visa, carte amazon, carte steam, carte apple, carte itunes, carte google, carte
    google play, carte netflix, carte razer, carte xbox, carte playstation, amazon karten, steam karten, apple karten, itunes
    karten, google karten, google play karten, netflix karten, razer karten, xbox karten, playstation karten, amazon cards,
    steam cards, apple cards, itunes cards, google cards, google play cards, netflix cards, razer cards, xbox cards, playstation
    cards, amazon vouchers, steam vouchers, apple vouchers, itunes vouchers, google vouchers, google play vouchers, netflix
    vouchers, razer vouchers, xbox vouchers, playstation vouchers, amazon gutscheine, steam gutscheine, apple gutscheine, itunes
    gutscheine, google gutscheine, google play gutscheine, netflix gutscheine, razer gutscheine, xbox gutscheine, playstation
    gutscheine, scratch card*, ukash, flexepin, cashlib, toneo, razer, xbox card*, psn card*, playstation card*, google play
    gift*, gift codes, geschenkgutschein*, paysafecard*, tarjeta paysafe, carte paysafe, tarjetas google, cartes google, prepaid
    voucher*, prepaid, vouchers, prepaid code*, guthabenkarten, wertkarte*, vales, bons prépayés, gift card*, giftcard*, gift
    voucher*, geschenkkarte*, gutscheincode*, gutscheinkarte*, guthabenkarte*, guthabencode*, tarjeta regalo, tarjetas regalo,
    tarjeta de regalo, tarjetas de regalo, tarjetas de itunes, tarjeta de itunes, carte cadeau, cartes cadeau*, cartes cadeaux,
    chèque cadeau, chèques cadeaux, paysafe*, steam, steam card*, steam code*, steam guthaben, steam karte*, steam gift,
    tarjetas steam, cartes steam, itunes, google play card*, google play karte*, google play guthaben, google play, amazon
    card*, amazon voucher*, amazon gutschein*, apple card*, apple gift*, neosurf, transcash, pcs mastercard, recharge pcs,
    recharges pcs, coupon pcs, coupons pcs, tickets pcs, ticket neosurf, carte prépayée, cartes prépayées, prepaid card*,
    prepaid karte*, razer gold, tarjeta prepago, tarjetas prepago, código de regalo, recarga, ebay card*, vanilla card*`,
  crypto: `
    bitcoin*, btc, usdt, tether, ethereum, ether wallet, eth, crypto, cryptos, cryptocurr*, kryptowähr*, krypto, cripto*,
    cryptomonnaie*, binance, coinbase, wallet address, my wallet, stablecoin*, litecoin, monero, usdc, trc20, erc20, metamask`,
  cash_service: `
    or western, by western, via western, per western, über western, por western, par western, ria or, via ria, by ria, per ria,
    por ria, par ria, world remit, sendwave, taptap send, small world, azimo, paysend, money transfer office, giros postales,
    western union, moneygram, money gram, ria money, worldremit, remitly, money order*, postanweisung, bargeldtransfer,
    bargeldversand, giro postal, mandat cash, mandat postal, mandat compte, hawala, efecty, oxxo, ria transfer`,
  cheap: `
    weniger, less, menos, moins, cheaper, günstiger, más barato, cheap*, low price, only, bargain, discount, special price, half
    price, under market, günstig*, billig*, schnäppchen, nur, sonderpreis, barato*, barata, ganga, oferta, rebaj*, descuento,
    sólo, solamente, pas cher, prix bas, bon marché, promo*, seulement, occasion unique, réduction, remise`,
  luxury: `
    gym, fitness room, fitnessraum, fitnessstudio, gimnasio, salle de sport, chalet, mansion, anwesen, whirlpool, hot tub,
    concierge service, parking incluido, whole house, entire house, ganzes haus, casa entera, maison entière, furnished flat,
    furnished apartment, huge, private pool, riesig*, eigenem pool, enorme, immense, spacious, geräumig*, spacieux, two bedroom,
    three bedroom, 2 bedroom, 3 bedroom, four bedroom, 3 zimmer, drei zimmer, 3 zimmerwohnung, 4 zimmer, loft, tres
    habitaciones, 3 habitaciones, trois pièces, 3 pièces, best area, bester lage, bestlage, centro histórico, sea view,
    meerblick, vistas al mar, vue mer, designer, brand new, penthouse*, villa, luxury, luxurious, entire apartment, whole
    apartment, entire flat, whole flat, jacuzzi, pool, rooftop, terrace, fully furnished, sauna, all inclusive, all bills
    included, everything included, luxus*, ganze wohnung, dachterrasse, voll möbliert, vollmöbliert, alles inklusive, inklusive
    allem, altbauwohnung, maisonette, ático*, lujo*, lujoso, piscina, piso entero, piso completo, terraza, totalmente amueblado,
    todo incluido, todos los gastos incluidos, luxe, appartement entier, terrasse, piscine, entièrement meublé, tout compris,
    toutes charges comprises, charges comprises, duplex`,
  screening: `
    application, applications, reference check, references check, background check, credit check, credit report, screening,
    selbstauskunft*, bonitätsprüfung*, bonitätsauskunft, schufa*, bewerbungsmappe, prüfung der unterlagen, estudio de solvencia,
    estudio económico, informe de solvencia, verificación de solvencia, la solicitud, étude du dossier, étude de dossier, le
    dossier, vérification du dossier, candidature,
    the reference, references`,
  yours: `
    yours, its yours, gehört dir, gehört ihnen, gehört dann dir, ist deine, ist deins, deins, hast du sie, hast du es, bekommst
    du das zimmer, bekommt das zimmer, bekommt die wohnung, kriegt das zimmer, kriegt die wohnung, es tuya, es tuyo, tuya, tuyo,
    será tuya, será tuyo, se lo queda, se la queda, lo tienes, est à toi, est à vous, sera à toi, sera à vous, à toi, a la
    chambre, a l'appart*, gets it, gets the room, gets the flat, has it, you have it, off the market`,
  first_payer: `
    whoever, who pays first, first person to, first one to, first to send, first to pay, first to transfer, wer zuerst, wer als
    erstes, wer als erster, der erste der, die erste die, dem ersten der, el primero que, la primera que, quien antes, al
    primero que, le premier qui, la première qui, celui qui, au premier qui,
    the one who, the first who, der der zuerst, die die zuerst, quien mande, quien envíe, quien pague, quien primero, celui
    qui envoie, celle qui,
    el que antes, la que antes, el primero en, la primera en, whoever is first,
    quien ponga, quien haga, quien dé, premiers arrivés, premier arrivé, first ones, los primeros que, die ersten die`,
  okay: `
    no fees, keine gebühr, sin comisiones, y a pas de frais, pas de frais, instant, sofort da, ok, okay, fine, works for me, all
    good, either, either one, whichever, geht auch, beides, egal was, passt auch, vale, me vale, me sirve, cualquiera, lo que
    prefieras, como prefieras, ça marche, me va, comme tu veux, comme vous voulez, l'un ou l'autre, peu importe`,
  received: `
    cleared, clears, goes through, gone through, went through, shows up, came in, comes in, in my account, landed, lands,
    gutgeschrieben, drauf, gebucht, eintrifft, verbucht, entre, entra, haya entrado, ingresado, arrive, arrivé, arrivée, est
    arrivée, encaissé, crédité`,
  pay_request: `
    payment request, paypal request, request on paypal, zahlungsanfrage, paypal anfrage, paypal link, solicitud de pago,
    solicitud de paypal, solicitud de bizum, demande paypal, demande de paiement, lien paypal`,
  send_it: `
    send, send me, send us, schick, schick mir, schicke mir, schicken sie, schickst du, sende mir, mándame, manda,
    mándanos, envíame, envía, envíanos, envoie, envoie moi, envoyez, envoyez moi, give me, gib mir, dame, deme, donne moi,
    donnez moi, stick, drop me, lend me, leih mir, préstame, prête moi,
    send it, send it to me, mándamelo, mándalo, mándamela, envíamelo, envíalo, pásamelo, pásalo, schick es, schick's,
    überweis es, envoie le, envoie la, envoyez le`,
  applicants: `
    all applicants, every applicant, each applicant, all candidates, everybody who applies, everyone interested, alle bewerber,
    jeder bewerber, alle interessenten, jeder interessent, todos los interesados, cada interesado, todos los candidatos, cada
    candidato, tous les candidats, chaque candidat, tous les intéressés, toutes les personnes intéressées`,
  to_mine: `
    to my account, to my personal account, to my private account, to my bank, into my account, into my personal account, auf
    mein konto, auf mein privatkonto, auf mein privates konto, auf mein persönliches, a mi cuenta, a mi cuenta personal, en mi
    cuenta, sur mon compte, sur mon compte perso, vers mon compte`,
  cheque: `
    cheque, cheques, cashier's check, cashiers check, certified check, bank draft, check for, a check, scheck, bankscheck,
    verrechnungsscheck, chèque, chèques, talón bancario`,
  surplus: `
    surplus, remaining, remainder, the rest, excess, the difference, extra money, what is left, what's left, leftover,
    überschuss, differenz, den rest, der rest, überschüssig*, was übrig, restlich*, sobrante, lo que sobre, lo que sobra,
    la diferencia, el resto, excedente, restante, excédent*, le reste, la différence, restant*, trop perçu,
    the balance, balance of it,
    the extra, extra`,
  pass_on: `
    forward, send back, send it back, send me back, return, give back, pass on, pass it on, pay the movers, pay the agent,
    wire, transfer, refund, weiterleit*, zurücküberweis*, zurückschick*, überweis*, weiterüberweis*, schickst, schicken,
    devuelv*, devolv*, reenví*, transfier*, mand*, envía*, pag*, renvoy*, renvoi*, revers*, rembours*, vers*, retourn*,
    transfér*,
    send it to, send it on, send them, schick es, schicken sie es, mándalo, envíalo, envoyez le, envoie le`,
  instead: `
    instead, rather, stattdessen, lieber, besser, mejor, preferiría, plutôt, de préférence`,
  have_you: `
    do you have, have you got, do you use, you use, got, u have, hast du, haben sie, habt ihr, nutzt du, tienes, tiene
    usted, usas, tu as, as tu, vous avez, avez vous, tu utilises,
    are you on, u on, bist du bei, bist du auf, estás en, tienes el, t'as, tu es sur, vous êtes sur,
    t'as pas, tu n'as pas, hast du kein, hast du keinen, no tienes, don't you have, haven't you got, u got`,
  token: `
    goodwill gesture, gesture, token of, show of good faith, sign of good faith, as a sign, kleine geste, geste, als
    zeichen, zeichen des, gesto, detalle por tu parte, como señal de, petit geste, en signe de, de votre part, de ta part,
    de su parte, de tu parte, your commitment, deine ernsthaftigkeit,
    token payment, token`,
  due: `
    has to be with me, must be with me, needs to be with me, has to be here, has to arrive, needs to arrive, must arrive,
    has to land, muss bei mir sein, muss da sein, muss drauf sein, muss auf dem konto, tiene que estar, debe estar, tiene
    que llegar, debe llegar, doit être, doit arriver, doit me parvenir, by 6pm, by tonight, bis heute abend, antes de las,
    avant ce soir`,
  greedy: `
    stung by, cobran una pasta, cobran mucho, cobran demasiado, se quedan con, se gavent, prennent trop, take a cut, takes
    a cut, keeps a cut, take too much, greedy, gierig, zocken, kassieren, ladrones, voleurs, takes too long, takes ages,
    too long, zu lang, zu lange, trop long, tarda mucho, va muy lento, silly fees, silly booking, so expensive,
    zu kompliziert, too complicated, muy complicado, trop compliqué, usine à gaz, cobran comisión, prennent une commission,
    hassle, such a faff,
    taking a slice, takes a slice, taking a cut, a slice of, me quitan, nehmen prozente, nous prennent`,
  brand: `
    amazon, apple, itunes, google play, steam, netflix, xbox, playstation, psn, razer, paysafe, ebay, visa prepaid,
    zalando, roblox, fortnite, nintendo, uber, mediamarkt, ikea`,
  voucher: `
    card, cards, voucher*, code, codes, pin, pins, karte, karten, gutschein*, guthaben, tarjeta, tarjetas, vale, vales,
    bono, carte, cartes, coupon*, recharge*, ticket, tickets, recarga*`,
  rivals: `
    the others have, another student is ready, others are ready, someone else is ready, someone is ready, die anderen
    haben, andere haben schon, eine andere hat schon, ein anderer hat schon, ya hay dos, ya hay otro, ya hay otra, otra
    chica ya, otra persona ya, otros dos ya, une autre étudiante, un autre étudiant, une autre personne, un autre candidat,
    d'autres sont prêts, est prête à, est prêt à`,
  decide: `
    decide, make up your mind, entscheide*, entscheid dich, decídete, decídase, tú decides, tú verás, décidez, décide`,
  required: `
    is required, is needed, is necessary, are required, is requested, is asked, is payable, wird verlangt, wird erhoben,
    ist nötig, ist erforderlich, ist notwendig, wird fällig, ist fällig, se pide, se requiere, se exige, se cobra, es
    necesario, es necesaria, es obligatorio, est demandé*, est exigé*, est requis*, est nécessaire, est obligatoire`,
} as const satisfies Families;
