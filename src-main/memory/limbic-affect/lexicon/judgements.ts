/** Words that judge without naming an emotion, bad luck that turns praise into irony, and set phrases that mean nothing felt. */
import type { LexiconPart } from './entry.ts';

export const pleasant: LexiconPart = {
  feeling: 'pleasant',
  en: `
0.7 0.45 0.6 0.7: great, good, nice, nicely, lovely, cool, neat, decent, favourite thing, interesting, impressive,
  impressed, remarkable, welcome, worth seeing, generous, thoughtful, considerate, gentle, friendly, kind, clever,
  talented, gifted, wise, brave, courageous, elegant, classy, stylish, comfy
0.5 0.35 0.55 0.35: fine, positive, easy, smooth, healthy, safe, clean, fresh, tidy, improved, improve,
  improvement, better, best, well, recommend, recommended, quality, bargain, favourite, favorite, popular,
  valuable, precious, thanks, thank you, thank, cheers, strong, useful, helpful, convenient, comfortable, bright,
  smart, warm
`,
  fr: `
0.7 0.45 0.6 0.7: bon, bonne, c'est bien, super, cool, sympa, chic, classe, intéressant, passionnant, captivant,
  impressionnant, impressionné, remarquable, bienvenue, serviable, généreux, attentionné, prévenant, gentil,
  gentille, chaleureux, amical, accueillant, intelligent, malin, brillant, doué, talentueux, sage, courageux,
  brave, élégant, stylé
0.5 0.35 0.55 0.35: confortable, pratique, facile, fluide, sain, propre, frais, mieux, meilleur, amélioré,
  améliorer, progrès, progresser, recommander, je recommande, qualité, bonne affaire, précieux, merci, préféré,
  fort, utile, positif, chaud
`,
};

export const unpleasant: LexiconPart = {
  feeling: 'unpleasant',
  en: `
-0.75 0.5 0.35 0.8: bad, badly, terrible, terribly bad, awful, awfully bad, horrible, horribly, horrid, horrific,
  dreadful, atrocious, abysmal, appalling, worst, worse, worsen, disaster, disastrous, catastrophe, catastrophic,
  nightmare service, hell, hellish, hopeless service, poor, poorly, mediocre, rubbish, crap service, crappy,
  shitty, lousy, pathetic, lame, dull, boring, bored, boredom, tedious, ugly, cold hearted, evil, wicked, cruel,
  cruelly, nasty man, so mean, be mean, unkind, unpleasant, disagreeable, tough, tiring, sick, ill, unwell, pain,
  painful, ache, headache, migraine, injured, wounded, broken leg, broken arm, bleed, bleeding, damaged, ruined,
  ruin, wrecked, destroyed, destroy, mess, chaos, lose, lost, loss, worthless, could be better, not great, so so,
  meh, nothing special, below average, underwhelming, leaves a lot to be desired, not up to, :dismay:
-0.5 0.4 0.4 0.38: wrong, problem, problems, trouble, issue, mistake, error, negative, difficult, hard, tired,
  waste, poor, cold
`,
  fr: `
-0.75 0.5 0.35 0.8: mauvais, mauvaise, mal, terrible, affreux, affreuse, horrible, horriblement, horreur, atroce,
  abominable temps, épouvantable, effroyable temps, désastreux, désastre, catastrophe, catastrophique, enfer,
  infernal, pire, pires, empirer, nul, nulle, nulles, nullissime, pourri, pourrie, naze, merdique, bidon,
  pas terrible, pas top, pas ouf, pas fameux, pas folichon, pas génial, pas super, bof, boff, mouais, moyen,
  médiocre, décevant, laisse à désirer, peut mieux faire, rien d'extraordinaire, rien de spécial, sans plus,
  ennuyeux, ennui, ennuyant, barbant, lassant, chiant ce film, moche, laid, laide, méchant, méchanceté, cruel,
  cruauté, malveillant, désagréable, déplaisant, fatigant, malade, souffrant, mal à la tête, mal au dos, migraine,
  mal de tête, blessé, blessée, blessure, jambe cassée, bras cassé, saigner, ennuis, galère, galérer, abîmé,
  gâcher, gâché, gâchis, détruit, détruire, bazar, chaos, perdre, perte, louper, :dismay:
-0.5 0.4 0.4 0.38: faux, problème, problèmes, erreur, faute, négatif, difficile, dur, compliqué, fatigué, fatiguée,
  froid
`,
};

