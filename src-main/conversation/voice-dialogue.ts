/** Carries out what turn-taking asks for: recognises, prepares an answer, gives it, and orders the loudspeaker. */
import { JarvisError } from '../domain/errors.ts';
import { newId } from '../domain/id.ts';
import type { Language } from '../domain/language.ts';
import type { TimeSpan } from '../domain/turn-timeline.ts';
import type { Transcript } from '../ports/speech-to-text.ts';
import type { OutputOrder } from './capture-report.ts';
import { didYouSay, isDoubtful, nothingDone, replyOf } from './confirmation.ts';
import { Recognitions } from './recognitions.ts';
import { SpokenText, type SpokenTextInput } from './spoken-text.ts';
import { SpokenTurn } from './spoken-turn.ts';
import type { TurnTakingAction, TurnTakingInput } from './turn-taking/turn-taking.ts';
import type { SpeechTimes } from './turn-times.ts';
import type { DialoguePorts, FinishedSpeech, Words } from './voice-dialogue-ports.ts';
import { withoutName } from './wake-name.ts';

export class VoiceDialogue {
  conversationId: string;
  /** The name was just heard, and may stand before the words. */
  wasCalled = false;
  private readonly ports: DialoguePorts;
  private readonly recognitions: Recognitions;
  private turn: SpokenTurn | undefined;
  /** A turn that was interrupted is put away before the next is prepared. */
  private clearing: Promise<unknown>;
  private leaving: SpokenTurn | undefined;
  /** What is said outside of any turn. */
  private remark: SpokenText | undefined;
  /** When the recognition of the newest sound began, and of the newest words, how long it took. */
  private recognitionFromMs = 0;
  private recognition: TimeSpan | undefined;
  /** A stored message that the coming words replace: they go on where it ended. */
  private replaces: string | undefined;
  private finishing: { resolve(speech: FinishedSpeech): void; reject(error: unknown): void } | undefined;

  /** @param after what must be over before a first answer is prepared. */
  constructor(ports: DialoguePorts, conversationId: string, after: Promise<unknown>) {
    this.ports = ports;
    this.conversationId = conversationId;
    this.clearing = after;
    this.recognitions = new Recognitions(ports, {
      words: (id, heard, error) => this.recognised(id, heard, error),
      ending: (id, probability) => this.feed({ kind: 'ending', id, probability }),
      failed: error => this.fail(error),
    });
  }

  /** The turn that is prepared, thought about or spoken now. */
  get current(): SpokenTurn | undefined {
    return this.turn;
  }

  /** The window's account of how far it played what was said. */
  heard(turnId: string, playedMs: number, isWhole: boolean): void {
    const turn = [this.turn, this.leaving].find(one => one?.input.turnId === turnId);
    turn?.heard(playedMs, isWhole);
    if (isWhole && this.remark?.id === turnId) this.remark.heard();
  }

  feed(input: TurnTakingInput): void {
    for (const action of this.ports.taking.push(input)) this.perform(action);
  }

  /** The person says that the turn is over. Resolves when its words are accepted; throws `speech.nothing-heard` without any. */
  finish(): Promise<FinishedSpeech> {
    return new Promise((resolve, reject) => {
      this.finishing = { resolve, reject };
      this.ports.onPhase('recognising');
      for (const action of this.ports.taking.finish(this.ports.nowMs())) this.perform(action);
    });
  }

  /** Forgets the words that are not accepted yet. */
  drop(): void {
    this.recognitions.stop();
    if (this.turn?.isAccepted === false) {
      this.turn.discard();
      this.turn = undefined;
    }
    this.replaces = undefined;
    this.ports.taking.reset(this.ports.nowMs());
    this.finishing?.reject(new JarvisError('speech.nothing-heard'));
    this.finishing = undefined;
  }

  /** Ends the answer: of what was not heard nothing stays. Resolves when it is put away; never rejects. */
  interrupt(): Promise<unknown> {
    const { turn } = this;
    if (turn === undefined) return this.clearing;
    this.turn = undefined;
    this.leaving = turn;
    const put = turn.interrupt(this.ports.playedMs(turn.input.turnId));
    this.clearing = put.catch((error: unknown) => this.fail(error));
    return this.clearing;
  }

