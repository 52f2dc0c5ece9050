import { detailAddress } from '../../board/routes.ts'

/** Shows another rental in the place of this one: the back button still leads out of the detail. */
export function showDetail(token: string): void {
  location.replace(detailAddress(token))
  rowOf(token)?.scrollIntoView({ block: 'nearest' })
}

export function rowOf(token: string): Element | undefined {
  return [...document.querySelectorAll<HTMLElement>('[data-token]')].find(row => row.dataset.token === token)
}
