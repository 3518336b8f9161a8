/** Words are answered once they are final, nothing of earlier guesses stays, and of an answer only what was heard. */
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../test/fixtures/manual-clock.ts';
import type { Message } from '../domain/conversation.ts';
import { JarvisError } from '../domain/errors.ts';
import type { AnswerSpeaker } from './answer-speaker.ts';
import { SpokenTimeline } from './spoken-timeline.ts';
import type { SpokenTurnPorts } from './spoken-turn.ts';
import type { AskInput, TurnListener } from './turn-ports.ts';
import type { TurnTakingAction, TurnTakingInput } from './turn-taking/turn-taking.ts';
import type { SpeechTimes } from './turn-times.ts';
import { VoiceDialogue } from './voice-dialogue.ts';

const settle = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await new Promise<void>(resolve => setImmediate(resolve));
};

type Answer = Parameters<SpokenTurnPorts['speak']>[0];

/** A voice whose sound is ready at once, one second for all words. */
class PlainSpeaker implements AnswerSpeaker {
  readonly timeline = new SpokenTimeline();
  readonly ready = Promise.resolve();
  readonly finished: Promise<void>;
  readonly log: string[];
  private text = '';
  private end = (): void => undefined;
  private readonly answer: Answer;

  constructor(log: string[], answer: Answer) {
    this.log = log;
    this.answer = answer;
    this.finished = new Promise(resolve => {
      this.end = resolve;
    });
  }
  words(delta: string) {
    this.text += delta;
  }
  ended() {
    this.log.push(`complete: ${this.text}`);
  }
  release() {
    this.log.push('sound');
    const places = [...this.text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
      spokenFrom: index,
      spokenTo: index + word.length,
      from: index,
      to: index + word.length,
    }));
    this.timeline.add({ samples: new Int16Array(16_000), sampleRateHz: 16_000 }, this.text.length, places);
    this.answer.onStarted();
  }
  pause() {
    this.log.push('pause');
  }
  resume() {
    this.log.push('resume');
  }
  stop() {
    this.log.push('silence');
    this.answer.onEnded();
    this.end();
  }
  heard() {
    this.answer.onEnded();
    this.end();
  }
}

/** Three vowels of a falling, fading voice, and the beginning of a pause. */
const spokenVowels = (samples: number): Int16Array =>
  Int16Array.from({ length: samples }, (_, i) => {
    const isVoice = i < samples - 3200 && i % 4800 < 3600;
    const pitchHz = 180 - (60 * i) / samples;
    return isVoice ? Math.round(9000 * Math.sin((2 * Math.PI * pitchHz * i) / 16_000)) : 0;
  });

function dialogueWith(
  options: { answeredBy?: 'skill' | 'model'; intent?: string; commitFails?: boolean } = {},
) {
  const clock = new ManualClock();
  const log: string[] = [];
  const inputs: TurnTakingInput[] = [];
  const listeners: TurnListener[] = [];
  const asked: AskInput[] = [];
  const spoken: SpeechTimes[] = [];
  let actions: readonly TurnTakingAction[] = [];
  let transcript = { text: 'bonjour', language: 'fr' as const };
  const dialogue = new VoiceDialogue(
    {
      clock,
      taking: {
        push: input => {
          inputs.push(input);
          const now = actions;
          actions = [];
          return now;
        },
        finish: () => actions,
        reset: () => log.push('reset'),
      },
      ending: async () => undefined,
      soon: conversationId => log.push(`soon: ${conversationId}`),
      transcribe: async () => transcript,
      sound: ({ fromMs, toMs }) => spokenVowels((toMs - fromMs) * 16),
      question: {},
      profileLanguage: () => 'fr',
      report: report => {
        if (report.kind === 'caption') log.push(`${report.isFinal ? 'said' : 'heard'}: ${report.text}`);
        if (report.kind === 'output') log.push(`order: ${report.order}`);
        if (report.kind === 'failed') log.push(`failed: ${String(report.error)}`);
      },
      onPhase: phase => log.push(phase),
      onQuiet: why => log.push(why),
      nowMs: () => clock.monotonicMs(),
      playedMs: () => 500,
      prepare: (input, listener) => {
        asked.push(input);
        listeners.push(listener);
        log.push(`prepared: ${input.text}${input.edits === undefined ? '' : ` for ${input.edits}`}`);
        return {
          turnId: input.turnId,
          answeredBy: options.answeredBy ?? 'model',
          decided: Promise.resolve(options.answeredBy ?? 'model'),
          ...(options.intent !== undefined && { intent: options.intent }),
          commit: async () => {
            if (options.commitFails) throw new JarvisError('store.damaged');
            log.push('stored');
            return { queued: false, messageId: 'message' };
          },
          discard: () => log.push('discarded'),
        };
      },
      stop: async () => {
        log.push('stopped');
      },
      spoken: (_turnId, times) => spoken.push(times),
      keepHeard: async (_turnId, length) => {
        log.push(`kept ${length}`);
      },
      speak: answer => new PlainSpeaker(log, answer),
    },
    'conversation',
    Promise.resolve(),
  );
  /** What turn-taking asks for, as the answer to one input. */
  const perform = async (...wanted: TurnTakingAction[]) => {
    actions = wanted;
    const input: TurnTakingInput = { kind: 'output-words', text: '' };
    dialogue.feed(input);
    await settle();
  };
  const hear = (text: string) => {
    transcript = { text, language: 'fr' };
  };
  const answer = (text: string) => listeners.at(-1)?.words(text);
  return { dialogue, clock, log, inputs, asked, spoken, listeners, perform, hear, answer };
}

