/** Private mode: on and off. */
import type { Rule, RulesByLanguage } from '../grammar.ts';

const rule = (intent: string, patterns: readonly string[]): Rule => ({
  patterns,
  build: () => ({ intent, slots: {} }),
});

const modeFr =
  '(le |la |en )?(mode|navigation|conversation) (prive|privee|incognito|confidentiel|confidentielle|secret|secrete)';
const onFr =
  '(active|activer|activez|actives|mets|mettre|mettez|passe|passer|passez|passons|lance|lancer|enclenche|enclencher|demarre|demarrer|commence|entre|entrer|allume|bascule|basculer|va|reste|ouvre|ouvrir)';
const offFr =
  '(quitte|quitter|quittez|quittons|desactive|desactiver|desactivez|arrete|arreter|arretez|coupe|couper|sors|sortir|sortez|sortons|termine|terminer|enleve|enlever|stoppe|ferme|fermer|eteins|eteindre|reviens|fin)';
const modeEn =
  '(the |my |a )?(private|incognito|off the record|confidential|secret) (mode|session|conversation|chat)';

export const privacyRules: RulesByLanguage = {
  fr: [
    rule('private.off', [
      `${offFr} ${modeFr}[ maintenant]`,
      `${offFr} (du|de la|de) (mode|navigation|conversation) (prive|privee|incognito|confidentiel|secret)[ maintenant]`,
      `(fin|fin du|stop) ?${modeFr}`,
      `${modeFr} (off|desactive|termine|fini|non)`,
      '(reviens|retourne|repasse|repasser|revenir|retourner) (en|au) mode (normal|habituel|ordinaire|public)',
      '(tu peux|vous pouvez) (de nouveau|a nouveau) (tout )?(retenir|te souvenir|vous souvenir|memoriser)',
    ]),
    rule('private.on', [
      `${modeFr}[ active| on| maintenant| oui]`,
      `${onFr}[ nous| toi| moi| vous]( en| le| la| au)? ?${modeFr}[ maintenant]`,
      `(je veux|je voudrais|j aimerais|on passe|on se met|passons|on va|on est) (etre |parler |passer |rester |discuter )?(en )?mode (prive|incognito|confidentiel|secret)`,
      '(ne retiens|ne garde|n enregistre|ne memorise|retiens|garde|enregistre|memorise) (plus |pas )?rien[ de (ce que je (dis|vais dire|te dis)|cette conversation|ce qui suit)| a partir de maintenant| pour l instant]',
      '(ce que je (dis|vais dire|te dis)|ce qui suit|cette conversation) (doit rester|reste|est) (prive|privee|confidentiel|confidentielle|entre nous)',
    ]),
  ],
  en: [
    rule('private.off', [
      `(leave|exit|quit|end|stop|close|turn off|switch off|disable|deactivate|get out of|go out of|come out of|finish) ${modeEn}[ now]`,
      `(turn|switch) ${modeEn} off[ now]`,
      `${modeEn} (off|over|done|disabled)`,
      '(go |switch |change )?(back )?to (normal|regular|ordinary|public) mode',
      'you (can|may) (remember|keep|save) (things|everything|what i say) again',
    ]),
    rule('private.on', [
      `${modeEn}[ on| now| please]`,
      `(turn on|switch on|enable|activate|start|begin|enter|go into|go to|switch to|switch into|change to|use|put yourself in|go|let us go|let s go|open) (into |in |to )?${modeEn}[ now]`,
      `(turn|switch) ${modeEn} on[ now]`,
      'go (private|incognito|off the record)[ now]',
      `(i want|i would like|i d like|let us|let s) (to )?(be|talk|speak|go|switch|chat)? ?(in |into |to )?${modeEn}`,
      '(do not|don t|stop) (remember|remembering|keep|keeping|save|saving|record|recording|store|storing) (anything|any of this|what i say|what i am saying|this conversation|anything i say|anything from now on)[ from now on| for now]',
      '(this is|this conversation is|what follows is|keep this) off the record',
    ]),
  ],
};
