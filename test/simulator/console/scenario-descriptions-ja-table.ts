/** The scenarios' descriptions in Japanese, by their English text. */
export const SCENARIO_DESCRIPTIONS_JA: Readonly<Record<string, string>> = {};
