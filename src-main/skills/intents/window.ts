/** Sentences that do something in the window: walk through its rooms, change how it looks, act on the conversation. */
import type { NamedKind } from '../../domain/window-command.ts';
import type { Match, Rule, RulesByLanguage } from '../grammar.ts';
import { englishSentences } from './window-english.ts';
import { frenchSentences } from './window-french.ts';
import { named as namedEnglish } from './window-named-english.ts';
import { named as namedFrench } from './window-named-french.ts';
import type { NamedSentences, Sentences } from './window-sentences.ts';

const rules = (sentences: Sentences): readonly Rule[] =>
  sentences.map(([id, patterns]) => {
    const command = id.replace(/[+-]$/, '');
    const on = id === command ? {} : { on: id.endsWith('+') ? 'yes' : 'no' };
    return { patterns, build: () => ({ intent: 'window.command', slots: { command, ...on } }) };
  });

/** Settings of the window; those of telephones and cars are somebody else's. */
const settings =
  /^(?:vitesse|volume|son|sons|micro|microphone|haut parleur|theme|couleurs?|langues?|nom|sensibilite|voix|memoire|conservation|touches|raccourcis|animations|mouvements?|parole|nombres|speed|sound|sounds|loudspeaker|speaker|colou?rs?|languages?|name|sensitivity|voice|memory|retention|keys|shortcuts|motion|numbers|speech)(?: .*)?$/;
/** A model that one writes after, not one that answers. */
const noModel = /^(?:de|du|des|d|suivant|ci|que|pour|of|for|below|above|answer|text|that|in|from)(?: |$)/;

const isMeant = (kind: NamedKind, words: string): boolean =>
  kind === 'setting' ? settings.test(words) : kind !== 'model' || !noModel.test(words);

const namedRules = (sentences: NamedSentences): readonly Rule[] =>
  sentences.map(([kind, patterns]) => ({
    patterns,
    build: (match: Match) =>
      isMeant(kind, match.norm('words'))
        ? { intent: 'window.command', slots: { kind, words: match.words('words') } }
        : undefined,
  }));

export const windowRules: RulesByLanguage = {
  fr: [...rules(frenchSentences), ...namedRules(namedFrench)],
  en: [...rules(englishSentences), ...namedRules(namedEnglish)],
};
