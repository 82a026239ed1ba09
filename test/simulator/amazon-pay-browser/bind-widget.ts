/// <reference lib="dom" />
import type { AskAmazon } from './ask-amazon';
import { isSignedIn } from './sign-in';
import { openWidget, type WidgetFailure, type WidgetFrame, type WidgetName } from './widget-frame';

/** Whom the widgets ask, and in which environment their script was loaded. */
export interface WidgetWorld {
  readonly ask: AskAmazon;
  readonly sandbox: boolean;
}

/** What a page may hand to every widget. */
export interface CommonOptions {
  readonly sellerId?: string;
  readonly amazonBillingAgreementId?: string;
  readonly agreementType?: string;
  readonly displayMode?: string;
  readonly onError?: (error: WidgetFailure) => void;
}

/** A widget that may be shown, with its agreement as Amazon has it. */
export interface OpenedWidget {
  readonly frame: WidgetFrame;
  readonly billingAgreementId: string;
  readonly agreement: Readonly<Record<string, unknown>>;
  /** Tells the page that the widget is there: only once, however often it is drawn. */
  readonly tellReady: (tell: () => void) => void;
  /** Writes a choice into the agreement; a refusal is the widget's error, a success is told to the page. */
  readonly choose: (choice: object, tell: () => void) => Promise<void>;
}

/** Which widget, where, and how it is drawn. */
export interface BoundWidget {
  readonly name: Exclude<WidgetName, 'button'>;
  readonly options: CommonOptions;
  readonly containerId: string;
  readonly draw: (opened: OpenedWidget) => void;
}

/**
 * Puts a widget into the page's element. Nobody sees it who has not signed in; one that begins an agreement has to say of
 * which type.
 * @see seed 001 (BuyerSessionExpired, InvalidParameterValue)
 */
export function bindWidget(
  { ask, sandbox }: WidgetWorld,
  { name, options, containerId, draw }: BoundWidget,
): void {
  const { sellerId = '', agreementType, displayMode, onError } = options;
  let billingAgreementId = options.amazonBillingAgreementId;
  let isReady = false;

  async function start(frame: WidgetFrame): Promise<void> {
    if (!isSignedIn()) {
      frame.fail('BuyerSessionExpired');
      return;
    }
    if (billingAgreementId === undefined && name !== 'consent' && agreementType !== 'BillingAgreement') {
      frame.fail('InvalidParameterValue');
      return;
    }
    const readOnly = displayMode === 'Read';
    const opened = await ask('POST', 'widgets', {
      widget: name,
      sellerId,
      sandbox,
      billingAgreementId,
      readOnly,
    });
    if (!opened.ok) {
      frame.fail(opened.code);
      return;
    }
    const id = String(opened.json['billingAgreementId']);
    billingAgreementId = id;
    draw({
      frame,
      billingAgreementId: id,
      agreement: opened.json,
      tellReady: (tell) => {
        if (!isReady) tell();
        isReady = true;
      },
      choose: async (choice, tell) => {
        const written = await ask('PATCH', `billingAgreements/${id}`, choice);
        if (written.ok) tell();
        else frame.fail(written.code);
      },
    });
  }

  openWidget({ name, containerId, onError, start });
}
