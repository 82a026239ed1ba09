import { ConfigError } from '../../../../lambda/src/config';
import { explainStartFailure } from '../../../simulator/console/start-failure';
import { readStartPlace } from '../../../simulator/console/start-place';

const failure = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('where npm start starts', () => {
  it('is port 3000 and the folder .data when nothing is set', () => {
    expect(readStartPlace({})).toEqual({ port: 3000, dataDir: '.data' });
    expect(readStartPlace({ PORT: '', DATA_DIR: '' })).toEqual({ port: 3000, dataDir: '.data' });
  });

  it('is what PORT and DATA_DIR say', () => {
    expect(readStartPlace({ PORT: '4080', DATA_DIR: '/shop' })).toEqual({ port: 4080, dataDir: '/shop' });
  });

  it.each(['0', '65536', '3000.5', 'http', '-1'])('is not port %s', (PORT) => {
    expect(() => readStartPlace({ PORT })).toThrow(ConfigError);
  });
});

describe('why npm start did not start', () => {
  it.each([
    [
      failure('EADDRINUSE'),
      'Port 3001 is taken: stop what uses it, or choose another one (PORT=3002 npm start).',
    ],
    [failure('EACCES'), 'Not allowed: port 3001 or the folder /shop. Choose others with PORT and DATA_DIR.'],
    [failure('ENOTDIR'), '/shop is not a folder: move it away, or choose another one with DATA_DIR.'],
    [
      new Error('Database is closed'),
      'The order store /shop/dynamodb cannot be opened: stop the other npm start that uses it or choose another folder with DATA_DIR; if there is none, the store is damaged, so move it away to start afresh.',
    ],
    [
      new Error('Corruption: bad block'),
      'The data in /shop cannot be opened (Corruption: bad block): move the folder away to start afresh, or choose another one with DATA_DIR.',
    ],
  ])('is told in one sentence that names the fix: %p', (error, sentence) => {
    expect(explainStartFailure(error, { PORT: '3001', DATA_DIR: '/shop' })).toBe(sentence);
  });
});
