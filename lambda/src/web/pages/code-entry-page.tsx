import { type VNode } from 'preact';
import { Layout, type PageFrame } from './layout';

/** Asks for the code of a payment link. */
export function CodeEntryPage({ say, shop }: PageFrame): VNode {
  return (
    <Layout say={say} shop={shop} title={say('pageCodeTitle')}>
      <p class="lead">{say('pageCodeLead')}</p>
      <CodeForm say={say} />
    </Layout>
  );
}

/** The form itself; the plain page has it too. */
export function CodeForm({ say }: Pick<PageFrame, 'say'>): VNode {
  return (
    <form class="panel code-form" method="post" action="/checkout">
      <label for="code">{say('pageCodeLabel')}</label>
      <input
        id="code"
        name="code"
        type="text"
        required
        maxLength={20}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        aria-describedby="code-hint"
      />
      <p class="hint" id="code-hint">
        {say('pageCodeHint')}
      </p>
      <button type="submit">{say('pageCodeSubmit')}</button>
    </form>
  );
}
