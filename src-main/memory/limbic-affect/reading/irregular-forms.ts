/** Forms of frequent verbs and adjectives that no ending rule leads back to their base form. */
import type { Language } from '../../../domain/language.ts';

/** `base: form form …`, folded; one base a line. */
const tables: Record<Language, string> = {
  en: `
be: am is are was were been being
have: has had having
do: does did done doing
go: goes went gone
get: got gotten getting
make: made making
take: took taken
break: broke broken
lose: lost losing
feel: felt
leave: left leaving
die: died dying dies
lie: lied lying lies
steal: stole stolen
hurt: hurting hurts
hit: hitting
win: won winning
find: found
fall: fell fallen
forget: forgot forgotten
forgive: forgave forgiven
fight: fought
catch: caught
think: thought
tell: told
say: said
see: saw seen
hear: heard
know: knew known
give: gave given
keep: kept
hold: held
stand: stood
understand: understood
come: came
become: became
show: showed shown
throw: threw thrown
drive: drove driven
shake: shook shaken
freeze: froze frozen
wake: woke woken
weep: wept
bleed: bled
sink: sank sunk
stink: stank stunk
cheat: cheated
tear: tore torn
sing: sang sung
speak: spoke spoken
bear: bore borne
bury: buried
cry: cried cries crying
worry: worried worries worrying
hide: hid hidden
bite: bit bitten
send: sent
meet: met
buy: bought
bring: brought
blow: blew blown
shut: shutting
eat: ate eaten
spit: spat
swear: swore sworn
fly: flew flown
grow: grew grown
rise: rose risen
run: ran running
burn: burnt burned
smell: smelt smelled
spoil: spoilt spoiled
dream: dreamt dreamed
pay: paid
marry: married marries
good: better
sad: sadder
proud: prouder
nice: nicer
kind: kinder
great: greater
mad: madder
dumb: dumber
mean: meaner
gross: grosser
safe: safer
strong: stronger
calm: calmer
brave: braver
cool: cooler
sweet: sweeter
cute: cuter
bad: worse worst
mum: mom mommy mummy mama mam
dad: daddy papa pop
`,
  fr: `
etre: suis es est sommes etes sont etais etait etions etiez etaient ete serai seras sera serons serez seront serais serait soit sois soient fut fus
avoir: ai as a avons avez ont avais avait avions aviez avaient eu eue aurai auras aura aurons aurez auront aurais aurait aurions auraient ayant aie ait
aller: vais vas va allons allez vont allais allait allaient irai iras ira irons irez iront irais irait aille
faire: fais fait faisons faites font faisais faisait faisaient ferai feras fera ferons ferez feront ferais ferait fasse faits faite
dire: dis dit disons dites disent disais disait disaient dirai dira dirais dirait
voir: vois voit voyons voyez voient voyais voyait vu vue vus verrai verras verra verrons verrez verront
revoir: revois revoit revu revue reverrai reverra reverrons
savoir: sais sait savons savez savent savais savait savaient su saurai saura sache
pouvoir: peux peut pouvons pouvez peuvent pouvais pouvait pu pourrai pourras pourra pourrons pourrais pourrait pourriez puisse puisses
vouloir: veux veut voulons voulez veulent voulais voulait voulu voudrais voudrait veuille
devoir: dois doit devons devez doivent devais devait du devrai devra devrais devrait devraient
croire: crois croit croyons croyez croient croyais croyait croyaient cru crue croirai
tenir: tiens tient tenons tenez tiennent tenais tenait tenu tiendrai tiendra
venir: viens vient venons venez viennent venait venu venue venus viendra
revenir: reviens revient revenons revenez reviennent revenais revenait revenu revenue reviendra
devenir: deviens devient devenons deviennent devenu devenue deviendra
soutenir: soutiens soutient soutiennent soutenu soutenue soutenus soutenait
prendre: prends prend prenons prenez prennent prenais prenait pris prise prises prendra
surprendre: surprends surprend surprennent surpris surprise surprises surprenait surprendra
apprendre: apprends apprend apprennent appris apprenait
comprendre: comprends comprend comprennent compris comprise comprenait
mettre: mets met mettons mettez mettent mis mise mettait mettrai mettrais
promettre: promets promet promettent promis promettait
perdre: perds perd perdons perdent perdu perdue perdus perdues perdait perdrai
rendre: rends rend rendons rendent rendu rendue rendait rendra
attendre: attends attend attendons attendez attendent attendu attendais attendait attendaient
entendre: entends entend entendent entendu entendais entendait
mourir: meurs meurt mourons meurent mort morte morts mortes mourait mourra mourrai
mentir: mens ment mentez mentent menti mentait mentirait mentira
sentir: sens sent sentons sentez sentent senti sentie sentais sentait sentaient
partir: pars part partons partez partent parti partie partis parties partait
sortir: sors sort sortent sorti sortie
dormir: dors dort dorment dormi dormais
rire: ris rit rions rient ri riais riait riaient
sourire: souris sourit sourient souri souriait
craindre: crains craint craignons craignez craignent craignais craignait craignaient craignant craigne
plaindre: plains plaint plaignent plaignait
plaire: plais plait plaisent plu plaisait plaira
deplaire: deplais deplait deplaisent deplu
souffrir: souffre souffres souffrent souffert souffrait
offrir: offre offres offrent offert offerte offerts
ouvrir: ouvre ouvert ouverte
vivre: vis vit vivons vivent vecu vivais vivait vivra vivrons
naitre: nait naissent nee nees naissait naitra
connaitre: connais connait connaissent connu connue
decevoir: decevais decevra decevras decoive decois decoit decoivent decu decue decus decues decevait
recevoir: recois recoit recu recue
hair: hais hait haissent haine
fuir: fuis fuit fuient fui fuyait
battre: bats bat battent battu battue battus battait
abattre: abats abat abattu abattue abattus
detruire: detruis detruit detruisent detruite
tordre: tords tord tordu
fondre: fonds fond fondu fondue fondait
ecrire: ecris ecrit ecrivent
lire: lis lit lisent lu
boire: bois boit bu
dormir: dors dort dort dormais dormait
fou: folle folles fous foux
beau: belle belles beaux bel
vieux: vieille vieilles vieil
jaloux: jalouse jalouses
doux: douce douces
bon: bonne bonnes bons
gentil: gentille gentils gentilles
nul: nulle nuls nulles
pire: pires
envoyer: envoie envoient enverra
ennuyer: ennuie ennuient ennuies ennuyait
effrayer: effraie effraient
suivre: suit suivent suivi
reussir: reussi reussie reussis reussit
trahir: trahi trahie trahis trahit
ravir: ravi ravie ravis ravies
guerir: gueri guerie gueris guerit
`,
};

/** Each form with its base forms: "suis" is of "etre" and of "suivre". */
export function irregularForms(language: Language): ReadonlyMap<string, readonly string[]> {
  const bases = new Map<string, string[]>();
  for (const line of tables[language].trim().split('\n')) {
    const [base = '', forms = ''] = line.split(': ');
    for (const form of forms.split(' ')) bases.set(form, [...(bases.get(form) ?? []), base]);
  }
  return bases;
}
