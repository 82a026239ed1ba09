import type { StartPlace } from './start-failure';

/** The lines that say what runs where. */
export function startBanner({ port, dataDir }: StartPlace): string {
  const base = `http://127.0.0.1:${port}`;
  return [
    `声店 Koemise: テストコンソールをブラウザーで開いてください → ${base}/`,
    `Koemise runs on this machine only, everything simulated. Test console: ${base}/`,
    `  skill endpoint  POST ${base}/alexa`,
    `  payment page    ${base}/checkout (asks for the code of a card; legal page ${base}/legal)`,
    `  data            ${dataDir} (delete it to start afresh; Ctrl+C stops)`,
  ].join('\n');
}
