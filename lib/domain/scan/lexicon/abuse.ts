import type { Families } from "../word-families.ts";

/** What hurts people. */
export const ABUSE = {
  kind: `
    people like you, leute wie du, leute wie ihr, solche wie du, gente como tú, gente como vosotros, gens comme toi, gens comme
    vous, your sort, your kind,
    women like you, girls like you, men like you, frauen wie du, mädchen wie du, typen wie du, mujeres como tú, chicas como
    tú, tíos como tú, femmes comme toi, filles comme toi, mecs comme toi`,
  banish: `
    thrown out, kicked out, get out, leave this, leave our, leave the country, abhauen, verschwinden, verschwindet, raus,
    rausgeworfen, largaos, largarse, echados, fuera de, dégage*, expulsé*, foutre le camp`,
  lover: `
    girlfriend, boyfriend, my wife, sex partner, lover, freundin, geliebte, novia, amante, copine, petite amie, maîtresse,
    relationship, beziehung, relación, relation`,
  like_you: `
    like you, wie du, wie dich, wie sie, wie ihr, como tú, como vosotros, como ustedes, comme toi, comme vous`,
  house: `
    house, haus, casa, maison, flat, wohnung, piso, appart*, wg, coloc`,
  here: `
    here, hier, aquí, ici, in this house, in my house, in meinem haus, en mi casa, en esta casa, chez moi, rent, rent to,
    vermiete*, alquil*, loue, want, wollen, will, queremos, quiero, veux, veut, brauchen, accept, take`,
  people: `
    étrangers, foreigner, african, arab, chinesen, polen, rumänen, rumanos, marroquíes, chinos, latinos, roumains, chinois,
    marocains, blacks, muslims, arabs, jews, gypsies, gypsy, foreigners, immigrants, migrants, refugees, indians, africans,
    turks, asians, chinese people, gays, lesbians, queers, schwarze, schwarzen, muslime, muslimen, ausländer, ausländern,
    türken, juden, zigeuner, araber, arabern, flüchtlinge*, asylanten, inder, afrikaner, schwule, negros, moros, gitanos,
    judíos, extranjeros, inmigrantes, musulmanes, sudacas, árabes, maricones, noirs, arabes, juifs, musulmans, gitans, immigrés,
    africains, homosexuels`,
  hope: `
    hope, wish, deserve, should, hoffentlich, hoffe, wünsche dir, verdienst, ojalá, espero que, deseo que, merec*, j'espère,
    espère que, souhaite, mérites,
    a ver si te, a ver si os, i'd love to see you`,
  harm: `
    deported, deport, abgeschoben, deporten, expulsé*, homeless, on the street, auf der straße, en la calle, à la rue, die,
    dies, hit by, run over, crash, suffer, burn, choke, verreck*, stirb, sterben, stirbst, krepier*, überfahren, atropell*,
    mueras, muere, morir, revientes, crèv*, crever, mourir, meures, écras*, cancer, krebs, cáncer,
    os morís, te mueras, morís, os muráis,
    evicted, sleep in the rain, rausfliegst, desahucien`,
  insult: `
    stupid cow, dumb cow, fat cow, dumme kuh, blöde kuh, dumme gans, fette kuh, vaca estúpida, vaca gorda, grosse vache, grosse
    truie, sale truie, dumb pig, stupid pig, sous merde, inútil de mierda, verlogenes stück, dreckstück, waste of time, ordure,
    raclure, mierdas, brain dead, hirntot, subnormal, no brain, cerveau ou pas, sin cerebro, retarded, a retard, nobody likes
    you, everyone hates you, everybody hates you, keiner mag dich, alle hassen dich, nadie te soporta, nadie te quiere, todos te
    odian, te déteste, personne ne t'aime, waste of space, waste of oxygen, wichtigtuer, idiot, idiots, moron, dumbass, loser,
    scum, clown, creep, brainless, freak, dummkopf, vollidiot*, idiot*, trottel, versager*, abschaum, drecksack, lügner*,
    spast*, penner, idiota*, imbécil*, fracasad*, payaso, escoria, subnormal*, sinvergüenza, idiote*, imbécile*, gros porc,
    crétin*, abruti*, pauvre type, pauvre fille, vermin,
    cassos, cas soc, pauvre tache, boloss, bolosse, naze, bouffon, bouffonne, clochard, clocharde, tocard, gros nul, pauvre
    con, panda de, banda de inútiles, bande de, bunch of, mamarracho, capullo, capulla, pringado, pringada, gentuza,
    desgraciado, desgraciada, assi, assis, spacko, hohlkopf, pisser, opfer, weirdo, tosser, muppet, numpty, dimwit,
    scumbag, lowlife, simpleton, cretin, knobhead, bellend,
    paleto, paleta, catetos, cateto, péquenaud, bouseux, hinterwäldler, redneck,
    waste of skin, que das pena, das pena`,
  belittle: `
    verlogen*, lügnerisch*, lying, dégoûtant*, mentiroso, mentirosa, merdique, minables, tramposo, tramposa, hipócrita,
    hypocrite, dumbest, stupidest, ugliest, erbärmlich*, jämmerlich*, pathétique*, rat, rata, ratte, cockroach, kakerlake,
    cucaracha, cafard, stupid, dumb, ugly, pathetic, worthless, trash, garbage, pig, filthy, disgusting, dirty, liar, fat,
    useless, joke, waste of, dumm, dumme, blöd, blöde, hässlich*, wertlos*, dreck, schwein, widerlich*, ekelhaft*, asozial*,
    behindert, peinlich, estúpid*, tonto, tonta, inútil, basura, asqueros*, feo, fea, gordo, gorda, mentiros*, cerdo, cerda,
    retrasad*, guarro, guarra, patétic*, das asco, stupide, débile, débil, nul, nulle, minable, déchet, ordure, moche,
    dégueulasse, grosse, menteur, menteuse, ratée, raté, parasite, parasit, parásito, animal, bête, cas social, honte, bonne à
    rien, bon à rien, good for nothing, nichtsnutz`,
  you_are: `
    espèce d, such a, you are, you're, youre, ur, u r, u are, you were, du bist, bist du, sie sind, ihr seid, so ein, du dumm*,
    du blöd*, du klein*, du dreckig*, du wertlos*, du fett*, du hässlich*, eres, sois, usted es, pareces, tu es, t'es, vous
    êtes, you look, you stupid, you dumb, you fat, you pathetic, you ugly, you filthy, you dirty, you little, espèce de, pedazo
    de, sale, qué asco, vaya,
    shut up, cállate, cállate la boca, callaos, halt den mund, halt die klappe, halts maul, ferme la, tais toi, du
    absolute, you absolute, you complete`,
  slur: `
    piece of crap, stück scheiße, go to hell, burn in hell, zur hölle, vete al infierno, vete al diablo, va en enfer, va au
    diable, allez en enfer, drop dead, leck mich, cunt, cunts, bitch, bitches, whore*, slut*, asshole*, arsehole*, motherfuck*,
    fuckface, dickhead*, prick, wanker*, twat, bastard*, faggot*, nigger*, paki, kike, tranny, chink, fuck you, fuck off, go
    fuck, piece of shit, shut the fuck up, hurensohn*, hure, huren, nutte*, fotze*, wichser*, arschloch*, schlampe*,
    missgeburt*, kanake*, fick dich, verpiss dich, scheiß ausländer, scheißausländer, scheiss türke, schwuchtel*, neger,
    drecksau, miststück, halt die fresse, hijo de puta, hija de puta, hijos de puta, hijoputa, puta, zorra, gilipollas, cabrón,
    cabrona, maricón*, sudaca*, malparid*, vete a la mierda, vete a tomar, que te jodan, que te den, coño de tu, perra, mierda
    de persona, pedazo de mierda, moro de mierda, panchito, fils de pute, pute, putain de toi, salope*, connard*, connasse*,
    enculé*, encule, batard, pédé, bougnoule*, nique ta, nique toi, ta gueule, va te faire, ferme la, sale arabe, sale noir*,
    sale juif, ntm, fdp, sac à merde, espèce de merde, grosse merde`,
  threat: `
    make sure you never, sorge dafür dass du nie, me encargaré de que, ferai en sorte que tu, stehe bald vor deiner tür,
    aparezco en tu puerta, aparecer en tu puerta, je débarque chez toi, vais débarquer chez toi, show up at your door, i will
    kill you, kill you, i'll kill, hurt you, beat you, beat you up, break your, smash your, burn your, i will find you, we will
    find you, gonna find you, come for you, coming for you, know where you live, watch your back, you will regret, you'll
    regret, you'll be sorry, make you pay for, make your life hell, ruin your life, ruin you, you're dead, you are dead, stab,
    rape, kill yourself, kys, throw your, punch you, bringe dich um, bring dich um, umbringen, mach dich fertig, schlag dich,
    schlage dich, verprügel*, hau dir, aufs maul, weiß wo du wohnst, weiß genau wo du wohnst, ich finde dich, ich kriege dich,
    wirst du bereuen, wirst es bereuen, du wirst schon sehen, mach dir das leben, bring dich selbst um, geh sterben, te voy a
    matar, te mato, matarte, te voy a partir, te voy a pegar, te parto, te reviento, te rompo, sé dónde vives, sabemos dónde
    vives, te voy a encontrar, te encontraré, te vas a enterar, te vas a arrepentir, te arrepentirás, te vas a cagar, ten
    cuidado conmigo, muérete, mátate, iré a por ti, voy a por ti, je vais te tuer, te tuer, je te tue, te casser, te frapper, te
    péter, te défoncer, sais où tu habites, sais où tu vis, je vais te trouver, je te retrouverai, tu vas le regretter, tu vas
    regretter, tu vas payer pour, fais gaffe à toi, te crever, crève, suicide toi, te pourrir,
    see what happens to you, see what happens if, find out what happens, friends on your campus, friends at your, wirst
    sehen was passiert, siehst dann was passiert, verás lo que te pasa, ya verás lo que, ya te pillaré, te vas a acordar de
    mí, vas a lamentar, tu vas voir ce qui, tu vas voir ce que, je connais des gens, i know people who, ich kenne leute
    die, conozco a gente que, watch yourself, pay for this, make you suffer, send someone round, schick jemanden vorbei,
    mando a alguien,
    tu vas voir si, feras moins le malin, feras moins la maligne, see how brave, how brave you are, wie mutig du, eres tan
    valiente, si te pillo, si te cojo, si je te croise, si je t'attrape, wenn ich dich erwische, wenn ich dich sehe dann,
    come round to yours, come to your place and, voy a tu casa y,
    you'd better move, you better move, better leave town, pack your bags, make sure every landlord, make sure everyone
    knows, sorge dafür dass jeder, sorge dafür dass alle, que todos sepan, que tout le monde sache, knows your face,
    standing outside your, dann knallts, dann knallt's, dann knallt es, then you'll see, te vas a llevar, answer me or`,
  hate: `
    go back to your country, back where you came from, your kind, you people, we don't rent to, no foreigners, no blacks, no
    muslims, no arabs, no jews, no gypsies, no indians, no africans, keine ausländer, geh zurück in dein land, geh zurück wo,
    deinesgleichen, eure sorte, solche wie du, ausländer raus, keine schwarzen, keine muslime, vuelve a tu país, vete a tu país,
    los de tu raza, gente como tú, no quiero extranjeros, nada de extranjeros, no alquilo a extranjeros, no alquilamos a, fuera
    de mi país, retourne dans ton pays, rentre dans ton pays, rentre chez toi, les gens comme toi, pas d'étrangers, pas
    d'arabes, pas de noirs, pas de musulmans, ton espèce, votre espèce, ta race,
    vuelve a tu pueblo, vete a tu pueblo, retourne dans ton bled, geh zurück in dein dorf`,
  sexual: `
    keep me company at night, company at night, gesellschaft in der nacht, compañía por la noche, compagnie la nuit, intimate
    with, be intimate, are you wearing, hast du gerade an, llevas puesto, tu portes quoi, mein bett teilt, mein bett teilen,
    compartir mi cama, partager mon lit, te voir nue, vous voir nue, te voir nu, watch you shower, see you shower, beim duschen,
    dusche zusehen, en la ducha, ducharte, ducharnos, sous la douche, undress for, watch you undress, a kiss at, kiss me, shower
    together, zusammen duschen, virgin, jungfrau, virgen, vierge, without clothes, no clothes on, ohne klamotten, ohne kleidung,
    ohne kleider, sin ropa, sans vêtements, want you in my bed, je te veux dans, te quiero a ti en mi, bra size, bra,
    körbchengröße, talla de sujetador, sujetador, soutien gorge, fun in bed, spaß im bett, sexuell*, pay with your body, deinem
    körper, wear in bed, wear to bed, im bett, trägst du im bett, llevas en la cama, portes au lit, tu corps, sex, sexual*,
    nude, nudes, naked, topless, in your underwear, lingerie, panties, bikini pic*, blowjob*, blow job, handjob, horny, fuck,
    fuck me, fucking you, sleep with me, sleep with you, spend the night with, hook up, hookup, your body, hot body, curves,
    boobs, tits, ass pic, dick pic*, my dick, pussy, orgasm, escort, escorts, sugar daddy, sugar baby, sensual, erotic*, get
    intimate, intimacy, one night stand, turn me on, turned on, in my bed, share my bed, sleep in my bed, kiss you, cuddl*, make
    out, kinky, fetish*, friends with benefits, massage me, nackt*, nacktfoto*, erotisch*, bist geil, ficken, bumsen, mit mir
    schlafen, mit mir schläfst, mit dir schlafen, ins bett gehen, ins bett mit, dein körper, deinen körper, titten, brüste, in
    unterwäsche, dessous, kuscheln, in meinem bett, das bett teilen, bett teilen, küssen, schmusen, zärtlich*, fotos von dir im,
    sexo, desnud*, follar, follamos, echar un polvo, mamada, tetas, tu culo, me pones, cachond*, acostarte conmigo, acostarnos,
    dormir conmigo, tu cuerpo, ropa interior, lencería, momentos íntimos, besarte, besos por todo, en mi cama, compartir cama,
    compartir la cama, mimos, un masaje, masajes, sexe, sexuel*, toute nue, tes seins, baiser, baise, coucher avec, couches
    avec, coucher ensemble, dormir avec moi, ton corps, sous vêtements, petite culotte, coquin*, câlin, câlins, dans mon lit,
    même lit, t'embrasser, faire l'amour, plan cul, sensuel*, masse moi, massage, massage érotique, massage sensuel,
    share the double bed, share a bed, share the bed, double bed with me, me masser, mich massieren, masajearme, give me
    massages, give me a massage, darme masajes, darme un masaje, me fasses un massage`,
  favour: `
    forget about the rent, forget about that, vergessen wir, miete vergessen, lo olvidamos, olvidamos el alquiler, olvídate del
    alquiler, on oublie le loyer, oublie le loyer, lower the rent, lower rent, less rent, drop the rent, reduce the rent, rent
    can be zero, rent could be, rent is negotiable, see about the price, talk about the price, talk about the rent, miete können
    wir, über die miete, über den preis, preis reden, arreglar el alquiler, hablamos del precio, hablar del precio, del alquiler
    ya, parle du prix, parler du prix, parle du loyer, pour le loyer, un arrangement, pas de loyer contre, contre câlins, dafür
    zahlst du, cheap room, günstiges zimmer, zimmer günstig, habitación barata, chambre pas chère, faveur*, favores, favour*,
    live for free, for free, umsonst, kostenlos wohnen, vivir gratis, loger gratuit, logement gratuit, habitación gratis,
    chambre gratuite, no rent, rent is free, keine miete, miete brauchst du keine, miete frei, sin alquiler, sin renta, alquiler
    gratis, pas de loyer, loyer offert, no need to pay, no hace falta que pagues, pas besoin de payer, keine miete zahlen,
    pagarme con, me payer avec, pay me with, bei der miete, forget the rent, favour, favours, favor, favors, in exchange for,
    exchange for, in return for, instead of rent, instead of paying, instead of money, rent free, free rent, discount if,
    cheaper if, other ways to pay, pay in other ways, another way to pay, other kind of payment, company, be nice to me, nice to
    me, arrangement, gefälligkeit*, gegenleistung, im gegenzug, statt miete, mietfrei, ohne miete, anders bezahlen, andere art,
    anders erkenntlich, nett zu mir, lieb zu mir, gesellschaft, a cambio de, a cambio, gratis si, sin pagar, en lugar de pagar,
    de otra forma, de otra manera, otras formas de pago, compañía, buena conmigo, cariños*, en échange, en échange de,
    contrepartie, sans loyer, loyer gratuit, gratuit, gratuitement, autrement, d'une autre manière, en nature, gentille avec
    moi, compagnie, services,
    sort the rent, sort it out another way, some other way, work something out, work it out another way, anders regeln, auf
    andere weise, auf andere art, otra manera de pagar, arreglarlo de otra, trouver un arrangement, s'arranger autrement,
    régler autrement,
    hébergement offert, logement offert, offert à, offerte à, miete egal, renta simbólica, loyer symbolique, rent doesn't
    matter,
    don't charge rent, won't charge rent, charge you nothing, berechne keine miete, verlange keine miete, no cobro
    alquiler, no te cobro, te cobro nada, ne fais pas payer, loyer réduit si, reduced rent if, menos alquiler si, hago
    descuento, discount for girls, rabatt für mädels, beim preis entgegen*, beim preis entgegenkommen, precio especial para
    ti, prix spécial pour toi,
    fast nichts, almost nothing, next to nothing, casi nada, presque rien`,
  flirt: `
    cuddle, gegen nähe, für nähe, un mimo, un câlin, cute, look cute, so cute, a bf, a gf, bf, hübsch, süß, sehr süß, live
    alone, living alone, wohnst du allein, wohnst du alleine, lebst du allein, vives sola, vives solo, tu vis seule, vous vivez
    seule, get along, more than friends, open to more, open to a bit more, more than just, für mehr offen, offen für mehr, mehr
    als nur, algo más que, a algo más, dispuesta a, plus que partager, prête à plus, ouverte à plus, ouverte d'esprit, seem
    sweet, you're sweet, eres maja, t'es trop belle, trop belle, trop mignonne, sexy, you look hot, shy girl, shy girls, look so
    hot, looked so hot, looking hot, if you know what i mean, you know what i mean, if you understand, if you get me, you get
    the idea, verstehst schon, weißt schon, wenn du verstehst, ya me entiendes, me entiendes, ya sabes a qué, tu vois ce que je
    veux dire, si tu vois, tu me comprends, generous man, generous gentleman, großzügiger mann, großzügiger herr, hombre
    generoso, caballero generoso, homme généreux, monsieur généreux, fun girl, chica divertida, fille sympa, offene
    mitbewohnerin, sugar, intim*, intimit*, intimacy, körperlich zu, körperliche nähe, kuscheln, cuddl*, cariños*, câlin,
    câlins, câline, mimos, naughty, open minded, aufgeschlossen, zärtlich*, beautiful girl, so beautiful, are beautiful,
    beautiful lady, hey beautiful, hi beautiful, you're gorgeous, hey gorgeous, gorgeous girl, are gorgeous, pretty girl, so
    pretty, very pretty, cutie, babe, baby, sweetie, hottie, lonely, are you single, single girl, a boyfriend, date me, go on a
    date, dinner with me, drinks with me, are attractive, attractive girl, hübsche, bist hübsch, so hübsch, schön bist, süße,
    bist süß, schatz, schätzchen, freund hast, bist du are you single, vergeben, bist attraktiv, guapa, guapo, qué guapa,
    preciosa, eres bonita, tan bonita, hermosa chica, eres hermosa, nena, cariño, tienes novio, soltera, jolie, mignonne, si
    belle, très belle, es belle, ma belle, chérie, bébé, célibataire, un copain, ravissante,
    glass of wine, glas wein, gläschen wein, copa de vino, una copita, verre de vin, just the two of us, just us two, only
    the two of us, nur wir zwei, nur wir beide, solo nosotros dos, los dos solos, solos tú y yo, juste nous deux, rien que
    nous deux, que nous deux,
    complicité, moments de complicité, discrétion, discret, discrète, diskret*, discreto, discreta, discreción, discretion,
    complicidad, zweisamkeit, tendresse, ternura, zärtlichkeit, sleep naked, de cuerpo, liebe studentin, studentin sympa,
    étudiante sympa, étudiante ouverte,
    drinks tonight, a drink tonight, esta noche a tomar, tomar algo esta noche, quedar esta noche, heute abend was trinken,
    was trinken gehen heute, boire un verre ce soir, un verre ce soir, gemeinsames bad, monsieur très doux, röcke,
    coincée, verklemmt, not shy, not prudish, prudish, sin tabúes, sans tabou, sans tabous, tabulos, tu vois le genre, tu
    vois ce que, jolie de préférence,
    nett sein, bisschen nett, ser amable conmigo, amable conmigo, être gentille, just you and me, nur du und ich, solo tú y
    yo, juste toi et moi, duermes sola, tu dors seule, schläfst du allein`,
  photo_of_you: `
    sexy pic*, sexy photo*, sexy foto*, sexy bild*, sexy selfie, hot pic*, hot photo*, heißes foto, heiße fotos, heiße bilder,
    heißes bild, foto sexy, fotos sexy, foto caliente, fotos calientes, photo sexy, photos sexy, photo coquine, photos coquines,
    bikini, bikinifoto*, in a bikini, en bikini, im bikini, swimsuit, badeanzug, in underwear, photo of you, photos of you,
    picture of you, pictures of you, pics of you, pic of you, selfie, full body, send pics, your pics, your picture, your photo,
    how you look, what you look like, what do you look like, foto von dir, fotos von dir, bilder von dir, bild von dir,
    ganzkörper*, wie du aussiehst, foto tuya, fotos tuyas, foto de cuerpo, fotos de cuerpo, cuerpo entero, cómo eres
    físicamente, photo de toi, photos de toi, ta photo, photo en pied, à quoi tu ressembles, what are you wearing, was hast du
    an, qué llevas puesto, tu portes quoi, only girls, only females, girls only, nur frauen, nur mädchen, nur an frauen, sólo
    chicas, solo chicas, que des filles, uniquement des filles, filles uniquement, young girl, young woman, junge frau, chica
    joven, jeune femme, jeune fille,
    trägst du gern, trägst du röcke, do you wear skirts, wear skirts, wear heels, llevas falda, llevas faldas, te pones
    faldas, tu portes des jupes, tu mets des jupes`,
  girl_wanted: `
    nice girl, nettes mädchen, nettes mädel, chica simpática, chica maja, para una chica, fille sympa, gentille fille, ein
    nettes mädchen, friendly girl, lady wanted, looking for a girl, want a girl, girl wanted, for a girl, suche ein mädel, suche
    mädel, für ein mädel, suche mitbewohnerin die, suche frau die, suche eine frau, busco chica, para chica, busco una chica,
    chica dispuesta, cherche fille, cherche coloc fille, pour fille, pour une fille, cherche une fille,
    the right girl, right girl, für die richtige, la chica adecuada, la bonne fille, a las chicas, chicas simpáticas,
    chicas guapas, nette mädels, hübsche mädels, pretty girls, jolies filles,
    à une fille, à une étudiante, to a girl, an eine frau, an ein mädchen, a una chica, only to girls, fille seulement`,
  apply: `
    apply, bother, ask, asking, writing to us, need not, melden, bewerben, schreiben, anfragen, abstener*, absténganse,
    preguntar, preguntéis, escribir, s'abstenir, abstenir, écrire, candidater, postuler`,
  i_know: `
    i know, we know, i can find out, i found out, i saw, ich weiß, wir wissen, ich hab gesehen, sé, sabemos, ya sé, je
    sais, on sait, nous savons`,
  whereabouts: `
    where you live, where you sleep, where u live, which building you, which house you, your street, your school, when you
    get home, what time you get home, what time you come home, when you leave, where you study, where your parents, your
    parents live, wo du wohnst, wo du schläfst, wo du studierst, in welchem haus du, wann du heimkommst, wann du nach
    hause, wann du heim, wo deine eltern, wo sie wohnen, dónde vives, dónde estudias, en qué edificio, a qué hora llegas a,
    a qué hora sales, dónde viven tus, tu calle, où tu habites, où tu vis, où tu étudies, dans quel immeuble, à quelle
    heure tu rentres, à quelle heure tu sors, où habitent tes, ta rue`,
} as const satisfies Families;
