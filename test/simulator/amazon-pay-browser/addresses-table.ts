/** The addresses that a simulated buyer has at Amazon; all invented. */

/** An address as Amazon shares it with the page and the server of CV2. */
export type AmazonAddress = Readonly<Record<string, string | null>>;

const PERSON = { name: '見本 太郎', phoneNumber: '0312345678' } as const;
const PARTS = {
  addressLine2: null,
  addressLine3: null,
  city: null,
  county: null,
  district: null,
  countryCode: 'JP',
} as const;

/** Every address by the value of its entry in the lists; `label` is what the buyer reads. */
export const ADDRESSES = {
  tokyo: {
    label: '東京都目黒区見本町1-2-3',
    address: {
      ...PERSON,
      ...PARTS,
      addressLine1: '目黒区見本町1-2-3',
      addressLine2: '見本ビル101',
      stateOrRegion: '東京都',
      postalCode: '153-0064',
    },
  },
  hokkaido: {
    label: '北海道札幌市中央区見本通1-2',
    address: {
      ...PERSON,
      ...PARTS,
      addressLine1: '札幌市中央区見本通1-2',
      stateOrRegion: '北海道',
      postalCode: '060-0001',
    },
  },
  okinawa: {
    label: '沖縄県那覇市見本1-2',
    address: {
      ...PERSON,
      ...PARTS,
      addressLine1: '那覇市見本1-2',
      stateOrRegion: '沖縄県',
      postalCode: '900-0001',
    },
  },
  noPrefecture: {
    label: '都道府県のない住所（目黒区見本町4-5）',
    address: {
      ...PERSON,
      ...PARTS,
      addressLine1: '目黒区見本町4-5',
      stateOrRegion: null,
      postalCode: '153-0064',
    },
  },
  unitedStates: {
    label: 'アメリカ合衆国の住所（Seattle, WA）',
    address: {
      ...PERSON,
      ...PARTS,
      addressLine1: '410 Sample Ave',
      city: 'Seattle',
      stateOrRegion: 'WA',
      postalCode: '98109',
      countryCode: 'US',
    },
  },
  unknownPrefecture: {
    label: '知られていない都道府県（見本県見本市1-2）',
    address: {
      ...PERSON,
      ...PARTS,
      addressLine1: '見本市1-2',
      stateOrRegion: '見本県',
      postalCode: '999-9999',
    },
  },
} as const satisfies Record<string, { readonly label: string; readonly address: AmazonAddress }>;

/** Name of one of the addresses. */
export type AddressName = keyof typeof ADDRESSES;

/** The names in the order of the lists; the first is chosen at the beginning. */
export const ADDRESS_NAMES = [
  'tokyo',
  'hokkaido',
  'okinawa',
  'noPrefecture',
  'unitedStates',
  'unknownPrefecture',
] as const satisfies readonly AddressName[];

/** The address of an entry; an unknown value is the first one. */
export function addressOf(value: string): AmazonAddress {
  const name = ADDRESS_NAMES.find((one) => one === value) ?? 'tokyo';
  return ADDRESSES[name].address;
}