const ended = (text: string) => ({ kind: 'turn-ended', fromMs: 0, toMs: 900, text, language: 'fr' }) as const;
const prepare = (text: string) => ({ kind: 'prepare', text, language: 'fr' }) as const;

describe('words that are final', () => {
  it('are stored when the prepared answer can be heard, and then it sounds', async () => {
    const { log, perform, answer } = dialogueWith();
    await perform(prepare('Quelle heure ?'));
    answer('Il est midi.');
    expect(log).toEqual(['prepared: Quelle heure ?']);
    await perform(ended('Quelle heure ?'));
    const order = ['prepared: Quelle heure ?', 'said: Quelle heure ?', 'thinking', 'stored', 'sound'];
    expect(log).toEqual([...order, 'reset', 'speaking']);
  });

  it('that differ from the guess are prepared anew, and the guess leaves nothing', async () => {
    const { log, perform } = dialogueWith();
    await perform(prepare('Quelle'));
    await perform(ended('Quelle heure ?'));
    expect(log).toContain('discarded');
    expect(log).toContain('prepared: Quelle heure ?');
    expect(log.filter(line => line === 'stored')).toHaveLength(1);
  });

  it('whose store fails are told as failed, and nothing sounds', async () => {
    const { log, perform } = dialogueWith({ commitFails: true });
    await perform(ended('Oui'));
    expect(log.some(line => line.startsWith('failed: '))).toBe(true);
    expect(log).not.toContain('sound');
    expect(log.at(-1)).toMatch(/answered|failed/);
  });
});

describe('what is measured of a turn', () => {
  it('is the end of its sound, the recognition of it, and when it was known to be over', async () => {
    const { clock, spoken, perform } = dialogueWith();
    await clock.advance(950);
    await perform({ kind: 'recognise', id: 1, fromMs: 0, toMs: 950 });
    await clock.advance(300);
    await perform(ended('Quelle heure ?'));
    expect(spoken).toEqual([
      {
        speech: { fromMs: 0, toMs: 900 },
        recognition: { fromMs: 950, toMs: 950 },
        turnEndedAtMs: 1250,
      },
    ]);
  });
});

describe('a text that is read aloud', () => {
  const reading = { id: 'reading', text: 'Il était une fois.', language: 'fr', textOffset: 0 } as const;

  it('takes the place of an answer that sounds, of which nothing is cut', async () => {
    const { dialogue, log, perform, answer } = dialogueWith();
    await perform(prepare('Raconte'));
    answer('Un roi');
    await perform(ended('Raconte'));
    dialogue.read(reading);
    await settle();
    expect(log.slice(log.indexOf('silence'))).toEqual([
      ...['silence', 'complete: Il était une fois.', 'sound', 'reset', 'speaking'],
    ]);
    expect(log.some(line => line.startsWith('kept'))).toBe(false);
  });

  it('is stopped by words over it', async () => {
    const { dialogue, log, perform } = dialogueWith();
    dialogue.read(reading);
    await perform({ kind: 'output', order: 'pause' }, { kind: 'output', order: 'stop' });
    expect(log.slice(log.indexOf('order: pause'))).toEqual([
      ...['order: pause', 'pause', 'order: stop', 'silence', 'hearing'],
    ]);
  });
});

describe('going on before the first sound', () => {
  it('throws the guess away and stores nothing', async () => {
    const { log, perform } = dialogueWith();
    await perform(prepare('Rappelle-moi'));
    await perform({ kind: 'revise' });
    expect(log).toContain('discarded');
    expect(log).not.toContain('stored');
    expect(log).toContain('hearing');
  });
});

