/// <reference lib="dom" />
import type { SavedDialog } from '../wire';
import { OfflineError, saveDialog } from './api';
import { el, part } from './dom';
import { t } from './words';

/** Sets up the dialog that saves the conversation. */
export function setUpSaving(): void {
  const dialog = part('save-dialog', HTMLDialogElement);
  const name = part('save-name', HTMLInputElement);
  const result = part('save-result', HTMLElement);
  part('save', HTMLButtonElement).addEventListener('click', () => {
    name.value = `dialog-${new Date().toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}`;
    result.replaceChildren();
    dialog.showModal();
    name.select();
  });
  part('save-close', HTMLButtonElement).addEventListener('click', () => {
    dialog.close();
  });
  part('save-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    saveDialog(name.value).then(
      (saved) => {
        result.replaceChildren(...drawSaved(saved));
      },
      (failure: unknown) => {
        const message = failure instanceof Error ? failure.message : String(failure);
        const words = failure instanceof OfflineError ? t('offline') : t('failed', { message });
        result.replaceChildren(el('p', { class: 'problem' }, words));
      },
    );
  });
}

function drawSaved({ files, warnings }: SavedDialog): readonly HTMLElement[] {
  const items = files.map(({ path, text }) => {
    const file = path.split(/[/\\]/).at(-1) ?? path;
    const href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    return el('li', {}, el('code', {}, path), el('a', { href, download: file }, t('saveDownload', { file })));
  });
  const reasons = warnings.map((warning) => el('li', {}, t(`warning_${warning}`)));
  return [
    el('p', { class: 'saved' }, t('saveDone')),
    el('ul', {}, ...items),
    ...(reasons.length > 0
      ? [el('p', {}, t('saveWarnings')), el('ul', { class: 'warnings' }, ...reasons)]
      : []),
  ];
}
