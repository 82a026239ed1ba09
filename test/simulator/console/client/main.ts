/// <reference lib="dom" />
import { fetchScenarios } from './api';
import { openDesk, type Snapshot } from './desk';
import { updateLedger } from './draw-books';
import { updateConsentCards } from './draw-card';
import { updateFollowUps } from './draw-follow-ups';
import { updateMails } from './draw-mails';
import { updateOrders } from './draw-orders';
import { part } from './dom';
import { rememberedLanguage, showLanguage } from './page-words';
import { setUpSaving } from './save-form';
import { createScenarioChooser, type ScenarioChooser } from './scenario-chooser';
import { drawSettings, updateSettings } from './settings-form';
import { knowShop } from './shop-links';
import { createVoice } from './speech-out';
import { setUpTalk, updateTalk } from './talk';
import { announce, showEntries } from './transcript';
import { setUpViews } from './views';
import { languageNow, t } from './words';

const MESSAGE_MS = 4000;
const REDRAWN_LISTS = [
  'orders',
  'follow-ups',
  'mails',
  'agreements',
  'authorizations',
  'requests',
  'armed',
] as const;
let chooser: ScenarioChooser | undefined;
let isFirst = true;
let forgetMessage: number | undefined;

function tell(message: string): void {
  const toast = part('toast', HTMLElement);
  toast.textContent = message;
  toast.classList.add('shown');
  clearTimeout(forgetMessage);
  forgetMessage = window.setTimeout(() => {
    toast.classList.remove('shown');
  }, MESSAGE_MS);
}

const voice = createVoice(() => part('voice', HTMLInputElement).checked);
const desk = openDesk({ show, tell });
const actions = { tell, setConsent: (consent: string) => void desk.run('consent', { consent }) };

function show({ state, entries, fresh }: Snapshot): void {
  knowShop(state.shopUrl);
  updateTalk(state, desk);
  updateSettings(state);
  updateOrders(state);
  updateFollowUps(state);
  updateMails(state);
  updateLedger(state.books);
  chooser?.update(state);
  showEntries(isFirst ? entries : fresh, actions, { all: isFirst });
  updateConsentCards(state.consent);
  // What was said before the page was opened is not said again.
  if (!isFirst) {
    announce(fresh);
    voice.readAloud(fresh);
  }
  isFirst = false;
}

/** Draws everything again, in the language that was chosen. */
function redraw(): void {
  drawSettings(desk);
  chooser?.draw();
  const latest = desk.latest();
  if (latest === undefined) return;
  for (const id of REDRAWN_LISTS) part(id, HTMLElement).replaceChildren();
  isFirst = true;
  show(latest);
}

async function open(): Promise<void> {
  showLanguage(rememberedLanguage());
  setUpViews();
  setUpTalk(desk, tell);
  setUpSaving();
  part('voice-switch', HTMLElement).hidden = !voice.available;
  part('voice', HTMLInputElement).addEventListener('change', () => {
    voice.stop();
  });
  part('language', HTMLButtonElement).addEventListener('click', () => {
    showLanguage(languageNow() === 'ja' ? 'en' : 'ja');
    redraw();
  });
  drawSettings(desk);
  chooser = createScenarioChooser(await fetchScenarios(), desk);
  chooser.draw();
  await desk.refresh();
  const changes = new EventSource('/console/api/changes');
  // Also after a break: what changed before the line was there is not told again.
  changes.addEventListener('open', () => void desk.refresh());
  changes.addEventListener('message', () => void desk.refresh());
  document.documentElement.dataset['ready'] = 'true';
}

open().catch(() => {
  tell(t('offline'));
});
