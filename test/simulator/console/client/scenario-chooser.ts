/// <reference lib="dom" />
import type { ConsoleState, ScenarioView } from '../wire';
import type { Desk } from './desk';
import { el, part } from './dom';
import { groupScenarios, type ScenarioGroup } from './scenario-groups';
import { languageNow, t } from './words';

/** The list of scenarios with its search. */
export interface ScenarioChooser {
  /** Draws the list, as after a change of the language. */
  draw(): void;
  /** Marks the scenarios that wait. */
  update(state: ConsoleState): void;
}

const DOCUMENT_NAMES = {
  'alexa-amazon-pay': 'document_alexaAmazonPay',
  'money-safety': 'document_moneySafety',
} as const;

/** Sets up the chooser for these scenarios. */
export function createScenarioChooser(scenarios: readonly ScenarioView[], desk: Desk): ScenarioChooser {
  const search = part('scenario-search', HTMLInputElement);
  const operation = part('scenario-operation', HTMLSelectElement);
  const list = part('scenarios', HTMLElement);
  let armed: readonly string[] = [];

  const mark = (): void => {
    for (const button of list.querySelectorAll('[data-scenario]')) {
      const isArmed = armed.includes(button.getAttribute('data-scenario') ?? '');
      button.classList.toggle('armed', isArmed);
      button.querySelector('.badge')?.toggleAttribute('hidden', !isArmed);
    }
  };
  const draw = (): void => {
    const wish = { operation: operation.value, words: search.value.trim() };
    const groups = groupScenarios(scenarios, wish);
    const isSearching = wish.words !== '';
    list.replaceChildren(...groups.map((group) => drawGroup(group, isSearching)));
    part('scenarios-none', HTMLElement).hidden = groups.length > 0;
    mark();
  };
  const drawGroup = (group: ScenarioGroup, open: boolean): HTMLElement =>
    el(
      'details',
      { class: 'scenario-group', open },
      el(
        'summary',
        {},
        el('span', { class: 'document' }, documentName(group.document)),
        el('span', { class: 'table' }, group.table[languageNow()]),
        el('span', { class: 'count' }, t('scenarioCount', { count: group.scenarios.length })),
      ),
      el('ul', {}, ...group.scenarios.map((scenario) => el('li', {}, drawScenario(scenario)))),
    );
  const drawScenario = ({ name, rows, description }: ScenarioView): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        class: 'scenario',
        'data-scenario': name,
        onclick: () => void desk.run('arm', { scenario: name }),
      },
      el(
        'span',
        { class: 'scenario-head' },
        ...rows.map((row) => el('span', { class: 'row' }, row)),
        el('code', {}, name),
        el('span', { class: 'badge', hidden: true }, t('scenarioArmed')),
      ),
      el('span', { class: 'scenario-text' }, description[languageNow()]),
    );

  search.addEventListener('input', draw);
  operation.addEventListener('change', draw);
  return {
    draw,
    update: (state) => {
      armed = state.armed.map(({ name }) => name);
      mark();
    },
  };
}

function documentName(document: string): string {
  if (document === 'alexa-amazon-pay' || document === 'money-safety') return t(DOCUMENT_NAMES[document]);
  return t('seed', { document });
}
