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

  it('begins with a recognised shopper who was never asked for a permission', () => {
    expect(keepSettings(file()).read()).toEqual({
      shopper: 1,
      consent: 'NOT_REQUESTED',
      emailConsent: 'NOT_REQUESTED',
      recognised: true,
      hasScreen: false,
    });
  });

  it('comes back as it was written', () => {
    const written = {
      shopper: 3,
      consent: 'DENIED',
      emailConsent: 'GRANTED',
      recognised: false,
      hasScreen: true,
    } as const;
    keepSettings(file()).write(written);

    expect(keepSettings(file()).read()).toEqual(written);
  });

  it('is read from a file of the time before the e-mail permission and the screen', () => {
    writeFileSync(file(), '{"shopper":2,"consent":"GRANTED","recognised":true}');

    expect(keepSettings(file()).read()).toEqual({
      shopper: 2,
      consent: 'GRANTED',
      emailConsent: 'NOT_REQUESTED',
      recognised: true,
      hasScreen: false,
    });
  });

  it.each([
    '',
    '{',
    '[]',
    '{"shopper":0,"consent":"GRANTED","recognised":true}',
    '{"shopper":1,"consent":"MAYBE","recognised":true}',
    '{"shopper":1,"consent":"GRANTED","emailConsent":"yes","recognised":true}',
  ])('refuses %p, names the file and leaves it as it is', (content) => {
    writeFileSync(file(), content);

    expect(() => keepSettings(file()).read()).toThrow(
      `The console's settings ${file()} are corrupt. Delete the file to start afresh.`,
    );
    expect(readFileSync(file(), 'utf8')).toBe(content);
  });
});
