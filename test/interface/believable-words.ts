/** What a made-up person said, asked and keeps, in both languages; every word and every name is invented. */
import type { Language } from '../../src-main/domain/language.ts';

/** Said in turn by the person and by Jarvis, at a local time of a day before the one of the pictures. */
export interface PastTalk {
  readonly title: string;
  readonly daysAgo: number;
  readonly at: string;
  readonly said: readonly string[];
}

export interface BelievableWords {
  readonly name: string;
  readonly past: readonly PastTalk[];
  /** Remembered from earlier days: how many of them ago, and the sentence. */
  readonly told: readonly (readonly [daysAgo: number, sentence: string])[];
  /** Asked of the skills, in this order. */
  readonly orders: readonly string[];
  readonly document: { readonly name: string; readonly text: string };
  /** Asked of the model in the open conversation, and what it answers. */
  readonly asked: readonly (readonly [question: string, answer: string])[];
}

const french: BelievableWords = {
  name: 'Maëlle',
  past: [
    {
      title: 'Volets du grenier',
      daysAgo: 0,
      at: '08:12',
      said: [
        'Comment mesurer les volets du grenier ?',
        'Prenez la largeur **entre les murs**, en haut, au milieu et en bas, et gardez la plus petite. Pour la hauteur, mesurez à gauche et à droite, du rebord au linteau.',
        'Et je laisse combien de jeu ?',
        'Un centimètre de chaque côté suffit pour du bois peint.',
      ],
    },
    {
      title: 'Confiture de mirabelles',
      daysAgo: 1,
      at: '18:40',
      said: [
        'Quelles proportions pour trois kilos de mirabelles ?',
        'Pour trois kilos de fruits dénoyautés :\n\n| ingrédient | quantité |\n| --- | --- |\n| mirabelles | 3 kg |\n| sucre | 2,1 kg |\n| citron | 2 |\n\nLaissez reposer une nuit avant de cuire.',
      ],
    },
    {
      title: 'Script de sauvegarde',
      daysAgo: 1,
      at: '11:05',
      said: [
        'Écris-moi une ligne qui copie mes photos sur le disque externe.',
        "Voici :\n\n```sh\nrsync -a --info=progress2 ~/Images/ /mnt/disque/images/\n```\n\nLa barre à la fin d'`Images/` compte : elle copie ce qu'il y a dedans.",
      ],
    },
    {
      title: 'Randonnée de la Pentecôte',
      daysAgo: 6,
      at: '20:31',
      said: [
        'Une idée de marche de deux jours près de Quimper ?',
        'La boucle des monts d’Arrée : 31 km, un refuge à mi-chemin, et de l’eau au village.',
      ],
    },
    {
      title: 'Lettre au syndic',
      daysAgo: 12,
      at: '09:22',
      said: [
        'Aide-moi à écrire au syndic pour la fuite du deuxième.',
        'Je propose trois phrases : la date, ce qui a été vu, et ce que vous attendez de lui.',
      ],
    },
  ],
  told: [
    [140, 'Je m’appelle Maëlle.'],
    [140, 'J’habite à Quimper.'],
    [121, 'Ma sœur s’appelle Solenn.'],
    [121, 'Ma sœur Solenn habite à Lorient.'],
    [96, 'Je travaille comme menuisière.'],
    [80, 'Je suis allergique aux noisettes.'],
    [64, 'J’aime le thé fumé le matin.'],
    [41, 'Mon chat s’appelle Gribouille.'],
    [33, 'L’atelier ferme le lundi.'],
    [20, 'Solenn préfère le train à la voiture.'],
    [13, 'Le code du portail a changé la semaine dernière, il faut le demander à Yann.'],
    [9, 'Yann est notre voisin du premier.'],
    [5, 'Je voudrais finir les volets du grenier avant l’hiver.'],
    [2, 'Je préfère les vis en inox pour le bois dehors.'],
  ],
  orders: [
    'mets un minuteur de 12 minutes pour les pâtes',
    'rappelle-moi d’appeler Solenn dans 3 heures',
    'ajoute des vis en inox à la liste de courses',
    'ajoute du vernis à la liste de courses',
    'ajoute deux citrons à la liste de courses',
    'note : demander le code du portail à Yann',
  ],
  document: {
    name: 'Entretien du poêle.md',
    text: '# Entretien du poêle\n\nVider les cendres chaque semaine.\n\n## Ramonage\n\nDeux fois par an, dont une pendant la saison de chauffe. Garder le certificat.\n\n## Joint de la porte\n\nIl se change tous les deux hivers ; prendre une tresse de dix millimètres.\n',
  },
  asked: [
    [
      'Que me faut-il pour les volets du grenier ?',
      'Pour deux volets en bois dehors :\n\n- du mélèze en 27 mm, **quatre planches** ;\n- des vis en inox, celles que vous préférez ;\n- une lasure, deux couches.\n\nComptez une journée à l’atelier, qui ferme le lundi.',
    ],
  ],
};

