import type { LooseNumber, StatusReply } from '../../src/demo/status-reply.ts'

/** The provider's reply for an ordinary rental that stands at `status`. */
export function rental(token: string, status: LooseNumber): StatusReply {
  return {
    success: true,
    token,
    status,
    location: {
      sexe: 'femme',
      minAge: 31,
      maxAge: 49,
      zipcode: '60200',
      interest: '12',
      category: 103,
      details_localisation: [{ Type: 'cp', Location: '60200', VolumeDesired: '10', Volume: '266' }],
      cost: { quantity: 10, total: '0.900', cost_unity: '0.090' },
    },
  }
}

/** `n` tokens, all different: `prefix-1` to `prefix-n`. */
export function tokens(n: number, prefix = 'location'): string[] {
  return Array.from({ length: n }, (_, i) => `${prefix}-${i + 1}`)
}
