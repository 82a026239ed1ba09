import { type VNode } from 'preact';
import { CodeForm } from './code-entry-page';
import { Layout, type PageFrame } from './layout';

/**
 * The one page for every code that opens nothing: unknown, expired, used, guessed. It knows nothing of the request.
 * @see issue "web checkout", "Bad input"
 */
export function PlainPage({ say, shop }: PageFrame): VNode {
  return (
    <Layout say={say} shop={shop} title={say('pagePlainTitle')}>
      <p class="lead">{say('pagePlainLead')}</p>
      <p>{say('pagePlainReasons')}</p>
      <p>{say('pagePlainStatus', { invocationName: shop.invocationName })}</p>
      <CodeForm say={say} />
    </Layout>
  );
}

/** Shown to an address that tried too many wrong codes. */
export function TooManyTriesPage({ say, shop }: PageFrame): VNode {
  return (
    <Layout say={say} shop={shop} title={say('pageTriesTitle')}>
      <p class="lead">{say('pageTriesLead')}</p>
      <p>{say('pageTriesWait')}</p>
    </Layout>
  );
}

/** Shown after a form that does not look like ours; nothing of it was looked at. */
export function UnreadablePage({ say, shop }: PageFrame): VNode {
  return (
    <Layout say={say} shop={shop} title={say('pageUnreadableTitle')}>
      <p class="lead">{say('pagePlainLead')}</p>
      <p>{say('pageUnreadableAgain')}</p>
      <CodeForm say={say} />
    </Layout>
  );
}

/** Something of ours broke; nothing is known about the order here. */
export function FaultPage({ say, shop }: PageFrame): VNode {
  return (
    <Layout say={say} shop={shop} title={say('pageFaultTitle')}>
      <p class="lead">{say('pageFaultLead')}</p>
      <p>{say('pageFaultAgain')}</p>
    </Layout>
  );
}
