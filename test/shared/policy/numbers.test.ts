import { fictionalRanges, isFictional } from '../../../shared/phone/fictional';
import { parsePhoneNumber } from '../../../shared/phone/phone-number';
import { ordinaryRanges, ownRanges, whyCostly } from '../../../shared/policy/costly-numbers';

/** A number in each own range that libphonenumber’s metadata takes for unassigned or ordinary. */
const silent: Readonly<Record<string, string>> = {
  '1': '+12129761234',
  '44': '+449301234567',
  '49': '+491181234567',
  '39': '+39895123456',
  '34': '+34905123456',
  '41': '+41907123456',
  '61': '+61190012345',
  '55': '+5590012345678',
  '36': '+36901234567',
  '385': '+385645123456',
  '359': '+359901234567',
  '380': '+380900123456',
};

describe('the own rules for costly numbers', () => {
  it('have a reason each: a number on which the metadata is silent', () => {
    expect(new Set(ownRanges.map(({ callingCode }) => callingCode))).toEqual(new Set(Object.keys(silent)));
    for (const [callingCode, text] of Object.entries(silent)) {
      const number = parsePhoneNumber(text);
      expect(number.callingCode).toBe(callingCode);
      expect(['premium-rate', 'shared-cost', 'uan', 'personal-number', 'pager']).not.toContain(number.type);
      expect(whyCostly(number)).not.toBeNull();
    }
  });

  it.each([...ownRanges, ...ordinaryRanges, ...fictionalRanges])(
    'names a source: +$callingCode',
    ({ source }) => {
      expect(source.length).toBeGreaterThan(15);
    },
  );

  it.each([
    ['a New York exchange', '+12125551234'],
    ['976 as the last digits', '+12125559761'],
    ['an exchange 976 needs seven digits', '+19765551234'],
    ['a Berlin landline', '+493012345678'],
    ['a German mobile with 018 inside', '+4915118012345'],
    ['a Rome landline', '+390612345678'],
    ['a Madrid landline', '+34911234567'],
    ['a Hungarian landline next to 91', '+3692123456'],
    ['a Croatian mobile', '+385912345678'],
    ['a Brazilian mobile', '+5511912345678'],
    ['an Isle of Man mobile', '+447624123456'],
  ])('leave ordinary numbers alone: %s', (_, text) => {
    expect(whyCostly(parsePhoneNumber(text))).toBeNull();
  });
});

describe('isFictional', () => {
  it.each([
    '+12125550100',
    '+12125550199',
    '+14165550123',
    '+18765550123',
    '+18005550199',
    '+18885550123',
    '+441632960000',
    '+441134960999',
    '+441184960123',
    '+441214960123',
    '+441614960123',
    '+441914980123',
    '+442079460958',
    '+442896496123',
    '+442920180123',
    '+447700900461',
    '+448081570123',
    '+449098790123',
    '+443069990123',
    '+61255501234',
    '+61370101234',
    '+61491570006',
    '+61491570156',
    '+61491579455',
    '+611800160401',
    '+611300975711',
    '+33199001234',
    '+33639981234',
    '+493023125000',
    '+498999998999',
    '+4915228817386',
    '+491729980752',
    '+491713920012',
    '+46701740605',
    '+46701740699',
    '+353209101234',
  ])('%s is fiction', (text) => {
    expect(isFictional(parsePhoneNumber(text))).toBe(true);
  });

  it.each([
    '+12125551234',
    '+12125550099',
    '+12125550200',
    '+18005550123',
    '+442079461234',
    '+442079470123',
    '+441632961000',
    '+447700901000',
    '+441194960123',
    '+61491570007',
    '+61255511234',
    '+611800975712',
    '+33639991234',
    '+493023126000',
    '+491729980753',
    '+46701740604',
    '+46701740700',
    '+4532123456',
  ])('%s is not', (text) => {
    expect(isFictional(parsePhoneNumber(text))).toBe(false);
  });
});
