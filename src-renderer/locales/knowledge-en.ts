/** The words of the person's documents in English. */

export const knowledgeEn = {
  knowledgeMenu: 'Documents…',
  knowledgeTitle: 'Documents',
  knowledgeText:
    'Jarvis reads text, Markdown, HTML, PDF, docx and e-mails (.eml), follows their changes, and cites file and page. They are never taken for what you said.',
  knowledgePath: 'A file or folder of this computer',
  knowledgePathPlaceholder: '/home/anna/Documents',
  knowledgeAdd: 'Add',
  knowledgeDropHint:
    'A file can be dropped here too: a browser does not tell where it lies, so its text is kept as it is now.',
  knowledgeChoose: 'Choose files…',
  knowledgeNone: 'No documents yet.',
  knowledgeList: 'All documents',
  knowledgeSources: 'Added',
  knowledgeState: { waiting: 'waiting', indexed: 'read', failed: 'not read' },
  knowledgeStatus: (indexed: string, waiting: string, failed: string) =>
    `${indexed} read, ${waiting} waiting, ${failed} not read`,
  knowledgeReading: (name: string) => `Reading ${name}…`,
  knowledgeUploading: (name: string) => `Taking in ${name}…`,
  knowledgePause: 'Pause',
  knowledgeResume: 'Go on',
  knowledgePaused: 'Paused',
  knowledgeRemove: 'Remove',
  knowledgeRemoveOf: (name: string) => `Remove ${name}`,
  knowledgeMore: (count: string) => `… and ${count} more`,
  knowledgePassages: (count: string) => `${count} passages`,
  knowledgePage: (page: number) => `page ${page}`,
  knowledgeOpen: 'Open the file',
  knowledgeBack: 'All documents',
  knowledgeShow: 'Show in the document',
  knowledgeShowOf: (name: string) => `Show the passage in ${name}`,
  toastDocumentAdded: (name: string) => `${name} was read.`,
  knowledgeGone: 'This passage is no longer there: its document was read again or removed.',
};
