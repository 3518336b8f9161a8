/** The help of the command line. */
import type { Bilingual } from '../../domain/language.ts';

export const usage: Bilingual = {
  fr: `jarvis COMMANDE [options]

  ask "…"                  pose une question, écrit la réponse (l’entrée standard s’y ajoute)
      --json               un objet JSON au lieu du texte
      --model MODÈLE       pour cette question seulement
      --conversation ID    dans cette conversation
  chat                     conversation dans le terminal ; Ctrl-C arrête la réponse, puis quitte
  doctor [--json]          vérifie chaque partie ; sort avec 0 (bien), 1 (dégradé) ou 2 (cassé)
  export [ID…|--all]       écrit des conversations  --format json|markdown  --out FICHIER
  import FICHIER           reprend un fichier exporté (« - » : l’entrée standard)
  key [--json]             où est la clé des données
  key move --to LIEU       la déplace : keychain, desktop, file, passphrase (JARVIS_PASSPHRASE)
  knowledge add CHEMIN     lit et suit un document ou un dossier (texte, Markdown, HTML, PDF, docx, eml)
  knowledge list|search|show   les documents et leur état, des passages, l’un d’eux en entier
  knowledge remove|open    retire un document ou un dossier sans qu’il en reste rien, ou l’ouvre
  knowledge pause|resume   suspend, ou reprend, la lecture
  ledger [--days N]        ce qui est sorti de cet ordinateur, vers qui, pourquoi  --json : chaque ligne
  memory search MOTS       les souvenirs qui s’en approchent, avec leur score  (--json : partout)
  memory facts [NOM]       ce qui est su, de chacun ou d’une personne  --past : aussi ce qui fut
  memory show|why ID       d’où vient un souvenir, ce qui lui est arrivé, sa force
  memory edit ID VALEUR    corrige un fait ; l’ancien reste dans son histoire
  memory forget MOTS|ID    montre ce qui partirait, demande, oublie pour toujours  --yes
  memory receipts          ce qui a été oublié, en nombres
  memory nights            ce que chaque consolidation a changé ; accept|undo ID
  memory consolidate|stats consolide maintenant ; compte
  memory export            écrit la mémoire  --format jsonl|markdown  --out FICHIER
  memory import FICHIER    reprend une mémoire, ou un export de ChatGPT, Claude, mem0, une liste
  memory private [on|off]  mode privé ; exclude|include SUJET : jamais retenu, ou de nouveau
  memory settings          recall on|off, affect on|off, retention JOURS|off
  memory embedder          le modèle de sens ; use built-in | onnx DOSSIER|ID | ollama MODÈLE [ADRESSE]
  model list [--all]       les modèles et celui qui répond ; --all : aussi voix et reconnaissance
  model catalogue          ce qui peut être téléchargé, avec taille, licence et recommandation
  model get ready|ID…      télécharge ce qui est recommandé, ou ces modèles
  model pause|resume [ID…] arrête, ou reprend ; cancel [ID…] abandonne
  model delete ID          supprime un modèle du catalogue
  model import DOSSIER     installe depuis un dossier ou une clé, sans réseau
  model verify [ID…]       relit les fichiers et nomme ceux qui sont abîmés
  model add FICHIER|URL    ajoute un GGUF, un dossier vocal ou un serveur
                           --label NOM  --key CLÉ (ou JARVIS_MODEL_KEY)
  model use|remove MODÈLE  choisit, ou retire, un modèle  (--json : partout)
  profile list [--json]    les profils
  profile add|use NOM      ajoute un profil (--lang fr|en), ou passe à un autre
  say "…"                  lit un texte à voix haute (ou l’entrée standard)
                           --voice VOIX  --language fr|en  --speed 0.5–2  --out FICHIER.wav
  settings [list]          les réglages : valeur, phrase, choix, défaut  (--json)
  settings get|set|reset   CLÉ [VALEUR] : lit, change, ou remet un réglage
  transcribe FICHIER…      écrit ce qui est dit (WAV, MP3, FLAC, OGG, M4A)  --language fr|en  --json
  update [status|check|install]  la version, les notes de la nouvelle, et l’installe  (--json)
  update off|tell|automatic    quand chercher ; stable|beta : la voie ; skip VERSION
  where [--json]           où sont les données, le journal, les sauvegardes, les réglages, les modèles
  inspect intent           lit des phrases, écrit ce qui en serait compris  --now ISO  --zone ZONE
  inspect ending           lit des phrases, écrit si elles semblent finies
  inspect speakable        lit des textes, écrit ce qui en serait dit
  inspect gate             lit des phrases, écrit ce qui en serait retenu, et pourquoi
  inspect recall           lit des phrases, écrit les souvenirs qu’elles rappelleraient

  --lang fr|en             langue des messages
  --data-dir DOSSIER       dossier de données (ou JARVIS_DATA_DIR)
  --help, --version

Si Jarvis tourne déjà, la commande s’adresse à lui ; sinon elle ouvre elle-même les données.
La phrase secrète d’un coffre protégé se donne dans JARVIS_PASSPHRASE.`,
  en: `jarvis COMMAND [options]

  ask "…"                  ask a question, print the answer (standard input is added to it)
      --json               one JSON object in place of text
      --model MODEL        for this question only
      --conversation ID    in this conversation
  chat                     talk in the terminal; Ctrl-C stops the answer, then leaves
  doctor [--json]          check every part; exits with 0 (fine), 1 (degraded) or 2 (broken)
  export [ID…|--all]       write conversations  --format json|markdown  --out FILE
  import FILE              take in an exported file ("-": standard input)
  key [--json]             where the key to the data is
  key move --to PLACE      move it: keychain, desktop, file, passphrase (JARVIS_PASSPHRASE)
  knowledge add PATH       read and follow a document or folder (text, Markdown, HTML, PDF, docx, eml)
  knowledge list|search|show   the documents and their state, passages, one of them whole
  knowledge remove|open    take a document or folder out so that nothing is left, or open it
  knowledge pause|resume   stop, or go on, reading
  ledger [--days N]        what left this computer, to whom, and why  --json: every row
  memory search WORDS      the memories nearest to them, with their score  (--json: everywhere)
  memory facts [NAME]      what is known, of everybody or one person  --past: also what was
  memory show|why ID       where a memory comes from, what happened to it, how strong it is
  memory edit ID VALUE     correct a fact; the old value stays in its history
  memory forget WORDS|ID   show what would go, ask, forget it for good  --yes
  memory receipts          what was forgotten, in numbers
  memory nights            what each consolidation changed; accept|undo ID
  memory consolidate|stats consolidate now; count
  memory export            write the memory  --format jsonl|markdown  --out FILE
  memory import FILE       take in a memory, or an export of ChatGPT, Claude, mem0, a list
  memory private [on|off]  private mode; exclude|include TOPIC: never kept, or kept again
  memory settings          recall on|off, affect on|off, retention DAYS|off
  memory embedder          the model of meanings; use built-in | onnx FOLDER|ID | ollama MODEL [ADDRESS]
  model list [--all]       the models, and which one answers; --all: voices and recognition too
  model catalogue          what can be downloaded, with size, licence and recommendation
  model get ready|ID…      download what is recommended, or these models
  model pause|resume [ID…] stop, or go on; cancel [ID…] gives up
  model delete ID          delete a model of the catalogue
  model import FOLDER      install from a folder or a stick, without the network
  model verify [ID…]       read the files again and name the damaged ones
  model add FILE|URL       add a GGUF, a speech-model folder or a server
                           --label NAME  --key KEY (or JARVIS_MODEL_KEY)
  model use|remove MODEL   choose, or remove, a model  (--json: everywhere)
  profile list [--json]    the profiles
  profile add|use NAME     add a profile (--lang fr|en), or change to another
  say "…"                  read a text aloud (or standard input)
                           --voice VOICE  --language fr|en  --speed 0.5–2  --out FILE.wav
  settings [list]          the settings: value, sentence, choices, default  (--json)
  settings get|set|reset   KEY [VALUE]: read, change, or reset one
  transcribe FILE…         write what is said (WAV, MP3, FLAC, OGG, M4A)  --language fr|en  --json
  update [status|check|install]  the version, notes of the new one, and installs it  (--json)
  update off|tell|automatic    when to look; stable|beta: the channel; skip VERSION
  where [--json]           where data, logs, backups, settings and models are
  inspect intent           read sentences, print what would be understood  --now ISO  --zone ZONE
  inspect ending           read sentences, print whether they seem finished
  inspect speakable        read texts, print what would be said of them
  inspect gate             read sentences, print what would be kept of them, and why
  inspect recall           read sentences, print the memories they would recall

  --lang fr|en             language of the messages
  --data-dir FOLDER        data folder (or JARVIS_DATA_DIR)
  --help, --version

While Jarvis runs, the command talks to it; otherwise it opens the data itself.
The passphrase of a protected store is given in JARVIS_PASSPHRASE.`,
};