describe('an answer that is interrupted', () => {
  it('keeps what was heard, by the window’s own account', async () => {
    const { dialogue, log, asked, perform, answer } = dialogueWith();
    await perform(prepare('Raconte'));
    answer('Il était une fois un roi');
    await perform(ended('Raconte'));
    await perform({ kind: 'output', order: 'pause' }, { kind: 'output', order: 'stop' });
    dialogue.heard(asked[0]?.turnId ?? '', 300, false);
    await settle();
    expect(log).toContain('order: pause');
    expect(log).toContain('order: stop');
    // 300 of 1,000 ms: the words up to there, and the one of which most was heard.
    expect(log).toContain(`kept ${'Il était'.length}`);
    expect(log.at(-1)).not.toBe('answered');
  });

  it('keeps what the microphone’s frames told when the window is silent about it', async () => {
    const { clock, log, perform, answer } = dialogueWith();
    await perform(prepare('Raconte'));
    answer('Il était une fois un roi');
    await perform(ended('Raconte'));
    await perform({ kind: 'output', order: 'stop' });
    await clock.advance(1_000);
    expect(log).toContain(`kept ${'Il était une'.length}`);
  });

  it('keeps what the window told before the interruption came, as when its own key stops the voice', async () => {
    const { dialogue, log, asked, perform, answer } = dialogueWith();
    await perform(prepare('Raconte'));
    answer('Il était une fois un roi');
    await perform(ended('Raconte'));
    dialogue.heard(asked[0]?.turnId ?? '', 300, false);
    await dialogue.interrupt();
    expect(log).toContain(`kept ${'Il était'.length}`);
  });

  it('goes on after an assent', async () => {
    const { log, perform, answer } = dialogueWith();
    await perform(prepare('Raconte'));
    answer('Il était une fois');
    await perform(ended('Raconte'));
    await perform({ kind: 'output', order: 'pause' });
    await perform({ kind: 'output', order: 'resume' });
    expect(log.slice(-4)).toEqual(['order: pause', 'pause', 'order: resume', 'resume']);
    expect(log.some(line => line.startsWith('kept'))).toBe(false);
  });
});

describe('an answer that failed', () => {
  it('says why, to who cannot see the screen', async () => {
    const { log, listeners, perform } = dialogueWith();
    await perform(prepare('Raconte'));
    await perform(ended('Raconte'));
    const error = { stage: 'model', code: 'model.stalled', message: 'Le modèle ne répond plus.' };
    listeners[0]?.ended({ status: 'failed', error } as Message);
    expect(log.at(-1)).toMatch(/complete: \s*Le modèle ne répond plus\./);
  });
});

describe('finish', () => {
  it('gives the words once they are stored', async () => {
    const { dialogue, perform } = dialogueWith({ answeredBy: 'skill' });
    const finishing = dialogue.finish();
    await perform(ended('Quelle heure ?'));
    expect(await finishing).toMatchObject({ text: 'Quelle heure ?', language: 'fr' });
  });

  it('fails when nothing was said', async () => {
    const { dialogue, perform } = dialogueWith();
    const finishing = dialogue.finish();
    finishing.catch(() => undefined);
    await perform({ kind: 'nothing-said' });
    await expect(finishing).rejects.toMatchObject({ code: 'speech.nothing-heard' });
  });
});

describe('speech', () => {
  it('has what its answer needs made ready from its first sound on', async () => {
    const { log, perform } = dialogueWith();
    await perform({ kind: 'speech-started', atMs: 100 });
    expect(log).toEqual(['hearing', 'soon: conversation']);
  });
});

describe('recognition', () => {
  it('takes the name off, and shows what is understood so far', async () => {
    const { dialogue, log, inputs, perform, hear } = dialogueWith();
    dialogue.wasCalled = true;
    hear('Jarvis, quelle heure est-il ?');
    await perform({ kind: 'recognise', id: 7, fromMs: 0, toMs: 900 });
    expect(log).toContain('heard: Quelle heure est-il ?');
    expect(inputs).toContainEqual({
      kind: 'transcript',
      id: 7,
      text: 'Quelle heure est-il ?',
      language: 'fr',
    });
  });
});

describe('an action whose words may be misheard', () => {
  const doubtful = { ...ended('Annule le minuteur.'), confidence: 0.4 };
  const skill = { answeredBy: 'skill', intent: 'timer.cancel' } as const;

  it('waits for a yes', async () => {
    const { log, perform } = dialogueWith(skill);
    await perform(doubtful);
    expect(log).toContain('said: Avez-vous dit : « Annule le minuteur. » ?');
    expect(log).not.toContain('stored');
    await perform(ended('Oui, c’est ça.'));
    expect(log.filter(line => line === 'stored')).toHaveLength(1);
    expect(log.filter(line => line.startsWith('prepared'))).toEqual(['prepared: Annule le minuteur.']);
  });

  it('is not done after a no', async () => {
    const { log, perform } = dialogueWith(skill);
    await perform(doubtful);
    await perform(ended('Non'));
    expect(log).toContain('said: D’accord, je n’ai rien fait.');
    expect(log).toContain('discarded');
    expect(log).not.toContain('stored');
  });

  it('gives way to other words', async () => {
    const { log, perform } = dialogueWith(skill);
    await perform(doubtful);
    await perform(ended('Quelle heure est-il à Tokyo en ce moment ?'));
    expect(log).toContain('discarded');
    expect(log.filter(line => line === 'stored')).toHaveLength(1);
    expect(log).toContain('prepared: Quelle heure est-il à Tokyo en ce moment ?');
  });

  it('is done at once when the recogniser is sure, or cannot tell, or nothing is changed by it', async () => {
    for (const [intent, confidence] of [
      ['timer.cancel', 0.9],
      ['timer.cancel', undefined],
      ['time.now', 0.3],
    ] as const) {
      const { log, perform } = dialogueWith({ answeredBy: 'skill', intent });
      await perform({ ...ended('Annule'), ...(confidence !== undefined && { confidence }) });
      expect(log).toContain('stored');
    }
  });
});
