import { setupServer } from 'msw/node'

/** The network of the page tests: a request that a test did not expect is an error. */
export const network = setupServer()