  private perform(action: TurnTakingAction): void {
    if (action.kind === 'speech-started') this.speechStarted();
    else if (action.kind === 'recognise') this.recognise(action);
    else if (action.kind === 'prepare') this.prepare(action);
    else if (action.kind === 'revise') this.revise();
    else if (action.kind === 'turn-ended') this.answer(action, this.timesOf(action));
    else if (action.kind === 'nothing-said') this.nothingSaid();
    else this.orderOutput(action.order);
  }

  private speechStarted(): void {
    this.ports.onPhase('hearing');
    this.ports.soon(this.conversationId);
  }

  private recognise(action: Extract<TurnTakingAction, { kind: 'recognise' }>): void {
    this.recognitionFromMs = this.ports.clock.monotonicMs();
    this.recognitions.begin(action.id, action);
  }

  /** What a streaming recogniser understood so far, for showing only. */
  heardSoFar(text: string): void {
    const words = withoutName(text, this.wasCalled);
    if (words !== '' && this.turn?.isAccepted !== true) this.caption({ text: words }, false);
  }

  private recognised(id: number, heard: Transcript, error: unknown): void {
    if (error !== undefined) this.fail(error);
    this.recognition = { fromMs: this.recognitionFromMs, toMs: this.ports.clock.monotonicMs() };
    const text = withoutName(heard.text, this.wasCalled);
    if (text !== '') this.caption({ ...heard, text }, false);
    this.feed({ kind: 'transcript', id, ...heard, text });
  }

  private prepare(words: Words): void {
    // While an answer sounds, the words over it are not yet known to be meant for Jarvis.
    if (this.turn?.isAccepted === true) return;
    this.turn?.discard();
    this.turn = this.begin(words);
  }

  private begin({ text, language }: Words): SpokenTurn {
    const input = {
      turnId: newId(),
      conversationId: this.conversationId,
      text,
      language: language ?? this.ports.profileLanguage(),
      ...(this.replaces !== undefined && { edits: this.replaces }),
    };
    const turn = new SpokenTurn(this.ports, input, this.clearing, {
      onSound: () => this.soundBegins(turn),
      onSpoken: spoken => {
        if (this.turn === turn) this.feed({ kind: 'output-words', text: spoken });
      },
    });
    turn.over.then(() => this.soundEnds(turn));
    return turn;
  }

  /** The person goes on before anything was heard: the words so far were not all. */
  private revise(): void {
    const { turn } = this;
    this.recognitions.stop();
    this.turn = undefined;
    if (turn?.isAccepted === true) {
      this.clearing = turn
        .withdraw()
        .then(() => {
          this.replaces = turn.messageId;
        })
        .catch((error: unknown) => this.fail(error));
    } else turn?.discard();
    this.ports.onPhase('hearing');
  }

  private answer(words: Words, times: SpeechTimes): void {
    if (this.turn?.isAccepted === true) void this.interrupt();
    this.wasCalled = false;
    this.caption(words, true);
    this.ports.onPhase('thinking');
    if (this.repliedTo(words, times)) return;
    const turn = this.turnOf(words);
    this.ports.spoken(turn.input.turnId, times);
    if (words.confidence === undefined) this.give(turn, words);
    else
      turn.intent().then(
        intent =>
          isDoubtful(intent, words.confidence) ? this.askFirst(turn, words) : this.give(turn, words),
        () => this.give(turn, words),
      );
  }

  /** From the sound's own time to the clock's: what came last of the sound is heard now. */
  private timesOf(ended: Extract<TurnTakingAction, { kind: 'turn-ended' }>): SpeechTimes {
    const turnEndedAtMs = this.ports.clock.monotonicMs();
    const streamBeganAtMs = turnEndedAtMs - this.ports.nowMs();
    const { recognition } = this;
    return {
      speech: { fromMs: streamBeganAtMs + ended.fromMs, toMs: streamBeganAtMs + ended.toMs },
      turnEndedAtMs,
      ...(recognition && { recognition }),
    };
  }

  /** The turn that was prepared to these words, or a new one. */
  private turnOf(words: Words): SpokenTurn {
    const prepared = this.turn;
    const turn = prepared?.input.text === words.text ? prepared : this.begin(words);
    if (turn !== prepared) prepared?.discard();
    this.turn = turn;
    return turn;
  }

  private give(turn: SpokenTurn, words: Words): void {
    this.turn = turn;
    const { finishing } = this;
    this.finishing = undefined;
    turn.commit().then(
      isAccepted => {
        if (isAccepted) this.replaces = undefined;
        finishing?.resolve(finished(turn, words));
      },
      (error: unknown) => {
        if (finishing === undefined) this.fail(error);
        else finishing.reject(error);
      },
    );
  }

