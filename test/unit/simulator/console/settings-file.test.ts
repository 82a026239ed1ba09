import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepSettings } from '../../../simulator/console/settings-file';

describe('what the device remembers over a restart', () => {
  let folder = '';
  const file = (): string => join(folder, 'console.json');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'koemise-settings-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('begins with a recognised shopper who was never asked for the permission', () => {
    expect(keepSettings(file()).read()).toEqual({ shopper: 1, consent: 'NOT_REQUESTED', recognised: true });
  });

  it('comes back as it was written', () => {
    keepSettings(file()).write({ shopper: 3, consent: 'DENIED', recognised: false });

    expect(keepSettings(file()).read()).toEqual({ shopper: 3, consent: 'DENIED', recognised: false });
  });

  it.each([
    '',
    '{',
    '[]',
    '{"shopper":0,"consent":"GRANTED","recognised":true}',
    '{"shopper":1,"consent":"MAYBE","recognised":true}',
  ])('refuses %p, names the file and leaves it as it is', (content) => {
    writeFileSync(file(), content);

    expect(() => keepSettings(file()).read()).toThrow(
      `The console's settings ${file()} are corrupt. Delete the file to start afresh.`,
    );
    expect(readFileSync(file(), 'utf8')).toBe(content);
  });
});
