import { readZip } from '../../../simulator/smapi/zip-entries';
import { packZip } from './zip';

const texts = (zip: Buffer) => [...readZip(zip)].map(([name, content]) => [name, content.toString('utf8')]);

describe('a zip archive', () => {
  it('gives its files, packed or stored, and leaves folders out', () => {
    const zip = packZip({
      'skill.json': '{"a":1}',
      'interactionModels/': '',
      'interactionModels/ja-JP.json': '声',
    });

    expect(texts(zip)).toEqual([
      ['skill.json', '{"a":1}'],
      ['interactionModels/ja-JP.json', '声'],
    ]);
  });

  it('may be empty, and may have a comment at its end', () => {
    expect(texts(packZip({}))).toEqual([]);
    expect(texts(packZip({ a: 'b' }, 'a comment'))).toEqual([['a', 'b']]);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('this is only a text and no archive at all')],
  ])('is not %s', (_what, content) => {
    expect(() => readZip(content)).toThrow('this is no zip archive');
  });

  it('with a broken directory is refused', () => {
    const zip = packZip({ a: 'b' });
    zip.writeUInt32LE(0, zip.length - 22 - 47);

    expect(() => readZip(zip)).toThrow('entry 1 of the directory is broken');
  });
});
