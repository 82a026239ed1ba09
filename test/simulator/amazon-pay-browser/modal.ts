/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** What a modal dialog does when the buyer wants to leave it by the keyboard. */
export interface ModalOptions {
  readonly leave: () => void;
}

/**
 * Opens a dialog over everything else: the focus stays in it, and Escape asks `leave`, which decides whether to close.
 * When it closes, the browser gives the focus back.
 */
export function openModal(dialog: HTMLDialogElement, { leave }: ModalOptions): void {
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
    }
    if (event.key === 'Tab') keepFocusInside(dialog, event);
  });
  // The gesture that closes on a phone.
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    leave();
  });
  dialog.showModal();
}

function keepFocusInside(dialog: HTMLDialogElement, event: KeyboardEvent): void {
  const stops = [...dialog.querySelectorAll<HTMLElement>('button, select, input, summary')].filter(
    (one) => !one.matches(':disabled') && one.offsetParent !== null,
  );
  const [first, last] = [stops[0], stops.at(-1)];
  const root = dialog.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  if (first === undefined || last === undefined) return;
  const isLeaving = event.shiftKey ? focused === first || focused === dialog : focused === last;
  if (!isLeaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}
