/// <reference lib="dom" />
import type { EntryView } from '../wire';

/** Reads aloud what the skill and the device said, when the browser can and the person wants it. */
export interface Voice {
  readonly available: boolean;
  readAloud(entries: readonly EntryView[]): void;
  stop(): void;
}

/** Makes the voice. `wanted` is asked each time. */
export function createVoice(wanted: () => boolean): Voice {
  const available = 'speechSynthesis' in window;
  return {
    available,
    readAloud: (entries) => {
      if (!available || !wanted()) return;
      for (const words of entries.flatMap(spokenWords)) {
        const utterance = new SpeechSynthesisUtterance(words);
        utterance.lang = 'ja-JP';
        window.speechSynthesis.speak(utterance);
      }
    },
    stop: () => {
      if (available) window.speechSynthesis.cancel();
    },
  };
}

/** Everything that is heard in an entry, in order. */
export function spokenWords(entry: EntryView): readonly string[] {
  if (entry.kind === 'note') return [];
  const said = entry.exchanges.flatMap(({ speech, deviceSpeech }) =>
    [speech?.text ?? [], deviceSpeech ?? []].flat(),
  );
  return [...(entry.reprompted === undefined ? [] : [entry.reprompted.text]), ...said];
}
