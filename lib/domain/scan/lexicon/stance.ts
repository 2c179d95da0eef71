import type { Families } from "../word-families.ts";

/** How something is said: denied, asked, told of others, warned of. */
export const STANCE = {
  fell: `
    fall for, fell for, fallen for, reingefallen, hereingefallen, caído en, no piqué, fait avoir, tombé dans, tombée dans, me
    timaron, timado, got scammed, was scammed, been scammed, lost money,
    can you believe, can you believe it, so ein quatsch, so ein blödsinn, wie dreist, qué morro, qué cara más dura, menuda
    cara, n'importe quoi, quel culot,
    deleted it, delete lol, i blocked, blocked him, blocked her, blocked them, lo bloqueé, la bloqueé, le he bloqueado, je
    l'ai bloqué, hab ihn blockiert, habe ihn blockiert, hab ich blockiert, nearly paid, almost paid, fast bezahlt, fast
    überwiesen, casi pago, casi le pago, failli payer,
    ni de broma, ni loca, ni loco, yeah right, als ob, même pas en rêve, mais bien sûr, if someone asks, if anyone asks
    you, if somebody asks, if they ask you, wenn dich jemand, wenn jemand nach, falls dich jemand, falls jemand nach, si
    alguien te, si te piden, si te pide alguien, si on te demande, si on vous demande, si quelqu'un te, si quelqu'un vous`,
  private: `
    private, rather not, prefer not, not yet, for now, noch nicht, vorerst, lieber nicht, todavía no, de momento, pas encore,
    pas tout de suite, hier, here, aquí, ici`,
  request: `
    schickst du, schicken sie, gibst du, geben sie, sendest du, zeigst du, machst du, sagst du, liest du, me mandas, me pasas,
    me envías, me dices, me lo dices, me la dices, me lo pasas, me lees, me lo lees, me das, tu m'envoies, tu me donnes, tu me
    passes, tu me dis, tu me lis, tu me le donnes, tu me le dis, vous m'envoyez, vous me donnez, do you mind, would you mind,
    mind sending, can you, could you, would you, will you, how about, why don't you, can u, kannst du, können sie, könntest du,
    könnten sie, würdest du, würden sie, warum, wozu, puedes, podrías, puede usted, podría usted, por qué, para qué, peux tu, tu
    peux, pouvez vous, vous pouvez, pourriez vous, pourrais tu, pourquoi, qué tal si, why, et si,
    puedes pasar, puedes pasarme, puedes decirme, puedes leerme, me los puedes, me lo puedes, me la puedes, peux tu me, tu
    peux me, could u, pls tell me,
    kannst mir, can you forward, forward it`,
  not: `
    nothing, nichts, nada, rien, anyone who claims, rather than, instead of, statt, anstatt, en vez de, en lugar de, plutôt que,
    au lieu de, not, nobody, no one, niemand, nadie, personne ne, personne n, unable, no, never, don't, doesn't, didn't, won't,
    wouldn't, can't, cannot, isn't, aren't, without, none, neither, nicht, kein, keine, keinen, keiner, keinem, nie, niemals,
    ohne, weder, nunca, jamás, sin, tampoco, ni, ne, n, pas, jamais, sans, aucun, aucune`,
  welcome: `
    don't hesitate, do not hesitate, no problem, no worries, don't worry, do not worry, not a problem, why not, why don't,
    zögern sie nicht, zöger nicht, kein problem, keine sorge, no dudes, no duden, no dude, sin problema, sin problemas, no te
    preocupes, no se preocupe, por qué no, n'hésite*, pas de souci, pas de problème, sans problème, ne t'inquiète, ne vous
    inquiétez, pourquoi pas, not here, can't use, cannot use, don't use this, do not use this, don't check, do not check,
    rarely, not often, nicht oft, selten, nur selten, no uso mucho, casi no, no miro, no suelo, rarement, pas souvent`,
  asks: `
    do i, should i, can i, could i, must i, may i, shall i, will i, would i, am i, do we, can we pay, should we, how do i, how
    can i, how do we, when do i, when will, is it possible to pay, is it okay to pay, is it ok if i pay, do you accept, do you
    take, do you need me to, do you want me to, would you like me to, i would like to pay, i'd like to pay, can my, could my,
    muss ich, soll ich, kann ich, darf ich, könnte ich, müssen wir, können wir, sollen wir, wie kann ich, wann muss, tengo que,
    debo, puedo, podría pagar, podemos pagar, podría, cómo pago, aceptas, aceptáis, dois je, puis je, est ce que je, est ce
    qu'il, je dois, pourrais je, peut on, doit on, acceptez vous, comment je`,
  someone: `
    falschen vermieter, falscher vermieter, fake landlord, false landlord, fake owner, casero falso, falso casero, falso
    propietario, faux proprio, faux propriétaire, faux bailleur, weird message, strange message, odd message, funny message,
    komische nachricht, seltsame nachricht, merkwürdige nachricht, mensaje raro, mensaje extraño, message bizarre, message
    étrange, soi disant, angeblich*, supuesto, claiming to be, pretending to be, einer behauptet, jemand behauptet, uno que
    dice, quelqu'un dit, my cousin, meine cousine, mein cousin, mi prima, mi primo, ma cousine, mon cousin, the agency, an
    agency, one agency, die agentur, eine agentur, la agencia, una agencia, l'agence, une agence, that landlord, the landlord
    on, a landlord on, someone, somebody, a guy, some guy, a man, a woman, a landlord, another landlord, one landlord, other
    landlord, last landlord, previous landlord, a person, people who, anyone who, somebody else, he, she, they, a stranger,
    another user, another student, a friend of mine, the other one, jemand, ein typ, ein mann, eine frau, ein vermieter, ein
    anderer, anderer vermieter, anderen vermieter, der letzte vermieter, irgendwer, er wollte, sie wollte, die wollten, er hat,
    alguien, un hombre, una mujer, un tipo, un tío, un chico, una chica, un señor, otro casero, un casero, una persona, otra
    persona, un propietario, otro propietario, me pedía, me pedían, quelqu'un, un type, un mec, un homme, une femme, un
    propriétaire, un autre, une personne, un autre propriétaire, on m'a, il m'a, elle m'a, un bailleur,
    er sei, sie sei, hat mir einer, hat einer, hat neulich einer, hat gestern einer, mir hat einer,
    mon ancien proprio, ancien proprio, ancien propriétaire, mon ex proprio, my old landlord, my ex landlord, last
    flatmate, mein alter vermieter, ehemaliger vermieter, mein ex vermieter, mi antiguo casero, mi anterior casero, mi
    casero anterior, un gars, so nen typ, so'n typ, so ein typ,
    the guy, this guy, that guy, der typ, dieser typ, el tío, ese tío, este tío, ce type, ce mec, le mec, le type, le gars,
    one of those texts, one of these texts, one of those messages, one of those emails, so eine sms, so eine mail, uno de
    esos mensajes, un de ces messages,
    me querían, me quería, wollten mir, they wanted to, on voulait me, wollte mir einer, wollte mir jemand, wollte einer,
    wollte jemand,
    l'autre agence, the other agency, die andere agentur, la otra agencia, autre agence, the other place, der letzten wg,
    die letzte wg, el otro piso, otro piso, l'autre appart, autre appart`,
  told: `
    never again, nie wieder, nunca más, plus jamais, asking for, ignored it, ignored, ignoriert, ni caso, ignoré, pidiendo, qui
    voulait, behauptet, claiming, claims to, lost, verloren, perdió, a perdu, said he, said she, said they, she said, he said,
    from me, von mir, cobrarme, me demandait, voulait me, asked, asks me, asking me, wanted, wants me, told me, tells me,
    demanded, tried to, tries to, sent me, insisted, was asked, got a message, got an email, received a message, received an
    email, contacted me, wrote me, offered me, gefragt, wollte, verlangt*, gebeten, geschrieben, geschickt, forderte, gefordert,
    bekommen, erhalten, meinte, sagte, kontaktiert, angeschrieben, wollten, versucht*, pidió, pidieron, me pidió, me pidieron,
    me ha pedido, me han pedido, pedía, pedían, me pide, me dijo, me dijeron, quería, querían, me mandó, me ha mandado, me
    escribió, me ofreció, intentó, exigió, me contactó, demandé, demandait, me demande, voulait, a voulu, m'a dit, m'a envoyé,
    m'a écrit, exigeait, m'a proposé, m'a contacté, a essayé, insistait, m'ont demandé,
    se voulait, voulait être,
    told my, told her, told him, told us, got one, decía, disait, hat gesagt, sagte mir,
    sollte ich, tenía que pagar, je devais, i was supposed, had to pay, told them no`,
  fraud: `
    fall for, fallen for, hereingefallen, scam, scams, scammer*, scamming, scammed, fraud, frauds, fraudster*, fraudulent,
    phishing, rip off, sketchy, fishy, fake listing*, fake, con artist, fell for, ripped off, conned, betrug*, betrüg*, abzocke,
    abzocker, unseriös*, fake anzeige*, masche, reingefallen, dubios*, estafa*, timo*, timador*, timaron, timado, timada,
    fraude*, engaño, arnaque*, escroc*, fait avoir, fait arnaquer, louche, frauduleu*`,
  legit: `
    legal, allowed, erlaubt, zulässig, rechtens, légal, permis, permitido, normal, legit, legitimate, serious, safe, common,
    usual, trustworthy, real, seriös, üblich, sicher, echt, vertrauenswürdig, es normal, habitual, seguro, fiable, de fiar,
    serio, sérieux, sûr, courant, habituel`,
  beware: `
    beware, careful, watch out, warning, warn, never, report, reported, reporting, be aware, avoid, remember, remind, please
    don't, do not ever, vorsicht, vorsichtig, aufpassen, pass auf, passt auf, warnung, niemals, nie, melden, gemeldet, cuidado,
    ojo con, alerta, nunca, denunci*, avis*, atención, attention, méfie*, méfiez, prudent*, prudence, jamais, signal*, évite,
    never ask, never asks`,
  through_platform: `
    through uninest, via uninest, on uninest, over uninest, with uninest, by uninest, through the platform, via the platform, on
    the platform, through this platform, through the site, via the site, on the site, through the app, via the app, in the app,
    here on the, through the booking, uninest booking, stay on uninest, über uninest, auf uninest, bei uninest, mit uninest,
    über die plattform, auf der plattform, über die seite, hier auf der, hier im chat, über die app, in der app, por uninest, en
    uninest, a través de uninest, mediante uninest, con uninest, por la plataforma, en la plataforma, a través de la plataforma,
    desde la plataforma, por aquí, en la app, sur uninest, par uninest, avec uninest, par la plateforme, sur la plateforme, via
    la plateforme, passer par ici, par ici, dans l'application, sur l'appli, here in the chat, in this chat, en este chat, dans
    ce chat, on here, over here,
    sur le site, über die buchung, mit der buchung, over the booking, with the booking, through the booking here, con la
    reserva, por la reserva, a través de la reserva, par la réservation, avec la réservation,
    uninest zieht, zieht uninest, uninest collects, collected by uninest, charged by uninest, charged by the platform, the
    platform takes, the platform charges, the platform collects, das portal zieht, zieht die plattform, lo cobra uninest,
    cobra uninest, la cobra uninest, la plataforma cobra, cobra la plataforma, por la web, uninest prélève, le site
    prélève, prélevé par le site, prélevée par,
    the platform refunds, the platform pays, the platform holds, the platform keeps, the platform returns, the platform
    sends, uninest refunds, uninest pays, uninest holds, uninest keeps, uninest charges, uninest returns, uninest hält,
    uninest zahlt, uninest erstattet, die plattform hält, die plattform zahlt, die plattform erstattet, la plataforma
    devuelve, la plataforma paga, la plataforma guarda, uninest devuelve, uninest guarda, uninest rembourse, uninest garde,
    la plateforme rembourse, la plateforme garde, la plateforme prélève`,
  regular: `
    of the year, half the year, des jahres, halbes jahr, del año, medio año, de l'année, la moitié du temps, keys in your hand,
    keys in hand, have the keys, have your keys, got the keys, schlüssel in der hand, schlüssel hast, schlüssel haben, llaves en
    la mano, tengas las llaves, tienes las llaves, clés en main, as les clés, avez les clés, monthly, each month, every month,
    of the month, standing order, direct debit, after moving in, when you move in, on move in, at move in, monatlich*, jeden
    monat, dauerauftrag, lastschrift, beim einzug, bei einzug, nach einzug, nach dem einzug, monatsanfang, zum ersten, mensual,
    mensuales, mensualmente, cada mes, domicilia*, al entrar, a la entrada, a la firma, mensuel*, chaque mois, prélèvement*, à
    l'entrée, à la signature, à l'emménagement, at signing, on signing, at check in, beim check in, bei vertragsunterzeichnung,
    bei unterschrift, bei schlüsselübergabe, bei der schlüsselübergabe, bei der übergabe, al firmar, à la remise des clés, lors
    de la remise, al recoger las llaves, when you get the keys, at the key handover`,
  must: `
    please, kindly, pls, plz, must, need to, have to, required, required to, bitte, müssen, musst, müssten, müsstest, por favor,
    tienes que, tiene que, debes, debe, deberás, hay que, necesito que, merci de, il faut, veuillez, devez, dois, que vous, svp,
    s'il vous plaît, s'il te plaît, you will,
    histoire d, pour être sûr, to be on the safe side, zur sicherheit, por seguridad, par sécurité`,
  prefer: `
    accept*, akzeptier*, annehm*, acept*, accept, prefer, preferred, only, best, please, safest, easiest, bitte, am besten,
    lieber, liebsten, bevorzug*, nur, nehme, acepto, aceptamos, prefiero, preferiblemente, solo, sólo, mejor, por favor,
    accepte, acceptons, préfère, de préférence, uniquement, seulement, mieux`,
  learn: `
    age, gender, nationality, alter, geschlecht, edad, nacionalidad, health, gesundheit, salud, santé, forsche, forschen,
    investig*, research*, recherche*, study, studying, lecture, course, seminar, my thesis, my essay, my master, my bachelor,
    phd, research, project, degree, studiere, studium, vorlesung, kurs, meine bachelorarbeit, meine masterarbeit, meine
    hausarbeit, promotion, forschung, estudio, carrera, máster, clase, mi tesis, mi tfg, mi tfm, doctorado, études, étudie,
    cours, mon mémoire, ma thèse, licence, recherche, doctorat, my exam, my exams, meine klausur*, mis exámenes, mes examens,
    mes partiels`,
  if: `
    if, wenn, falls, sofern, si, unless, sonst, ansonsten, otherwise, or else, sinon, de lo contrario, si no, à défaut, within,
    innerhalb, sous, en las próximas`,
  needless: `
    don't need to, do not need to, don't have to, needn't, no need to, not necessary to, brauchst nicht, brauchst du nicht,
    brauchst mir nicht, brauchst keine, brauchst keinen, brauchst kein, brauchen sie nicht, musst nicht, musst du nicht,
    musst mir nicht, müssen sie nicht, no hace falta, no tienes que, no tiene que, no necesitas, no me tienes que, pas
    besoin de, pas besoin d, n'as pas à, n'avez pas à, ne demande rien, inutile de`,
  once_booked: `
    after the booking, once booked, once we have booked, once the booking, when the booking is, after you book, after
    booking, after confirmation, once confirmed, once it's confirmed, after you confirm, after we both confirm, nach der
    bestätigung, nach der buchung, nach buchung, sobald du gebucht, wenn die buchung, sobald die buchung, tras la reserva,
    después de la reserva, tras confirmar, cuando se confirme, después de confirmar, al confirmar la reserva, après la
    réservation, après confirmation, une fois la réservation, une fois confirmé, quand la réservation, dès que la
    réservation`,
} as const satisfies Families;
