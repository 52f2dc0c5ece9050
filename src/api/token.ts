import tokenRule from '../server/token-rule.js'

/** 1 to 128 printable characters without white space, as the servers let them through. */
export const { isToken, holdsKey } = tokenRule
