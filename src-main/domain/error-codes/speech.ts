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
      fr: 'Choisissez-en un dans Modèles, ou : jarvis model get ready.',
      en: 'Choose one under Models, or: jarvis model get ready.',
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
  'speech.not-audio': {
    stage: 'speech',
    retryable: false,
    message: {
      fr: 'Ce fichier n’est pas un son que Jarvis sait lire.',
      en: 'This file is not a sound that Jarvis can read.',
    },
    hint: {
      fr: 'Donnez un fichier WAV, MP3, FLAC, OGG (Vorbis ou Opus) ou M4A.',
      en: 'Give a WAV, MP3, FLAC, OGG (Vorbis or Opus) or M4A file.',
    },
  },
  'speech.empty-audio-file': {
    stage: 'speech',
    retryable: false,
    message: { fr: 'Ce fichier audio est vide.', en: 'This audio file is empty.' },
    hint: { fr: 'Vérifiez l’enregistrement d’origine.', en: 'Check the original recording.' },
  },
  'speech.bad-audio-file': {
    stage: 'speech',
    retryable: false,
    message: {
      fr: 'Ce fichier audio est abîmé ou d’une variante inconnue ({detail}).',
      en: 'This audio file is damaged, or of an unknown kind ({detail}).',
    },
    hint: {
      fr: 'Convertissez-le en WAV ou en MP3, puis recommencez.',
      en: 'Convert it to WAV or MP3, then try again.',
    },
  },
  'speech.no-words-in-file': {
    stage: 'speech',
    retryable: false,
    message: { fr: 'Je n’entends aucune parole dans ce fichier.', en: 'I hear no words in this file.' },
    hint: { fr: 'Écoutez-le pour le vérifier.', en: 'Listen to it to be sure.' },
  },
  'speech.audio-file-cut': {
    stage: 'speech',
    retryable: false,
    message: {
      fr: 'Ce fichier audio s’arrête avant la fin de son contenu ; le texte va jusqu’à {place}.',
      en: 'This audio file ends before its content does; the text goes up to {place}.',
    },
    hint: { fr: 'Copiez ou téléchargez-le de nouveau.', en: 'Copy or download it again.' },
  },
  'speech.audio-file-too-long': {
    stage: 'speech',
    retryable: false,
    message: {
      fr: 'Ce fichier audio dure plus de {hours} heures.',
      en: 'This audio file is longer than {hours} hours.',
    },
    hint: { fr: 'Découpez-le en plusieurs parties.', en: 'Cut it into parts.' },
  },
  'speech.audio-file-too-large': {
    stage: 'speech',
    retryable: false,
    message: {
      fr: 'Ce fichier audio dépasse {megabytes} Mo.',
      en: 'This audio file is larger than {megabytes} MB.',
    },
    hint: {
      fr: 'Lancez « jarvis transcribe FICHIER » dans un terminal.',
      en: 'Run "jarvis transcribe FILE" in a terminal.',
    },
  },
  'speech.no-player': {
    stage: 'speech',
    retryable: false,
    message: {
      fr: 'Aucun programme de cette machine ne peut jouer le son.',
      en: 'No program on this machine can play the sound.',
    },
    hint: {
      fr: 'Ajoutez --out FICHIER.wav, ou installez un lecteur (PulseAudio, ALSA ou SoX).',
      en: 'Add --out FILE.wav, or install a player (PulseAudio, ALSA or SoX).',
    },
  },
  'speech.player-failed': {
    stage: 'speech',
    retryable: true,
    message: {
      fr: 'Le lecteur audio s’est arrêté ({detail}).',
      en: 'The audio player stopped ({detail}).',
    },
    hint: {
      fr: 'Vérifiez la sortie audio, ou ajoutez --out FICHIER.wav.',
      en: 'Check the audio output, or add --out FILE.wav.',
    },
  },
  'speech.no-such-voice': {
    stage: 'speech',
    retryable: false,
    message: {
      fr: 'Aucune voix « {voice} » n’est installée pour cette langue.',
      en: 'No voice "{voice}" is installed for this language.',
    },
    hint: { fr: 'Voix présentes : {voices}.', en: 'Voices here: {voices}.' },
  },
});
