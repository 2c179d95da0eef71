import type { Families } from "../word-families.ts";

/** Other ways to talk, the platform, and the ways around it. */
export const CONTACT = {
  here_it_is: `
    is in, is on, use it, use that, ist, steht, nutz*, es, está, c'est, est`,
  call_name: `
    heißt du auf, do you have, your, hast du, tu as, tienes, dein, tu, ton`,
  cancel: `
    cancel, storniere, stornieren, cancela, cancele, anula, anule, annulez, annule`,
  details: `
    contact details, contact info, my details, kontaktdaten, datos de contacto, mis datos de contacto, mes coordonnées`,
  elsewhere: `
    do not reply here, don't reply here, do not answer here, don't write here, not on here, another way to, other way to
    contact, other way to reach, nicht hier, andere möglichkeit, anderen weg, no contestes aquí, no respondas aquí, no me
    escribas por aquí, otra forma de contact*, otra manera de, ne répondez pas ici, ne réponds pas ici, autre moyen, elsewhere,
    somewhere else, off here, off this app, off this site, outside this chat, outside this app, outside of this, another app,
    other app, different app, woanders, anderswo, andere app, anderen app, auf anderem weg, en otro sitio, por otro lado, por
    otra vía, otra app, otra aplicación, fuera de aquí, ailleurs, autre part, hors d'ici, une autre appli, autre application`,
  secretly: `
    no need to book, without booking, don't book here, ohne hier zu buchen, ohne zu buchen, sin reservar, sans réserver, off the
    books, under the table, off the record, unter der hand, schwarz zahlen, schwarz, bajo mano, en negro, sin papeles, au noir,
    sous la table, au black`,
  beyond: `
    outside, outside of, off the, off this, off platform, außerhalb, fuera de, en dehors, hors de, hors du, hors la`,
  faulty: `
    slow, slowly, crash*, broken, bug, bugs, buggy, doesn't work, not work, never check, rarely, hardly, late, langsam, stürzt,
    kaum, selten, hängt, spinnt, umständlich, lento, lenta, falla, va mal, casi nunca, tarda*, lent, lente, plante, bug*,
    rarement, jamais, presque,
    rubbish, useless, terrible, awful, schrott, mist, zu kompliziert, kompliziert, too complicated, complicado, compliqué,
    pourri, basura, horrible, usine à gaz, tontería`,
  stay_here: `
    stay here, keep everything here, keep it here, keep this here, here in the chat, chat here, stay on this, stay in this, on
    this chat, in this chat, write here, message me here, hier bleiben, hier im chat, hier schreiben, bleiben wir, schreiben
    wir, schreiben sie mir gern hier, lieber hier, seguir por aquí, seguir por este, sigamos por aquí, por este chat, por aquí,
    aquí en el chat, en este chat, rester ici, reste ici, restons ici, rester sur, on reste, sur ce chat, dans ce chat, par ici,
    écrivez moi ici, écris moi ici, messages here, on here, over here`,
  ring: `
    reachable, erreichbar, localiz*, joignable, reach me, call, ring, text, reach, dial, anruf*, anrufen, ruf, rufe, erreich*,
    llam*, appel*, joindre, joign*, phone you, phone me, hablar por teléfono, over the phone, by phone, am telefon, par
    téléphone`,
  invite_me: `
    shoot me, hit me, give me a shout, get back to me, hmu, reach you, dich zu erreichen, contactarte, te joindre, vous joindre,
    look for me, look me up, contact request, drop me a line, drop me a text, drop me an email, such nach mir, suchen sie mich,
    llámeme, escríbanos, mande, mándenos, cherchez moi, passez moi un coup, rufen sie mich, rufen sie an, give me a call, give
    me a ring, gib mir bescheid per, find me, add me, dm me, inbox me, write me, message me, text me, call me, ring me, ping me,
    contact me, hit me up, reach me, email me, mail me, such mich, suche mich, schreib mir, schreiben sie mir, füg mich, add
    mich, kontaktier mich, kontaktieren sie mich, erreichst du mich, erreichen sie mich, melde dich, melden sie sich, ruf mich,
    búscame, escríbeme, escríbame, agrégame, contáctame, llámame, háblame, mándame, envíame, cherche moi, écris moi, écrivez
    moi, ajoute moi, ajoutez moi, contacte moi, contactez moi, appelle moi, appelez moi, envoie moi, envoyez moi, joindre,
    retrouve moi`,
  why: `
    why pay, why give, why should we, why would we, why let, no point in paying, warum sollen wir, warum sollten wir, wozu,
    warum zahlen, warum denen, para qué, por qué pagar, por qué vamos a, pourquoi payer, pourquoi leur, à quoi bon, pourquoi
    donner, pourquoi on`,
  collude: `
    tell them you, tell them that, tell the site, tell uninest, just say you, sag denen, sag ihnen, sagen sie denen, di que,
    diles que, dígales que, dites que, dis leur, dites leur, dis que`,
  messenger: `
    grünen messenger, grüne messenger, the green one, green messenger, grüner messenger, wats ap, whats ap, wathsapp, wathsap,
    whatssap, whatsaap, wazap, wazzap, uasap, guasapp, auf signal, on signal, über signal, sur signal, por signal, über wa, via
    wa, auf wa, on wa, por wa, sur wa, line app, zangi, google voice, simplex app, green app, the green app, grüne app, grünen
    app, app verde, appli verte, application verte, whatsapp*, whatsap, whats app, what's app, watsapp, watsap, whatapp,
    whatsup, wapp, wasap*, wassap, guasap, whats, wsp, wzp, wa me, telegram*, tele gram, viber, wechat, line id, imo, threema,
    imessage, signal app, via signal, tg`,
  social: `
    discord, snapchat*, snap, instagram*, insta, ig, facebook*, fb, messenger, skype, kik, google chat, hangouts, tiktok,
    facetime`,
  mail: `
    tu correo, su correo, your mail, your email, your e mail, deine mail, ihre mail, deine email, ton mail, votre mail, ton
    email, deine mailadresse, ihre mailadresse, email, e mail, emails, mail me, my mail, by mail to, mail address, gmail*,
    hotmail*, outlook, protonmail, proton mail, yahoo, icloud, gmx, web de, correo electrónico, mi correo, por correo, mi email,
    al correo, mon mail, par mail, mon adresse, adresse mail, adresse email, courriel, meine mail, mailadresse, e mail adresse,
    per mail, emailadresse, googlemail, posteo`,
  phone: `
    handynr*, telefonnr*, handynumer, mobilnr*, tlf, tfno, numero de movil, telefon, telefonnummer, phone, cell, cellphone,
    mobile, telephone, sms, digits, handy, handynummer, mobilnummer, anruf, teléfono, telefono, móvil, celular, llamada,
    téléphone, portable, tel`,
  number: `
    ton 06, ton 07, votre 06, votre 07, digits, number, nummer, número, numéro, num`,
  signal: `
    signal`,
  bypass: `
    skip, skipping, bypass*, cut out, leave out, leave the website out, leave the site out, leave uninest out, forget about,
    ditch, circumvent*, go around, work around, umgeh*, vorbei an, sparen wir uns, lassen wir weg, weglassen, auslassen,
    saltar*, saltamos, saltemos, nos saltamos, evitemos, olvid*, dejamos fuera, dejar fuera, contourn*, oubli*, laisser de côté,
    se passer de, laissons tomber, cancel your request, cancel the request, cancel the booking, storniere deine, stornieren sie,
    anula la solicitud, cancela la solicitud, annulez votre demande, annule ta demande`,
  invite: `
    message my, my other account, other account, komm auf, come to, vente a, viens sur, rejoins moi, find me on, weiterführ*,
    fortsetz*, weiterreden, take this, write, write me, message me, msg me, contact, text, text me, call, call me, calling, add,
    add me, reach, ping, dm me, dm, inbox me, talk, chat, speak, continue, move, move to, switch, jump, hop, find me, hit me up,
    drop me, drop, let's, send me, get in touch, reply to, reply on, answer on, prefer, faster, easier, schreib*, meld*,
    kontaktier*, ruf, rufe, rufen, anrufen, erreich*, wechseln, wechsle, rüber, umsteigen, weiter, füg, füge, hinzu, hinzufüg*,
    anschreib*, schick mir, sprechen, reden, lieber, schneller, adde, add mich, klären, escrib*, contact*, llama, llamar*,
    llamame, llame, agrég*, agrega, añad*, hablar, hablamos, hablemos, habla, seguimos, sigamos, seguir, pasar, pasamos,
    pasemos, pásate, pasate, pasame, manda, mandame, búscame, búscanos, respond*, mejor por, más rápido, écri*, appel*, ajout*,
    joign*, joindre, joignable, parler, parle, passer, passons, passez, basculons, basculer, continu*, discut*, rajoute, envoie
    moi, envoyez moi, répondre, plus rapide, plus simple`,
  me: `
    me, my, i, mine, mir, mich, mein, meine, meiner, meinem, meinen, ich, mi, yo, mis, conmigo, moi, mon, ma, je, us, our, uns,
    unser*, nos, nosotros, nous, notre`,
  you: `
    you, your, yours, u, ur, you're, you'll, du, dich, dir, dein, deine, deinen, deiner, deinem, sie, ihnen, ihr, ihre, ihren,
    ihrer, ihrem, ihres, deines, tu, te, ti, tus, usted, ustedes, su, sus, vos, vous, votre, toi, ton, ta, tes, contigo, nous
    te, t`,
  group: `
    group, gruppe, grupo, groupe, housemates, residents, wg gruppe, gruppenchat, hausgruppe`,
  platform: `
    uninest, the platform, this platform, our platform, your platform, platform, the site, this site, website, this app, the
    app, this portal, plattform, webseite, seite, der app, die app, diese app, dem portal, das portal, plataforma, la página, la
    web, esta web, la app, esta app, portal, plateforme, le site, ce site, l'appli, l'application, booking button, the booking,
    buchung*, this chat, buchungsseite,
    portalkram, plattformkram, ganze portal`,
  outside: `
    outside, off the, off platform, instead of, without, bypass*, around, avoid*, skip, skipping, cut out, save the, save us,
    save both, saves us, no need for, außerhalb, ohne, umgeh*, vorbei, sparen, spart, statt über, anstatt, fuera de, sin,
    evitar, evitamos, evita, ahorr*, saltar*, saltamos, en vez de, en dehors, hors, sans passer, sans, éviter, évite, évitons,
    contourn*, économis*, plutôt que, au lieu`,
  fees: `
    fee, fees, charge, charges, commission*, service charge*, booking charge*, cut, gebühr*, *gebühr*, provision*, comision*,
    comisión, tarifa*, tasas, gastos de la, frais`,
  directly: `
    privaten vertrag, privater vertrag, contrato privado, contrat privé, by ourselves, ourselves, own contract, private
    contract, eigenen vertrag, vertrag selbst, selbst machen, nosotros mismos, nous mêmes, come to me, zu mir, conmigo, chez
    moi, without them, ohne die, sin ellos, sans eux, a solas, directly, direct to, direct, privately, private deal, between us,
    straight to me, off the record, direkt, privat, unter uns, zwischen uns, directamente, directo, entre nosotros, en privado,
    por privado, directement, en direct, entre nous, en privé, de particulier`,
  deal: `
    buch, buche, buchen, reserva directamente, réservez directement, book directly, deal, agree, arrange, contract, sign, rent
    it, rent to you, book, booking, vertrag, vermiet*, abmachen, einigen, regeln, trato, acordar, contrato, alquilar*, reserva*,
    arrang*, contrat, louer, réserv*, accord, affaire`,
  support: `
    uninest kundendienst, uninest kundenservice, uninest sicherheit, kundendienst uninest, soporte uninest, soporte de uninest,
    equipo de uninest, uninest safety team, safety team, service client uninest, l'équipe uninest, uninest support team, uninest
    moderation, uninest admin, uninest admins, uninest verifizierung, wir vom uninest, this is uninest, hier ist uninest, hier
    uninest, aquí uninest, somos uninest, ici uninest, uninest here, from uninest, from the uninest, vom uninest, de uninest,
    d'uninest, your uninest team, ihr uninest team, support, support team, customer service, customer care, help desk, helpdesk,
    security team, security department, trust team, verification team, verification department, payments team, admin team,
    moderation team, kundendienst, kundenservice, sicherheitsteam, sicherheitsabteilung, supportteam, prüfteam, prüfungsteam,
    zahlungsabteilung, administrator*, soporte, atención al cliente, equipo de seguridad, equipo de verificación, servicio
    técnico, departamento de, service client, équipe sécurité, équipe de sécurité, équipe de vérification, assistance, service
    sécurité, service vérification, équipe uninest, equipo uninest, uninest team, team uninest, uninest support, uninest
    security, uninest payments, support uninest`,
  offsite: `
    por fuera, off site, off the site, off the website, off the app, skip the site, skip the website, leave the site out, forget
    the site, forget the website, forget about the site, ohne plattform, ohne die plattform, ohne die seite, ohne das portal,
    ohne den ganzen, lass das mit der buchung, nicht über die plattform, nicht über die seite, nicht hier buchen, fuera de la
    web, fuera de la página, fuera de la plataforma, sin la web, sin pasar por, olvidamos de la web, olvídate de la web, no
    reserves por aquí, no reserves aquí, no lo reserves, hors site, hors du site, sans passer par, oublie le site, oubliez le
    site, réserve pas ici, ne réservez pas ici, passe en direct, passe pas par le site, no need to book, don't need to book, do
    not need to book, not book it on here, don't book it here, don't book through, en dehors du site`,
  offsite_sure: `
    leave this site out, leave the site out, leave the platform out, leave this page out, leave uninest out, keep the site out,
    keep uninest out, forget the site, forget the website, skip the site, skip the website, seite weglassen, seite raus,
    plattform weglassen, plattform raus, portal weglassen, ohne die plattform machen, ohne das portal machen, dejamos la web,
    web aparte, la página aparte, olvidamos de la web, olvidamos de la página, olvidamos la web, laisse le site de, laissons le
    site, site de côté, oublie le site, oublions le site`,
  mostly: `
    more often on, mostly on, usually on, always on, meistens auf, meist auf, öfter auf, eher auf, immer auf, estoy más en,
    suelo estar en, siempre en, plus souvent sur, surtout sur, toujours sur`,
  profile: `
    profile pic, profile picture, profile photo, my profile, profilbild, profilfoto, foto de perfil, mi perfil, photo de profil,
    mon profil, my status`,
} as const satisfies Families;
