import { parseArguments, USAGE } from '../../../simulator/player/arguments';
import { main } from '../../../simulator/player/main';

/** Plays a line of arguments and gives back what was printed. */
async function printed(
  ...argv: readonly string[]
): Promise<{ readonly exitCode: number; readonly text: string }> {
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(line);
  const exitCode = await main(argv, { write, colours: false });
  return { exitCode, text: lines.join('\n') };
}

const TOTAL_ON_SCREEN = [
  '  screen      ご注文内容の確認（まだ確定していません）',
  '              こえみせブレンド 2袋  2,592円',
  '              送料  600円',
  '              合計（消費税込み）  3,192円',
].join('\n');

describe('npm run dialog -- --screen', () => {
  it('gives the device a screen, and the help tells of it', () => {
    expect(parseArguments(['--screen']).hasScreen).toBe(true);
    expect(parseArguments([]).hasScreen).toBe(false);
    expect(USAGE).toContain('--screen ');
  });

  it('prints what the screen shows, and every expectation of the dialog is met as without it', async () => {
    const { exitCode, text } = await printed('--screen');

    expect(exitCode).toBe(0);
    expect(text).toContain(TOTAL_ON_SCREEN);
    expect(text).toContain('every expectation met');
  });

  it('prints the screen of a purchase in which a scenario happens', async () => {
    const { exitCode, text } = await printed('--screen', '--scenario', 'Charge/InvalidPaymentMethod');

    expect(exitCode).toBe(0);
    expect(text).toContain(TOTAL_ON_SCREEN);
  });

  it('prints no screen without the flag', async () => {
    expect((await printed()).text).not.toContain('  screen ');
  });
});
