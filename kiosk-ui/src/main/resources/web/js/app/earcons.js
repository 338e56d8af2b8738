/**
 * The two sounds (R29): "read" is one short high tone, "look" two low ones. Made here, so that
 * nothing has to load. Browsers keep quiet until somebody has touched the page; the terminal's own
 * is started without that rule.
 */
const TONES = {
  read: [{ hz: 1320, at: 0, seconds: 0.07 }],
  look: [
    { hz: 440, at: 0, seconds: 0.12 },
    { hz: 370, at: 0.16, seconds: 0.18 },
  ],
};
const LOUDNESS = 0.22;
const FADE_SECONDS = 0.012;

export function createEarcons(isOn) {
  let audio = null;
  const context = () => (audio ??= new AudioContext());
  return {
    play(name) {
      if (!isOn()) return;
      const ready = context();
      if (ready.state === "suspended") void ready.resume();
      TONES[name].forEach((tone) => sound(ready, tone));
    },
    /** Call on the first touch or key. */
    wake() {
      if (isOn() && context().state === "suspended") void context().resume();
    },
  };
}

function sound(audio, { hz, at, seconds }) {
  const start = audio.currentTime + at;
  const tone = new OscillatorNode(audio, { type: "sine", frequency: hz });
  const loudness = new GainNode(audio, { gain: 0 });
  loudness.gain.setTargetAtTime(LOUDNESS, start, FADE_SECONDS);
  loudness.gain.setTargetAtTime(0, start + seconds, FADE_SECONDS);
  tone.connect(loudness).connect(audio.destination);
  tone.start(start);
  tone.stop(start + seconds + 10 * FADE_SECONDS);
}
