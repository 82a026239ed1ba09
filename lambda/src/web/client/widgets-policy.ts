import { property, textOf } from './page';

/** What the page does about one error: all of it was decided by the server. Empty texts are none. */
interface PageReaction {
  readonly row: string;
  readonly action: string;
  readonly message: string;
  readonly hint: string;
  readonly contact: boolean;
  readonly otherWay: boolean;
}

/** Looks up what the page does about a code of a widget. */
export type ReactionOf = (code: string, widget: string) => PageReaction;

/** Reads the server's policy. A text that is none gives empty reactions: the page then only reports errors. */
export function readPolicy(json: string): ReactionOf {
  const policy = parse(json);
  const codes = property(policy, 'codes');
  return (code, widget) => {
    const isKnown = typeof codes === 'object' && codes !== null && Object.hasOwn(codes, code);
    const known = isKnown ? property(codes, code) : property(policy, 'other');
    const reaction = property(property(known, 'widgets'), widget);
    const action = textOf(reaction, 'action');
    const addition = property(property(policy, 'additions'), action);
    return {
      row: textOf(known, 'row'),
      action,
      message: textOf(property(policy, 'texts'), textOf(reaction, 'message')),
      hint: textOf(addition, 'hint'),
      contact: property(addition, 'contact') === true,
      otherWay: property(addition, 'otherWay') === true,
    };
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
