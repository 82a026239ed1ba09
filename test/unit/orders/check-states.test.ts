import { findStateFaults } from '../../../lambda/src/orders/check-states';

const SOUND = {
  CART: { kind: 'open', to: ['PAID'] },
  PAID: { kind: 'over', to: ['REFUNDED'] },
  REFUNDED: { kind: 'over', to: [] },
};

describe('the check of the state table', () => {
  it("finds nothing wrong with the product's own", () => {
    expect(findStateFaults()).toEqual([]);
  });

  it('finds nothing wrong with the smallest sound one', () => {
    expect(findStateFaults(SOUND)).toEqual([]);
  });

  it('names a state that nothing leads to', () => {
    const table = { ...SOUND, LOST: { kind: 'frozen', to: ['PAID'] } };

    expect(findStateFaults(table)).toEqual(['LOST cannot be reached from CART']);
  });

  it('names states that only lead to each other', () => {
    const table = { ...SOUND, ONE: { kind: 'frozen', to: ['TWO'] }, TWO: { kind: 'frozen', to: ['ONE'] } };

    expect(findStateFaults(table)).toEqual([
      'ONE cannot be reached from CART',
      'TWO cannot be reached from CART',
    ]);
  });

  it('names a state that no cart leads to, the waiting for a payment on the web as well', () => {
    expect(findStateFaults({ ...SOUND, AWAITING_PAYMENT: { kind: 'open', to: ['PAID'] } })).toEqual([
      'AWAITING_PAYMENT cannot be reached from CART',
    ]);
  });

  it('names a target that does not exist', () => {
    const table = { ...SOUND, CART: { kind: 'open', to: ['PAID', 'PAYED'] } };

    expect(findStateFaults(table)).toEqual(['CART leads to PAYED, which does not exist']);
  });

  it('takes nothing that every object has for a state', () => {
    const table = { ...SOUND, CART: { kind: 'open', to: ['PAID', 'constructor'] } };

    expect(findStateFaults(table)).toEqual(['CART leads to constructor, which does not exist']);
  });

  it('names a state in which an order would stay for ever without being over', () => {
    const table = {
      ...SOUND,
      CART: { kind: 'open', to: ['PAID', 'STUCK'] },
      STUCK: { kind: 'frozen', to: [] },
    };

    expect(findStateFaults(table)).toEqual(['STUCK is not over and leads nowhere']);
  });

  it('names an over state that comes back to life', () => {
    const table = { ...SOUND, PAID: { kind: 'over', to: ['REFUNDED', 'CART'] } };

    expect(findStateFaults(table)).toEqual(['PAID is over and leads to CART, which is not']);
  });
});
