/// <reference lib="dom" />
/** The script of the page with Amazon's widgets. It holds no sentence, no amount and no decision about an error. */
import { WIDGET_IDS } from '../widgets/widgets-data';
import { cleanAddress } from './clean-address';
import { createWidgetEffects } from './widgets-effects';
import { createWidgetFlow } from './widgets-flow';

const root = document.getElementById(WIDGET_IDS.root);
if (root !== null) {
  const data = (name: string): string => root.dataset[name] ?? '';
  const effects = createWidgetEffects(data);
  const flow = createWidgetFlow(data, effects);
  document.getElementById(WIDGET_IDS.order)?.addEventListener('click', () => void flow.order());
  // A page that the browser kept for its back button may show an order as unpaid that is paid by now.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) effects.showAnew();
  });
  cleanAddress();
  void flow.start();
}
