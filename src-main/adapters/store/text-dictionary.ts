/** The preset dictionary of stored text, version 1. Stored bytes depend on it: never change it, add a second one. */

/** Everyday phrases of chat in both languages, the commonest last, where DEFLATE reaches them with the fewest bits. */
const phrases = [
  '```typescript\nconst function return import from export default class async await\n```\n```python\ndef self print(\n```\n',
  'https://www. http:// .com/ .org/ 1. **2. **3. **\n\n- **\n\n## \n\n### | --- | --- |\n',
  'information government international development understanding particularly communication environment ',
  'développement organisation environnement particulièrement communication responsable actuellement ',
  'January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday ',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche ',
  "minutes heures secondes hours seconds matin après-midi soirée morning afternoon evening tonight yesterday tomorrow aujourd’hui aujourd'hui demain hier ",
  'recipe kitchen dinner breakfast lunch family friends children mother father house garden weather music movie book school university ',
  'recette cuisine dîner déjeuner famille enfants maison jardin météo musique film livre école université voiture travail argent problème ',
  'question answer example something everything anything nothing someone everyone important different possible interesting difficult wonderful beautiful ',
  'réponse exemple quelque chose quelqu’un tout le monde important différent possible intéressant difficile magnifique plusieurs certaines ',
  'computer program software memory system server database message model language file folder window ',
  'ordinateur programme logiciel mémoire système serveur base de données modèle langue fichier dossier fenêtre ',
  'I remember that remind me to what do you know about set a timer for add to the shopping list ',
  'souviens-toi que rappelle-moi de que sais-tu sur mets un minuteur de ajoute à la liste de courses ',
  'because through without between against another around before after under again always never often sometimes usually already ',
  'parce que pendant sans entre contre autre autour avant après sous encore toujours jamais souvent parfois d’habitude déjà depuis ',
  "could you please can you tell me how do I would like to thank you very much you're welcome of course no problem I think that I don't know I'm not sure it's a good idea ",
  'pouvez-vous s’il vous plaît est-ce que vous pouvez me dire comment faire je voudrais merci beaucoup de rien bien sûr pas de souci je pense que je ne sais pas je ne suis pas sûr c’est une bonne idée ',
  'here is a list of there are several ways to you can also make sure that in order to for example, such as as well as in addition, however, therefore, let me know if you need ',
  'voici une liste de il y a plusieurs façons de vous pouvez aussi assurez-vous que afin de par exemple, ainsi que en plus, cependant, donc, n’hésitez pas à me dire si vous avez besoin ',
  'should would could might must being having doing going making taking looking working trying getting coming think know want need help find give use work call try ask feel leave ',
  'devrait pourrait serait avait était étaient faisait allait prendre mettre venir voir savoir pouvoir vouloir falloir devoir croire trouver donner parler aimer passer demander laisser ',
  'about their there which when where what who will more other than then them some time only very just like over also back even most good well year first last long great little own right still ',
  'dans avec pour plus tout mais nous vous leur cette elle sont fait comme bien même aussi peut deux temps jour fois ans sur aux une des les qui que est pas par ses son ',
  "I'm you're don't it's that's can't won't didn't isn't I'll I've we're they're Hello, Hi! Yes, No, Thanks! ? ! ",
  "j’ai c’est d’un d’une l’a qu’il qu’elle n’est s’est j'ai c'est d'un d'une l'a qu'il qu'elle n'est s'est Bonjour, Oui, Non, Merci ! ? ",
  ' was that he she for are with his they this have from one had by word but not all were we your said each ',
  ' on il elle je tu ne se ce au du en et à un une de la le les des est pas que qui dans pour sur avec plus ',
  ' in the of the to the and the on the is a it is to be for the with the at the ',
  ' de la de l’ du des les et le dans le à la que je est-ce que vous pas de pour les sur la ',
];

export const dictionary1: Buffer = Buffer.from(phrases.join(''), 'utf8');
