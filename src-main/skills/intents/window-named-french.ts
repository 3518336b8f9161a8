/** French sentences that name what the window shall open or do. */
import type { NamedSentences } from './window-sentences.ts';

const open =
  '(ouvre|ouvrir|ouvrez|affiche|afficher|montre|montrer|retrouve|retrouver|va a|retourne a|reprends|reprendre)[ moi| nous]';

export const named: NamedSentences = [
  ['command', ['(lance|lancer|execute|executer|fais|faire) (la commande|l action) <words:line>']],
  [
    'conversation',
    [
      `${open} (la|notre) (conversation|discussion) (sur|a propos (de la|du|des|de|d)|au sujet (de la|du|des|de|d)|intitulee|nommee|appelee|concernant) <words:line>`,
    ],
  ],
  [
    'model',
    [
      '(utilise|utiliser|prends|prendre|choisis|choisir|passe au|passe sur le|reponds avec le) (le )?modele <words:few>',
    ],
  ],
  [
    'setting',
    [`${open} (le|les) (reglage|reglages|parametre|parametres) (de la|du|des|de l|de|d) <words:few>`],
  ],
  [
    'profile',
    ['(passe|passer|change|changer|bascule|basculer) (au|sur le|pour le) profil (de |d )?<words:few>'],
  ],
];