export const trouble: LexiconPart = {
  feeling: 'trouble',
  en: `
-0.5 0.5 0.4 0.52: lose @my key/keys/wallet/phone/passport/bag/glasses, lose my ... keys,
  miss @my bus/train/flight/plane/connection, lock myself out, spill @my/coffee/wine/milk, spill ... on my,
  drop my phone, crack my screen, burn @my dinner/cake/food/hand, car break down, car will not start, flat tyre,
  flat tire, puncture, phone be dead, leave my ... on the train, forget my wallet/keys/passport
-0.4 0.5 0.4 0.4: decline, declined, got declined, refused, frozen, flat tyre, flat tire, puncture, bill,
  fine to pay, ticket, delay, delayed, late, strike, on strike, cancelled, canceled, closed, queue, traffic,
  roadworks, rain, raining, hail, mud, leak, leaking, power cut, blackout, outage, breakdown, broke down,
  break down, broken, crashed, be down, out of order, out of service, does not start, would not start,
  lost my/the ... key/keys/wallet/phone, lost my keys, forgot my, forgot the, missed the bus/train/flight,
  missed my bus/train/flight, missed the, spilled, spilt, dropped my phone, cracked, burnt, burned, locked out,
  stuck, stuck in, error message, update, homework, overtime, extra work, meeting at, five hours late, overslept,
  no hot water, no signal, no more, out of milk, out of battery, dead battery, another, again, fail, failed, broke
`,
  fr: `
-0.5 0.5 0.4 0.52: perdre mes clés/lunettes/papiers, perdre mon portefeuille/téléphone/passeport/sac,
  rater mon/le bus/train/avion/métro, louper mon/le bus/train/avion, enfermé dehors,
  renverser mon/son/du café/vin/verre, renverser ... sur, faire tomber mon téléphone, casser mon écran,
  cramer le dîner, brûler le gâteau, voiture tomber en panne, voiture démarre pas, pneu crevé, crevaison,
  oublié mon portefeuille/mes clés/mon sac dans
-0.4 0.5 0.4 0.4: être refusé, carte refusée, carte est refusée, gelé, panne, en panne, crevaison, pneu crevé,
  pneu, crevé, facture, amende, retard, en retard, retardé, grève, en grève, annulé, fermé, file d'attente,
  la queue, bouchon, embouteillages, travaux, pluie, pleuvoir, pleut, grêle, fuite, coupure, coupé,
  coupure de courant, tombé en panne, lâcher, lâche, planté, hors service, cassé, casser, brisé,
  perdu mes/les/mon/ma clés/clé/portefeuille/téléphone, perdu mes clés, oublié mes, oublié les, oublié mon,
  loupé le/mon bus/train, raté le/mon bus/train/avion, renversé, tombé par terre, fissuré, brûlé, cramé,
  enfermé dehors, coincé, bloqué, message d'erreur, mise à jour, devoirs, heures sup, plus d'eau chaude,
  plus de réseau, plus de batterie, plus de café, encore un/une/le/la, encore, de nouveau, rebelote, et rebelote,
  faux, erreur
`,
};

