/// <reference lib="dom" />
import { el } from '../console/client/dom';
import { openWidget, type WidgetFailure } from './widget-frame';
import { WIDGET_WORDS } from './widget-words';
import type { WidgetWorld } from './bind-widget';

/** What a page hands to the button. */
export interface WidgetButtonOptions {
  readonly authorization?: () => void;
  readonly onError?: (error: WidgetFailure) => void;
}

/** Puts the sign-in button into the page's element; a click calls the page's `authorization`. */
export function openWidgetButton(
  { ask, sandbox }: WidgetWorld,
  { containerId, sellerId }: { readonly containerId: string; readonly sellerId: string },
  options: WidgetButtonOptions,
): void {
  openWidget({
    name: 'button',
    containerId,
    onError: options.onError,
    start: async (frame) => {
      const opened = await ask('POST', 'widgets', { widget: 'button', sellerId, sandbox });
      if (!opened.ok) {
        frame.fail(opened.code);
        return;
      }
      frame.draw(
        el(
          'button',
          {
            type: 'button',
            class: 'pay-button',
            'data-simulated': 'sign-in-button',
            onclick: () => options.authorization?.(),
          },
          WIDGET_WORDS.button,
          el('small', {}, WIDGET_WORDS.simulated),
        ),
      );
    },
  });
}
