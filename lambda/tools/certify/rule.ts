import { type AskProject } from './project';

/** The store whose text, icons and links the rules check. */
export const LOCALE = 'ja-JP';

/** One thing certification asks for. */
export interface Rule {
  /** Stable name, as a finding shows it. */
  readonly id: string;
  /** Where the rule comes from: a page of Amazon's, or a promise of this product. */
  readonly source: string;
  /** What is wrong and what to do, one sentence each; empty when the rule is kept. */
  readonly find: (project: AskProject) => readonly string[];
}

/** A broken rule: which, what to do about it, and where the rule comes from. */
export interface Finding {
  readonly rule: string;
  readonly fix: string;
  readonly source: string;
}

/** Applies the rules to a project: all findings at once, in the order of the rules. */
export function findFindings(rules: readonly Rule[], project: AskProject): readonly Finding[] {
  return rules.flatMap(({ id, source, find }) => find(project).map((fix) => ({ rule: id, fix, source })));
}

/** `fix` as the only finding of a rule that is broken, nothing when it is kept. */
export function unless(isKept: boolean, fix: string): readonly string[] {
  return isKept ? [] : [fix];
}
