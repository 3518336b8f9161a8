/** How Jarvis speaks: louder, softer, slower, faster. */
import type { Rule, RulesByLanguage } from '../grammar.ts';

const rule = (intent: string, patterns: readonly string[]): Rule => ({
  patterns,
  build: () => ({ intent, slots: {} }),
});

const speakFr = '(parle|parles|parlez|parler|cause|articule|dis le|dis ca|reponds)[ moi]';
const moreFr = '[ un peu| beaucoup| encore| nettement| un petit peu]';
const speakEn = '(speak|talk|say it|say that|read)[ to me]';
const moreEn = '[ a bit| a little| a little bit| much| even| a lot]';

export const voiceRules: RulesByLanguage = {
  fr: [
    rule('voice.louder', [
      `${speakFr}${moreFr} (plus fort|plus haut)`,
      `${moreFr} ?plus fort`,
      '(monte|augmente|hausse|pousse|montez|augmentez|monter|augmenter)[ un peu| encore] (le son|le volume|la voix|ta voix|ton volume)',
      '(le son|le volume) plus (fort|haut)',
      '(je |j )(ne )?(t |vous )?entends (pas|mal|pas bien|pas tres bien)',
      '(tu|vous) (ne )?(parles|parlez) pas assez fort',
      '(tu|vous) (parles|parlez) trop (bas|doucement|faiblement)',
    ]),
    rule('voice.softer', [
      `${speakFr}${moreFr} (moins fort|plus bas|plus doucement|a voix basse|doucement)`,
      `${moreFr} ?(moins fort|plus bas)`,
      '(baisse|diminue|reduis|baissez|diminuez|baisser)[ un peu| encore] (le son|le volume|la voix|ta voix|ton volume)',
      '(le son|le volume) (moins fort|plus bas)',
      '(tu|vous) (parles|parlez) trop (fort|haut)',
      '(c est|le son est|le volume est|ta voix est) trop fort',
    ]),
    rule('voice.slower', [
      `${speakFr}${moreFr} (plus lentement|moins vite|moins rapidement|lentement)`,
      `${moreFr} ?(plus lentement|moins vite)`,
      '(ralentis|ralentissez|ralentir)[ un peu]',
      '(tu|vous) (parles|parlez|vas|allez) trop vite',
      'c est trop (vite|rapide)',
    ]),
    rule('voice.faster', [
      `${speakFr}${moreFr} (plus vite|plus rapidement|moins lentement)`,
      `${moreFr} ?plus vite`,
      '(accelere|accelerez|accelerer)[ un peu]',
      '(tu|vous) (parles|parlez|vas|allez) trop lentement',
      'c est trop lent',
    ]),
  ],
  en: [
    rule('voice.louder', [
      `${speakEn}${moreEn} louder`,
      `${speakEn} (up|more loudly)`,
      `${moreEn} ?louder`,
      '(turn|put) (up (the |your )?(volume|sound|voice)|(the |your )?(volume|sound|voice) up|it up)[ a bit| a little]',
      '(increase|raise) (the |your )?(volume|sound|voice)[ a bit| a little]',
      'volume up',
      '(i )?(can not|can t|cannot|could not|can hardly|can barely) hear you[ (well|very well|clearly)]',
      'you (are|re) (too quiet|not loud enough)',
    ]),
    rule('voice.softer', [
      `${speakEn}${moreEn} (softer|quieter|more quietly|more softly|lower|less loudly)`,
      `${moreEn} ?(softer|quieter)`,
      '(turn|put) (down (the |your )?(volume|sound|voice)|(the |your )?(volume|sound|voice) down|it down)[ a bit| a little]',
      '(lower|decrease|reduce) (the |your )?(volume|sound|voice)[ a bit| a little]',
      'volume down',
      '(you are|you re|that is|it is|that s) too loud',
      'not so loud',
    ]),
    rule('voice.slower', [
      `${speakEn}${moreEn} (slower|more slowly|less quickly|slowly)`,
      `${moreEn} ?(slower|more slowly)`,
      '(slow down|slow it down)[ a bit| a little]',
      'you (speak|talk|are|are speaking|are talking|are going|go) too (fast|quickly)',
      '(that is|that s|it is) too fast',
      'not so fast',
    ]),
    rule('voice.faster', [
      `${speakEn}${moreEn} (faster|more quickly|quicker|less slowly)`,
      `${moreEn} ?(faster|quicker)`,
      '(speed up|speed it up)[ a bit| a little]',
      'you (speak|talk|are|are speaking|are talking|are going|go) too (slow|slowly)',
      '(that is|that s|it is) too slow',
    ]),
  ],
};