export const unfelt: LexiconPart = {
  feeling: 'neutral',
  en: `
0 0.2 0.5 0: born in, be born in, was born in, be born on, loose, root, roots, supper, left me a, take care, rug,
  war and peace, so kind as to, les misérables, would you be so kind,
  help me write/choose/with/find/understand/plan/to, good morning, good evening, good night, good afternoon,
  as well, as well as, well then, very well then, good luck with, best regards, kind regards, kind of,
  kind regards, what kind, sort of, at best, had better, you had better, better not, good idea to, how good,
  like this, like that, feel like, look like, looks like, sound like, something like, would like, i would like,
  what be it like, be like, like a, i like to know, what like, such as, no thanks, no thank you, pretty much,
  pretty big/small/long/short/far, close to, living room, mean by, what do you mean, i mean, do you mean,
  what do it mean, which means, happy to, miss the bus stop, miss mrs, well water, bright red/blue/green,
  fresh water, fire station, fire alarm test, war museum, death certificate, best before, best time to,
  the best way, best way to, the best route, right side, love letter, fan of, ice cream, last will, second hand,
  free time, free space, free of charge, be free on/at/tomorrow/tonight, fine print, lie down, lies in, lie on,
  hard drive, hard disk, hard copy, mad men, blue jacket/car/shirt/dress/pen/door/eyes/book/bag,
  favourite colour/color, cold water, cool down, cool water, cool place, turn down, sweet potato, sweet corn,
  cheers mate, holiday schedule, bank holiday, birthday card, surprise box, star sign, starts, start, park,
  pass me, passport, pass the, present simple, present perfect, gift card, dance class, dance lesson, party of,
  song by, play the song, ticket office, train ticket, train tickets, parking space, one ticket, tickets to,
  smell of coffee, trust fund, bank account, play a, mine, on the bill, pay the bill, the electricity bill,
  update the, homework be, meeting at, shadow, fall, autumn, in the fall, close, dead end, deadline, dead line,
  second, minute, hearing test, heart of the city, heart rate, at heart, learn by heart, by heart, clean the,
  how well, safe box, the safe, promise me, interesting facts
`,
  fr: `
0 0.2 0.5 0: né à, née à, né en, née en, être née à, être né à, être née en, ville, enfant, planète, contraire,
  au contraire, indigène, faible, exercer, volant, noon, guerre et paix, alarme, les misérables, durée, durée de,
  durer, salé, salée, saler, c'est bon, à l'aide de, attends-moi, bon, bonjour, bonsoir, bonne nuit, bonne journée,
  bon courage, bonne soirée, bien sûr, bien entendu, bien que, ou bien, aussi bien, eh bien, si bien, combien,
  très bien merci, c'est bien à, est bien à, c'est bien le/la/ce, bien cuit, bientôt après, bon de commande,
  bon marché, bonne adresse, à bon, bon nombre, pour de bon, le bien, des biens, tant mieux de, au mieux,
  le mieux est, plus fort le son, moins fort, plus fort, chambre forte, la bonne réponse, le bon numéro,
  bonne heure, de bonne heure, mal à la porte, pas mal de, malgré, l'amour est dans, si il te plaît, s'il te plaît,
  s'il vous plaît, se te plait, se vous plait, plaît-il, merci de, non merci, rendez-vous, rendez vous, point mort,
  mort-vivant, nature morte, langue morte, poids mort, je suis perdu dans la ville, c'est-à-dire, vouloir dire,
  ça veut dire, peine à, à peine, sans peine, peine de mort, ça vaut la peine, faire la queue, la fête nationale,
  jour férié, salle des fêtes, fête des mères, vacances scolaires, dates des vacances, de la fête,
  la liberté guide, eau fraîche, frais de, les frais, au frais, prix, beau-frère, beau-père, belle-mère,
  belle-soeur, beau frère, belle soeur, beau père, belle mère, petits pois, film d'horreur, dur comme, oeuf dur,
  oeufs durs, disque dur, pain dur, gare à côté, attention au départ, vers dans la direction, vers la,
  vide-grenier, verre vide, bouteille vide, est vide, faux ami, un faux numéro, ouf de, poste de police, la poste,
  bureau de poste, sous-sol, gras de jambon, sale temps, mise à jour de, carte cadeau, papier cadeau, cadeau pour,
  la facture d'électricité, payer la facture, facture de, les devoirs, ce soir à, sensible à la casse, tristan,
  avocat, joli nom, vol pour, vol de, un vol, prochain vol, mon vol, du vol à, le vol, numéro de vol, billet,
  con carne, plus beau village, doux comme, eau douce, à feu doux, feu doux, feu rouge, feu vert, au feu rouge,
  couteau, guerre mondiale, musée de la guerre, la guerre de, seconde guerre, première guerre, date de naissance,
  lieu de naissance, acte de naissance, acte de décès, en promotion, les promotions, promotion sur, en solde,
  poids, coeur de la ville, par coeur, fréquence cardiaque, tout à l'heure, propre à, ses propres, mes propres,
  ma propre, mon propre, son propre, sa propre, libre-service, temps libre, est libre, sont libres, place libre,
  chambre libre, plus tard, arrête-toi à, attendre le bus, attends-moi, attends deux minutes, attends une minute,
  attends un peu, salle d'attente, liste d'attente, je vais à, je vais au, je vais chez, on va à, on va au,
  soleil se lève, lever du soleil, coucher du soleil à, heure du coucher, système solaire, arrête la, arrête le,
  arrête les, arrête l'alarme, arrête la musique, baisse, demain matin à, numéro un, cool raoul, trouver, jeter,
  laver, lave, la chaleur, fort de, croissant, mets, mettre, son, coup de fil, un coup de main
`,
};
