/// <reference lib="dom" />
/**
 * What all widgets have in common. Tests drive them by these attributes, in an open shadow root: `data-simulated="widget"`
 * with `data-widget` (`button`, `addressBook`, `wallet`, `consent`), `"widget-error"` the select that brings an error about
 * (values: codes), `"widget-message"` what stands in the body of a failed one, `"itp-allow"` and `"itp-refuse"`.
 */
import { el } from '../console/client/dom';
import { drawApart } from './shadow';
import { CSS } from './styles';
import { WIDGET_ERRORS, widgetError } from './widget-errors-table';
import { WIDGET_WORDS } from './widget-words';

/** Which widget it is. */
export type WidgetName = 'button' | 'addressBook' | 'wallet' | 'consent';

/** What a page's onError hears. */
export interface WidgetFailure {
  getErrorCode(): string;
  getErrorMessage(): string;
}

/** A widget in the page. */
export interface WidgetFrame {
  /** Puts this into the body. */
  draw(...children: readonly Node[]): void;
  /** Shows the error as Amazon does and tells the page. */
  fail(code: string): void;
}

/** What a widget is made of. `start`: asks Amazon and draws; also after an error that the buyer has put right. */
export interface WidgetPlan {
  readonly name: WidgetName;
  readonly containerId: string;
  readonly onError: ((error: WidgetFailure) => void) | undefined;
  readonly start: (frame: WidgetFrame) => Promise<void>;
}

/**
 * Opens a widget in the page's element.
 * @throws Error when the page has no such element
 */
export function openWidget({ name, containerId, onError, start }: WidgetPlan): void {
  const container = document.getElementById(containerId);
  if (container === null) throw new Error(`The page has no element #${containerId}.`);
  const body = el('div', { class: 'body' });
  const errors = el(
    'select',
    { 'data-simulated': 'widget-error', 'aria-label': WIDGET_WORDS.simulation },
    el('option', { value: '' }, WIDGET_WORDS.noError),
    ...Object.keys(WIDGET_ERRORS).map((code) => el('option', { value: code }, code)),
  );
  const frame: WidgetFrame = {
    draw: (...children) => {
      body.replaceChildren(...children);
    },
    fail: (code) => {
      body.replaceChildren(...drawError(code));
      onError?.(failureOf(code));
    },
  };
  const run = (): void => {
    frame.draw(el('p', {}, WIDGET_WORDS.loading));
    void start(frame);
  };

  function drawError(code: string): readonly Node[] {
    const { message, hiddenOnButton } = widgetError(code);
    if (message === null) return drawRescue();
    if (name === 'button' && hiddenOnButton) return [];
    return [el('p', { class: 'problem', 'data-simulated': 'widget-message' }, message)];
  }

  /** The panel that asks for cookies. @see seed 001, row ITP */
  function drawRescue(): readonly Node[] {
    const refuse = (): void => {
      frame.fail('BuyerSessionExpired');
    };
    return [
      el('p', {}, WIDGET_WORDS.cookies),
      el(
        'p',
        {},
        el(
          'button',
          { type: 'button', class: 'primary', 'data-simulated': 'itp-allow', onclick: run },
          WIDGET_WORDS.cookiesAllow,
        ),
        ' ',
        el(
          'button',
          { type: 'button', class: 'secondary', 'data-simulated': 'itp-refuse', onclick: refuse },
          WIDGET_WORDS.cookiesRefuse,
        ),
      ),
    ];
  }

  errors.addEventListener('change', () => {
    if (errors.value === '') run();
    else frame.fail(errors.value);
  });
  const content = el(
    'section',
    {
      class: name === 'button' ? 'simulated' : 'simulated widget',
      lang: 'ja',
      'data-simulated': 'widget',
      'data-widget': name,
    },
    name === 'button' ? undefined : drawTitle(name),
    body,
    el('details', { class: 'simulation' }, el('summary', {}, WIDGET_WORDS.simulation), errors),
  );
  drawApart(container, CSS, content);
  run();
}

function drawTitle(name: Exclude<WidgetName, 'button'>): HTMLElement {
  return el('h3', {}, WIDGET_WORDS[name], el('small', { class: 'tag' }, WIDGET_WORDS.simulated));
}

function failureOf(code: string): WidgetFailure {
  return {
    getErrorCode: () => code,
    getErrorMessage: () => `The simulated widget reports ${code}.`,
  };
}
