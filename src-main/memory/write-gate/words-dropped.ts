/** Words that carry nothing for the gate (fillers, adverbs of degree), and how contracted speech is written out. */
import type { Language } from '../../domain/language.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Dropped wherever they stand. */
export const adverbs: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: set(`euh heu euuh hum hmm ben bah bof hein vraiment aussi egalement actuellement juste simplement franchement
    honnetement effectivement evidemment carrement totalement completement absolument tellement particulierement
    surtout seulement malheureusement heureusement normalement officiellement certainement surement
    super hyper vachement grave trop tres enormement couramment ptet stp svp lol mdr ptdr xd haha hahaha hihi`),
  en: set(`um uh erm uhm hmm er really also actually just totally absolutely basically honestly literally currently
    simply definitely certainly unfortunately luckily fortunately obviously officially presently mostly
    especially particularly particularly truly deeply very extremely severely super pretty quite fluently kinda sorta btw lol haha hahaha lmao xd rofl`),
};

const phrases = (list: string): ReadonlyMap<string, readonly (readonly string[])[]> => {
  const map = new Map<string, string[][]>();
  for (const phrase of list.split('/')) {
    const [first = '', ...rest] = phrase.trim().split(' ');
    map.set(first, [...(map.get(first) ?? []), rest]);
  }
  return map;
};

/** Whole phrases that are dropped, longest first where they share a word. */
export const fillerPhrases: Readonly<Record<Language, ReturnType<typeof phrases>>> = {
  fr: phrases(
    'tu sais/tu vois/vous savez/en fait/du coup/en gros/on va dire/comment dire/a vrai dire/au fait/bon ben/bon alors/eh bien/et ben/en ce moment/pour le moment/pour le instant/quand meme/bien sur/si tu veux/a mon avis/pour info/sache que/sachez que/il faut savoir que/je te signale que/je precise que/je dois dire que/je voulais te dire que/je voulais vous dire que/je te dis que/je te informe que/tiens/dis donc/bref/alors/voila/ecoute/la verite est que/le truc ce est que/le probleme ce est que/il se trouve que/figure toi que/devine quoi/se il te plait/se il vous plait/si il te plait/si il vous plait/d ailleurs/de ailleurs/par ailleurs/petite info/jarvis',
  ),
  en: phrases(
    'you know/you see/i mean/sort of/kind of/of course/to be honest/by the way/at the moment/right now/these days/for your information/for the record/fyi/just so you know/so you know/as you know/in fact/as a matter of fact/the thing is/the truth is/the fact is/it turns out that/it turns out/turns out/guess what/i have to say/i must say/i should say/i wanted to tell you that/i wanted to tell you/let me tell you/i should mention that/i should mention/well/oh/ah/anyway/anyways/yeah/please/jarvis/hey jarvis/okay so/ok so',
  ),
};

export const keptWhole: ReadonlySet<string> = set(
  "aujourd'hui quelqu'un quelqu'une d'accord o'clock presqu'ile entr'ouvert",
);

const table = (list: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    list
      .trim()
      .split('\n')
      .map(line => {
        const [from = '', to = ''] = line.trim().split('=');
        return [from, to.split(' ')];
      }),
  ); // prettier-ignore

/** What is said or typed as one word. */
export const contractions: Readonly<Record<Language, ReadonlyMap<string, readonly string[]>>> = {
  fr: table(`j=je
    jsuis=je suis
    j'suis=je suis
    chuis=je suis
    chui=je suis
    jai=je ai
    jhabite=je habite
    j'bosse=je bosse
    jbosse=je bosse
    jtravaille=je travaille
    j'travaille=je travaille
    jaime=je aime
    jadore=je adore
    jdeteste=je deteste
    j'deteste=je deteste
    jvais=je vais
    j'vais=je vais
    jveux=je veux
    j'veux=je veux
    jmappelle=je me appelle
    j'm'appelle=je me appelle
    j'me=je me
    jme=je me
    jetais=je etais
    javais=je avais
    jpense=je pense
    j'pense=je pense
    j'fais=je fais
    jfais=je fais
    j'joue=je joue
    j'prends=je prends
    j'peux=je peux
    jpeux=je peux
    mappelle=me appelle
    sappelle=se appelle
    l=le
    d=de
    n=ne
    s=se
    c=ce
    m=me
    t=te
    qu=que
    cest=ce est
    c'est=ce est
    c't=ce
    cetait=ce etait
    t'es=tu es
    t'as=tu as
    ya=il y a
    y'a=il y a
    yavait=il y avait
    aujourdhui=aujourd'hui
    rdv=rendez vous
    anniv=anniversaire
    bcp=beaucoup
    tjs=toujours
    tjrs=toujours
    pr=pour
    ds=dans
    ac=avec
    pcq=parce que
    pck=parce que
    pk=pourquoi
    qd=quand
    qqn=quelqu'un
    qqch=quelque chose
    tel=telephone
    p'tit=petit
    p'tite=petite
    weekend=week end
    p't-etre=peut etre`),
  en: table(`im=i am
    ive=i have
    dont=do not
    doesnt=does not
    didnt=did not
    isnt=is not
    arent=are not
    wasnt=was not
    werent=were not
    havent=have not
    hasnt=has not
    hadnt=had not
    cant=can not
    cannot=can not
    couldnt=could not
    wont=will not
    wouldnt=would not
    shouldnt=should not
    ain't=is not
    aint=is not
    thats=that is
    hes=he is
    shes=she is
    theyre=they are
    whats=what is
    wheres=where is
    whos=who is
    gonna=going to
    wanna=want to
    gotta=got to
    hafta=have to
    gimme=give me
    lemme=let me
    ya=you
    u=you
    bday=birthday
    fave=favourite
    fav=favourite
    favorite=favourite
    favorites=favourites
    color=colour
    tmrw=tomorrow
    tmr=tomorrow
    appt=appointment
    cos=because
    cuz=because
    'cause=because
    coz=because
    weekend=week end
    neighbor=neighbour
    tho=though`),
};
