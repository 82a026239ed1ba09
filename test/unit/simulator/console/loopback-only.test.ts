import { isForLoopback } from '../../../simulator/console/loopback-only';

describe('who may ask the console', () => {
  it.each([
    ['127.0.0.1:3000', undefined],
    ['localhost:3000', undefined],
    ['[::1]:3000', undefined],
    ['127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['localhost', 'http://localhost'],
    ['LOCALHOST:3000', 'http://localhost:3000'],
  ])('lets a request for %s from %s in', (host, origin) => {
    expect(isForLoopback(host, origin)).toBe(true);
  });

  it.each([
    ['a name that resolves to loopback', 'koemise.example:3000', undefined],
    ['a name that begins like loopback', '127.0.0.1.koemise.example', undefined],
    ['a user in front of the name', 'x@127.0.0.1:3000', undefined],
    ['another address of this machine', '0.0.0.0:3000', undefined],
    ['no host at all', undefined, undefined],
    ['no host that can be read', 'local host', undefined],
    ['a foreign page', '127.0.0.1:3000', 'https://koemise.example'],
    ['a page on another port', '127.0.0.1:3000', 'http://127.0.0.1:8080'],
    ['a page under the other name', '127.0.0.1:3000', 'http://localhost:3000'],
    ['a page without an origin of its own', '127.0.0.1:3000', 'null'],
  ])('keeps %s out', (_case, host, origin) => {
    expect(isForLoopback(host, origin)).toBe(false);
  });
});
