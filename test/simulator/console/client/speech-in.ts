/// <reference lib="dom" />

/** The part of the browser's SpeechRecognition that is used; the DOM library does not describe it. */
interface Recognition extends EventTarget {
  lang: string;
  start(): void;
  stop(): void;
}
type RecognitionClass = new () => Recognition;

/** Listens by microphone. */
export interface Listener {
  /** Begins, or stops when it is listening. */
  toggle(): void;
}

/** What happens with what was heard. */
export interface ListenerEvents {
  readonly heard: (words: string) => void;
  readonly changed: (isListening: boolean) => void;
  readonly failed: () => void;
}

/** A listener for Japanese; undefined where the browser has none. */
export function createListener(events: ListenerEvents): Listener | undefined {
  const Recognition = findRecognition();
  if (Recognition === undefined) return undefined;
  const recognition = new Recognition();
  recognition.lang = 'ja-JP';
  let isListening = false;
  const set = (now: boolean): void => {
    isListening = now;
    events.changed(now);
  };
  recognition.addEventListener('start', () => {
    set(true);
  });
  recognition.addEventListener('end', () => {
    set(false);
  });
  recognition.addEventListener('error', events.failed);
  recognition.addEventListener('result', (event) => {
    const words = wordsOf(event);
    if (words !== '') events.heard(words);
  });
  return {
    toggle: () => {
      if (isListening) recognition.stop();
      else recognition.start();
    },
  };
}

function findRecognition(): RecognitionClass | undefined {
  const found: unknown =
    Reflect.get(window, 'SpeechRecognition') ?? Reflect.get(window, 'webkitSpeechRecognition');
  return isClass(found) ? found : undefined;
}

function isClass(value: unknown): value is RecognitionClass {
  return typeof value === 'function';
}

/** `event.results[0][0].transcript`, read without trusting that it is there. */
function wordsOf(event: Event): string {
  const path = ['results', '0', '0', 'transcript'];
  const found = path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    event,
  );
  return typeof found === 'string' ? found.trim() : '';
}