  private askFirst(turn: SpokenTurn, words: Words): void {
    this.turn = undefined;
    this.ports.question.asked = { turn, words };
    this.finishing?.resolve(finished(turn, words));
    this.finishing = undefined;
    const { text, language } = turn.input;
    this.say(didYouSay(text, language), language);
  }

  /** Whether the words were the reply to "did you say …?". */
  private repliedTo(words: Words, times: SpeechTimes): boolean {
    const { asked } = this.ports.question;
    if (asked === undefined) return false;
    delete this.ports.question.asked;
    const reply = replyOf(words.text);
    if (reply !== 'yes') asked.turn.discard();
    if (reply === 'other') return false;
    if (this.turn !== asked.turn) this.turn?.discard();
    if (reply === 'yes') {
      // The answer is waited for from this word on.
      this.ports.spoken(asked.turn.input.turnId, times);
      this.give(asked.turn, asked.words);
    } else {
      this.turn = undefined;
      this.finishing?.resolve(finished(asked.turn, words));
      this.finishing = undefined;
      this.say(nothingDone[asked.turn.input.language], asked.turn.input.language);
    }
    return true;
  }

  /** Says a sentence of its own, which is no turn. */
  private say(text: string, language: Language): void {
    this.caption({ text, language }, true);
    this.speakOutside({ id: newId(), text, language });
  }

  /** Reads what stands on the screen, in place of what is being said. */
  read(input: SpokenTextInput): void {
    this.hush();
    // Its voice is silent; the answer itself goes on being written.
    if (this.turn?.isAccepted === true) this.turn = undefined;
    this.speakOutside(input);
  }

  /** Silence; a written answer goes on. */
  hush(): void {
    this.turn?.hush();
    this.remark?.stop();
  }

  private speakOutside(input: SpokenTextInput): void {
    const remark = new SpokenText(this.ports, input, {
      onSound: () => this.outputBegins(),
      onSpoken: spoken => this.feed({ kind: 'output-words', text: spoken }),
      onEnded: () => {
        if (this.remark !== remark) return;
        this.remark = undefined;
        this.outputEnds();
      },
    });
    this.remark = remark;
    remark.begin();
  }

  private nothingSaid(): void {
    if (this.turn?.isAccepted === false) this.turn.discard();
    this.finishing?.reject(new JarvisError('speech.nothing-heard'));
    this.finishing = undefined;
    this.ports.onQuiet('nothing-said');
  }

  private soundBegins(turn: SpokenTurn): void {
    if (this.turn === turn) this.outputBegins();
  }

  private soundEnds(turn: SpokenTurn): void {
    if (this.turn !== turn) return;
    this.turn = undefined;
    if (turn.isHeard) this.outputEnds();
    else this.ports.onQuiet('answered');
  }

  private outputBegins(): void {
    const atMs = this.ports.nowMs();
    this.ports.taking.reset(atMs);
    this.feed({ kind: 'output', atMs, state: 'started' });
    this.ports.onPhase('speaking');
  }

  private outputEnds(): void {
    this.feed({ kind: 'output', atMs: this.ports.nowMs(), state: 'ended' });
    this.ports.onQuiet('answered');
  }

  private orderOutput(order: OutputOrder): void {
    const { turn, remark } = this;
    const turnId = turn?.input.turnId ?? remark?.id;
    if (turnId === undefined) return;
    this.ports.report({ kind: 'output', turnId, order });
    const voice = turn ?? remark;
    if (order === 'pause') voice?.pause();
    else if (order === 'resume') voice?.resume();
    else if (order === 'stop') this.silenced();
  }

  private silenced(): void {
    const { remark } = this;
    this.remark = undefined;
    remark?.stop();
    void this.interrupt();
    this.feed({ kind: 'output', atMs: this.ports.nowMs(), state: 'ended' });
    this.ports.onPhase('hearing');
  }

  private caption({ text, language }: Words, isFinal: boolean): void {
    this.ports.report({ kind: 'caption', text, isFinal, ...(language && { language }) });
  }

  private fail(error: unknown): void {
    this.ports.report({ kind: 'failed', error });
  }
}

const finished = (turn: SpokenTurn, { text, language }: Words): FinishedSpeech => ({
  turnId: turn.input.turnId,
  text,
  ...(language && { language }),
});
