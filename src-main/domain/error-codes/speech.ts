/** Codes of ears and voice. */
import { define } from './error-text.ts';

export const speechErrors = define({
  'speech.no-recognizer': {
    stage: 'speech',
    retryable: false,
    message: {
      fr: 'Aucun modèle de reconnaissance vocale n’est installé.',
      en: 'No speech-recognition model is installed.',
    },
    hint: {
      fr: 'Ajoutez-en un : jarvis model add DOSSIER (Whisper pour sherpa-onnx).',
      en: 'Add one: jarvis model add FOLDER (Whisper for sherpa-onnx).',
    },
  },
  'speech.nothing-heard': {
    stage: 'speech',
    retryable: true,
    message: { fr: 'Je n’ai rien entendu.', en: 'I heard nothing.' },
    hint: {
      fr: 'Gardez la touche enfoncée en parlant, et vérifiez le micro.',
      en: 'Hold the key while you speak, and check the microphone.',
    },
  },
  'speech.bad-audio': {
    stage: 'speech',
    retryable: false,
    message: { fr: 'Ce son ne peut pas être lu : {detail}.', en: 'This sound cannot be read: {detail}.' },
    hint: {
      fr: 'Envoyez du son mono de 16 bits, entre 8 et 192 kHz.',
      en: 'Send 16-bit mono sound between 8 and 192 kHz.',
    },
  },
  'speech.process-died': {
    stage: 'speech',
    retryable: true,
    message: {
      fr: 'Le moteur vocal s’est arrêté ; il redémarre.',
      en: 'The speech engine stopped; it is starting again.',
    },
    hint: { fr: 'Répétez votre phrase.', en: 'Say your sentence again.' },
  },
  'speech.engine-failed': {
    stage: 'speech',
    retryable: true,
    message: { fr: 'Le moteur vocal a échoué : {detail}.', en: 'The speech engine failed: {detail}.' },
    hint: {
      fr: 'Recommencez ; si cela dure, lancez « jarvis doctor ».',
      en: 'Try again; if it lasts, run "jarvis doctor".',
    },
  },
  'speech.model-incomplete': {
    stage: 'speech',
    retryable: false,
    message: {
      fr: 'Le dossier du modèle vocal est incomplet : {detail}.',
      en: 'The speech-model folder is incomplete: {detail}.',
    },
    hint: {
      fr: 'Remettez tous les fichiers du modèle dans ce dossier.',
      en: 'Put all files of the model into that folder.',
    },
  },
});
