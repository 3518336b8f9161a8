/** Two soft notes, repeated for a while: a fifth, as a small bell. */
const notesHz = [659.3, 987.8] as const;
const noteSpacingS = 0.22;
const noteLengthS = 1.2;
const repeatMs = 4000;
const ringsForMs = 120_000;
const loudness = 0.12;

/** Rings until the returned function is called, or two minutes have gone by. */
export function startChime(): () => void {
  const audio = new AudioContext();
  const play = (): void => {
    // Without a gesture in this page so far the browser refuses; the banner is there all the same.
    if (audio.state === 'suspended') audio.resume().catch(() => undefined);
    notesHz.forEach((hz, index) => {
      strike(audio, hz, audio.currentTime + index * noteSpacingS);
    });
  };
  play();
  const interval = setInterval(play, repeatMs);
  const end = setTimeout(stop, ringsForMs);
  function stop(): void {
    clearInterval(interval);
    clearTimeout(end);
    // It is being closed already, which is what was wanted.
    if (audio.state !== 'closed') audio.close().catch(() => undefined);
  }
  return stop;
}

function strike(audio: AudioContext, hz: number, at: number): void {
  const tone = new OscillatorNode(audio, { frequency: hz });
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loudness, at + 0.01);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + noteLengthS);
  tone.connect(gain).connect(audio.destination);
  tone.start(at);
  tone.stop(at + noteLengthS);
}
