import { countryLabel } from '../phone/countries';
import { maskNumber } from '../phone/mask';
import type { PhoneNumber } from '../phone/phone-number';
import { whyCostly } from './costly-numbers';
import { refuseTime } from './decide-time';
import type { CallingPolicy } from './policy';
import type { Refusal, Verdict } from './verdict';

type Rule = (policy: CallingPolicy, to: PhoneNumber, now: number) => Refusal | null;

/**
 * The person’s own word comes first: no other setting may hide that somebody asked not to be called. Then what
 * never changes for a number; the time last, so that `nextAllowedAt` promises that nothing else is in the way.
 */
const rules: readonly Rule[] = [refuseListed, refuseWithoutConsent, refuseCountry, refuseCostly, refuseTime];

/**
 * Whether the policy allows to call this number now.
 * @param now milliseconds since 1970
 */
export function decide(policy: CallingPolicy, to: PhoneNumber, now: number): Verdict {
  for (const rule of rules) {
    const refusal = rule(policy, to, now);
    if (refusal !== null) return refusal;
  }
  return { allowed: true };
}

function refuseListed(policy: CallingPolicy, to: PhoneNumber): Refusal | null {
  if (!policy.doNotCall.has(to.e164)) return null;
  return {
    allowed: false,
    skipReason: 'do-not-call',
    field: 'doNotCall',
    message: `${maskNumber(to.e164)} is on the do-not-call list.`,
    howToFix: 'Leave it: this person asked not to be called.',
    nextAllowedAt: null,
  };
}

function refuseWithoutConsent(policy: CallingPolicy, to: PhoneNumber): Refusal | null {
  if (policy.consent !== false) return null;
  return {
    allowed: false,
    skipReason: 'no-consent',
    field: 'consent',
    message: `There is no consent to call ${maskNumber(to.e164)}.`,
    howToFix: 'Ask the person first. Only true, yes, y, 1, on or granted in “Consent” counts as consent.',
    nextAllowedAt: null,
  };
}

function refuseCountry(policy: CallingPolicy, to: PhoneNumber): Refusal | null {
  if (policy.allowedCountries === null) return null;
  if (to.country !== null && policy.allowedCountries.has(to.country)) return null;
  const number = maskNumber(to.e164);
  return {
    allowed: false,
    skipReason: 'country',
    field: 'allowedCountries',
    message:
      to.country === null
        ? `The country of ${number} cannot be told, so it is not among the allowed countries.`
        : `${number} is a number of ${countryLabel(to.country)}, which is not among the allowed countries.`,
    howToFix:
      to.country === null
        ? 'Check the number, or empty “Allowed Countries” to allow all.'
        : 'Check the number, or add the country to “Allowed Countries”.',
    nextAllowedAt: null,
  };
}

function refuseCostly(policy: CallingPolicy, to: PhoneNumber): Refusal | null {
  const what = policy.blockCostlyNumbers ? whyCostly(to) : null;
  if (what === null) return null;
  return {
    allowed: false,
    skipReason: 'costly-number',
    field: 'blockCostlyNumbers',
    message: `${maskNumber(to.e164)} is ${what}, which can be expensive to call.`,
    howToFix: 'Use a person’s own number, or switch “Block Costly Numbers” off.',
    nextAllowedAt: null,
  };
}
