/** Talking with Jarvis: the microphone, how one is heard, how Jarvis speaks. */
import type { WindowState } from '../store/state.ts';
import type { Command, CommandAround } from './command.ts';

const cannotListen = ({ speech }: WindowState) =>
  speech.canListen ? undefined : ('commandsWhyNot.noRecognition' as const);
const isHandsFree = ({ preferences }: WindowState): boolean =>
  preferences.voice.mode === 'hotword' || preferences.voice.mode === 'always';

const volumeStep = 0.2;
const rateStep = 0.15;
const within = (value: number, least: number, most: number): number =>
  Math.round(Math.min(most, Math.max(least, value)) * 100) / 100;

const louder = ({ actions, state }: CommandAround, step: number): unknown =>
  actions.changeSetting('volume', within(state().preferences.voice.volume + step, 0.2, 1));
const faster = ({ actions, state }: CommandAround, step: number): unknown =>
  actions.changeSetting('speechRate', within(state().preferences.speechRate + step, 0.5, 2));

type TapAround = Pick<CommandAround, 'state'> & {
  readonly talk?: Pick<NonNullable<CommandAround['talk']>, 'press' | 'release'>;
};

/** Without a key that could be let go: two taps in a row go on by themselves, until the next press. */
export function tapToTalk({ talk, state }: TapAround): void {
  const { voice, preferences } = state();
  talk?.press();
  talk?.release();
  if (preferences.voice.mode === 'toggle' || voice.isLocked) return;
  talk?.press();
  talk?.release();
}

export const voiceCommands: readonly Command[] = [
  {
    id: 'voice.talk',
    group: 'voice',
    title: 'commands.talk',
    also: 'commandsAlso.talk',
    keys: ['Space', 'Ctrl+Space'],
    whyNot: state => (state.dialog === undefined ? cannotListen(state) : 'commandsWhyNot.dialog'),
    run: ({ talk }) => talk?.press(),
    release: ({ talk }) => talk?.release(),
    tap: tapToTalk,
  },
  {
    id: 'voice.hush',
    group: 'voice',
    title: 'stopSpeaking',
    also: 'commandsAlso.hush',
    whyNot: ({ voice }) => (voice.speaking ? undefined : 'commandsWhyNot.silent'),
    run: ({ talk }) => talk?.hush(),
  },
  {
    id: 'voice.pause',
    group: 'voice',
    title: 'commands.pauseListening',
    also: 'commandsAlso.pauseListening',
    whyNot: state => (isHandsFree(state) ? undefined : 'commandsWhyNot.notHandsFree'),
    isOn: ({ voice }) => voice.isPaused,
    run: ({ talk, state }) => talk?.pause(!state().voice.isPaused),
  },
  {
    id: 'voice.deny',
    group: 'voice',
    title: 'notMe',
    whyNot: ({ voice }) => (voice.canDeny ? undefined : 'commandsWhyNot.notWoken'),
    run: ({ talk }) => talk?.deny(),
  },
  {
    id: 'voice.hotword',
    group: 'voice',
    title: 'commands.hotword',
    also: 'commandsAlso.hotword',
    whyNot: cannotListen,
    isOn: ({ preferences }) => preferences.voice.mode === 'hotword',
    // The microphone stays open only after a yes.
    run: ({ actions, state }) =>
      state().preferences.voice.mode === 'hotword'
        ? actions.changeSetting('mode', 'hold')
        : actions.showDialog('consent-hotword'),
  },
  {
    id: 'voice.always',
    group: 'voice',
    title: 'commands.always',
    whyNot: cannotListen,
    isOn: ({ preferences }) => preferences.voice.mode === 'always',
    run: ({ actions, state }) =>
      state().preferences.voice.mode === 'always'
        ? actions.changeSetting('mode', 'hold')
        : actions.showDialog('consent-always'),
  },
  {
    id: 'voice.hold',
    group: 'voice',
    title: 'commands.holdMode',
    isOn: ({ preferences }) => preferences.voice.mode === 'hold',
    run: ({ actions }) => actions.changeSetting('mode', 'hold'),
  },
  {
    id: 'voice.toggle',
    group: 'voice',
    title: 'commands.toggleMode',
    isOn: ({ preferences }) => preferences.voice.mode === 'toggle',
    run: ({ actions }) => actions.changeSetting('mode', 'toggle'),
  },
  {
    id: 'voice.speakAnswers',
    group: 'voice',
    title: 'speakAnswers',
    also: 'commandsAlso.speakAnswers',
    isOn: ({ preferences }) => preferences.speakAnswers,
    run: ({ actions, state }) => actions.changeSetting('speakAnswers', !state().preferences.speakAnswers),
  },
  {
    id: 'voice.bargeIn',
    group: 'voice',
    title: 'bargeIn',
    isOn: ({ preferences }) => preferences.voice.bargeIn,
    run: ({ actions, state }) => actions.changeSetting('bargeIn', !state().preferences.voice.bargeIn),
  },
  {
    id: 'voice.cues',
    group: 'voice',
    title: 'cues',
    isOn: ({ preferences }) => preferences.voice.cues,
    run: ({ actions, state }) => actions.changeSetting('cues', !state().preferences.voice.cues),
  },
  { id: 'voice.louder', group: 'voice', title: 'commands.louder', run: around => louder(around, volumeStep) },
  {
    id: 'voice.softer',
    group: 'voice',
    title: 'commands.softer',
    run: around => louder(around, -volumeStep),
  },
  { id: 'voice.faster', group: 'voice', title: 'commands.faster', run: around => faster(around, rateStep) },
  { id: 'voice.slower', group: 'voice', title: 'commands.slower', run: around => faster(around, -rateStep) },
];