const english: BelievableWords = {
  name: 'Maelle',
  past: [
    {
      title: 'Shutters for the attic',
      daysAgo: 0,
      at: '08:12',
      said: [
        'How do I measure the attic shutters?',
        'Take the width **between the walls** at the top, in the middle and at the bottom, and keep the smallest. Measure the height on both sides, from the sill to the lintel.',
        'And how much play do I leave?',
        'One centimetre on each side is enough for painted wood.',
      ],
    },
    {
      title: 'Plum jam',
      daysAgo: 1,
      at: '18:40',
      said: [
        'What do I need for three kilos of plums?',
        'For three kilos of stoned fruit:\n\n| ingredient | amount |\n| --- | --- |\n| plums | 3 kg |\n| sugar | 2.1 kg |\n| lemons | 2 |\n\nLet it rest overnight before cooking.',
      ],
    },
    {
      title: 'Backup script',
      daysAgo: 1,
      at: '11:05',
      said: [
        'Write me one line that copies my photos to the external disk.',
        'Here it is:\n\n```sh\nrsync -a --info=progress2 ~/Pictures/ /mnt/disk/pictures/\n```\n\nThe slash behind `Pictures/` matters: it copies what is inside.',
      ],
    },
    {
      title: 'A walk in spring',
      daysAgo: 6,
      at: '20:31',
      said: [
        'Any idea for a two-day walk near Quimper?',
        'The loop of the Arrée hills: 31 km, a hut half way, and water in the village.',
      ],
    },
    {
      title: 'Letter to the landlord',
      daysAgo: 12,
      at: '09:22',
      said: [
        'Help me write to the landlord about the leak on the second floor.',
        'I would say three things: the date, what was seen, and what you expect.',
      ],
    },
  ],
  told: [
    [140, 'My name is Maelle.'],
    [140, 'I live in Quimper.'],
    [121, 'My sister is called Solenn.'],
    [121, 'My sister Solenn lives in Lorient.'],
    [96, 'I work as a carpenter.'],
    [80, 'I am allergic to hazelnuts.'],
    [64, 'I like smoked tea in the morning.'],
    [41, 'My cat is called Gribouille.'],
    [33, 'The workshop is closed on Mondays.'],
    [20, 'Solenn prefers the train to the car.'],
    [13, 'The code of the gate changed last week, Yann has to be asked for it.'],
    [9, 'Yann is our neighbour on the first floor.'],
    [5, 'I would like to finish the attic shutters before winter.'],
    [2, 'I prefer stainless screws for wood outside.'],
  ],
  orders: [
    'set a timer for 12 minutes for the pasta',
    'remind me to call Solenn in 3 hours',
    'add stainless screws to the shopping list',
    'add varnish to the shopping list',
    'add two lemons to the shopping list',
    'note: ask Yann for the code of the gate',
  ],
  document: {
    name: 'Care of the stove.md',
    text: '# Care of the stove\n\nEmpty the ashes every week.\n\n## Sweeping\n\nTwice a year, once of it while it is heated. Keep the certificate.\n\n## Seal of the door\n\nIt is changed every second winter; take a braid of ten millimetres.\n',
  },
  asked: [
    [
      'What do I need for the attic shutters?',
      'For two wooden shutters outside:\n\n- larch of 27 mm, **four boards**;\n- stainless screws, the ones you prefer;\n- two coats of wood stain.\n\nCount one day in the workshop, which is closed on Mondays.',
    ],
  ],
};

export const believable: Readonly<Record<Language, BelievableWords>> = { fr: french, en: english };
