import { deliveryFault, prefectureOf } from '../../../lambda/src/orders/deliverable';
import { PREFECTURES } from '../../../lambda/src/orders/prefectures-table';

const tokyo = { countryCode: 'JP', stateOrRegion: '東京都', postalCode: '153-0064' };

describe('the shop delivers', () => {
  it('to the forty-seven prefectures', () => {
    const names = Object.keys(PREFECTURES);

    expect(names).toHaveLength(47);
    expect(names.filter((stateOrRegion) => deliveryFault({ ...tokyo, stateOrRegion }) !== undefined)).toEqual(
      [],
    );
  });

  it.each(['東京', '東京都', 'Tokyo', 'TOKYO', 'Tokyo-to', ' 東京都 '])('to Tokyo written as %j', (name) => {
    expect(prefectureOf(name)).toBe('東京都');
  });

  it.each([
    ['北海道', '北海道'],
    ['Hokkaido', '北海道'],
    ['Kyoto', '京都府'],
    ['Kyoto Prefecture', '京都府'],
    ['京都', '京都府'],
    ['Osaka-fu', '大阪府'],
    ['沖縄', '沖縄県'],
  ])('to %s, which is %s', (name, prefecture) => {
    expect(prefectureOf(name)).toBe(prefecture);
  });

  it('where Amazon gives no prefecture but a whole postal code', () => {
    expect(deliveryFault({ countryCode: 'JP', postalCode: '１５３－００６４' })).toBeUndefined();
  });
});

describe('the shop does not deliver', () => {
  it.each([
    [undefined, 'notJapan'],
    [{}, 'notJapan'],
    [{ ...tokyo, countryCode: 'US' }, 'notJapan'],
    [{ ...tokyo, stateOrRegion: '月面県' }, 'unknownPrefecture'],
    [{ ...tokyo, stateOrRegion: 'constructor' }, 'unknownPrefecture'],
    [{ countryCode: 'JP', postalCode: '153' }, 'unknownPrefecture'],
    [{ countryCode: 'JP' }, 'unknownPrefecture'],
  ])('to %j: %s', (destination, fault) => {
    expect(deliveryFault(destination)).toBe(fault);
  });
});
