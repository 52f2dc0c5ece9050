/** National or international, without what people write between the digits: 9 to 15 of them. */
const PHONE_NUMBER = /^\+?\d{9,15}$/

/** True for what can be a phone number: `0639980000`, `06 39 98 00 00`, `+33639980000`, `639980000`. */
export function isPhoneNumber(text: string): boolean {
  return text.length <= 24 && PHONE_NUMBER.test(text.replace(/[\s\u00a0\u202f().-]/g, ''))
}
