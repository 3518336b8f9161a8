/** The words of the person's documents in French. */
import type { knowledgeEn } from './knowledge-en.ts';

export const knowledgeFr: typeof knowledgeEn = {
  knowledgeMenu: 'Vos documents…',
  knowledgeTitle: 'Vos documents',
  knowledgeText:
    'Jarvis lit le texte, Markdown, HTML, PDF, docx et les e-mails (.eml), suit leurs changements et cite le fichier et la page. Ils ne passent jamais pour ce que vous avez dit.',
  knowledgePath: 'Un fichier ou un dossier de cet ordinateur',
  knowledgePathPlaceholder: '/home/anna/Dossiers',
  knowledgeAdd: 'Ajouter',
  knowledgeDropHint:
    'Un fichier peut aussi être déposé ici\u00a0: un navigateur ne dit pas où il se trouve, son texte est donc gardé tel qu’il est maintenant.',
  knowledgeChoose: 'Choisir des fichiers…',
  knowledgeNone: 'Pas encore de documents.',
  knowledgeList: 'Tous les documents',
  knowledgeSources: 'Ajoutés',
  knowledgeState: { waiting: 'en attente', indexed: 'lu', failed: 'non lu' },
  knowledgeStatus: (indexed, waiting, failed) => `${indexed} lus, ${waiting} en attente, ${failed} non lus`,
  knowledgeReading: name => `Lecture de ${name}…`,
  knowledgeUploading: name => `Reprise de ${name}…`,
  knowledgePause: 'Suspendre',
  knowledgeResume: 'Reprendre',
  knowledgePaused: 'En pause',
  knowledgeRemove: 'Retirer',
  knowledgeRemoveOf: name => `Retirer ${name}`,
  knowledgeMore: count => `… et ${count} autres`,
  knowledgePassages: count => `${count} passages`,
  knowledgePage: page => `page ${page}`,
  knowledgeOpen: 'Ouvrir le fichier',
  knowledgeBack: 'Tous les documents',
  knowledgeShow: 'Voir dans le document',
  knowledgeShowOf: name => `Voir le passage dans ${name}`,
  toastDocumentAdded: name => `${name} a été lu.`,
  knowledgeGone: 'Ce passage n’est plus là\u00a0: son document a été relu ou retiré.',
};
