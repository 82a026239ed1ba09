/// <reference lib="dom" />
import { PREFECTURES } from '../prefectures-table';
import { CONSENT, PAYMENT_METHOD, SKILL_FAULT, type ConsoleState } from '../wire';
import type { Desk } from './desk';
import { el, part } from './dom';
import { t, tMaybe } from './words';

const SWITCHES = ['voicePurchaseEnabled', 'oneClickEnabled', 'deviceSupported', 'emailRegistered'] as const;

/** One select of the form: its values with the words for them. */
interface Choice {
  readonly name: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly choose: (value: string) => void;
}

/** Draws the buyer's settings, in the language of the page; `updateSettings` fills in the values. */
export function drawSettings(desk: Desk): void {
  const buyer = (field: string) => (value: string | boolean) => void desk.run('buyer', { [field]: value });
  part('settings', HTMLElement).replaceChildren(
    drawConsent(desk),
    ...drawEmailConsent(desk),
    drawSwitch('recognised', (recognised) => void desk.run('speaker', { recognised })),
    drawSwitch('hasScreen', (hasScreen) => void desk.run('screen', { hasScreen })),
    drawSelect({
      name: 'prefecture',
      options: [...PREFECTURES.map((name) => [name, name] as const), ['', t('prefectureNone')]],
      choose: buyer('prefecture'),
    }),
    drawSelect({
      name: 'paymentMethod',
      options: wordsFor('paymentMethod', PAYMENT_METHOD.options),
      choose: buyer('paymentMethod'),
    }),
    drawSelect({
      name: 'voiceCode',
      options: wordsFor('voiceCode', ['accepted', 'rejected']),
      choose: buyer('voiceCode'),
    }),
    ...SWITCHES.map((field) => drawSwitch(field, buyer(field))),
    drawSelect({
      name: 'skillFault',
      options: wordsFor('skillFault', SKILL_FAULT.options),
      choose: (skillFault) => void desk.run('fault', { skillFault }),
    }),
  );
}

/** Shows the present values; a control the person is in keeps its focus. */
export function updateSettings(state: ConsoleState): void {
  const { consent, emailConsent, recognised, hasScreen, buyer, skillFault, shopper } = state;
  part('shopper-no', HTMLElement).textContent = t('shopperNo', { no: shopper });
  for (const value of CONSENT.options) part(`consent-${value}`, HTMLInputElement).checked = value === consent;
  part('set-emailConsent', HTMLInputElement).checked = emailConsent === 'GRANTED';
  part('set-recognised', HTMLInputElement).checked = recognised;
  part('set-hasScreen', HTMLInputElement).checked = hasScreen;
  for (const field of SWITCHES) part(`set-${field}`, HTMLInputElement).checked = buyer[field];
  for (const field of ['prefecture', 'paymentMethod', 'voiceCode'] as const)
    part(`set-${field}`, HTMLSelectElement).value = buyer[field];
  part('set-skillFault', HTMLSelectElement).value = skillFault;
}

function wordsFor(name: string, values: readonly string[]): Choice['options'] {
  return values.map((value) => [value, tMaybe(`${name}_${value}`, value)]);
}

function drawConsent(desk: Desk): HTMLElement {
  const options = CONSENT.options.map((value) =>
    el(
      'label',
      { class: 'segment', 'data-consent-option': value },
      el('input', {
        type: 'radio',
        name: 'consent',
        id: `consent-${value}`,
        value,
        onchange: () => void desk.run('consent', { consent: value }),
      }),
      el('span', {}, t(`consent${value}`)),
    ),
  );
  return el(
    'fieldset',
    { class: 'wide' },
    el('legend', {}, t('consent')),
    el('div', { class: 'segments' }, ...options),
  );
}

/** The switch with its line of explanation; switched off again, the permission is refused. */
function drawEmailConsent(desk: Desk): readonly HTMLElement[] {
  const change = (isOn: boolean): void => {
    void desk.run('email', { emailConsent: isOn ? 'GRANTED' : 'DENIED' });
  };
  const label = drawSwitch('emailConsent', change);
  label.querySelector('input')?.setAttribute('aria-describedby', 'email-consent-hint');
  return [label, el('p', { class: 'hint', id: 'email-consent-hint' }, t('emailConsentHint'))];
}

function drawSwitch(field: string, change: (on: boolean) => void): HTMLElement {
  const input = el('input', { type: 'checkbox', role: 'switch', id: `set-${field}` });
  input.addEventListener('change', () => {
    change(input.checked);
  });
  return el('label', { class: 'switch wide' }, el('span', {}, tMaybe(field, field)), input);
}

function drawSelect({ name, options, choose }: Choice): HTMLElement {
  const select = el(
    'select',
    { id: `set-${name}` },
    ...options.map(([value, words]) => el('option', { value }, words)),
  );
  select.addEventListener('change', () => {
    choose(select.value);
  });
  return el('label', { class: 'field' }, el('span', {}, tMaybe(name, name)), select);
}
